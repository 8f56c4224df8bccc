"""The button at a selection, and the panel."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from translator.translation.words.alternatives import LONGEST_PART, Alternative
from translator.ui.look.theme import Theme
from translator.ui.translate.view import TranslateView
from translator.ui.words.alternatives_panel import AlternativesPanel
from translator.ui.words.alternatives_view import AlternativesView

TEXT = "😀 Ich mag das Haus.\nBis bald."
CHOICES = [Alternative("liebe", "stronger", "…"), Alternative("schätze\u202e", "", "…")]


class Window:
    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.view = shown(TranslateView(theme, QMenu()), qtbot, 900, 500)
        self.can_ask = True
        self.words = AlternativesView(theme, self.view, lambda: self.can_ask)
        self.asked: list[object] = []
        self.chosen: list[int] = []
        self.closed = 0
        self.words.asked.connect(self.asked.append)
        self.words.chosen.connect(self.chosen.append)
        self.words.closed.connect(self._count)
        self.view.target.writer.add(TEXT)
        self.text = self.view.target.target
        self._qtbot = qtbot

    def _count(self) -> None:
        self.closed += 1

    def select(self, start: int, end: int) -> None:
        """Select this range, in UTF-16 units, and rest."""
        cursor = self.text.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        self.text.setTextCursor(cursor)
        if self.words._rest.isActive():
            self.words._rest.timeout.emit()

    @property
    def button(self) -> QPushButton | None:
        found = self.view.findChild(QPushButton, "alternativesButton")
        return found if found is not None and found.isVisible() else None

    @property
    def panel(self) -> AlternativesPanel | None:
        found = [panel for panel in self.view.findChildren(AlternativesPanel) if panel.isVisible()]
        return found[0] if found else None

    def press(self, key: Qt.Key) -> None:
        focused = self.view.window().focusWidget()
        assert focused is not None
        self._qtbot.keyClick(focused, key)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Iterator[Window]:
    made = Window(theme, qtbot)
    yield made
    made.words.close()


def test_a_button_stands_at_what_is_selected_and_asks_about_it(window: Window) -> None:
    window.select(7, 10)
    button = window.button
    assert button is not None
    below = window.text.rects(7, 10)[0].toRect().bottomLeft()
    assert button.y() >= window.text.viewport().mapTo(window.view.target, QPoint(0, below.y())).y()
    assert button.text() == "Alternatives"
    button.click()
    assert window.asked == [(6, 9)]  # in code points: the emoji is one


def test_beside_words_of_another_direction_the_button_stands_where_those_end(window: Window) -> None:
    places = []
    for rtl in (False, True):
        window.text.typesetting.set_language("Latn", rtl=rtl)
        window.select(0, 0)
        window.select(3, 20)
        assert window.button is not None
        places.append(window.button.x())

    assert places[0] == places[1]


@pytest.mark.parametrize("span", [(0, 0), (0, 2), (16, 27)])
def test_there_is_none_without_words_or_over_several_paragraphs(window: Window, span: tuple[int, int]) -> None:
    window.select(*span)
    assert window.button is None


def test_there_is_none_where_nobody_answers_or_for_too_much(window: Window) -> None:
    window.can_ask = False
    window.select(7, 10)
    assert window.button is None
    window.can_ask = True
    window.view.target.writer.reset()
    window.view.target.writer.add("x" * (LONGEST_PART + 1))
    window.view.target.writer.finish()
    window.select(0, LONGEST_PART + 1)
    assert window.button is None


def test_it_goes_when_the_text_or_the_selection_does(window: Window) -> None:
    window.select(7, 10)
    window.select(0, 0)
    assert window.button is None
    window.select(7, 10)
    window.view.target.writer.reset()
    assert window.button is None


def test_by_key_the_word_at_the_caret_is_asked_about(window: Window) -> None:
    window.select(8, 8)
    window.words.ask()
    assert window.asked == [(6, 9)]
    assert window.text.textCursor().selectedText() == "mag"
    window.view.target.writer.reset()
    window.words.ask()
    assert len(window.asked) == 1


def test_the_menu_of_the_text_asks_as_well(window: Window) -> None:
    window.select(7, 10)
    menu = QMenu()
    window.text.menu_opening.emit(menu)
    action = menu.actions()[-1]
    action.trigger()
    assert (action.text(), window.asked) == ("Say it in another way…", [(6, 9)])
    window.can_ask = False
    window.text.menu_opening.emit(menu)
    assert not menu.actions()[-1].isEnabled()
    menu.deleteLater()


def opened(window: Window) -> AlternativesPanel:
    window.select(7, 10)
    window.words.show_waiting("mag")
    panel = window.panel
    assert panel is not None
    return panel


def said(panel: AlternativesPanel) -> str:
    return panel.findChild(QLabel, "alternativesLine").text()


def test_the_panel_says_what_is_done_then_offers_then_tells_what_was_chosen(window: Window) -> None:
    panel = opened(window)
    assert said(panel) == "Looking for other ways to say “mag”…"
    assert panel.accessibleDescription() == said(panel)
    assert window.button is None
    window.words.show_choices(CHOICES)
    rows = [row for row in panel.findChildren(QPushButton) if row.isVisible()]
    assert [row.accessibleName() for row in rows] == ["liebe, stronger", "schätze\u202e"]
    assert panel.accessibleDescription() == "2 other ways to say it"
    shown = [label.text() for label in rows[1].findChildren(QLabel)]
    assert "schätze\u2060" in shown  # what would turn the line round does not
    rows[1].click()
    assert window.chosen == [1]


def test_keys_choose_and_move(window: Window) -> None:
    panel = opened(window)
    window.words.show_choices(CHOICES)
    window.view.activateWindow()
    panel.setFocus()
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up):
        window.press(key)
    window.press(Qt.Key.Key_Enter)
    assert window.chosen == [1, 1, 0]


def test_escape_closes_it_and_that_is_told_once(window: Window) -> None:
    opened(window)
    window.press(Qt.Key.Key_Escape)
    assert (window.panel, window.closed) == (None, 1)
    window.words.close()
    window.words.show_choices(CHOICES)
    window.words.show_sentence("Too late.")
    assert (window.panel, window.closed) == (None, 1)


def test_a_sentence_takes_the_place_of_choices(window: Window) -> None:
    panel = opened(window)
    window.words.show_choices(CHOICES)
    window.words.show_sentence("The translation has changed meanwhile.")
    assert said(panel) == "The translation has changed meanwhile."
    assert not [row for row in panel.findChildren(QPushButton) if row.isVisible()]


def test_asking_again_uses_the_same_panel(window: Window) -> None:
    panel = opened(window)
    window.words.show_waiting("Haus")
    assert window.panel is panel
    assert said(panel) == "Looking for other ways to say “Haus”…"


def test_where_there_is_no_room_below_it_opens_above_and_stays_inside(window: Window) -> None:
    window.view.resize(380, 420)
    window.view.target.writer.reset()
    window.view.target.writer.add("Ich mag das Haus.\n" * 4)
    window.view.target.writer.finish()
    window.select(3 * 18 + 4, 3 * 18 + 7)
    window.words.show_waiting("mag")
    window.words.show_choices([Alternative("liebe", "a gloss of many words " * 6, "…")] * 3)
    panel = window.panel
    assert panel is not None
    assert 0 < panel.geometry().center().y() < window.view.height()
    assert panel.geometry().bottom() - 24 <= window.view.height()
