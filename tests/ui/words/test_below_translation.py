"""The card of an entry, and the line in Latin letters."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from translator.translation.words.entry import Entry, Example, Form, Sense
from translator.translation.words.reading import Reading
from translator.ui.look.theme import Theme
from translator.ui.translate.target.target_pane import TargetPane
from translator.ui.words.below_translation import BelowTranslation
from translator.ui.words.entry_card import EntryCard
from translator.ui.words.romanised_line import RomanisedLine

ENTRY = Entry(
    "run",
    "/rʌn/",
    (
        Sense("verb", ("laufen", "rennen"), "", (Example("She runs.", "Sie läuft."), Example("Run!", ""))),
        Sense("", ("der <b>Lauf</b>\u202e",), "Informal"),
    ),
    (Form("past", "ran"), Form("", "running")),
)


class Pane:
    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.pane = TargetPane(theme)
        qtbot.addWidget(self.pane)
        self.pane.resize(500, 500)
        self.pane.set_margins(24, stacked=False)
        self.pane.show()
        self.asked: list[bool] = []
        self.below = BelowTranslation(theme, self.pane, lambda: self.asked.append(True))

    def label(self, name: str) -> QLabel:
        found = self.pane.findChild(QLabel, name)
        assert found is not None, name
        return found

    def text(self, name: str) -> str:
        return self.label(name).text()

    @property
    def card(self) -> EntryCard | None:
        return self.pane.findChild(EntryCard)


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> Pane:
    return Pane(theme, qtbot)


def test_nothing_is_made_before_it_is_wanted(pane: Pane) -> None:
    pane.below.hide_entry()
    assert pane.card is None
    assert pane.pane.findChild(RomanisedLine) is None


def test_an_entry_is_laid_out_sense_by_sense(pane: Pane) -> None:
    pane.below.show_entry(ENTRY, source_rtl=False, target_rtl=False)
    assert (pane.text("entryHeadword"), pane.text("entryPronunciation")) == ("run", "/rʌn/")
    assert pane.label("entryPronunciation").accessibleName() == "Pronunciation: /rʌn/"
    assert (pane.text("entrySense1Number"), pane.text("entrySense1Kind")) == ("1.", "verb")
    assert pane.text("entrySense1Translations") == "laufen · rennen"
    assert pane.text("entrySense1Example1Target") == "Sie läuft."
    assert pane.pane.findChild(QLabel, "entrySense1Example2Target") is None
    assert pane.text("entrySense2Translations") == "der <b>Lauf</b>\u2060"
    assert pane.label("entrySense2Translations").textFormat() is Qt.TextFormat.PlainText
    assert pane.text("entryForms") == "Forms: past ran · running"
    assert pane.pane.findChild(QLabel, "entrySense2Kind") is None


def test_a_register_is_in_small_capitals(pane: Pane) -> None:
    pane.below.show_entry(ENTRY, source_rtl=False, target_rtl=False)
    register = pane.label("entrySense2Register")
    assert register.text() == "informal"
    assert register.font().capitalization() is QFont.Capitalization.SmallCaps


def test_translations_can_be_selected_by_mouse_and_by_keyboard(pane: Pane) -> None:
    pane.below.show_entry(ENTRY, source_rtl=False, target_rtl=False)
    flags = pane.label("entrySense1Translations").textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse


def test_each_language_is_read_from_its_own_side(pane: Pane) -> None:
    pane.below.show_entry(ENTRY, source_rtl=False, target_rtl=True)
    right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
    assert pane.label("entrySense1Translations").alignment() & right
    assert pane.label("entrySense1Example1Target").layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert pane.label("entryHeadword").alignment() & left
    pane.below.show_entry(ENTRY, source_rtl=True, target_rtl=False)
    assert pane.label("entryHeadword").alignment() & right
    assert pane.label("entryPronunciation").layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_an_entry_without_pronunciation_and_forms_has_no_place_for_them(pane: Pane) -> None:
    pane.below.show_entry(Entry("run", senses=(Sense("", ("laufen",)),)), source_rtl=False, target_rtl=False)
    assert pane.pane.findChild(QLabel, "entryPronunciation") is None
    assert pane.pane.findChild(QLabel, "entryForms") is None


def test_a_line_stands_in_for_an_entry_and_the_next_takes_its_place(pane: Pane) -> None:
    pane.below.show_waiting("run")
    assert pane.text("entryLine") == "Looking up “run” in the dictionary…"
    pane.below.show_sentence("No key is stored for Box.")
    assert pane.text("entryLine") == "No key is stored for Box."
    pane.below.show_entry(ENTRY, source_rtl=False, target_rtl=False)
    assert pane.pane.findChild(QLabel, "entryLine") is None
    card = pane.card
    assert card is not None
    assert card.isVisible()
    pane.below.hide_entry()
    assert not card.isVisible()


def test_the_card_is_named_reached_by_tab_and_stands_in_line_with_the_text(pane: Pane, theme: Theme) -> None:
    pane.below.show_entry(ENTRY, source_rtl=False, target_rtl=False)
    card = pane.card
    assert card is not None
    assert card.area.accessibleName() == "Dictionary entry"
    assert card.area.focusPolicy() & Qt.FocusPolicy.TabFocus
    page = card.area.widget()
    assert page.layout().contentsMargins().left() == 24
    pane.pane.set_margins(16, stacked=True)
    assert page.layout().contentsMargins().left() == 16
    theme.choose("dark", 150)
    card.area.setFocus()
    picture = card.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 1) == theme.colour("focus")


def test_the_card_makes_no_window_larger(pane: Pane) -> None:
    before = pane.pane.minimumSizeHint()
    pane.below.show_entry(ENTRY, source_rtl=False, target_rtl=False)
    assert pane.pane.minimumSizeHint().width() <= max(before.width(), 200)
    assert pane.pane.minimumSizeHint().height() <= before.height() + 80


def test_the_line_in_latin_letters_can_be_read_out_and_goes_when_it_is_empty(pane: Pane) -> None:
    pane.below.show_romanised("Privet\u202e!")
    line = pane.pane.findChild(RomanisedLine)
    assert line is not None
    assert line.isVisible()
    assert line.label.text() == "Privet\u2060!"
    assert line.label.accessibleName().startswith("In Latin letters: Privet")
    assert line.label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    pane.below.show_romanised("")
    assert not line.isVisible()


def test_a_long_line_scrolls_and_stands_above_the_card(pane: Pane, qtbot: QtBot) -> None:
    pane.below.show_entry(ENTRY, source_rtl=False, target_rtl=False)
    pane.below.show_romanised("Zdravstvuyte, dorogiye druz’ya. " * 15)
    line, card = pane.pane.findChild(RomanisedLine), pane.card
    assert line is not None
    assert card is not None
    spacing = line.label.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: 4 * spacing + 10 >= line.height() > 3 * spacing)
    assert line.y() < card.y()


def test_a_reading_is_asked_for_with_a_button_and_shown_in_two_lines(pane: Pane, qtbot: QtBot) -> None:
    pane.below.offer_reading("")
    line = pane.pane.findChild(RomanisedLine)
    button = pane.pane.findChild(QPushButton, "showReadingButton")
    assert line is not None
    assert button is not None
    assert (button.text(), button.accessibleName(), button.isVisible()) == ("Show reading", "Show reading", True)
    assert not line.label.isVisible()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pane.asked == [True]
    pane.below.show_reading_waiting()
    assert (line.label.text(), button.isVisible()) == ("Asking how it is read…", False)
    pane.below.show_reading(Reading("とうきょう", "Tōkyō"))
    assert (line.kana.text(), line.label.text()) == ("とうきょう", "Tōkyō")
    assert line.kana.accessibleName() == "In kana: とうきょう"
    assert line.label.accessibleName() == "In Latin letters: Tōkyō"
    assert line.kana.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    qtbot.waitUntil(lambda: line.kana.isVisible() and line.label.y() >= line.kana.geometry().bottom())
    pane.below.show_romanised("")
    assert not line.isVisible()


def test_a_fault_stands_above_the_button(pane: Pane, theme: Theme) -> None:
    pane.pane.resize(328, 500)
    theme.choose("dark", 100)
    pane.below.offer_reading("No key is stored for Box.")
    line = pane.pane.findChild(RomanisedLine)
    assert line is not None
    assert line.label.text() == line.label.accessibleName() == "No key is stored for Box."
    assert line.label.isVisible()
    assert line.button.isVisible()
    assert line.minimumSizeHint().width() == 0
    pane.below.show_reading(Reading("", "Tōkyō"))
    assert (line.kana.isVisible(), line.button.isVisible()) == (False, False)
