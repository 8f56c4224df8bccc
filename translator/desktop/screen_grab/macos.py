"""Pictures of the screens on macOS, which are of nothing but the desktop until the user allows more.

CoreGraphics/CGWindow.h, since macOS 10.15: CGPreflightScreenCaptureAccess, CGRequestScreenCaptureAccess.
"""

import ctypes
import ctypes.util
from typing import Any

from PySide6.QtGui import QImage, QScreen

from translator.desktop.screen_grab.qt import QtGrab
from translator.surroundings.copied import NotAllowed

_PLACE = "/System/Library/Frameworks/CoreGraphics.framework/CoreGraphics"


def open_core_graphics() -> ctypes.CDLL:
    """Return the framework, with the types of what is used of it. Raises OSError."""
    graphics = ctypes.CDLL(ctypes.util.find_library("CoreGraphics") or _PLACE)
    for name in ("CGPreflightScreenCaptureAccess", "CGRequestScreenCaptureAccess"):
        function = getattr(graphics, name)
        function.argtypes = []
        function.restype = ctypes.c_bool
    return graphics


class MacGrab(QtGrab):
    """The port ``ScreenGrab`` on macOS. ``graphics`` is the framework CoreGraphics."""

    def __init__(self, graphics: Any) -> None:  # noqa: ANN401 - what ctypes has loaded, or a recording stand-in
        self._graphics = graphics

    async def grab(self) -> list[tuple[QScreen, QImage]]:
        """Return what each screen shows now. Raises NotAllowed, and lets the system ask the user, and CannotGrab."""
        if not self._graphics.CGPreflightScreenCaptureAccess():
            self._graphics.CGRequestScreenCaptureAccess()
            raise NotAllowed
        return await super().grab()
