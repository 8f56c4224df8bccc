"""The list of matches: each with its source, where that differs from the block at hand, and its translation."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyleOptionViewItem

from translator.i18n import tr
from translator.text.display import neutralise
from translator.ui.look.theme import Theme
from translator.ui.matches.differences import Kind, Piece
from translator.ui.matches.screen import MatchRow
from translator.ui.matches.words import spoken
from translator.ui.utf16 import utf16_length
from translator.ui.widgets.lists.row_list import INSET, PADDING, ROW_ROLE, RowDelegate, RowList

_GAP = 2
_MOST_LINES = 4
"""Lines of either text; the rest is left out."""


class MatchesList(RowList):
    """``used`` tells the place of a row: Enter or a double click uses it."""

    used = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__("matchesList", tr("Similar translations"))
        self.setItemDelegate(_MatchDelegate(theme, self))
        self.enter_pressed.connect(self.used)
        self.itemDoubleClicked.connect(lambda item: self.used.emit(self.row(item)))
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def show_rows(self, rows: Sequence[MatchRow]) -> None:
        """Show these, with the best chosen."""
        self.clear()
        for row in rows:
            self.add_row(spoken(row), row)
        self.setCurrentRow(0 if rows else -1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class _MatchDelegate(RowDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view.viewport().width() - 2 * INSET
        heights = [height for _, height in self._laid_out(index.data(ROW_ROLE), width)]
        caption = QFontMetrics(self._theme.font(12)).height()
        return QSize(60, round(caption + sum(heights)) + 2 * _GAP + 2 * PADDING)

    def _draw(self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        row: MatchRow = index.data(ROW_ROLE)
        painter.setPen(self._theme.colour("text"))
        top = float(room.top())
        for layout, height in self._laid_out(row, self._view.viewport().width() - 2 * INSET):
            layout.draw(painter, QPointF(room.left(), top))
            top += height + _GAP
        self._paint_caption(painter, QRect(room.left(), round(top), room.width(), room.bottom() - round(top) + 1), row)

    def _paint_caption(self, painter: QPainter, room: QRect, row: MatchRow) -> None:
        font = self._theme.font(12)
        painter.setFont(font)
        painter.setPen(self._theme.colour("text_2"))
        rtl = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        shown = QFontMetrics(font).elidedText(row.caption, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop, shown)

    def _laid_out(self, row: MatchRow, width: int) -> Iterator[tuple[QTextLayout, float]]:
        """Yield source and target, each with its height."""
        for font, pieces in ((self._theme.font(12), row.source), (self._theme.font(13, 500), [Piece(row.target)])):
            layout = QTextLayout("".join(_line(piece.text) for piece in pieces), font)
            layout.setFormats(list(self._formats(pieces)))
            yield layout, _wrap(layout, width)

    def _formats(self, pieces: Sequence[Piece]) -> Iterator[QTextLayout.FormatRange]:
        """Strike through what is gone, and underline what is new: neither is told by colour alone."""
        start = 0
        for piece in pieces:
            length = utf16_length(_line(piece.text))
            if piece.kind is not Kind.SAME:
                found = QTextLayout.FormatRange()
                found.start, found.length = start, length
                found.format = self._format(piece.kind)
                yield found
            start += length

    def _format(self, kind: Kind) -> QTextCharFormat:
        made = QTextCharFormat()
        if kind is Kind.GONE:
            made.setFontStrikeOut(True)
            made.setForeground(self._theme.colour("text_2"))
        else:
            made.setFontUnderline(True)
            made.setFontWeight(QFont.Weight.DemiBold)
            made.setForeground(self._theme.colour("accent_text"))
        return made


def _line(text: str) -> str:
    return neutralise(text).replace("\n", " ")


def _wrap(layout: QTextLayout, width: int) -> float:
    """Break a text to lines of this width, as many as are shown; return their height."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    height = 0.0
    layout.beginLayout()
    for _ in range(_MOST_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return height
