"""What the presenters ask of the source side of a real screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from translator.ui.translate.layers import Notice, NoticeLayers
from translator.ui.utf16 import each_to_utf16, to_utf16
from translator.ui.widgets.reading.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.text.span import Span
    from translator.ui.findings.screen import MarkedPlaces
    from translator.ui.translate.two_texts import SourceSide
    from translator.ui.vocabulary import Action, Severity


class SourceScreen:
    """Hands each word to the widgets around the source."""

    def __init__(self, source: SourceSide) -> None:
        self._source = source
        self._source_notices = NoticeLayers(self._show_over_source)
        self._lit_in: tuple[Span | None, int] = None, -1
        source.notice_closed.connect(self._source_notices.dismiss)

    def source_text(self) -> str:
        """Return what is typed."""
        return self._source.editor.text()

    def source_revision(self) -> int:
        """Return a number that changes with every edit of the source."""
        return self._source.editor.revision

    def is_composing(self) -> bool:
        """Return whether an input method is at work."""
        return self._source.editor.is_composing

    def replace_source(self, text: str) -> None:
        """Replace the source text, as an edit that can be undone."""
        self._source.editor.replace_text(text)

    def insert_into_source(self, text: str) -> None:
        """Put a text in the place of what is selected in the source, or at its caret, as an edit that can be undone."""
        self._source.editor.insert_text(text)

    def undo_edit(self) -> None:
        """Undo the last edit of the source."""
        self._source.editor.undo()

    def focus_source(self) -> None:
        """Put the caret into the source."""
        self._source.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_counts(self, characters: int, tokens: int, cost: str | None = None, note: str = "") -> None:
        """Show how long the source is; for a long one what it will cost, in words or in none, and a note on that."""
        self._source.show_counts(characters, tokens, cost, note)

    def mark_source(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark what was not translated, in code points, until something else is marked; it moves with the text."""
        editor = self._source.editor
        editor.marks.set(Mark.UNTRANSLATED, each_to_utf16(editor.text(), spans))

    def select_source(self, span: Span) -> None:
        """Select a range of the source and bring it into sight; the focus stays where it is."""
        editor = self._source.editor
        editor.select(*to_utf16(editor.text(), span))

    def _mark_source_findings(self, places: MarkedPlaces) -> None:
        editor = self._source.editor
        text = editor.text()
        editor.marks.set(Mark.ERROR, each_to_utf16(text, places.errors))
        editor.marks.set(Mark.WARNING, each_to_utf16(text, places.warnings))

    def _light_source(self, span: Span | None) -> None:
        editor = self._source.editor
        before, self._lit_in = self._lit_in, (span, editor.revision)
        if before == self._lit_in:
            return  # while a block is written, this is asked for with every word; to look at all of the text takes time
        editor.marks.set(Mark.LIT, [] if span is None else [to_utf16(editor.text(), span)])

    # Notices

    def show_source_notice(
        self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, stays: str = ""
    ) -> None:
        """Say it over the source, with next steps: until the next translation, or until it is dismissed."""
        self._source_notices.say(Notice(sentence, severity, tuple(actions)), stays)

    @property
    def has_passing_notice(self) -> bool:
        """Whether there is a notice over the source that goes with the next translation."""
        return self._source_notices.is_passing

    def staying_notices(self) -> dict[str, Notice]:
        """Return what stays over the source, by name."""
        return self._source_notices.staying

    def take_source_notice_away(self, stays: str) -> None:
        """Take away what stays over the source under this name."""
        self._source_notices.take_away(stays)

    def _show_over_source(self, notice: Notice | None) -> None:
        if notice is None:
            self._source.dismiss_notice()
        else:
            self._source.notice.show_sentence(*notice)
