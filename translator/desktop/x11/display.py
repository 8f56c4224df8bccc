"""What kind of X server a display is. Import this on a thread: loading xcffib takes 250 ms."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import xcffib
import xcffib.xproto

_FOR_WAYLAND = b"XWAYLAND"
_TRAY = b"_NET_SYSTEM_TRAY_S%d"


class XServer(Enum):
    """What answers on a display."""

    NONE = "none"
    REAL = "real"
    FOR_WAYLAND = "for_wayland"
    """It serves X11 programs on a Wayland desktop: they hear no keys that are pressed in other programs."""


def look_at(display: str) -> XServer:
    """Return what answers there; it may take as long as the server does."""
    try:
        connection = _connect(display)
    except xcffib.XcffibException:
        return XServer.NONE
    try:
        told = connection.core.QueryExtension(len(_FOR_WAYLAND), _FOR_WAYLAND).reply()
    except xcffib.XcffibException:
        return XServer.NONE
    finally:
        connection.disconnect()
    return XServer.FOR_WAYLAND if told.present else XServer.REAL


def has_tray(display: str) -> bool:
    """Return whether a tray of the older kind, made of windows, is there."""
    try:
        connection = _connect(display)
    except xcffib.XcffibException:
        return False
    try:
        name = _TRAY % connection.pref_screen
        atom = connection.core.InternAtom(True, len(name), name).reply().atom
        return bool(atom) and bool(connection.core.GetSelectionOwner(atom).reply().owner)
    except xcffib.XcffibException:
        return False
    finally:
        connection.disconnect()


def _connect(display: str) -> Any:  # noqa: ANN401 - xcffib publishes no types
    connect: Callable[[str], Any] = xcffib.connect
    return connect(display)
