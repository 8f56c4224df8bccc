"""Which chord is being pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from translator.surroundings.chord import FUNCTION_KEYS, MODIFIERS, Chord

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_MAC, _WINDOWS = "darwin", "win32"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"

# Where letters and digits are on a US keyboard, for layouts that have others there. X servers and Wayland say it as
# evdev's codes with 8 added; Windows and macOS as virtual keys, the latter's from Events.h (kVK_ANSI_A and so on).
_ROWS = ((10, "1234567890"), (24, "QWERTYUIOP"), (38, "ASDFGHJKL"), (52, "ZXCVBNM"))
_EVDEV = {first + place: key for first, row in _ROWS for place, key in enumerate(row)}
_VIRTUAL = {ord(key): key for key in _LETTERS + _DIGITS}
_MAC_CODES = dict(enumerate("ASDFHGZXCV")) | {
    0x0B: "B", 0x0C: "Q", 0x0D: "W", 0x0E: "E", 0x0F: "R", 0x10: "Y", 0x11: "T", 0x12: "1", 0x13: "2", 0x14: "3",
    0x15: "4", 0x16: "6", 0x17: "5", 0x19: "9", 0x1A: "7", 0x1C: "8", 0x1D: "0", 0x1F: "O", 0x20: "U", 0x22: "I",
    0x23: "P", 0x25: "L", 0x26: "J", 0x28: "K", 0x2D: "N", 0x2E: "M",
}  # fmt: skip

_NAMED = {
    Qt.Key.Key_Space: "Space", Qt.Key.Key_Insert: "Insert", Qt.Key.Key_Delete: "Delete", Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End", Qt.Key.Key_PageUp: "PgUp", Qt.Key.Key_PageDown: "PgDown", Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right", Qt.Key.Key_Up: "Up", Qt.Key.Key_Down: "Down", Qt.Key.Key_Pause: "Pause",
    Qt.Key.Key_Print: "Print", Qt.Key.Key_ScrollLock: "ScrollLock", Qt.Key.Key_Menu: "Menu",
}  # fmt: skip
_IN_PRESSING = {
    Qt.Key.Key_Control: "Ctrl", Qt.Key.Key_Alt: "Alt", Qt.Key.Key_Shift: "Shift", Qt.Key.Key_Meta: "Meta",
    Qt.Key.Key_Super_L: "Meta", Qt.Key.Key_Super_R: "Meta", Qt.Key.Key_AltGr: "", Qt.Key.Key_CapsLock: "",
    Qt.Key.Key_NumLock: "", Qt.Key.Key_Mode_switch: "",
}  # fmt: skip


def modifier_of(event: QKeyEvent, platform: str) -> str | None:
    """Return which modifier the key of this event is, empty for one that no chord has; None where it is none."""
    name = _IN_PRESSING.get(Qt.Key(event.key()))
    return _on(platform, name) if name else name


def modifiers_of(event: QKeyEvent, platform: str) -> tuple[str, ...]:
    """Return the modifiers that are held, in the order in which they are written."""
    held = event.modifiers()
    flags = {
        "Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier,
        "Shift": Qt.KeyboardModifier.ShiftModifier, "Meta": Qt.KeyboardModifier.MetaModifier,
    }  # fmt: skip
    names = {_on(platform, name) for name, flag in flags.items() if held & flag}
    return tuple(name for name in MODIFIERS if name in names)


def chord_of(event: QKeyEvent, platform: str) -> Chord | None:
    """Return what is pressed; None for keys that no chord has, as those of the number pad, or with AltGr."""
    if event.modifiers() & Qt.KeyboardModifier.GroupSwitchModifier:
        return None
    key = _key_of(event, platform)
    return Chord(modifiers_of(event, platform), key) if key else None


def _key_of(event: QKeyEvent, platform: str) -> str:
    number = event.key() - Qt.Key.Key_F1.value
    if 0 <= number < len(FUNCTION_KEYS):
        return FUNCTION_KEYS[number]
    named = _NAMED.get(Qt.Key(event.key()))
    if named is not None:
        return named
    if event.modifiers() & Qt.KeyboardModifier.KeypadModifier:
        return ""
    if 0 < event.key() < 128 and chr(event.key()) in _LETTERS + _DIGITS:
        return chr(event.key())
    return _by_place(event, platform)


def _by_place(event: QKeyEvent, platform: str) -> str:
    if platform == _WINDOWS:
        return _VIRTUAL.get(event.nativeVirtualKey(), "")
    if platform == _MAC:
        return _MAC_CODES.get(event.nativeVirtualKey(), "") if event.text() else ""
    return _EVDEV.get(event.nativeScanCode(), "")


def _on(platform: str, name: str) -> str:
    """Return the modifier that Qt means: on a Mac it calls Command Ctrl, and Ctrl Meta."""
    return {"Ctrl": "Meta", "Meta": "Ctrl"}.get(name, name) if platform == _MAC else name
