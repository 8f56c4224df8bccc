"""The list of findings: Enter or a click goes to the words, Delete dismisses."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from translator.i18n import tr
from translator.translation.checks.finding import Severity
from translator.ui.findings.screen import FindingRow
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import RADIUS_CONTROL

_ROW_ROLE = Qt.ItemDataRole.UserRole
_INSET, _ICON, _GAP, _PADDING = 8, 18, 10, 6
_MOST_ROWS = 4
_LONGEST = 1_000
"""Pixels: higher than any row."""


class FindingsList(QListWidget):
    """As high as its first rows. ``opened`` and ``chosen`` tell the place of a row."""

    opened = Signal(int)
    chosen = Signal(int)
    dismissed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[FindingRow] = []
        self.setObjectName("findingsList")
        self.setAccessibleName(tr("Findings"))
        self.setItemDelegate(_FindingDelegate(theme, self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self.chosen)
        self.itemClicked.connect(lambda item: self.opened.emit(self.row(item)))
        theme.changed.connect(self._measure)

    def show_rows(self, rows: Sequence[FindingRow], chosen: int | None) -> None:
        """Show these, with this one chosen; tells nothing."""
        self.blockSignals(True)
        if list(rows) != self._rows:
            self._rows = list(rows)
            self.clear()
            for row in rows:
                item = QListWidgetItem(_spoken(row))
                item.setData(_ROW_ROLE, row)
                self.addItem(item)
            self._measure()
        self.setCurrentRow(-1 if chosen is None else chosen)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the words with Enter, dismiss with Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the arrows somewhere to start from."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the rows are at this width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._measure()

    def _measure(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.setFixedHeight(sum(self.row_height(row) for row in self._rows[:_MOST_ROWS]) + 4)

    def row_height(self, row: FindingRow) -> int:
        """Return how high a row is, in pixels."""
        room = QRect(0, 0, self.viewport().width() - 2 * _INSET - self._theme.px(_ICON) - _GAP, _LONGEST)
        words = QFontMetrics(self._theme.font(13)).boundingRect(room, Qt.TextFlag.TextWordWrap, row.sentence)
        return max(words.height(), self._theme.px(_ICON)) + 2 * _PADDING


class _FindingDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, view: FindingsList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, self._view.row_height(index.data(_ROW_ROLE)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row: FindingRow = index.data(_ROW_ROLE)
        place: QRect = option.rect
        self._paint_ground(painter, place.adjusted(1, 1, -1, -1), option.state)
        room = place.adjusted(_INSET, _PADDING, -_INSET, -_PADDING)
        rtl = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = self._theme.px(_ICON)
        left = room.right() + 1 - side if rtl else room.left()
        painter.drawPixmap(left, room.top(), icon_of(row.severity, self._theme, self._view, _ICON))
        words = room.adjusted(0, 0, -side - _GAP, 0) if rtl else room.adjusted(side + _GAP, 0, 0, 0)
        painter.setFont(self._theme.font(13))
        painter.setPen(self._theme.colour("text"))
        edge = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = edge | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(words, flags | Qt.TextFlag.TextWordWrap, row.sentence)
        painter.restore()

    def _paint_ground(self, painter: QPainter, place: QRect, state: QStyle.StateFlag) -> None:
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(self._theme.colour("accent_soft" if chosen else "hover"))
            painter.drawRoundedRect(place, RADIUS_CONTROL, RADIUS_CONTROL)
        if chosen and self._view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("focus"), 2))
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)


def icon_of(severity: Severity | None, theme: Theme, widget: QWidget, size: int) -> QPixmap:
    """Return the icon that stands before what is said of a finding: another form for each severity."""
    if severity is None:
        return theme.pixmap("refresh", widget, "text_2", size)
    name = "error" if severity is Severity.ERROR else "warning"
    return theme.pixmap(name, widget, name, size)


def _spoken(row: FindingRow) -> str:
    """Return what a screen reader says of a row: the severity is in the icon alone otherwise."""
    kind = tr("Error") if row.severity is Severity.ERROR else tr("Warning")
    return f"{kind}: {row.sentence}"
