"""How an entry of the history is drawn: the source, its translation below, and what is known of it; a star at the end.

A press on the star gives it or takes it away.
"""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from translator.ui.history.model import ROW_ROLE
from translator.ui.history.screen import HistoryRow
from translator.ui.look.theme import Theme
from translator.ui.widgets.lists.row_list import paint_ground
from translator.ui.widgets.reading.direction import is_rtl

_HEIGHT = 72
_INSET = 12
_STAR, _GAP = 18, 12
_LINES = ((13, 600, "text"), (13, 400, "text"), (12, 400, "text_2"))
"""Size, weight and colour of the lines of a row."""
_ROUNDING = 2
"""Pixels by which the widths of two pieces of a text and of the whole may differ."""


class HistoryDelegate(QStyledItemDelegate):
    """Draws the rows of ``view``."""

    star_pressed = Signal(int)

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a row's size."""
        return QSize(100, self._theme.px(_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row: HistoryRow = index.data(ROW_ROLE)
        place: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self._view if option.state & QStyle.StateFlag.State_HasFocus else None
        paint_ground(painter, place.adjusted(2, 1, -2, -1), self._theme, option.state, focused)
        name, tint = ("star_on", "accent_text") if row.is_starred else ("star", "text_3")
        painter.drawPixmap(self.star_of(place).topLeft(), self._theme.pixmap(name, self._view, tint, _STAR))
        self._paint_lines(painter, self._words_of(place), row)
        painter.restore()

    def _paint_lines(self, painter: QPainter, room: QRect, row: HistoryRow) -> None:
        fonts = [self._theme.font(size, weight) for size, weight, _ in _LINES]
        heights = [QFontMetrics(font).height() for font in fonts]
        top = room.top() + (room.height() - sum(heights)) // 2
        texts = (row.source, row.target, caption_for(row, QFontMetrics(fonts[-1]), room.width()))
        for text, font, height, (_, _, colour) in zip(texts, fonts, heights, _LINES, strict=True):
            painter.setPen(self._theme.colour(colour))
            self._write(painter, QRect(room.left(), top, room.width(), height), text, font)
            top += height

    def _write(self, painter: QPainter, room: QRect, text: str, font: QFont) -> None:
        painter.setFont(font)
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        rtl = is_rtl(text, otherwise=self._is_mirrored)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        painter.drawText(room, flags, shown)

    # Where things are

    @property
    def _is_mirrored(self) -> bool:
        return self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def star_of(self, place: QRect) -> QRect:
        """Return where the star is in a row at this place."""
        side = self._theme.px(_STAR)
        left = place.left() + _INSET if self._is_mirrored else place.right() - _INSET - side
        return QRect(left, place.center().y() - side // 2, side, side)

    def _words_of(self, place: QRect) -> QRect:
        taken = self._theme.px(_STAR) + _GAP
        before, behind = (taken, 0) if self._is_mirrored else (0, taken)
        return place.adjusted(_INSET + before, 0, -_INSET - behind, 0)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        """Take a press on the star, or close beside it."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            near = self.star_of(option.rect).adjusted(-8, -8, 8, 8)
            if event.button() is Qt.MouseButton.LeftButton and near.contains(event.position().toPoint()):
                self.star_pressed.emit(index.data(ROW_ROLE).id)
                return True
        return super().editorEvent(event, model, option, index)


def caption_for(row: HistoryRow, metrics: QFontMetrics, width: int) -> str:
    """Return what fits into so many pixels below the texts: of long languages the end gives way, before the time."""
    if not row.facts or metrics.horizontalAdvance(row.caption) < width:
        return row.caption
    left = width - metrics.horizontalAdvance(f" · {row.facts}") - _ROUNDING
    languages = metrics.elidedText(row.languages, Qt.TextElideMode.ElideRight, left) if left > 0 else ""
    return f"{languages} · {row.facts}" if languages else row.facts
