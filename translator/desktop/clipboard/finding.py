"""Which clipboard this desktop has."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from translator.desktop.clipboard.qt_clipboard import QtClipboard

if TYPE_CHECKING:
    from translator.desktop.clipboard.own_use import OwnUse
    from translator.desktop.clipboard.x11.x11_clipboard import X11Clipboard


def find_clipboard(own_use: OwnUse) -> QtClipboard | X11Clipboard:
    """Return the system's clipboard. ``own_use`` is shared with whatever reads and writes in the program in front."""
    if QGuiApplication.platformName() == "xcb":
        from translator.desktop.clipboard.x11.x11_clipboard import X11Clipboard

        return X11Clipboard(own_use)
    if sys.platform == "win32":
        from translator.desktop.clipboard.windows import change_number

        return QtClipboard(own_use, change_number)
    if sys.platform == "darwin":
        from translator.desktop.clipboard.macos import change_number

        return QtClipboard(own_use, change_number)
    return QtClipboard(own_use)
