"""How pictures of the screens are had on this platform."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from translator.desktop.screen_grab.qt import QtGrab
from translator.desktop.wayland import is_wayland

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translator.desktop.screen_grab.portal import PortalGrab


def find_screen_grab(platform: str = sys.platform, environment: Mapping[str, str] | None = None) -> QtGrab | PortalGrab:
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
