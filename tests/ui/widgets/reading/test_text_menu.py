"""The menu of a text undoes and redoes as the keys do."""

from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from translator.ui.widgets.reading.reading_edit import ReadingEdit
from translator.ui.widgets.reading.text_menu import text_menu


def action_of(edit: ReadingEdit, name: str) -> QAction:
    menu = text_menu(edit, edit.undo)
    menu.setParent(edit)
    (action,) = menu.findChildren(QAction, name)
    return action


def test_what_can_be_undone_is_undone_and_then_redone(edit: ReadingEdit, qtbot: QtBot) -> None:
    assert not action_of(edit, "edit-undo").isEnabled()
    qtbot.keyClicks(edit, "one")
    assert not action_of(edit, "edit-redo").isEnabled()

    for name, text in (("edit-undo", ""), ("edit-redo", "one")):
        action = action_of(edit, name)
        assert action.isEnabled()
        action.trigger()
        assert edit.text() == text


def test_whoever_has_more_to_bring_back_says_what_undo_does(edit: ReadingEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "one")
    asked: list[str] = []
    menu = text_menu(edit, lambda: asked.append("undo"))
    menu.setParent(edit)
    (action,) = menu.findChildren(QAction, "edit-undo")
    action.trigger()

    assert (asked, edit.text()) == (["undo"], "one")
