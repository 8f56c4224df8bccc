"""How large a window may be: no larger than its screen has room for, with a frame."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 40)
"""What the frame may take, which nobody knows before the window is shown: the title bar, and an edge on either side."""


def room_for(window: QWidget) -> QSize:
    """Return the room on the screen where the window is, or where the one that it belongs to is."""
    owner = window.parentWidget()
    there = owner.window() if owner is not None and not window.isVisible() else window
    # Not by QWidget.screen(): PySide lets the screen go with the widget that was asked for it.
    screen = QGuiApplication.screenAt(there.geometry().center()) or QGuiApplication.primaryScreen()
    return screen.availableSize() - _FRAME


def fit_into_screen(window: QWidget) -> None:
    """Make the window no larger than there is room for, unless it fills the screen as it is."""
    if not window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
        window.resize(window.size().boundedTo(room_for(window)))
