"""The Screen of the real window: hands each word to the widget that shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from translator.i18n import tr
from translator.ui.translate.source.source_screen import SourceScreen
from translator.ui.translate.target.target_screen import TargetScreen

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.language.catalogue import Catalogue
    from translator.language.tag import Detection, LanguageTag
    from translator.text.span import Span
    from translator.ui.findings.screen import MarkedPlaces
    from translator.ui.matches.screen import MatchRow
    from translator.ui.translate.language_choice import LanguageChoice
    from translator.ui.translate.view import TranslateView
    from translator.ui.vocabulary import State
    from translator.ui.widgets.reading_edit import ReadingEdit


class WindowScreen(SourceScreen, TargetScreen):
    """Implements ``screen.Screen`` with the widgets of a TranslateView."""

    def __init__(self, view: TranslateView, catalogue: Catalogue) -> None:
        SourceScreen.__init__(self, view)
        TargetScreen.__init__(self, view)
        self._catalogue = catalogue
        self._languages: tuple[LanguageTag | None, Detection, LanguageTag] | None = None
        view.source.editor.text_edited.connect(self._follow_size)

    def light(self, source: Span | None, target: Span | None) -> None:
        """Light up a range of the source and one of the target, in code points."""
        self._light_source(source)
        self._light_target(target)

    def mark_findings(self, source: MarkedPlaces, target: MarkedPlaces) -> None:
        """Draw lines under these words, in code points, and no others."""
        self._mark_source_findings(source)
        self._mark_target_findings(target)

    def go_to_words(self, source: Span | None, target: Span | None) -> None:
        """Select a range in either text, in code points, and bring it into sight; the focus stays where it is."""
        if source is not None:
            self.select_source(source)
        if target is not None:
            self._select_target(target)

    def show_matches(self, rows: Sequence[MatchRow], words: str = "") -> None:
        """Show what the memory has that is like the block at hand; where there is nothing, these words."""
        self._view.matches.show_matches(rows, words)

    # Languages

    def show_languages(self, choice: LanguageChoice) -> None:
        """Show the languages, and set both texts for them."""
        before, self._languages = self._languages, (choice.source, choice.found, choice.target)
        if before == self._languages:
            return  # told before and after every translation; to arrange the bar takes a millisecond
        bar = self._view.bar
        if choice.source is not None:
            bar.source.show_language(self._catalogue.name(choice.source))
        elif choice.found.tag is not None:
            name = _without_region(self._catalogue.name(choice.found.tag))
            bar.source.show_language(name, _certainty(choice.found), "detect")
        else:
            bar.source.show_language(tr("Detect language"), icon="detect")
        bar.target.show_language(self._catalogue.name(choice.target))
        bar.arrange()
        self._set_for(self._view.source.editor, choice.source or choice.found.tag)
        self._set_for(self._view.target.target, choice.target)

    def _set_for(self, view: ReadingEdit, tag: LanguageTag | None) -> None:
        language = self._catalogue.find(tag) if tag else None
        if language is not None:
            view.set_language(language.script, rtl=language.rtl)
        else:
            view.set_language("Latn", rtl=False)

    # What is said

    def show_meta(self, text: str, short: str = "", note: str = "") -> None:
        """Show a few words about the translation, these fewer where there is little room, and a note on them."""
        self._view.target.show_meta(text, short, note)

    def show_masked(self, pieces: Sequence[str]) -> None:
        """Say that these pieces of the text were kept on this computer, and let them be seen; nothing for none."""
        self._view.target.show_masked(pieces)

    def show_running(self, *, running: bool) -> None:
        """Show Stop or Translate."""
        self._view.bar.translate.set_running(running=running)
        self._view.status.show_running(running=running)

    def show_status(self, text: str, state: State) -> None:
        """Say how things stand."""
        self._outcome = None
        self._view.status.show_status(text, state)

    def show_undo(self, *, offered: bool) -> None:
        """Offer to undo, or not."""
        self._view.status.undo.setVisible(offered)

    def hide_notices(self) -> None:
        """Take the notice over the target away, and the one over the source that does not stay."""
        self.hide_notice()
        self._source_notices.take_away()


def _without_region(name: str) -> str:
    """Return a language's name alone: a text is found to be English, and nobody knows whose."""
    return re.split(r" ?[(（]", name, maxsplit=1)[0]


def _certainty(found: Detection) -> str:
    return tr("detected") if found.certain else tr("uncertain")
