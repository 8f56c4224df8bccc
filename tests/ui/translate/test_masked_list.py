"""That one is told what was kept on this computer, and can see it by keyboard as well."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QToolButton
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.translate.masked_list import MaskedList
from translator.ui.translate.target.target_pane import TargetPane
from translator.ui.widgets.lists.line_list import LineList

PIECES = ["marta@harbour.example", "+49 30 1234567"]


class Place:
    """A window with a target pane."""

    def __init__(self, theme: Theme, qtbot: QtBot, width: int = 700) -> None:
        self.window = QMainWindow()
        qtbot.addWidget(self.window)
        self.pane = TargetPane(theme)
        self.window.setCentralWidget(self.pane)
        self.window.resize(width, 500)
        with qtbot.waitActive(self.window):
            self.window.show()

    @property
    def button(self) -> QToolButton | None:
        return self.pane.findChild(QToolButton, "maskedButton")

    @property
    def sheet(self) -> MaskedList:
        found = self.window.findChild(MaskedList, "maskedSheet")
        assert found is not None
        return found


@pytest.fixture
def place(theme: Theme, qtbot: QtBot) -> Place:
    return Place(theme, qtbot)


def test_where_nothing_was_masked_nothing_is_there(place: Place) -> None:
    place.pane.show_masked([])

    assert place.button is None


@pytest.mark.parametrize(
    ("pieces", "name"),
    [(PIECES, "2 pieces were kept on this computer"), (PIECES[:1], "1 piece was kept on this computer")],
)
def test_it_is_told_in_the_footer(place: Place, pieces: list[str], name: str) -> None:
    place.pane.show_masked(pieces)

    assert place.button is not None
    assert place.button.isVisible()
    assert place.button.text() == str(len(pieces))
    assert place.button.accessibleName() == place.button.toolTip() == name


def test_it_goes_with_the_next_text(place: Place) -> None:
    place.pane.show_masked(PIECES)
    place.pane.show_masked([])

    assert place.button is not None
    assert not place.button.isVisible()


def test_tab_comes_to_it_after_save(place: Place, qtbot: QtBot) -> None:
    place.pane.writer.add("Hallo")
    place.pane.show_masked(PIECES)
    place.pane.save_tool.setFocus()
    qtbot.keyClick(place.pane.save_tool, Qt.Key.Key_Tab)

    assert place.window.focusWidget() is place.button


def test_by_keyboard_the_pieces_are_seen_and_left(place: Place, qtbot: QtBot) -> None:
    place.pane.show_masked(PIECES)
    assert place.button is not None
    place.button.setFocus()
    qtbot.keyClick(place.button, Qt.Key.Key_Space)
    found = place.sheet.findChild(LineList, "maskedList")
    assert found is not None
    assert found.hasFocus()
    assert [found.item(row).text() for row in range(found.count())] == [f"\u2066{piece}\u2069" for piece in PIECES]
    qtbot.keyClick(found, Qt.Key.Key_Down)
    assert found.currentRow() == 1
    qtbot.keyClick(found, Qt.Key.Key_Escape)

    assert not place.sheet.isVisible()
    assert place.button.hasFocus()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_it_opens_inside_a_narrow_window(theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    place = Place(theme, qtbot, width=360)
    place.window.setLayoutDirection(direction)
    place.pane.writer.add("Hallo")
    place.pane.show_masked(["x" * 200, *(f"a{n}@b.example" for n in range(40))])
    assert place.button is not None
    place.button.click()
    panel = place.sheet.geometry().adjusted(24, 24, -24, -24)

    assert place.window.rect().contains(panel)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_long_piece_goes_on_below(place: Place, direction: Qt.LayoutDirection) -> None:
    place.window.setLayoutDirection(direction)
    place.pane.show_masked(["sk-" + "x1Y2" * 30, "a@b.example"])
    assert place.button is not None
    place.button.click()
    found = place.sheet.findChild(LineList, "maskedList")
    assert found is not None
    long, short = (found.visualItemRect(found.item(row)) for row in range(2))

    assert long.height() > 2 * short.height()
    assert found.height() >= long.height() + short.height()
    assert found.item(0).text() == "\u2066sk-" + "x1Y2" * 30 + "\u2069"


def test_of_a_piece_longer_than_the_list_all_can_be_scrolled_to(place: Place) -> None:
    place.pane.show_masked(["x" * 4_000])
    assert place.button is not None
    place.button.click()
    found = place.sheet.findChild(LineList, "maskedList")
    assert found is not None

    assert found.height() < 300
    assert found.verticalScrollBar().maximum() > 1_000


def test_what_could_turn_the_list_round_is_made_harmless(place: Place) -> None:
    place.pane.show_masked(["\u202ea@b.example"])
    assert place.button is not None
    place.button.click()
    found = place.sheet.findChild(LineList, "maskedList")

    assert found is not None
    assert found.item(0).text() == "\u2066\u2060a@b.example\u2069"
