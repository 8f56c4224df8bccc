"""Global shortcuts on Windows: RegisterHotKey, whose messages come to the thread of the window.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-registerhotkey
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import wintypes
from itertools import count
from typing import Any, Protocol

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication

from translator.desktop.hotkeys.keys import KeyShortcuts, Pressed
from translator.surroundings.chord import FUNCTION_KEYS, Chord
from translator.surroundings.hotkeys import Outcome

NAME = "RegisterHotKey"

WM_HOTKEY = 0x0312
ALREADY_REGISTERED = 1409
NO_REPEAT = 0x4000
MODIFIERS = {"Alt": 0x1, "Ctrl": 0x2, "Shift": 0x4, "Meta": 0x8}

_F1 = 0x70
_OTHERS = {
    "Pause": 0x13, "Space": 0x20, "PgUp": 0x21, "PgDown": 0x22, "End": 0x23, "Home": 0x24, "Left": 0x25, "Up": 0x26,
    "Right": 0x27, "Down": 0x28, "Print": 0x2C, "Insert": 0x2D, "Delete": 0x2E, "Menu": 0x5D, "ScrollLock": 0x91,
}  # fmt: skip


class User32(Protocol):
    """What is used of user32.dll. ``window`` None is the calling thread. Each returns 0 where it failed."""

    def RegisterHotKey(self, window: None, number: int, modifiers: int, key: int) -> int:  # noqa: N802 - Windows' name
        """Take these keys."""
        ...

    def UnregisterHotKey(self, window: None, number: int) -> int:  # noqa: N802 - Windows' name
        """Let go of them."""
        ...


def make_shortcuts() -> KeyShortcuts:
    """Return this computer's shortcuts."""
    everything: Any = ctypes
    user32 = everything.WinDLL("user32", use_last_error=True)
    user32.RegisterHotKey.argtypes = [wintypes.HWND, ctypes.c_int, wintypes.UINT, wintypes.UINT]
    user32.UnregisterHotKey.argtypes = [wintypes.HWND, ctypes.c_int]
    return KeyShortcuts(NAME, "win32", WindowsKeys(user32, everything.get_last_error))


def virtual_key_of(key: str) -> int:
    """Return Windows' code of a chord's key: of letters and digits the one that the layout in use gives them."""
    if key in _OTHERS:
        return _OTHERS[key]
    return _F1 + FUNCTION_KEYS.index(key) if key in FUNCTION_KEYS else ord(key)


class WindowsKeys:
    """Takes keys for the thread that calls it, which must be the one of the window."""

    def __init__(self, user32: User32, last_error: Callable[[], int]) -> None:
        self._user32 = user32
        self._last_error = last_error
        self._numbers = count(1)
        self._held: dict[Chord, int] = {}
        self._filter: _HotKeyFilter | None = None

    async def open(self, pressed: Pressed) -> bool:
        """Call this with whatever is pressed."""
        self._pressed = pressed
        self._filter = _HotKeyFilter(self._tell)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
        return application is not None

    def take(self, chord: Chord) -> Outcome:
        """Take these keys. Held down they count once."""
        number = next(self._numbers)
        modifiers = sum(MODIFIERS[name] for name in chord.modifiers) | NO_REPEAT
        if self._user32.RegisterHotKey(None, number, modifiers, virtual_key_of(chord.key)):
            self._held[chord] = number
            return Outcome.BOUND
        return Outcome.TAKEN if self._last_error() == ALREADY_REGISTERED else Outcome.IMPOSSIBLE

    def holds(self, chord: Chord) -> bool:
        """Return whether these are taken."""
        return chord in self._held

    def release(self, chord: Chord) -> None:
        """Let go of them."""
        self._user32.UnregisterHotKey(None, self._held.pop(chord))

    def close(self) -> None:
        """Let go of everything."""
        for chord in list(self._held):
            self.release(chord)
        application = QCoreApplication.instance()
        if application is not None and self._filter is not None:
            application.removeNativeEventFilter(self._filter)
        self._filter = None

    def _tell(self, number: int) -> None:
        for chord, taken in self._held.items():
            if taken == number:
                self._pressed(chord, "")
                return


class _HotKeyFilter(QAbstractNativeEventFilter):
    """Picks the hot keys out of the thread's messages."""

    def __init__(self, heard: Callable[[int], None]) -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, event_type: QByteArray | bytes | bytearray | memoryview[int], message: int
    ) -> tuple[bool, int]:
        """Take what is a hot key; let everything else pass."""
        if event_type == b"windows_generic_MSG":
            told = wintypes.MSG.from_address(int(message))
            if told.message == WM_HOTKEY:
                self._heard(int(told.wParam))
                return True, 0
        return False, 0
