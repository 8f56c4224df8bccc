"""Whether this desktop lets a program see that another one has copied something."""

from PySide6.QtGui import QGuiApplication

_TELLING = ("xcb", "windows")


def sees_copies(qt_platform: str = "") -> bool:
    """Return whether Qt tells of it while none of our windows is in front.

    X11 does so through XFixes, Windows through a listener of its clipboard. Wayland tells only the program that has
    the focus. macOS tells nobody: there one would have to look several times a second, and Qt looks only when the
    program comes to the front.
    """
    return (qt_platform or QGuiApplication.platformName()) in _TELLING
