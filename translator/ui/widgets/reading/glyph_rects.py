"""Where a range of a text is drawn: one rectangle for each run of letters that stand together."""

from bisect import bisect_right
from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine


def block_rects(block: QTextBlock, origin: QPointF, start: int, end: int, in_sight: QRectF) -> list[QRectF]:
    """Return where a range of a paragraph is drawn, without the blanks at the ends of its lines.

    ``start`` and ``end`` are UTF-16 units from the paragraph's own beginning, ``origin`` is where it is drawn. Lines
    out of sight are left out: measuring every letter of a long text takes seconds.
    """
    rects: list[QRectF] = []
    for line in _lines_in_sight(block.layout(), start, in_sight.translated(-origin)):
        if line.textStart() >= end:
            break
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        last = _without_blanks(block, first, last)
        if first < last:
            rects += [rect.translated(origin) for rect in _line_rects(line, first, last)]
    return rects


def _lines_in_sight(layout: QTextLayout, start: int, in_sight: QRectF) -> Iterator[QTextLine]:
    """Yield the lines of a paragraph from a place on that can be seen; a very long one has thousands."""
    lines = range(max(0, layout.lineForTextPosition(max(0, start)).lineNumber()), layout.lineCount())
    first = bisect_right(lines, in_sight.top(), key=lambda at: layout.lineAt(at).rect().bottom())
    for at in lines[first:]:
        line = layout.lineAt(at)
        if line.y() > in_sight.bottom():
            return
        yield line


def _without_blanks(block: QTextBlock, first: int, last: int) -> int:
    """Return where a range ends without the blanks at its end, in UTF-16 units.

    The document is asked letter by letter: a paragraph's text is copied whole, and may be a hundred thousand long.
    """
    document, start = block.document(), block.position()
    while first < last and document.characterAt(start + last - 1).isspace():
        last -= 1
    return last


def _line_rects(line: QTextLine, first: int, last: int) -> list[QRectF]:
    """Return one rectangle for each run of glyphs, joined where they touch.

    In a line of mixed directions a range is not one rectangle, so their union would cover foreign words.
    """
    runs = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    joined: list[tuple[float, float]] = []
    for left, right in sorted((run.left(), run.right()) for run in runs):
        if joined and left <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
        else:
            joined.append((left, right))
    top, height = line.y() + line.height() - line.ascent() - line.descent(), line.ascent() + line.descent()
    return [QRectF(left, top - 2, right - left, height + 4) for left, right in joined]
