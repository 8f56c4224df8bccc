"""What the window's screen and the popup's have in common: everything but what stands around the two texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from translator.i18n import ptr, tr
from translator.ui.translate.source.source_screen import SourceScreen
from translator.ui.translate.target.target_screen import TargetScreen

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.language.catalogue import Catalogue
    from translator.language.tag import Detection, LanguageTag
    from translator.text.span import Span
    from translator.ui.findings.screen import MarkedPlaces
    from translator.ui.translate.bar.language_button import LanguageButton
    from translator.ui.translate.language_choice import LanguageChoice
    from translator.ui.translate.two_texts import TwoTexts
    from translator.ui.vocabulary import State
    from translator.ui.widgets.reading.reading_edit import ReadingEdit


class TextsScreen(SourceScreen, TargetScreen):
    """Implements of ``screen.Screen`` what concerns the two texts. ``say`` says how things stand."""

    def __init__(self, view: TwoTexts, catalogue: Catalogue, say: Callable[[str, State], None]) -> None:
        SourceScreen.__init__(self, view.source)
        TargetScreen.__init__(self, view.target, view.source.editor, say)
        self._catalogue = catalogue

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

    def show_status(self, text: str, state: State) -> None:
        """Say how things stand."""
        self._outcome = None
        self._say(text, state)
        self._announcements.say_status(text)

    def show_under_way(self, text: str, state: State) -> None:
        """Say how things stand while a translation is on its way."""
        self.show_status(text, state)

    def hide_notices(self) -> None:
        """Take the notice over the target away, and the one over the source that does not stay."""
        self.hide_notice()
        self._source_notices.take_away()

    # Languages

    def _show_on(self, source: LanguageButton, target: LanguageButton, choice: LanguageChoice) -> None:
        """Show the languages on these buttons, and set both texts for them."""
        if choice.source is not None:
            self._show_chosen(source, choice.source)
        elif choice.found.tag is not None:
            name = _without_region(self._catalogue.name(choice.found.tag))
            source.show_language(name, _certainty(choice.found), "detect")
        else:
            short = ptr("short for: Detect language", "Detect")
            source.show_language(tr("Detect language"), icon="detect", short=short)
        self._show_chosen(target, choice.target)
        self._announcements.language = choice.target.language
        self._set_for(self._source.editor, choice.source or choice.found.tag)
        self._set_for(self._target.target, choice.target)

    def _show_chosen(self, button: LanguageButton, tag: LanguageTag) -> None:
        name = self._catalogue.name(tag)
        button.show_language(name, short=_without_region(name))

    def _set_for(self, view: ReadingEdit, tag: LanguageTag | None) -> None:
        language = self._catalogue.find(tag) if tag else None
        if language is not None:
            view.typesetting.set_language(language.script, rtl=language.rtl)
        else:
            # An empty text begins where the interface does: its hint is in the interface's language.
            view.typesetting.set_language("Latn", rtl=view.layoutDirection() is Qt.LayoutDirection.RightToLeft)


def _without_region(name: str) -> str:
    """Return a language's name alone: a text is found to be English, and nobody knows whose."""
    return re.split(r" ?[(（]", name, maxsplit=1)[0]


def _certainty(found: Detection) -> str:
    return tr("detected") if found.certain else tr("uncertain")
