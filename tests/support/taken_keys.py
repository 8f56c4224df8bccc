"""Whether a program has taken keys for itself, seen as another program would that wants them too."""

import xcffib
import xcffib.xproto

_ASYNCHRONOUS = 1
_MODIFIERS = xcffib.xproto.ModMask.Control | xcffib.xproto.ModMask.Shift


def is_taken(display: str, keysym: int) -> bool:
    """Return whether the key, with Ctrl and Shift, is a global shortcut of anybody on that display.

    Nobody else's requests are served meanwhile, so whoever wants the keys at this moment gets them nevertheless.
    """
    connection = xcffib.connect(display)
    try:
        connection.core.GrabServer()
        setup = connection.setup
        count = setup.max_keycode - setup.min_keycode + 1
        mapping = connection.core.GetKeyboardMapping(setup.min_keycode, count).reply()
        keycode = setup.min_keycode + list(mapping.keysyms).index(keysym) // mapping.keysyms_per_keycode
        root = setup.roots[0].root
        connection.core.GrabKeyChecked(False, root, _MODIFIERS, keycode, _ASYNCHRONOUS, _ASYNCHRONOUS).check()
    except xcffib.xproto.AccessError:
        return True
    else:
        return False
    finally:
        connection.disconnect()  # which lets go of everything
