"""Widgets as windows of their own."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def shown(widget: W, qtbot: QtBot, width: int, height: int) -> W:
    """Show a widget at this size, in pixels, until the test ends, and return it."""
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()
    return widget
