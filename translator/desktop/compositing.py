"""Whether windows can be translucent on this desktop."""

from PySide6.QtGui import QGuiApplication


def shows_translucent_windows() -> bool:
    """Return whether what a window leaves out is seen through; on X11 that takes a compositing manager."""
    return QGuiApplication.platformName() != "xcb" or _has_compositing_manager()


def _has_compositing_manager() -> bool:
    from translator.desktop.x11.server import FAULTS, Server

    try:
        server = Server()
    except FAULTS:
        return False
    try:
        # Extended Window Manager Hints: the selection that a compositing manager owns, one for each screen.
        return server.owner_of("_NET_WM_CM_S0") != 0
    except FAULTS:
        return False
    finally:
        server.close()
