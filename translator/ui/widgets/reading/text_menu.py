"""The menu of a text field, in which each action does what its key does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMenu

    from translator.ui.widgets.reading.reading_edit import ReadingEdit


def text_menu(edit: ReadingEdit, undo: Callable[[], object]) -> QMenu:
    """Return the usual menu, with undo and redo as they are by key; Qt's own would find nothing to undo."""
    menu = edit.createStandardContextMenu()
    for name, can, does in (
        ("edit-undo", edit.undoing.can_undo, undo), ("edit-redo", edit.undoing.can_redo, edit.redo),
    ):  # fmt: skip
        for action in menu.findChildren(QAction, name):
            action.setEnabled(can)
            replace_action(action, does)
    return menu


def replace_action(action: QAction, does: Callable[[], object]) -> None:
    """Let an action do this, and nothing of what it did."""
    action.triggered.disconnect()
    action.triggered.connect(lambda _checked=False: does())
