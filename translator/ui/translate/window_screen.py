"""The Screen of the real window: hands each word to the widget that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from translator.ui.translate.rests import PASSING
from translator.ui.translate.texts_screen import TextsScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.language.catalogue import Catalogue
    from translator.language.tag import Detection, LanguageTag
    from translator.ui.matches.screen import MatchRow
    from translator.ui.translate.language_choice import LanguageChoice
    from translator.ui.translate.view import TranslateView
    from translator.ui.vocabulary import State


class WindowScreen(TextsScreen):
    """Implements ``screen.Screen`` with the widgets of a TranslateView.

    What is said in between while a translation is on its way stays for ``passing`` seconds.
    """

    def __init__(self, view: TranslateView, catalogue: Catalogue, passing: float = PASSING) -> None:
        super().__init__(view, catalogue, self._say_in_status)
        self._view = view
        self._under_way: tuple[str, State] | None = None
        self._passed = QTimer(view, singleShot=True, interval=round(passing * 1000))
        self._passed.timeout.connect(self._say_under_way_again)
        self._is_painting = False
        self._offered_stop, self._offers_stop = False, False
        self._meta = ("", "", "")
        self._languages: tuple[LanguageTag | None, Detection, LanguageTag] | None = None
        view.source.editor.text_edited.connect(self._follow_size)

    @property
    def has_notice(self) -> bool:
        """Whether there is a notice over the target."""
        return self._view.target.has_notice

    def show_matches(self, rows: Sequence[MatchRow], words: str = "") -> None:
        """Show what the memory has that is like the block at hand; where there is nothing, these words."""
        self._view.matches.show_matches(rows, words)

    def show_languages(self, choice: LanguageChoice) -> None:
        """Show the languages, and set both texts for them."""
        before, self._languages = self._languages, (choice.source, choice.found, choice.target)
        if before == self._languages:
            return  # told before and after every translation; to arrange the bar takes a millisecond
        self._show_on(self._view.bar.source, self._view.bar.target, choice)
        self._view.bar.arrange()

    def show_meta(self, text: str, short: str = "", note: str = "") -> None:
        """Show a few words about the translation, these fewer where there is little room, and a note on them."""
        self._meta = text, short, note
        super().show_meta(text, short, note)

    def show_under_way(self, text: str, state: State) -> None:
        """Say how things stand while a translation is on its way: what else is said before it ends gives way to it."""
        super().show_under_way(text, state)
        self._under_way = (text, state)
        self._passed.stop()

    def _say_under_way_again(self) -> None:
        # Not to a screen reader, which was told when it began.
        if self._under_way is not None:
            self._view.status.show_status(*self._under_way)

    def show_outcome(self, text: str, state: State) -> None:
        """Say how things stand as soon as all of the target is painted; until then it looks as if on its way."""
        super().show_outcome(text, state)
        if self._offered_stop and not self._view.target.writer.is_drained:
            self._show_button(running=True)
            self._view.target.show_meta("")
            self._is_painting = True

    def _say_in_status(self, text: str, state: State) -> None:
        self._end_painting()
        self._view.status.show_status(text, state)
        if self._under_way is not None:
            self._passed.start()

    def _end_painting(self) -> None:
        if self._is_painting:
            self._is_painting = False
            self._show_button(running=False)
            self._view.target.show_meta(*self._meta)

    def finish_painting(self) -> bool:
        """Paint all that is left of a translation that is there; return whether there was anything left."""
        was_painting = self._is_painting
        if was_painting:
            self._view.target.writer.finish()
        return was_painting

    def show_running(self, *, running: bool) -> None:
        """Show Stop or Translate; without Stop nothing is on its way any more."""
        self._end_painting()
        if not running:
            self._under_way = None
            self._passed.stop()
        self._offered_stop, self._offers_stop = self._offers_stop, running  # what never was a Stop shall not flicker
        self._show_button(running=running)

    def _show_button(self, *, running: bool) -> None:
        self._view.bar.translate.set_running(running=running)
        self._view.status.show_running(running=running)

    def show_undo(self, *, offered: bool) -> None:
        """Offer to undo, or not."""
        self._view.status.undo.setVisible(offered)
