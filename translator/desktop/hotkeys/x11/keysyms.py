"""The keysyms of the keys that a chord may name (X11/keysymdef.h), and where a US keyboard has them."""

from translator.surroundings.chord import FUNCTION_KEYS

_F1 = 0xFFBE
_OTHERS = {
    "Space": 0x0020, "Insert": 0xFF63, "Delete": 0xFFFF, "Home": 0xFF50, "End": 0xFF57, "PgUp": 0xFF55,
    "PgDown": 0xFF56, "Left": 0xFF51, "Right": 0xFF53, "Up": 0xFF52, "Down": 0xFF54, "Pause": 0xFF13, "Print": 0xFF61,
    "ScrollLock": 0xFF14, "Menu": 0xFF67,
}  # fmt: skip
_US_ROWS = ((10, "1234567890"), (24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"))
_F13_KEYCODE = 191

ALT = frozenset((0xFFE9, 0xFFEA))
SUPER = frozenset((0xFFEB, 0xFFEC))
NUM_LOCK = frozenset((0xFF7F,))
SCROLL_LOCK = frozenset((0xFF14,))


def keysym_of(key: str) -> int:
    """Return the keysym of a chord's key; of a letter the small one."""
    if key in _OTHERS:
        return _OTHERS[key]
    return _F1 + FUNCTION_KEYS.index(key) if key in FUNCTION_KEYS else ord(key.lower())


def us_keycode_of(key: str) -> int | None:
    """Return the keycode (evdev's, as X servers have them) of a key that a layout may lack; None for the others.

    Those are letters and digits, which layouts of other scripts do not have, and F13 to F24, to which many layouts
    give other names.
    """
    for first, row in _US_ROWS:
        if key in row:
            return first + row.index(key)
    number = FUNCTION_KEYS.index(key) if key in FUNCTION_KEYS else 0
    return _F13_KEYCODE + number - 12 if number >= 12 else None
