"""How pictures of the screens are had on this platform."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtGui import QImage, QScreen

from translator.desktop.screen_grab.qt import QtGrab
from translator.desktop.wayland import is_wayland
from translator.surroundings.picture import Picture


class ScreenGrab(Protocol):
    """What ``ui.desktop_ports.ScreenGrab`` asks for."""

    async def grab(self) -> Sequence[tuple[QScreen, QImage]] | Picture | None:
        """Return what each screen shows now, or the part that the user chose. Raises CannotGrab and NotAllowed."""
        ...


def find_screen_grab(platform: str = sys.platform, environment: Mapping[str, str] | None = None) -> ScreenGrab:
    """Return what makes pictures of the screens here. It starts nothing yet.

    On Wayland Qt sees nothing but its own windows, through the X server there as well: only the portal does.
    """
    variables = os.environ if environment is None else environment
    if platform == "darwin":
        from translator.desktop.screen_grab.macos import MacGrab, open_core_graphics

        return MacGrab(open_core_graphics())
    if platform == "win32" or not is_wayland(variables):
        return QtGrab()
    from translator.desktop.bus.session_bus import address_of
    from translator.desktop.screen_grab.portal import PortalGrab

    return PortalGrab(address_of(variables))
