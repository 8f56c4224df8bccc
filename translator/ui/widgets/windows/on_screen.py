"""Which screen a place is on, and how large a window may be there: no larger than there is room for, with a frame."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 40)
"""What the frame may take, which nobody knows before the window is shown: the title bar, and an edge on either side."""


def screen_at(place: QPoint) -> QScreen:
    """Return the screen that has this place of the desktop; where none has, the first one.

    A widget is not asked by ``QWidget.screen()``: PySide would let the screen go with the widget.
    """
    return QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()


def room_for(window: QWidget) -> QSize:
    """Return the room on the screen where the window is, or where the one that it belongs to is."""
    owner = window.parentWidget()
    there = owner.window() if owner is not None and not window.isVisible() else window
    return screen_at(there.geometry().center()).availableSize() - _FRAME


def fit_into_screen(window: QWidget) -> None:
    """Make the window no larger than there is room for, unless it fills the screen as it is."""
    if not window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
        window.resize(window.size().boundedTo(room_for(window)))
