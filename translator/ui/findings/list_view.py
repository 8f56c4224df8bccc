"""The list of findings: Enter or a click goes to the words, Delete dismisses."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from translator.i18n import tr
from translator.joining import labelled
from translator.translation.checks.finding import Severity
from translator.ui.findings.screen import FindingRow
from translator.ui.look.theme import Theme
from translator.ui.widgets.lists.row_list import INSET, PADDING, ROW_ROLE, RowDelegate, RowList

_ICON, _GAP = 18, 10
_MOST_ROWS, _LEAST_ROWS = 4, 2
_AROUND = 4
_LONGEST = 1_000
"""Pixels: higher than any row."""


class FindingsList(RowList):
    """As high as it is told to be; it says how high it would be. ``opened`` and ``chosen`` tell the place of a row."""

    opened = Signal(int)
    chosen = Signal(int)
    dismissed = Signal()
    measured = Signal()
    """Its rows are of other heights."""
    row_wanted = Signal()
    """The chosen row is to be in sight."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("findingsList", tr("Findings"))
        self._theme = theme
        self._rows: list[FindingRow] = []
        self._measured_width = 0
        self.setItemDelegate(_FindingDelegate(theme, self))
        self.currentRowChanged.connect(self.chosen)
        self.currentRowChanged.connect(lambda _row: self.row_wanted.emit())
        self.enter_pressed.connect(self.opened)
        self.itemClicked.connect(lambda item: self.opened.emit(self.row(item)))
        theme.changed.connect(self._measure)

    def show_rows(self, rows: Sequence[FindingRow], chosen: int | None) -> None:
        """Show these, with this one chosen; tells nothing."""
        has_others = list(rows) != self._rows
        self.blockSignals(True)
        if has_others:
            self._rows = list(rows)
            self.clear()
            for row in rows:
                self.add_row(_spoken(row), row)
        self.setCurrentRow(-1 if chosen is None else chosen)
        self.blockSignals(False)
        if has_others:
            self._measure()
        self.row_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Dismiss with Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the rows for this width, and keep the chosen one in sight."""
        super().resizeEvent(event)
        if self.width() != self._measured_width:
            self._measure()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _measure(self) -> None:
        self._measured_width = self.width()
        self.scheduleDelayedItemsLayout()
        self.measured.emit()

    @property
    def wanted(self) -> int:
        """How high it would be: as its first rows, in pixels."""
        return self._height_of(_MOST_ROWS)

    @property
    def least(self) -> int:
        """How high it has to be for its rows to be read while it scrolls, in pixels."""
        return self._height_of(_LEAST_ROWS)

    @property
    def whole(self) -> int:
        """How high all of its rows are, in pixels."""
        return self._height_of(len(self._rows))

    def _height_of(self, rows: int) -> int:
        return sum(map(self.row_height, self._rows[:rows])) + _AROUND

    def hold(self, height: int) -> None:
        """Be so high."""
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    @property
    def chosen_place(self) -> QRect:
        """Where the chosen row is in the list; nowhere while none is."""
        return self.visualRect(self.currentIndex()).translated(self.viewport().pos())

    def row_height(self, row: FindingRow) -> int:
        """Return how high a row is, in pixels: the same with a scroll bar and without, or one would make the other."""
        width = self.width() - self.verticalScrollBar().sizeHint().width()
        room = QRect(0, 0, width - 2 * INSET - self._theme.px(_ICON) - _GAP, _LONGEST)
        words = QFontMetrics(self._theme.font(13)).boundingRect(room, Qt.TextFlag.TextWordWrap, row.sentence)
        return max(words.height(), self._theme.px(_ICON)) + 2 * PADDING


class _FindingDelegate(RowDelegate):
    _view: FindingsList

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(60, self._view.row_height(index.data(ROW_ROLE)))

    def _draw(self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        row: FindingRow = index.data(ROW_ROLE)
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


def icon_of(severity: Severity | None, theme: Theme, widget: QWidget, size: int) -> QPixmap:
    """Return the icon that stands before what is said of a finding: another form for each severity."""
    if severity is None:
        return theme.pixmap("refresh", widget, "text_2", size)
    name = "error" if severity is Severity.ERROR else "warning"
    return theme.pixmap(name, widget, name, size)


def _spoken(row: FindingRow) -> str:
    """Return what a screen reader says of a row: the severity is in the icon alone otherwise."""
    kind = tr("Error") if row.severity is Severity.ERROR else tr("Warning")
    return labelled(kind, row.sentence)
