"""Choosing a language by typing, by arrows and by pointer, and leaving without a choice."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from translator.language.tag import LanguageTag
from translator.parts import make_catalogue
from translator.ui.languages.model import ROW_ROLE
from translator.ui.languages.picker import LanguagePicker
from translator.ui.look.theme import Theme

CATALOGUE = make_catalogue("en")
DE, FR = LanguageTag("de"), LanguageTag("fr")


class Place:
    """A window with a button and, below it, the picker; ``chosen`` and ``closed`` record what came of it."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.theme = theme
        self.qtbot = qtbot
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(700, 600)
        self.button = QPushButton("language", self.window)
        self.elsewhere = QLineEdit(self.window)
        self.elsewhere.move(600, 550)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.elsewhere.setFocus()
        self.chosen: list[LanguageTag | None] = []
        self.closed = 0
        self.picker = self.open()

    def open(self, *, with_detect: bool = True) -> LanguagePicker:
        picker = LanguagePicker(
            self.theme, self.window, CATALOGUE, recent=[FR, DE], current=DE, with_detect=with_detect
        )
        picker.chosen.connect(self.chosen.append)
        picker.closed.connect(self._close)
        picker.open_below(self.button)
        return picker

    def _close(self) -> None:
        self.closed += 1

    @property
    def field(self) -> QLineEdit:
        found = self.picker.findChild(QLineEdit, "languageSearchField")
        assert found is not None
        return found

    @property
    def list(self) -> QListView:
        found = self.picker.findChild(QListView, "languageList")
        assert found is not None
        return found

    @property
    def current(self) -> str:
        return str(self.list.currentIndex().data())

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(self.field, key)


@pytest.fixture
def place(theme: Theme, qtbot: QtBot) -> Place:
    return Place(theme, qtbot)


def test_one_types_at_once(place: Place) -> None:
    assert QApplication.focusWidget() is place.field
    assert place.current == "Deutsch, German"


def test_typing_and_enter_choose(place: Place) -> None:
    place.qtbot.keyClicks(place.field, "japan")
    place.press(Qt.Key.Key_Return)

    assert place.chosen == [LanguageTag("ja")]
    assert place.closed == 1
    assert not place.picker.isVisible()


def test_arrows_move_and_pass_over_headings(place: Place) -> None:
    place.press(Qt.Key.Key_Up)
    assert place.current == "Français, French"
    place.press(Qt.Key.Key_Up)
    assert place.current == "Detect language"
    place.press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert place.current == "Afrikaans"


def test_detect_is_no_language(place: Place) -> None:
    place.press(Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Enter)

    assert place.chosen == [None]


def test_a_target_cannot_be_detected(place: Place) -> None:
    place.picker.close_overlay()
    place.picker = place.open(with_detect=False)

    assert place.list.model().index(0, 0).data() == "Recent"


def test_what_matches_nothing_is_said_and_enter_does_nothing(place: Place) -> None:
    place.qtbot.keyClicks(place.field, "no such language")
    place.press(Qt.Key.Key_Return)

    shown = [label.text() for label in place.picker.findChildren(QLabel) if label.isVisible()]
    assert shown == ["No language matches."]
    assert not place.list.isVisible()
    assert place.chosen == []
    assert place.picker.isVisible()


def test_the_list_is_back_when_the_search_is_emptied(place: Place) -> None:
    place.qtbot.keyClicks(place.field, "xyzzy")
    place.field.clear()

    assert place.list.isVisible()
    assert place.list.model().rowCount() > 100


def test_escape_leaves_and_gives_the_focus_back(place: Place) -> None:
    place.press(Qt.Key.Key_Escape)

    assert place.chosen == []
    assert place.closed == 1
    assert QApplication.focusWidget() is place.elsewhere


def test_a_click_outside_leaves(place: Place) -> None:
    place.qtbot.mouseClick(place.window, Qt.MouseButton.LeftButton, pos=QPoint(690, 300))

    assert place.closed == 1


def test_a_click_on_the_button_that_opened_it_only_closes_it(place: Place) -> None:
    clicked: list[bool] = []
    place.button.clicked.connect(lambda: clicked.append(True))
    place.qtbot.mouseClick(place.button, Qt.MouseButton.LeftButton)

    assert place.closed == 1
    assert clicked == []


def test_focus_elsewhere_leaves(place: Place) -> None:
    place.elsewhere.setFocus()

    assert place.closed == 1
    assert QApplication.focusWidget() is place.elsewhere


def test_another_size_of_the_window_leaves(place: Place) -> None:
    place.window.resize(500, 500)

    assert place.closed == 1


def test_a_click_on_a_row_chooses(place: Place) -> None:
    row = place.list.model().index(2, 0)
    assert row.data(ROW_ROLE).language.tag == FR
    place.qtbot.mouseClick(place.list.viewport(), Qt.MouseButton.LeftButton, pos=place.list.visualRect(row).center())

    assert place.chosen == [FR]


def test_a_click_on_a_heading_chooses_nothing(place: Place) -> None:
    heading = place.list.model().index(1, 0)
    place.qtbot.mouseClick(
        place.list.viewport(), Qt.MouseButton.LeftButton, pos=place.list.visualRect(heading).center()
    )

    assert place.chosen == []
    assert place.picker.isVisible()


def test_it_stays_inside_the_window(place: Place) -> None:
    place.picker.close_overlay()
    place.window.resize(360, 300)
    place.button.move(300, 250)
    place.picker = place.open()
    panel = place.picker.geometry().adjusted(24, 24, -24, -24)

    assert place.window.rect().contains(panel)


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_it_is_drawn(place: Place, theme: Theme, direction: Qt.LayoutDirection, appearance) -> None:
    theme.choose(appearance, 100)
    place.window.setLayoutDirection(direction)
    image = place.window.grab().toImage()
    middle = place.picker.geometry().center()

    assert image.pixelColor(middle.x(), place.picker.geometry().bottom() - 28) == theme.colour("surface")


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_row_that_one_is_at_is_marked_at_its_beginning_and_has_no_second_ring(
    place: Place, theme: Theme, direction: Qt.LayoutDirection
) -> None:
    place.window.setLayoutDirection(direction)
    view = place.picker.findChild(QListView, "languageList")
    assert view is not None
    row = view.visualRect(view.currentIndex())
    image = view.viewport().grab().toImage()
    ends = [row.left() + 1, row.right() - 1]
    if direction is Qt.LayoutDirection.RightToLeft:
        ends.reverse()
    assert image.pixelColor(ends[0], row.center().y()) == theme.colour("focus")
    assert image.pixelColor(ends[1], row.center().y()) == theme.colour("hover")
    assert image.pixelColor(row.center().x(), row.top() + 1) == theme.colour("hover")
