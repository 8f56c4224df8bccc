"""What is drawn under the words of a text, and beside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from translator.ui.look.tokens import RADIUS_HIGHLIGHT
from translator.ui.widgets.reading.mark import Mark

if TYPE_CHECKING:
    from translator.text.span import Span
    from translator.ui.look.theme import Theme
    from translator.ui.widgets.reading.plain_edit import PlainEdit

_LINE = 1.5
_FINDING_LINE = 1.75
_WAVE = (3.0, 1.5)
"""Half of a wave's length, and its height, in pixels."""
_DASHES = (4 / _FINDING_LINE, 3 / _FINDING_LINE)
"""In widths of the pen, as Qt counts."""


_LIGHT_BELOW = 2.0
"""How far below the foot of what is not translated its light is drawn, in pixels: both lines are to be seen."""

_BELOW_TEXT = (Mark.UNTRANSLATED, Mark.LIT, Mark.WARNING, Mark.ERROR)


class Marks:
    """The marks of one text, as half-open positions in UTF-16 units. They move with the text they stand under."""

    def __init__(self) -> None:
        self._spans: dict[Mark, list[Span]] = {}

    def set(self, kind: Mark, spans: Iterable[Span]) -> Span | None:
        """Mark these ranges, and no others, as this. Return where that makes a difference, if it does."""
        wanted = sorted(span for span in spans if span[0] < span[1])
        before, self._spans[kind] = self._spans.get(kind, []), wanted
        return _difference(before, wanted)

    def of(self, kind: Mark) -> Sequence[Span]:
        """Return what is marked as this, in order."""
        return self._spans.get(kind, ())

    def within(self, kind: Mark, start: int, end: int) -> Iterator[Span]:
        """Yield those of a kind that reach into a range. Marks of one kind do not overlap much."""
        spans = self._spans.get(kind, [])
        first = max(0, bisect_left(spans, (start, start)) - 1)
        for span in spans[first:]:
            if span[0] >= end:
                return
            if span[1] > start:
                yield span

    def follow_edit(self, position: int, removed: int, added: int) -> bool:
        """Move what stands behind an edit; return whether any mark is another one, or has moved."""
        if removed == added:
            return False
        is_another = False
        for kind, spans in self._spans.items():
            moved = [_moved(span, position, removed, added) for span in spans]
            is_another = is_another or moved != spans
            self._spans[kind] = [span for span in moved if span[0] < span[1]]
        return is_another

    def reach_into(self, start: int, end: int) -> bool:
        """Return whether anything is marked there."""
        return any(True for kind in self._spans for _ in self.within(kind, start, end))

    def paint_below(self, view: PlainEdit, theme: Theme) -> None:
        """Draw what belongs under the letters."""
        if not any(self._spans.get(kind) for kind in _BELOW_TEXT):
            return
        with QPainter(view.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            start, end = view.in_sight()
            for kind in _BELOW_TEXT:
                if kind is Mark.LIT:
                    self._paint_light(painter, view, theme)
                    continue
                for span in self.within(kind, start, end):
                    for rect in view.rects(*span):
                        _paint(painter, theme, kind, rect)

    def _paint_light(self, painter: QPainter, view: PlainEdit, theme: Theme) -> None:
        """Draw what is lit; what is not translated stays to be seen under it, and has the light's line alone."""
        for span in self.within(Mark.LIT, *view.in_sight()):
            for piece, is_untranslated in _cut_at(span, self.within(Mark.UNTRANSLATED, *span)):
                for rect in view.rects(*piece):
                    if is_untranslated:
                        _paint_line(painter, theme, rect.translated(0, _LIGHT_BELOW), "link_line")
                    else:
                        _paint(painter, theme, Mark.LIT, rect)


def _cut_at(span: Span, others: Iterable[Span]) -> Iterator[tuple[Span, bool]]:
    """Yield the pieces of a range in order, each with whether it lies in one of the others, which are in order."""
    at, end = span
    for other in others:
        start, stop = max(at, other[0]), min(end, other[1])
        if at < start:
            yield (at, start), False
        if start < stop:
            yield (start, stop), True
        at = max(at, stop)
    if at < end:
        yield (at, end), False


def _difference(before: Sequence[Span], now: Sequence[Span]) -> Span | None:
    """Return a range outside of which the same is marked. Of one that has grown or shrunk it is the end that moved."""
    gone, come = set(before) - set(now), set(now) - set(before)
    if len(gone) == len(come) == 1:
        (start, end), (new_start, new_end) = *gone, *come
        if start == new_start:
            return min(end, new_end), max(end, new_end)
    both = gone | come
    return (min(start for start, _ in both), max(end for _, end in both)) if both else None


def _moved(span: Span, position: int, removed: int, added: int) -> Span:
    start, end = span
    if end <= position:
        return span
    delta = added - removed
    if start >= position + removed:
        return start + delta, end + delta
    return min(start, position), max(end + delta, position)


def _paint(painter: QPainter, theme: Theme, kind: Mark, rect: QRectF) -> None:
    if kind is Mark.LIT:
        _paint_fill(painter, theme, rect, "link", "link_line")
    elif kind is Mark.UNTRANSLATED:
        _paint_fill(painter, theme, rect, "warning_soft", "warning_line")
    elif kind is Mark.WARNING:
        pen = QPen(theme.colour("warning_line"), _FINDING_LINE, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DASHES)
        painter.setPen(pen)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    else:
        painter.setPen(QPen(theme.colour("error_line"), _FINDING_LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(_wave(rect))


def _paint_fill(painter: QPainter, theme: Theme, rect: QRectF, fill: str, line: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(fill))
    painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), RADIUS_HIGHLIGHT, RADIUS_HIGHLIGHT)
    _paint_line(painter, theme, rect, line)


def _paint_line(painter: QPainter, theme: Theme, rect: QRectF, line: str) -> None:
    painter.setPen(QPen(theme.colour(line), _LINE))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def _wave(rect: QRectF) -> QPainterPath:
    """Return a wave along the foot of a rectangle."""
    half, height = _WAVE
    path = QPainterPath(rect.bottomLeft())
    x, up = rect.left(), True
    while x < rect.right():
        end = min(x + half, rect.right())
        crest = rect.bottom() + (-height if up else height)
        path.quadTo(QPointF((x + end) / 2, crest), QPointF(end, rect.bottom()))
        x, up = end, not up
    return path
