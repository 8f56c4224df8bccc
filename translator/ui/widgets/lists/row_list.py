"""A list of few rows, each drawn by a delegate that knows what is in it."""

from abc import abstractmethod

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from translator.ui.look.theme import Theme
from translator.ui.look.tokens import RADIUS_CONTROL

ROW_ROLE = Qt.ItemDataRole.UserRole
INSET, PADDING = 8, 6
"""Pixels at the sides of what is in a row, and above and below it."""


class RowList(QListWidget):
    """Works by keyboard as soon as it has the focus. ``enter_pressed`` tells the place of the row that Enter is for."""

    enter_pressed = Signal(int)

    def __init__(self, object_name: str, accessible_name: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(accessible_name)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)

    def add_row(self, words: str, row: object) -> None:
        """Put this at the end; ``words`` are what a screen reader says of it."""
        item = QListWidgetItem(words)
        item.setData(ROW_ROLE, row)
        self.addItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter on a row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.enter_pressed.emit(self.currentRow())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the arrows somewhere to start from."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)


class RowDelegate(QStyledItemDelegate):
    """Draws the rows of ``view``; who derives from it draws what is in one, and says how high it is."""

    def __init__(self, theme: Theme, view: RowList) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a row on its ground."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place: QRect = option.rect
        focused = self._view if option.state & QStyle.StateFlag.State_Selected else None
        paint_ground(painter, place.adjusted(1, 1, -1, -1), self._theme, option.state, focused)
        self._draw(painter, place.adjusted(INSET, PADDING, -INSET, -PADDING), index)
        painter.restore()

    @abstractmethod  # held by mypy alone: Qt's classes cannot be ABCs
    def _draw(self, painter: QPainter, room: QRect, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw what is in the row."""


def paint_ground(
    painter: QPainter, place: QRect, theme: Theme, state: QStyle.StateFlag, focused: QWidget | None,
    chosen_colour: str = "accent_soft",
) -> None:  # fmt: skip
    """Paint what shows that a row is chosen or under the pointer; with a frame where ``focused`` has the focus."""
    chosen = bool(state & QStyle.StateFlag.State_Selected)
    painter.setPen(Qt.PenStyle.NoPen)
    if chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.colour(chosen_colour if chosen else "hover"))
        painter.drawRoundedRect(place, RADIUS_CONTROL, RADIUS_CONTROL)
    if focused is not None and focused.hasFocus():
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.colour("focus"), 2))
        painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)
