"""The program in front on Windows: its window, and keys through SendInput.

https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-sendinput. Windows drops keys for a program that runs
with more rights than this one, and tells nobody.
"""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING, Any

from translator.desktop.program_in_front.native.native import NativeProgramInFront

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.desktop.clipboard.own_use import OwnUse

CONTROL, INSERT, SHIFT, C, V = 0x11, 0x2D, 0x10, 0x43, 0x56
"""Virtual keys."""

_HELD_AT_TIMES = (0xA0, 0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0x5B, 0x5C)  # Shift, Ctrl, Alt and Windows, left and right
_IS_DOWN = 0x8000
_KEYBOARD, _EXTENDED, _RELEASE = 1, 0x1, 0x2
_EXTENDED_KEYS = frozenset((INSERT, 0xA3, 0xA5, 0x5B, 0x5C))
_ABORT_IF_HUNG, _PATIENCE_MILLISECONDS = 2, 300

# Where Ctrl+C without a selection ends what runs.
_CONSOLES = frozenset(("CASCADIA_HOSTING_WINDOW_CLASS", "ConsoleWindowClass", "PuTTY", "VirtualConsoleClass", "mintty"))


class KeyboardInput(ctypes.Structure):
    """KEYBDINPUT of winuser.h."""

    _fields_ = (
        ("key", ctypes.c_uint16), ("scan", ctypes.c_uint16), ("flags", ctypes.c_uint32), ("time", ctypes.c_uint32),
        ("extra", ctypes.c_size_t),
    )  # fmt: skip


class _Union(ctypes.Union):
    # MOUSEINPUT is the largest: two longs, three unsigned ones, and a pointer.
    _fields_ = (("keyboard", KeyboardInput), ("room", ctypes.c_size_t * (2 + 16 // ctypes.sizeof(ctypes.c_size_t))))


class Input(ctypes.Structure):
    """INPUT of winuser.h."""

    _fields_ = (("kind", ctypes.c_uint32), ("what", _Union))


class WindowsDesktop:
    """Windows of other programs. Each is known by its handle."""

    def __init__(self, user32: Any = None, own_process: int | None = None, own_thread: int | None = None) -> None:  # noqa: ANN401
        everything: Any = ctypes
        self._user = user32 or everything.WinDLL("user32", use_last_error=True)
        self._own_process = own_process or os.getpid()
        self._own_thread = own_thread
        window = ctypes.c_void_p
        for function, taken in (
            (self._user.GetWindowThreadProcessId, [window, ctypes.c_void_p]),
            (self._user.GetClassNameW, [window, ctypes.c_void_p, ctypes.c_int]),
            (self._user.SetForegroundWindow, [window]),
            (self._user.AttachThreadInput, [ctypes.c_ulong, ctypes.c_ulong, ctypes.c_int]),
            (self._user.SendMessageTimeoutW, [
                window, ctypes.c_uint, ctypes.c_size_t, ctypes.c_size_t, ctypes.c_uint, ctypes.c_uint, window,
            ]),
            (self._user.SendInput, [ctypes.c_uint, ctypes.c_void_p, ctypes.c_int]),
            (self._user.GetAsyncKeyState, [ctypes.c_int]),
        ):  # fmt: skip
            function.argtypes = taken
        self._user.GetForegroundWindow.restype = window

    def in_front(self) -> int:
        """Return the window in front, unless it is this program's."""
        window: int = self._user.GetForegroundWindow() or 0
        process = ctypes.c_ulong(0)
        self._user.GetWindowThreadProcessId(window, ctypes.byref(process))
        return 0 if process.value == self._own_process else window

    def is_allowed(self) -> bool:
        """Return that every program may press keys."""
        return True

    def is_answering(self, program: int) -> bool:
        """Return whether the window takes messages."""
        patience = _PATIENCE_MILLISECONDS
        return bool(self._user.SendMessageTimeoutW(program, 0, 0, 0, _ABORT_IF_HUNG, patience, None))

    def bring_to_front(self, program: int) -> None:
        """Ask for this window to be in front: from the thread that is, which alone is let."""
        front = self._user.GetWindowThreadProcessId(self._user.GetForegroundWindow(), None)
        own = self._own_thread or _current_thread()
        is_joined = front != own and self._user.AttachThreadInput(own, front, 1)
        self._user.SetForegroundWindow(program)
        if is_joined:
            self._user.AttachThreadInput(own, front, 0)

    def press_copy(self, program: int) -> bool:
        """Press its keys for Copy; return whether that was possible."""
        return self._press((CONTROL, INSERT) if self._is_console(program) else (CONTROL, C))

    def press_paste(self, program: int) -> bool:
        """Press its keys for Paste; return whether that was possible."""
        return self._press((SHIFT, INSERT) if self._is_console(program) else (CONTROL, V))

    def _is_console(self, window: int) -> bool:
        name = ctypes.create_unicode_buffer(256)
        self._user.GetClassNameW(window, name, len(name))
        return name.value in _CONSOLES

    def _press(self, keys: Sequence[int]) -> bool:
        held = [key for key in _HELD_AT_TIMES if self._user.GetAsyncKeyState(key) & _IS_DOWN]
        events = [
            *((key, _RELEASE) for key in held), *((key, 0) for key in keys), *((key, _RELEASE) for key in keys[::-1]),
        ]  # fmt: skip
        inputs = (Input * len(events))(*(_input(key, flags) for key, flags in events))
        sent: int = self._user.SendInput(len(events), inputs, ctypes.sizeof(Input))
        return sent == len(events)


def _input(key: int, flags: int) -> Input:
    extended = _EXTENDED if key in _EXTENDED_KEYS else 0
    return Input(_KEYBOARD, _Union(keyboard=KeyboardInput(key, 0, flags | extended, 0, 0)))


def _current_thread() -> int:
    everything: Any = ctypes
    number: int = everything.WinDLL("kernel32").GetCurrentThreadId()
    return number


def find_windows_program(own_use: OwnUse) -> NativeProgramInFront:
    """Return the program in front on this computer."""
    from translator.desktop.clipboard.windows import WindowsBoard

    return NativeProgramInFront(WindowsDesktop(), lambda: WindowsBoard(own_use), own_use)
