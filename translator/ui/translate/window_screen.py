"""The Screen of the real window: hands each word to the widget that shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from translator.i18n import tr
from translator.ui.translate.layers import Notice, NoticeLayers
from translator.ui.translate.target_writer import utf16_length

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.language.catalogue import Catalogue
    from translator.language.tag import Detection, LanguageTag
    from translator.ui.translate.language_choice import LanguageChoice
    from translator.ui.translate.view import TranslateView
    from translator.ui.vocabulary import Action, Severity, State
    from translator.ui.widgets.reading_edit import ReadingEdit


class WindowScreen:
    """Implements ``screen.Screen`` with the widgets of a TranslateView."""

    def __init__(self, view: TranslateView, catalogue: Catalogue) -> None:
        self._view = view
        self._catalogue = catalogue
        view.source.editor.text_edited.connect(self._follow_size)
        self._source_notices = NoticeLayers(self._show_over_source)
        view.source.notice_closed.connect(self._source_notices.dismiss)
        self._outcome: tuple[str, State] | None = None
        view.target.writer.flushed.connect(self._follow_writer)

    # Source

    def source_text(self) -> str:
        """Return what is typed."""
        return self._view.source.editor.text()

    def source_revision(self) -> int:
        """Return a number that changes with every edit of the source."""
        return self._view.source.editor.revision

    def is_composing(self) -> bool:
        """Return whether an input method is at work."""
        return self._view.source.editor.is_composing

    def replace_source(self, text: str) -> None:
        """Replace the source text, as an edit that can be undone."""
        self._view.source.editor.replace_text(text)

    def undo_edit(self) -> None:
        """Undo the last edit of the source."""
        self._view.source.editor.undo()

    def focus_source(self) -> None:
        """Put the caret into the source."""
        self._view.source.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, characters: int, tokens: int, cost: str | None = None, note: str = "") -> None:
        """Show how long the source is; for a long one what it will cost, in words or in none, and a note on that."""
        self._view.source.show_counts(characters, tokens, cost, note)

    def light_source(self, span: tuple[int, int] | None) -> None:
        """Light up a range of the source, in code points."""
        editor = self._view.source.editor
        editor.set_lit(None if span is None else _utf16(editor.text(), span))

    def mark_source(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark what was not translated, in code points, until something else is marked or the source is edited."""
        editor = self._view.source.editor
        editor.set_marks([_utf16(editor.text(), span) for span in spans])

    # Languages

    def show_languages(self, choice: LanguageChoice) -> None:
        """Show the languages, and set both texts for them."""
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

    # Target

    def await_target(self, *, goes_on: bool = False) -> None:
        """Empty the target, unless what stands there goes on, and show that text is on its way."""
        if not goes_on:
            self._view.target.writer.reset()
        self._view.target.target.await_text(self._source_lines())

    def add_target(self, text: str) -> None:
        """Write to the end of the target."""
        self._view.target.writer.add(text)

    def take_back_target(self, length: int) -> None:
        """Cut the target to this many code points."""
        self._view.target.writer.take_back(length)

    def end_target(self, *, broken_off: bool, places: Sequence[int] = ()) -> None:
        """Show that no more will come, and where text is missing, in code points: at these places, or at the end."""
        own = self._view.target.writer.whole_text() if places else ""
        self._view.target.target.text_ended(
            broken_off=broken_off, places=[utf16_length(own[:place]) for place in places]
        )

    def show_target(self, text: str) -> None:
        """Replace the target."""
        self._view.target.writer.reset()
        self._view.target.target.text_ended(broken_off=False)
        if text:
            self._view.target.writer.add(text)
        self._follow_writer()

    def _source_lines(self) -> list[QRectF]:
        """Return a rectangle for each line of the source in sight, from the text's own left edge."""
        editor = self._view.source.editor
        lines = editor.rects(0, editor.document().characterCount())
        return [QRectF(QPointF(0, line.top()), line.size()) for line in lines]

    def _follow_size(self) -> None:
        """Set the target as large as the source."""
        self._view.target.target.set_large(large=self._view.source.editor.is_large)

    # What is said

    def show_progress(self, fraction: float | None) -> None:
        """Show how much is done, 0 to 1, or no bar."""
        self._view.target.set_progress(fraction)

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

    def show_outcome(self, text: str, state: State) -> None:
        """Say how things stand as soon as all of the target is painted, unless something else is said before."""
        self._outcome = (text, state)
        self._follow_writer()

    def _follow_writer(self) -> None:
        if self._outcome is not None and self._view.target.writer.is_drained:
            self.show_status(*self._outcome)

    def show_undo(self, *, offered: bool) -> None:
        """Offer to undo, or not."""
        self._view.status.undo.setVisible(offered)

    def show_notice(self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, name: str = "") -> None:
        """Say it over the target, with next steps. ``name`` is what a screen reader says, where that is another."""
        self._view.target.notice.show_sentence(sentence, severity, actions, name)

    def change_notice(self, sentence: str, *, name: str = "") -> bool:
        """Change the words of the notice over the target and leave its buttons. Return whether there is one."""
        return self._view.target.notice.change_sentence(sentence, name)

    def hide_notice(self) -> None:
        """Take the notice over the target away."""
        self._view.target.dismiss_notice()

    def show_source_notice(
        self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, stays: str = ""
    ) -> None:
        """Say it over the source, with next steps: until the next translation, or until it is dismissed."""
        self._source_notices.say(Notice(sentence, severity, tuple(actions)), stays)

    def take_source_notice_away(self, stays: str) -> None:
        """Take away what stays over the source under this name."""
        self._source_notices.take_away(stays)

    def hide_notices(self) -> None:
        """Take the notice over the target away, and the one over the source that does not stay."""
        self.hide_notice()
        self._source_notices.take_away()

    def _show_over_source(self, notice: Notice | None) -> None:
        if notice is None:
            self._view.source.dismiss_notice()
        else:
            self._view.source.notice.show_sentence(*notice)


def _without_region(name: str) -> str:
    """Return a language's name alone: a text is found to be English, and nobody knows whose."""
    return re.split(r" ?[(（]", name, maxsplit=1)[0]


def _utf16(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Return a range of code points as one of UTF-16 units."""
    start = utf16_length(text[: span[0]])
    return start, start + utf16_length(text[span[0] : span[1]])


def _certainty(found: Detection) -> str:
    return tr("detected") if found.certain else tr("uncertain")
