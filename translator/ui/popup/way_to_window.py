"""How the popup's text comes into the window."""

from collections.abc import Callable

from translator.language.tag import LanguagePair
from translator.translation.request import Translation
from translator.ui.popup.neighbours import Neighbours
from translator.ui.popup.screen import PopupShown
from translator.ui.popup.source_text import SourceText


class WayToWindow:
    """Hands over the text, with what there is of its translation. ``close`` closes the popup."""

    def __init__(
        self, screen: PopupShown, source: SourceText, beside: Neighbours, close: Callable[[], None]
    ) -> None:  # fmt: skip
        self._screen = screen
        self._source = source
        self._translating = beside.translating
        self._delivery = beside.delivery
        self._choice = beside.languages.choice
        self._preferences = beside.preferences
        self._reopen = beside.ways.reopen
        self._close = close

    def open(self) -> None:
        """Hand the text and what there is of its translation over to the window, and close."""
        is_all = self._delivery.is_complete and self._source.text == self._translating.shown.source
        self._hand_over(goes_on=not self._source.is_blank and not is_all and not self._preferences.is_first_run)

    def make_way(self) -> None:
        """Close for something that has to be done in the window first; the text waits there. Pinned, it stays here."""
        if self._screen.is_pinned:
            return
        if not self._source.is_blank:
            self._hand_over(goes_on=False)
        else:
            self._close()

    def _hand_over(self, *, goes_on: bool) -> None:
        text, shown = self._source.text, self._translating.shown
        translation = shown.own_translation if text == shown.source else Translation("")
        languages = shown.languages or LanguagePair(self._choice.known_source, self._choice.target)
        self._close()
        self._reopen(text, translation, languages, goes_on)
