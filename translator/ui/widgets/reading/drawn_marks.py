"""The marks of a text field, kept where their words are, and painted when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.ui.widgets.reading.mark import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from translator.text.span import Span
    from translator.ui.look.theme import Theme
    from translator.ui.widgets.reading.margin_bars import MarginBars
    from translator.ui.widgets.reading.marks import Marks
    from translator.ui.widgets.reading.plain_edit import PlainEdit


class DrawnMarks:
    """Has the lines painted whose marks have changed, and no others. Places are half-open, in UTF-16 units.

    ``line_height`` returns the height of a line in pixels.
    """

    def __init__(self, view: PlainEdit, theme: Theme, line_height: Callable[[], int]) -> None:
        self._view = view
        self._theme = theme
        self._line_height = line_height
        self._marks: Marks | None = None
        self._bars: MarginBars | None = None
        self._edited: Span | None = None
        self._have_moved = False

    def of(self, kind: Mark) -> Sequence[Span]:
        """Return what is marked as this, in order."""
        return self._marks.of(kind) if self._marks is not None else ()

    def set(self, kind: Mark, spans: Iterable[Span]) -> None:
        """Mark these ranges, and no others, as this."""
        spans = list(spans)
        if self._marks is None and spans:
            self._marks = self._first_marks()
        changed = self._marks.set(kind, spans) if self._marks is not None else None
        if changed is not None:
            self._paint_lines(max(0, changed[0] - 1), changed[1])
            if kind is Mark.EDITED:
                self._place_first_bars()

    def follow_edit(self, position: int, removed: int, added: int) -> None:
        """Move what stands behind an edit. It is painted once the edit is over."""
        if self._marks is None:
            return
        self._have_moved |= self._marks.follow_edit(position, removed, added)
        before = self._edited or (position, position)
        self._edited = min(position, before[0]), max(position + added, before[1])

    def paint_moved(self) -> None:
        """Have painted what an edit has moved: Qt paints the paragraph, but not what reaches over its foot."""
        edited, have_moved = self._edited, self._have_moved
        self._edited, self._have_moved = None, False
        if edited is None or self._marks is None:
            return
        document = self._view.document()
        first, last = (document.findBlock(min(at, document.characterCount() - 1)) for at in edited)
        start, end = first.position(), last.position() + last.length() - 1
        in_sight = self._view.in_sight()[1]  # asked where what is far below is drawn, Qt lays out all before it
        if start <= in_sight and (have_moved or self._marks.reach_into(start, end)):
            self._paint_lines(start, min(end, in_sight))
        if self._bars is not None:
            self._bars.update()

    def paint_below(self) -> None:
        """Draw what belongs under the letters."""
        if self._marks is not None:
            self._marks.paint_below(self._view, self._theme)

    def place_bars(self) -> None:
        """Keep the bars beside the text, where there are any."""
        if self._bars is not None:
            self._bars.place()

    def _paint_lines(self, start: int, end: int) -> None:
        self._view.update_lines(self._view.top_of(start), self._view.top_of(end) + self._line_height())

    def _first_marks(self) -> Marks:
        from translator.ui.widgets.reading.marks import Marks  # not before the first paint

        return Marks()

    def _place_first_bars(self) -> None:
        from translator.ui.widgets.reading.margin_bars import MarginBars  # many a user never edits a translation

        if self._bars is None and self._marks is not None:
            self._bars = MarginBars(self._view, self._theme, self._marks)
        self.place_bars()
