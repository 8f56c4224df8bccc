"""The panel of matches: below the translation or beside it, and used by keyboard and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.matches.differences import Kind, Piece
from translator.ui.matches.screen import MatchRow
from translator.ui.matches.view import MatchesView
from translator.ui.translate.linked.linked_panes import Side
from translator.ui.translate.view import TranslateView

ROWS = [
    MatchRow(94, (Piece("One "), Piece("mug", Kind.GONE), Piece("cup", Kind.NEW)), "Eine\nTasse", "94 % · Imported"),
    MatchRow(80, (Piece("Two"),), "Zwei 😀", "80 % · Imported"),
]


class Matches:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.is_open = False
        self.used: list[int] = []
        self.told: list[tuple[str, Side, int | None]] = []

    def set_open(self, *, is_open: bool) -> None:
        self.is_open = is_open

    def use(self, row: int) -> None:
        self.used.append(row)

    def point_at(self, side: Side, position: int | None) -> None:
        self.told.append(("pointer", side, position))

    def follow_caret(self, side: Side, position: int | None) -> None:
        self.told.append(("caret", side, position))


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> TranslateView:
    made = TranslateView(theme, QMenu())
    qtbot.addWidget(made)
    made.resize(1100, 720)
    with qtbot.waitActive(made):
        made.show()
    made.target.writer.add("Eine Tasse")
    return made


@pytest.fixture
def matches(view: TranslateView) -> Matches:
    made = Matches()
    action = QAction(view)
    action.setCheckable(True)
    MatchesView(view, made, action)  # type: ignore[arg-type]  # it does what is asked of it
    view.source.editor.replace_text("😀 One cup")
    action.trigger()
    view.matches.show_matches(ROWS)
    return made


def test_the_button_opens_and_closes_it(view: TranslateView, matches: Matches, qtbot: QtBot) -> None:
    assert view.target.matches_tool.isChecked()
    assert view.matches.isVisible()
    assert matches.is_open

    qtbot.mouseClick(view.target.matches_tool, Qt.MouseButton.LeftButton)

    assert not view.matches.isVisible()
    assert not matches.is_open


def test_it_is_told_where_the_caret_is(view: TranslateView, matches: Matches, qtbot: QtBot) -> None:
    assert matches.told == [("caret", "source", 0)]
    editor = view.source.editor
    view.activateWindow()
    editor.setFocus()
    qtbot.waitUntil(editor.hasFocus)
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)

    assert matches.told[-1] == ("caret", "source", 4)


def test_it_stands_beside_the_panes_where_there_is_room(view: TranslateView, matches: Matches) -> None:
    assert view.target.isAncestorOf(view.matches)

    view.resize(1300, 720)
    assert not view.target.isAncestorOf(view.matches)
    assert view.matches.isVisible()

    view.resize(480, 720)
    assert view.target.isAncestorOf(view.matches)
    assert view.matches.isVisible()
    assert view.width() == 480


def test_enter_and_the_button_use_the_chosen_one(view: TranslateView, matches: Matches, qtbot: QtBot) -> None:
    button = view.findChild(QPushButton, "useMatchButton")
    assert button is not None

    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.keyClick(view.matches.list, Qt.Key.Key_Down)
    qtbot.keyClick(view.matches.list, Qt.Key.Key_Return)

    assert matches.used == [0, 1]


def test_a_row_is_said_with_its_differences_in_words(view: TranslateView, matches: Matches) -> None:
    assert view.matches.list.item(0).text() == "94 % · Imported. One [not: mug][but: cup]. Eine\nTasse"


def test_where_nothing_is_alike_there_are_words(view: TranslateView, matches: Matches) -> None:
    view.matches.show_matches((), "Nothing.")

    button = view.findChild(QPushButton, "useMatchButton")
    assert button is not None
    assert not button.isEnabled()
    assert not view.matches.list.isVisible()


def test_rows_are_painted_at_every_width(view: TranslateView, matches: Matches) -> None:
    heights = []
    for width in (1300, 700):
        view.resize(width, 720)
        assert not view.matches.grab().isNull()
        heights.append(view.matches.list.visualItemRect(view.matches.list.item(0)).height())

    assert all(height > 40 for height in heights)
