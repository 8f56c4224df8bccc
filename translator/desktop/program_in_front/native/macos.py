"""The program in front on macOS: an application, and keys through Quartz, which the user has to allow.

The permission is in the system's settings, under Privacy and Security, Accessibility.
https://developer.apple.com/documentation/coregraphics/quartz-event-services
"""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING, Any

from translator.desktop.macos.keyboard_layout import find_places
from translator.desktop.macos.objective_c import ObjectiveC
from translator.desktop.program_in_front.native.native import NativeProgramInFront

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translator.desktop.clipboard.own_use import OwnUse

C, V = 8, 9
"""Keys by their place on a US keyboard (HIToolbox/Events.h), for layouts that do not say where theirs are."""

_SERVICES = "/System/Library/Frameworks/ApplicationServices.framework/ApplicationServices"
_COMMAND = 1 << 20
_HARDWARE = 0  # events go in where those of the keyboard do
_IGNORING_OTHERS = 2


class MacDesktop:
    """Applications. Each is known by its process. ``places`` says where the layout has its letters."""

    def __init__(
        self, runtime: ObjectiveC | None = None, services: Any = None, own_process: int | None = None,  # noqa: ANN401
        places: Mapping[str, int] | None = None,
    ) -> None:  # fmt: skip
        self._runtime = runtime or ObjectiveC()
        self._services = services or ctypes.CDLL(_SERVICES)
        self._own_process = own_process or os.getpid()
        self._places = {"C": C, "V": V} | dict(places or {})
        pointer = ctypes.c_void_p
        self._services.AXIsProcessTrusted.restype = ctypes.c_bool
        make = self._services.CGEventCreateKeyboardEvent
        make.restype, make.argtypes = pointer, [pointer, ctypes.c_uint16, ctypes.c_bool]
        self._services.CGEventSetFlags.argtypes = [pointer, ctypes.c_uint64]
        self._services.CGEventPost.argtypes = [ctypes.c_uint32, pointer]
        self._services.CFRelease.argtypes = [pointer]

    def in_front(self) -> int:
        """Return the application in front, unless it is this one."""
        runtime = self._runtime
        with runtime.pool():
            workspace = runtime.send(runtime.class_named("NSWorkspace"), "sharedWorkspace")
            application = runtime.send(workspace, "frontmostApplication")
            process = runtime.send(application, "processIdentifier") & 0xFFFFFFFF if application else 0
        return 0 if process == self._own_process else process

    def is_allowed(self) -> bool:
        """Return whether the user lets this program press keys."""
        return bool(self._services.AXIsProcessTrusted())

    def is_answering(self, program: int) -> bool:
        """Return whether the application is still there."""
        with self._runtime.pool():
            return self._application(program) != 0

    def bring_to_front(self, program: int) -> None:
        """Ask for the application to be in front."""
        with self._runtime.pool():
            application = self._application(program)
            if application:
                self._runtime.send(application, "activateWithOptions:", _IGNORING_OTHERS)

    def _application(self, process: int) -> int:
        kind = self._runtime.class_named("NSRunningApplication")
        return self._runtime.send(kind, "runningApplicationWithProcessIdentifier:", process)

    def press_copy(self, program: int) -> bool:
        """Press Command+C; return whether that was possible."""
        return self._press(self._places["C"])

    def press_paste(self, program: int) -> bool:
        """Press Command+V; return whether that was possible."""
        return self._press(self._places["V"])

    def _press(self, key: int) -> bool:
        # The event says which modifiers it has: those that are held down meanwhile do not count.
        for is_down in (True, False):
            event = self._services.CGEventCreateKeyboardEvent(None, key, is_down)
            if not event:
                return False
            self._services.CGEventSetFlags(event, _COMMAND)
            self._services.CGEventPost(_HARDWARE, event)
            self._services.CFRelease(event)
        return True


def find_mac_program(own_use: OwnUse) -> NativeProgramInFront:
    """Return the program in front on this computer."""
    from translator.desktop.clipboard.macos import MacBoard

    return NativeProgramInFront(MacDesktop(places=_read_places()), lambda: MacBoard(own_use), own_use)


def _read_places() -> dict[str, int]:
    """Return the layout that is in use at the start: on other threads than the window's it cannot be read."""
    try:
        return find_places()()
    except (OSError, ValueError):
        return {}
