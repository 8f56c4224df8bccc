"""What the presenters ask of the target side of the real window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from translator.ui.findings.screen import MarkedPlaces
from translator.ui.translate.target.pending_edits import moved
from translator.ui.utf16 import each_to_utf16, to_utf16, utf16_length
from translator.ui.widgets.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.text.difference import TextEdit
    from translator.text.span import Span
    from translator.ui.findings.screen import FindingsShown
    from translator.ui.translate.view import TranslateView
    from translator.ui.vocabulary import Action, Severity, State


class TargetScreen:
    """Hands each word to the widgets of the target pane. Marks wait until the text that they belong to is painted."""

    def __init__(self, view: TranslateView) -> None:
        self._view = view
        self._outcome: tuple[str, State] | None = None
        self._lit: Span | None = None
        self._edited: Sequence[Span] = ()
        self._findings = MarkedPlaces()
        self._writing: int | None = None
        view.target.writer.flushed.connect(self._follow_writer)

    def await_target(self, *, goes_on: bool = False) -> None:
        """Empty the target, unless what stands there goes on, and show that text is on its way."""
        if not goes_on:
            self._view.target.writer.reset()
        self._view.target.target.await_text(self._source_lines)

    def edit_target(self, edits: Sequence[TextEdit]) -> None:
        """Do these edits in the target, one after the other."""
        self._edited = moved(self._edited, edits)
        self._findings = MarkedPlaces(*(moved(spans, edits) for spans in self._findings))
        self._view.target.writer.edit(edits)

    def show_writing(self, place: int | None) -> None:
        """Show that text is being written at this place of the target, or at its end."""
        self._writing = place
        self._place_marks()

    def end_target(self, *, broken_off: bool, places: Sequence[int] = ()) -> None:
        """Show that no more will come, and where text is missing, in code points: at these places, or at the end."""
        self._writing = None
        own = self._view.target.writer.whole_text() if places else ""
        self._view.target.target.text_ended(
            broken_off=broken_off, places=[utf16_length(own[:place]) for place in places]
        )

    def show_target(self, text: str) -> None:
        """Replace the target."""
        self._writing = None
        self._view.target.writer.reset()
        self._view.target.target.text_ended(broken_off=False)
        if text:
            self._view.target.writer.add(text)
        self._follow_writer()

    def mark_edited(self, spans: Sequence[Span]) -> None:
        """Mark what the user has written in the target, in code points."""
        self._edited = spans
        self._place_marks()

    def _mark_target_findings(self, places: MarkedPlaces) -> None:
        self._findings = places
        self._place_marks()

    def show_findings(self, shown: FindingsShown) -> None:
        """Show what was found above the footer of the target."""
        self._view.target.show_findings(shown)

    def _select_target(self, span: Span) -> None:
        target, text = self._view.target, self._view.target.writer.own_text()
        target.target.select(*to_utf16(text, span))

    def show_editing(self, *, editing: bool) -> None:
        """Let the target be edited, or only read."""
        self._view.target.set_editing(editing=editing)

    def reveal_target(self, span: Span) -> None:
        """Bring a range of the target into sight."""
        target, text = self._view.target, self._view.target.writer.own_text()
        target.target.reveal(*to_utf16(text, span))

    def _light_target(self, span: Span | None) -> None:
        self._lit = span
        self._place_marks()

    def _place_marks(self) -> None:
        """Put the marks to their places in what is painted; where more is to be painted, that is done after it."""
        writer, view = self._view.target.writer, self._view.target.target
        if not writer.is_drained:
            return
        text = writer.own_text()
        view.set_marks(Mark.LIT, [] if self._lit is None else [to_utf16(text, self._lit)])
        view.set_marks(Mark.EDITED, each_to_utf16(text, self._edited))
        view.set_marks(Mark.ERROR, each_to_utf16(text, self._findings.errors))
        view.set_marks(Mark.WARNING, each_to_utf16(text, self._findings.warnings))
        view.write_at(None if self._writing is None else utf16_length(text[: self._writing]))

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

    def show_from_memory(self, blocks: int, of: int) -> None:
        """Say that so many blocks of the translation came from the memory, and offer to translate afresh; 0 is none."""
        self._view.target.show_from_memory(blocks, of)

    def show_outcome(self, text: str, state: State) -> None:
        """Say how things stand as soon as all of the target is painted, unless something else is said before."""
        self._outcome = (text, state)
        self._follow_writer()

    def _follow_writer(self) -> None:
        """Mark and say what had to wait until all was painted."""
        if not self._view.target.writer.is_drained:
            return
        self._place_marks()
        if self._outcome is not None:
            outcome, self._outcome = self._outcome, None
            self._view.status.show_status(*outcome)

    def show_notice(self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, name: str = "") -> None:
        """Say it over the target, with next steps. ``name`` is what a screen reader says, where that is another."""
        self._view.target.notice.show_sentence(sentence, severity, actions, name)

    def change_notice(self, sentence: str, *, name: str = "") -> bool:
        """Change the words of the notice over the target and leave its buttons. Return whether there is one."""
        return self._view.target.notice.change_sentence(sentence, name)

    def hide_notice(self) -> None:
        """Take the notice over the target away."""
        self._view.target.dismiss_notice()
