"""Whether windows can be translucent on this desktop."""

from contextlib import closing

from PySide6.QtGui import QGuiApplication


def shows_translucent_windows() -> bool:
    """Return whether what a window leaves out is seen through; on X11 that takes a compositing manager."""
    return QGuiApplication.platformName() != "xcb" or _has_compositing_manager()


def _has_compositing_manager() -> bool:
    from translator.desktop.x11.server import FAULTS, Server

    try:
        with closing(Server()) as server:
            # Extended Window Manager Hints: the selection that a compositing manager owns, one for each screen.
            return server.owner_of(f"_NET_WM_CM_S{server.connection.pref_screen}") != 0
    except FAULTS:
        return False
