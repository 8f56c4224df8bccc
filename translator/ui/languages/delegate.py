"""How a row of the language picker is drawn."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from translator.ui.languages.model import ROW_ROLE, Row
from translator.ui.look.fonts import reading_for
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import RADIUS_CONTROL

_ROW_HEIGHT = 36
_INSET = 12
_GAP = 10
_BAR = 3
_BAR_INSET = 8


class LanguageDelegate(QStyledItemDelegate):
    """The endonym in its own script's font, the name behind it, a tick at the end of the current one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._widget = parent

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return a row's size."""
        return QSize(100, self._theme.px(_ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row."""
        row: Row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(place, RADIUS_CONTROL, RADIUS_CONTROL)
            # The ground alone is too faint for where one is; a ring is what the search has, which the keys go to.
            painter.setBrush(self._theme.colour("focus"))
            painter.drawRoundedRect(self._bar(place), _BAR / 2, _BAR / 2)
        inside = place.adjusted(_INSET, 0, -_INSET, 0)
        if row.is_heading:
            self._words(painter, inside, row.heading, self._theme.font(12, 600), "text_2")
        else:
            self._paint_language(painter, inside, row)
        painter.restore()

    def _bar(self, place: QRect) -> QRectF:
        """Return where the mark of the row is, at the side that reading begins on."""
        left = place.right() + 1 - _BAR if self._rtl else place.left()
        return QRectF(left, place.top() + _BAR_INSET, _BAR, place.height() - 2 * _BAR_INSET)

    def _paint_language(self, painter: QPainter, inside: QRect, row: Row) -> None:
        if row.is_current:
            tick = self._theme.pixmap("check", self._widget, "accent_text", 18)
            side = self._theme.px(18)
            left = inside.left() if self._rtl else inside.right() - side
            painter.drawPixmap(left, inside.center().y() - side // 2, tick)
            inside = inside.adjusted(side + _GAP, 0, 0, 0) if self._rtl else inside.adjusted(0, 0, -side - _GAP, 0)
        used = self._words(painter, inside, row.title, self._endonym_font(row), "text")
        step = used + _GAP
        rest = inside.adjusted(0, 0, -step, 0) if self._rtl else inside.adjusted(step, 0, 0, 0)
        self._words(painter, rest, row.subtitle, self._theme.font(12), "text_2")

    def _endonym_font(self, row: Row) -> QFont:
        font = self._theme.font(14, 500)
        if row.language is not None:
            font.setFamilies([*reading_for(row.language.script).families, font.family()])
        return font

    @property
    def _rtl(self) -> bool:
        return self._widget.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _words(self, painter: QPainter, place: QRect, text: str, font: QFont, colour: str) -> int:
        metrics = QFontMetrics(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, place.width()))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colour(colour)))
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, shown)
        return metrics.horizontalAdvance(shown)
