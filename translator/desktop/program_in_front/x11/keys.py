"""Keys that are pressed for the user, through the XTEST extension."""

from collections.abc import Sequence

import xcffib.xkb
import xcffib.xproto
import xcffib.xtest

from translator.desktop.x11.server import Server

CTRL, SHIFT, INSERT, C, V = 0xFFE3, 0xFFE1, 0xFF63, ord("c"), ord("v")
"""Keysyms."""

_PRESS, _RELEASE = 2, 3
_CORE_KEYBOARD = 0x100


def press_keys(server: Server, *keysyms: int) -> bool:
    """Press these keys together, whatever else is held down, and let go; return whether the keyboard has them all."""
    keycodes = _keycodes(server, keysyms)
    if keycodes is None:
        return False
    _let_go_of_all(server)
    for keycode in keycodes:
        _fake(server, _PRESS, keycode)
    for keycode in reversed(keycodes):
        _fake(server, _RELEASE, keycode)
    server.core.GetInputFocus().reply()  # by the answer, the server has done it all
    return True


def _let_go_of_all(server: Server) -> None:
    """Let go of what the user still holds: the shortcut itself, above all, whose grab takes every key until then."""
    held = server.core.QueryKeymap().reply().keys
    for index, byte in enumerate(held):
        for bit in range(8):
            if byte >> bit & 1:
                _fake(server, _RELEASE, index * 8 + bit)


def _fake(server: Server, what: int, keycode: int) -> None:
    now = xcffib.xproto.Time.CurrentTime
    server.connection(xcffib.xtest.key).FakeInput(what, keycode, now, 0, 0, 0, 0)


def _keycodes(server: Server, keysyms: Sequence[int]) -> list[int] | None:
    """Return the keys that have these keysyms, in the layout that is on now where that has them; None without one."""
    setup = server.connection.setup
    first, count = setup.min_keycode, setup.max_keycode - setup.min_keycode + 1
    table = server.core.GetKeyboardMapping(first, count).reply()
    width: int = table.keysyms_per_keycode
    symbols = list(table.keysyms)
    # The core protocol lists two layouts, unshifted and shifted each, and then the rest of them.
    columns = (2 * _layout(server), *range(0, width, 2))
    found: list[int] = []
    for keysym in keysyms:
        for column in columns:
            places = range(column, len(symbols), width) if column < width else range(0)
            keycode = next((first + place // width for place in places if symbols[place] == keysym), None)
            if keycode is not None:
                found.append(keycode)
                break
        else:
            return None
    return found


def _layout(server: Server) -> int:
    """Return which of the keyboard's layouts is on."""
    keyboard = server.connection(xcffib.xkb.key)
    keyboard.UseExtension(1, 0).reply()
    number: int = keyboard.GetState(_CORE_KEYBOARD).reply().group
    return number
