"""What the presenters ask of the target side of a real screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from translator.ui.announcing.announcements import Announcements
from translator.ui.announcing.announcer import Announcer
from translator.ui.findings.screen import MarkedPlaces
from translator.ui.translate.target.pending_edits import moved
from translator.ui.utf16 import each_to_utf16, to_utf16, utf16_length
from translator.ui.widgets.reading.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translator.text.difference import TextEdit
    from translator.text.span import Span
    from translator.ui.findings.screen import FindingsShown
    from translator.ui.translate.source.source_editor import SourceEditor
    from translator.ui.translate.two_texts import TargetSide
    from translator.ui.vocabulary import Action, Severity, State


class TargetScreen:
    """Hands each word to the widgets around the target. Marks wait until the text that they belong to is painted.

    ``editor`` holds the source, whose lines what is to come is shaped like; ``say`` says how things stand.
    """

    def __init__(self, target: TargetSide, editor: SourceEditor, say: Callable[[str, State], None]) -> None:
        self._target = target
        self._editor = editor
        self._say = say
        self._outcome: tuple[str, State] | None = None
        self._lit: Span | None = None
        self._edited: Sequence[Span] = ()
        self._stale: Sequence[Span] = ()
        self._findings = MarkedPlaces()
        self._writing: int | None = None
        self._announcements = Announcements(Announcer(target.target))
        target.writer.flushed.connect(self._follow_writer)

    def await_target(self, *, goes_on: bool = False) -> None:
        """Empty the target, unless what stands there goes on, and show that text is on its way."""
        if not goes_on:
            self._target.writer.reset()
        self._announcements.begin()
        self._target.target.await_text(self._source_lines)
        self.mark_stale(())

    def edit_target(self, edits: Sequence[TextEdit]) -> None:
        """Do these edits in the target, one after the other."""
        self._edited, self._stale = moved(self._edited, edits), moved(self._stale, edits)
        self._findings = MarkedPlaces(*(moved(spans, edits) for spans in self._findings))
        self._announcements.follow(edits)
        self._target.writer.edit(edits)

    def show_writing(self, place: int | None) -> None:
        """Show that text is being written at this place of the target, or at its end."""
        self._writing = place
        self._place_marks()

    def end_target(self, *, broken_off: bool, places: Sequence[int] = ()) -> None:
        """Show that no more will come, and where text is missing, in code points: at these places, or at the end."""
        self._writing = None
        self._announcements.end()
        own = self._target.writer.whole_text() if places else ""
        self._target.target.text_ended(broken_off=broken_off, places=[utf16_length(own[:place]) for place in places])

    def show_target(self, text: str) -> None:
        """Replace the target."""
        self._writing, self._stale = None, ()
        self._target.writer.reset()
        self._target.target.text_ended(broken_off=False)
        if text:
            self._target.writer.add(text)
        self._follow_writer()

    def mark_stale(self, spans: Sequence[Span]) -> None:
        """Mark what the target still says of an earlier text, in code points, until a translation begins."""
        self._stale = spans
        self._place_marks()

    def mark_edited(self, spans: Sequence[Span]) -> None:
        """Mark what the user has written in the target, in code points."""
        self._edited = spans
        self._place_marks()

    def _mark_target_findings(self, places: MarkedPlaces) -> None:
        self._findings = places
        self._place_marks()

    def show_findings(self, shown: FindingsShown) -> None:
        """Show what was found above the footer of the target."""
        self._target.show_findings(shown)
        if not (shown.words and self._target.findings.list.hasFocus()):  # which says itself where one is
            self._announcements.say_findings(shown.words)

    def _select_target(self, span: Span) -> None:
        text = self._target.writer.own_text()
        self._target.target.select(*to_utf16(text, span))

    def show_editing(self, *, editing: bool) -> None:
        """Let the target be edited, or only read."""
        self._target.set_editing(editing=editing)

    def focus_target(self) -> bool:
        """Put the caret into the target; return whether it was elsewhere."""
        was_elsewhere = not self._target.target.hasFocus()
        self._target.target.setFocus(Qt.FocusReason.OtherFocusReason)
        return was_elsewhere

    def reveal_target(self, span: Span) -> None:
        """Bring a range of the target into sight."""
        text = self._target.writer.own_text()
        self._target.target.reveal(*to_utf16(text, span))

    def _light_target(self, span: Span | None) -> None:
        self._lit = span
        self._place_marks()

    def _place_marks(self) -> None:
        """Put the marks to their places in what is painted; where more is to be painted, that is done after it."""
        writer, view = self._target.writer, self._target.target
        if not writer.is_drained:
            return
        text = writer.own_text()
        view.marks.set(Mark.LIT, [] if self._lit is None else [to_utf16(text, self._lit)])
        view.marks.set(Mark.UNTRANSLATED, each_to_utf16(text, self._stale))
        view.marks.set(Mark.EDITED, each_to_utf16(text, self._edited))
        view.marks.set(Mark.ERROR, each_to_utf16(text, self._findings.errors))
        view.marks.set(Mark.WARNING, each_to_utf16(text, self._findings.warnings))
        view.write_at(None if self._writing is None else utf16_length(text[: self._writing]))

    def _source_lines(self) -> list[QRectF]:
        """Return a rectangle for each line of the source in sight, from the text's own left edge."""
        lines = self._editor.rects(0, self._editor.document().characterCount())
        return [QRectF(QPointF(0, line.top()), line.size()) for line in lines]

    def _follow_size(self) -> None:
        """Set the target as large as the source."""
        self._target.target.typesetting.set_large(large=self._editor.typesetting.is_large)

    # What is said

    def show_progress(self, fraction: float | None) -> None:
        """Show how much is done, 0 to 1, or no bar."""
        self._target.set_progress(fraction)

    def show_meta(self, text: str, short: str = "", note: str = "") -> None:
        """Show a few words about the translation, these fewer where there is little room, and a note on them."""
        self._target.show_meta(text, short, note)

    def show_masked(self, pieces: Sequence[str]) -> None:
        """Say that these pieces of the text were kept on this computer, and let them be seen; nothing for none."""
        self._target.show_masked(pieces)

    def show_from_memory(self, blocks: int, of: int) -> None:
        """Say that so many blocks of the translation came from the memory, and offer to translate afresh; 0 is none."""
        self._target.show_from_memory(blocks, of)

    def show_outcome(self, text: str, state: State) -> None:
        """Say how things stand as soon as all of the target is painted, unless something else is said before."""
        self._outcome = (text, state)
        self._follow_writer()

    def _follow_writer(self) -> None:
        """Mark and say what had to wait until all was painted."""
        self._announcements.read_on()
        if not self._target.writer.is_drained:
            return
        self._place_marks()
        if self._outcome is not None:
            outcome, self._outcome = self._outcome, None
            self._say(*outcome)
            self._announcements.say_outcome(outcome[0])

    def show_notice(self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, name: str = "") -> None:
        """Say it over the target, with next steps. ``name`` is what a screen reader says, where that is another."""
        self._target.notice.show_sentence(sentence, severity, actions, name)

    def change_notice(self, sentence: str, *, name: str = "") -> bool:
        """Change the words of the notice over the target and leave its buttons. Return whether there is one."""
        return self._target.notice.change_sentence(sentence, name)

    def hide_notice(self) -> None:
        """Take the notice over the target away."""
        self._target.dismiss_notice()
