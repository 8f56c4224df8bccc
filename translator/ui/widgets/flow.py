"""A row that goes on in the next line where there is no more room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Sets its widgets side by side, from where reading begins, in as many lines as they need, halfway up its room."""

    def __init__(self, gap: int = 8) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        """Take it in, at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the item, or None beyond the end."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the item, or None beyond the end."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def take_widgets(self) -> list[QWidget]:
        """Remove everything; return the widgets."""
        items, self._items = self._items, []
        return [widget for item in items if (widget := item.widget()) is not None]

    def hasHeightForWidth(self) -> bool:
        """Say that less width takes more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at this width."""
        return self._arrange(QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        sizes = [item.sizeHint() for item in self._items]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item alone."""
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def setGeometry(self, room: QRect) -> None:
        """Put everything into this room."""
        super().setGeometry(room)
        spare = room.height() - self._arrange(room, moves=False)
        self._arrange(room.adjusted(0, max(0, spare // 2), 0, 0), moves=True)

    def _arrange(self, room: QRect, *, moves: bool) -> int:
        """Go through the lines, and move the widgets to their places if wanted; return the height."""
        rtl = self._is_rtl()
        along = top = height = 0
        for item in self._items:
            size = item.sizeHint().boundedTo(QSize(max(room.width(), 0), item.sizeHint().height()))
            if along and along + size.width() > room.width():
                along, top, height = 0, top + height + self._gap // 2, 0
            left = room.right() + 1 - along - size.width() if rtl else room.left() + along
            if moves:
                item.setGeometry(QRect(left, room.top() + top, size.width(), size.height()))
            along += size.width() + self._gap
            height = max(height, size.height())
        return top + height

    def _is_rtl(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
