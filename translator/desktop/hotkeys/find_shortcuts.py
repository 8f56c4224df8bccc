"""Which way to global shortcuts serves here. Nothing of Qt is imported until the shortcuts themselves are made."""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from translator.desktop.hotkeys.none import NoShortcuts
from translator.desktop.wayland import is_wayland

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from translator.desktop.hotkeys.keys import KeyShortcuts
    from translator.desktop.hotkeys.portal.shortcuts import PortalShortcuts
    from translator.surroundings.summons import Summons

Shortcuts: TypeAlias = "KeyShortcuts | PortalShortcuts | NoShortcuts"

log = logging.getLogger(__name__)


class Way(Enum):
    """How global shortcuts are had. The value is how ``doctor`` and the settings name it."""

    X11 = "X11 (XGrabKey)"
    PORTAL = "GlobalShortcuts portal"
    WINDOWS = "RegisterHotKey"
    MACOS = "RegisterEventHotKey"
    NONE = ""


async def find_way(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Way:
    """Return the way that serves on this desktop. Asks the X server, or the session bus; binds nothing.

    On a Wayland desktop an X server is there as well, but it hears keys only while one of its own windows has them.
    """
    if platform in ("win32", "darwin"):
        return Way.WINDOWS if platform == "win32" else Way.MACOS
    try:
        if not is_wayland(environment):
            server = await _look_at(environment.get("DISPLAY", ""))
            if server != "for_wayland":
                return Way.X11 if server == "real" else Way.NONE
        return Way.PORTAL if await _has_portal(environment) else Way.NONE
    except (ImportError, OSError) as error:  # without xcffib, libxcb or jeepney
        log.info("No way to global shortcuts: %r", error)
        return Way.NONE


async def find_shortcuts(
    describe: Callable[[Summons], str], environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Shortcuts:
    """Return the shortcuts of this desktop. ``describe`` says what each is for; some desktops show that to the user."""
    return await make_shortcuts(await find_way(environment, platform), describe, environment)


async def make_shortcuts(
    way: Way, describe: Callable[[Summons], str], environment: Mapping[str, str] = os.environ
) -> Shortcuts:
    """Return the shortcuts that are had in this way; on Windows and macOS, on the thread of the window."""
    if way is Way.X11:
        x11 = await asyncio.to_thread(_import_x11)
        return x11(environment.get("DISPLAY", ""))
    if way is Way.PORTAL:
        from translator.desktop.bus.session_bus import address_of
        from translator.desktop.hotkeys.portal.shortcuts import PortalShortcuts

        return PortalShortcuts(address_of(environment), describe)
    if way is Way.WINDOWS:
        from translator.desktop.hotkeys import windows

        return windows.make_shortcuts()
    if way is Way.MACOS:
        from translator.desktop.hotkeys.macos import keys

        return keys.make_shortcuts()
    return NoShortcuts()


async def _look_at(display: str) -> str:
    def look() -> str:
        from translator.desktop.x11.display import look_at

        return look_at(display).value

    return await asyncio.to_thread(look) if display else "none"


async def _has_portal(environment: Mapping[str, str]) -> bool:
    from translator.desktop.bus.session_bus import address_of
    from translator.desktop.hotkeys.portal.shortcuts import find_portal

    return await find_portal(address_of(environment)) > 0


def _import_x11() -> Callable[[str], KeyShortcuts]:
    from translator.desktop.hotkeys.x11.keys import make_shortcuts as make_x11_shortcuts

    return make_x11_shortcuts
