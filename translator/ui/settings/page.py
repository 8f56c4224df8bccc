"""What all pages of the settings have in common: a title, a line about it, groups of rows, and a search in them."""

from typing import TypeVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.widgets.disclosure import Disclosure
from translator.ui.widgets.group import Group, Row
from translator.ui.widgets.labels import label

_WIDEST = 620
_NARROW = 420


_Part = TypeVar("_Part", bound=Group | Disclosure)


class Page(QScrollArea):
    """Scrolls where it is too high. ``key`` is its name in code, ``title`` the one in the list of pages."""

    def __init__(self, theme: Theme, key: str, icon: str, title: str, subtitle: str) -> None:
        super().__init__()
        self._theme = theme
        self.key = key
        self.icon = icon
        self.title = title
        self.setObjectName(f"{key}Page")
        self.setAccessibleName(title)  # Tab stops here, for the arrows to scroll
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setSpacing(24)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(title, "title", wrap=True))
        self._subtitle = label(subtitle, "hint", wrap=True)
        head.addWidget(self._subtitle)
        self._column.addLayout(head)
        self._column.addStretch(1)
        self._groups: list[Group | Disclosure] = []
        self.setWidget(content)

    def add(self, group: _Part) -> _Part:
        """Add a group at the end."""
        self._groups.append(group)
        self._column.insertWidget(self._column.count() - 1, group)
        return group

    def filter(self, text: str) -> bool:
        """Keep the rows that answer a search; return whether there are any. The page's own title finds all of it."""
        word = text.strip().casefold()
        if word in f"{self.title} {self._subtitle.text()}".casefold():
            word = ""
        found = [group.filter(word) for group in self._groups]
        return any(found)

    def show_row(self, row: Row) -> None:
        """Scroll to a row."""
        self.ensureWidgetVisible(row, 0, self._theme.px(24))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rows from growing wider than one reads."""
        super().resizeEvent(event)
        width = self.viewport().width()
        margin = 16 if width < self._theme.px(_NARROW) else 32
        side = max(margin, (width - self._theme.px(_WIDEST)) // 2)
        self._column.setContentsMargins(side, 24, side, 24)
