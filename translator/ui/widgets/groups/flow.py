"""A row that goes on in the next line where there is no more room."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Sets its widgets side by side, from where reading begins, in as many lines as they need, halfway up its room.

    Those that are hidden take no room. Those of unequal height stand halfway up their line.
    """

    def __init__(self, *widgets: QWidget, gap: int = 8) -> None:
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self._gap = gap
        self._items: list[QLayoutItem] = []
        for widget in widgets:
            self.addWidget(widget)

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
        widgets = [widget for item in self._items if (widget := item.widget()) is not None]
        for widget in widgets:
            self.removeWidget(widget)  # which deletes its item, too: Python does not own that
        return widgets

    def hasHeightForWidth(self) -> bool:
        """Say that less width takes more height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at this width."""
        heights = [_height(line) for line in self._lines(width)]
        return sum(heights) + self._gap // 2 * max(0, len(heights) - 1)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        sizes = [item.sizeHint() for item in self._shown]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the height of the highest item alone; what is wider than the room is cut, and says so."""
        return QSize(0, max((item.minimumSize().height() for item in self._shown), default=0))

    def setGeometry(self, room: QRect) -> None:
        """Put everything into this room."""
        super().setGeometry(room)
        top = room.top() + max(0, (room.height() - self.heightForWidth(room.width())) // 2)
        for line in self._lines(room.width()):
            height = _height(line)
            self._place(line, QRect(room.left(), top, room.width(), height))
            top += height + self._gap // 2

    def _place(self, line: list[QLayoutItem], room: QRect) -> None:
        rtl = self._is_rtl()
        along = 0
        for item in line:
            size = item.sizeHint()
            width = min(size.width(), room.width())
            left = room.right() + 1 - along - width if rtl else room.left() + along
            item.setGeometry(QRect(left, room.top() + (room.height() - size.height()) // 2, width, size.height()))
            along += width + self._gap

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        """Yield what stands in each line at this width."""
        line: list[QLayoutItem] = []
        along = 0
        for item in self._shown:
            wanted = item.sizeHint().width()
            if line and along + wanted > width:
                yield line
                line, along = [], 0
            line.append(item)
            along += wanted + self._gap
        if line:
            yield line

    @property
    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _is_rtl(self) -> bool:
        parent = self.parentWidget()
        return parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)
