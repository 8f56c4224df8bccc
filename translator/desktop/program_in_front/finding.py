"""How this desktop lets one read from, and write to, the program in front."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from translator.desktop.clipboard.own_use import OwnUse
    from translator.desktop.program_in_front.elsewhere import ElsewhereInFront
    from translator.desktop.program_in_front.native.native import NativeProgramInFront
    from translator.desktop.program_in_front.x11.x11 import X11ProgramInFront


def find_program_in_front(own_use: OwnUse) -> X11ProgramInFront | NativeProgramInFront | ElsewhereInFront:
    """Return the desktop's way. ``own_use`` is shared with the clipboard, which tells nobody of such use."""
    if QGuiApplication.platformName() == "xcb":
        from translator.desktop.program_in_front.x11.x11 import X11ProgramInFront

        return X11ProgramInFront(own_use)
    if sys.platform == "win32":
        from translator.desktop.program_in_front.native.windows import find_windows_program

        return find_windows_program(own_use)
    if sys.platform == "darwin":
        from translator.desktop.program_in_front.native.macos import find_mac_program

        return find_mac_program(own_use)
    from translator.desktop.program_in_front.elsewhere import ElsewhereInFront

    return ElsewhereInFront(is_wayland=QGuiApplication.platformName().startswith("wayland"))
