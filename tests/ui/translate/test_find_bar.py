"""Find, in the pane that has the focus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.translate.find_bar import FindBar
from translator.ui.translate.source.source_editor import SourceEditor


class Search:
    """A bar over an editor that says "one two ONE"."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.editor = SourceEditor(theme)
        self.bar = FindBar(theme, self.editor, "source")
        self.editor.setParent(self.window)
        self.bar.setParent(self.window)
        self.bar.hide()
        self.editor.setGeometry(0, 60, 400, 200)
        self.editor.replace_text("one two ONE")
        with qtbot.waitActive(self.window):
            self.window.show()
        self.bar.open()

    @property
    def field(self) -> QLineEdit:
        found = self.bar.findChild(QLineEdit, "sourceFindField")
        assert found is not None
        return found

    @property
    def result(self) -> str:
        found = self.bar.findChild(QLabel, "sourceFindResult")
        assert found is not None
        return found.text()

    @property
    def selected(self) -> tuple[int, str]:
        cursor = self.editor.textCursor()
        return cursor.selectionStart(), cursor.selectedText()

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.field, text)

    def press(self, key: Qt.Key, *, shift: bool = False) -> None:
        modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        self.qtbot.keyClick(self.field, key, modifier)


@pytest.fixture
def search(theme: Theme, qtbot: QtBot) -> Search:
    return Search(theme, qtbot)


def test_it_searches_as_one_types(search: Search) -> None:
    search.type("two")

    assert search.selected == (4, "two")
    assert search.field.hasFocus()


def test_a_longer_word_is_looked_for_from_where_the_shorter_was(search: Search) -> None:
    search.type("o")
    assert search.selected == (0, "o")
    search.type("ne")

    assert search.selected == (0, "one")


def test_enter_goes_on_and_round(search: Search) -> None:
    search.type("one")
    search.press(Qt.Key.Key_Return)
    assert search.selected == (8, "ONE")
    search.press(Qt.Key.Key_Return)
    assert search.selected == (0, "one")


def test_shift_and_enter_go_back_and_round(search: Search) -> None:
    search.type("one")
    search.press(Qt.Key.Key_Enter, shift=True)

    assert search.selected == (8, "ONE")


def test_buttons_do_the_same(search: Search) -> None:
    search.type("one")
    for name, place in (("sourceFindNextButton", 8), ("sourceFindPreviousButton", 0)):
        button = search.bar.findChild(QToolButton, name)
        assert button is not None
        search.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert search.selected[0] == place


def test_what_is_not_there_is_said_and_the_place_is_kept(search: Search) -> None:
    search.type("two")
    search.type("x")

    assert search.result == "Not found"
    assert search.editor.textCursor().selectionStart() == 4
    search.press(Qt.Key.Key_Backspace)
    assert search.result == ""
    assert search.selected == (4, "two")


def test_escape_closes_and_goes_back_to_the_text(search: Search) -> None:
    search.type("two")
    search.press(Qt.Key.Key_Escape)

    assert search.bar.isHidden()
    assert search.editor.hasFocus()
    assert search.selected == (4, "two")


def test_it_opens_with_what_is_selected(search: Search) -> None:
    search.bar.close_search()
    cursor = search.editor.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    search.editor.setTextCursor(cursor)
    search.bar.open()

    assert search.field.text() == search.field.selectedText() == "two"


def test_several_selected_lines_are_not_looked_for(search: Search) -> None:
    search.bar.close_search()
    search.editor.replace_text("one\ntwo")
    search.editor.selectAll()
    search.bar.open()

    assert search.field.text() == ""
