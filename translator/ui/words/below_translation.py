"""What stands below the translation: the card of an entry and the line in Latin letters, made when first wanted."""

from collections.abc import Callable
from functools import cached_property

from translator.i18n import tr
from translator.translation.words.entry import Entry
from translator.translation.words.reading import Reading
from translator.ui.look.theme import Theme
from translator.ui.translate.target.target_pane import TargetPane
from translator.ui.words.entry_card import EntryCard
from translator.ui.words.romanised_line import RomanisedLine

_CARD_STRETCH = 3
"""The card has three times the room of the one word that it is about."""


class BelowTranslation:
    """Implements EntryScreen and RomanisedScreen in the target pane. ``ask_reading`` asks how it is read."""

    def __init__(self, theme: Theme, pane: TargetPane, ask_reading: Callable[[], None]) -> None:
        self._theme = theme
        self._pane = pane
        self._ask_reading = ask_reading

    @cached_property
    def _line(self) -> RomanisedLine:
        line = RomanisedLine(self._theme)
        line.reading_asked.connect(self._ask_reading)
        self._pane.add_below_text(line, at_top=True)
        return line

    @cached_property
    def _card(self) -> EntryCard:
        card = EntryCard(self._theme)
        self._pane.add_below_text(card, _CARD_STRETCH)
        return card

    def show_romanised(self, text: str) -> None:
        """Show the translation in Latin letters; nothing for none."""
        self._line.show_text(text)

    def offer_reading(self, sentence: str) -> None:
        """Let the reading be asked for; say this before it, if anything."""
        self._line.offer_reading(sentence)

    def show_reading_waiting(self) -> None:
        """Say that the reading is on its way."""
        self._line.show_waiting()

    def show_reading(self, reading: Reading) -> None:
        """Show how the translation is read."""
        self._line.show_reading(reading.kana, reading.latin)

    def show_waiting(self, term: str) -> None:
        """Say that the term is being looked up."""
        self._card.show_line(tr("Looking up “{term}” in the dictionary…").format(term=term))

    def show_entry(self, entry: Entry, *, source_rtl: bool, target_rtl: bool) -> None:
        """Show an entry; its languages may be read from right to left."""
        self._card.show_entry(entry, source_rtl=source_rtl, target_rtl=target_rtl)

    def show_sentence(self, sentence: str) -> None:
        """Say this in place of an entry."""
        self._card.show_line(sentence)

    def hide_entry(self) -> None:
        """Show no card."""
        if "_card" in self.__dict__:
            self._card.hide()
