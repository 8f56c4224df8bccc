"""Whether this desktop has a tray, found out once and without Qt: for the command line."""

import asyncio
from collections.abc import Mapping

from translator.desktop.tray.watcher import HAS_HOST, PATH, WATCHER

_PATIENCE_SECONDS = 2


async def find_tray(environment: Mapping[str, str], platform: str) -> bool:
    """Return whether there is one now. Windows and macOS always have it."""
    if platform in ("win32", "darwin"):
        return True
    try:
        return await _has_watcher(environment) or await _has_x11_tray(environment.get("DISPLAY", ""))
    except (ImportError, OSError):  # without jeepney, xcffib or libxcb
        return False


async def _has_watcher(environment: Mapping[str, str]) -> bool:
    from jeepney import DBusAddress, message_bus

    from translator.desktop.bus.session_bus import BusGone, CallRefused, SessionBus, address_of

    try:
        bus = await SessionBus.open(address_of(environment), lambda _: None, lambda: None, _PATIENCE_SECONDS)
    except BusGone:
        return False
    try:
        (is_running,) = await bus.call(message_bus, "NameHasOwner", "s", WATCHER, patience=_PATIENCE_SECONDS)
        if not is_running:  # a call would start it
            return False
        watcher = DBusAddress(PATH, WATCHER, "org.freedesktop.DBus.Properties")
        (told,) = await bus.call(watcher, "Get", "ss", WATCHER, HAS_HOST, patience=_PATIENCE_SECONDS)
    except (BusGone, CallRefused):
        return False
    finally:
        await bus.close()
    return bool(told[1])


async def _has_x11_tray(display: str) -> bool:
    def ask() -> bool:
        from translator.desktop.x11.display import has_tray

        return has_tray(display)

    return bool(display) and await asyncio.to_thread(ask)
