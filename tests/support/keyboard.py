"""A hand on the keyboard of the X server: keys come as from the hardware, and nobody has to be asked at that moment."""

import time
from collections.abc import Sequence

import xcffib
import xcffib.xproto
import xcffib.xtest

from translator.desktop.x11.server import Server

ESCAPE = (0xFF1B,)
CTRL_SHIFT_F1 = (0xFFE3, 0xFFE1, 0xFFBE)
"""The shortcut that translates the clipboard, unless the user has chosen another. Keysyms, in the order of pressing."""

_PRESS, _RELEASE = 2, 3


class Keyboard:
    """Presses keys together."""

    def __init__(self) -> None:
        self._server = Server()
        setup = self._server.connection.setup
        first = setup.min_keycode
        table = self._server.core.GetKeyboardMapping(first, setup.max_keycode - first + 1).reply()
        width = table.keysyms_per_keycode
        self._codes = {symbol: first + place // width for place, symbol in reversed([*enumerate(table.keysyms)])}
        self._test = self._server.connection(xcffib.xtest.key)

    def press(self, keys: Sequence[int]) -> float:
        """Press them, and let go at once; return when the last of them went down (time.monotonic)."""
        codes = [self._codes[key] for key in keys]
        for code in codes[:-1]:
            self._fake(_PRESS, code)
        self._server.core.GetInputFocus().reply()
        pressed = time.monotonic()
        self._fake(_PRESS, codes[-1])
        for code in reversed(codes):
            self._fake(_RELEASE, code)
        self._server.connection.flush()
        return pressed

    def focus(self) -> int:
        """Return the window that the keys go to."""
        window: int = self._server.core.GetInputFocus().reply().focus
        return window

    def close(self) -> None:
        """Take the hand away."""
        self._server.close()

    def _fake(self, what: int, code: int) -> None:
        self._test.FakeInput(what, code, xcffib.xproto.Time.CurrentTime, 0, 0, 0, 0)
