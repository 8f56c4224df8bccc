"""What all pages of the settings have in common: a title, a line about it, groups of rows, and a search in them."""

from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.by_keyboard import Ringed
from translator.ui.widgets.groups.disclosure import Disclosure
from translator.ui.widgets.groups.group import Group, Row, answers
from translator.ui.widgets.labels.labels import label

_WIDEST = 620
_NARROW = 420
_EDGES = 4
"""Between the sheet's edge and the page: the sheet's own line, and the room of the ring."""
_LEAST = 4
"""Between a group and the scrollbar."""


_Part = TypeVar("_Part", bound=Group | Disclosure)


class Page(Ringed, QScrollArea):
    """Scrolls where it is too high. ``key`` is its name in code, ``title`` the one in the list of pages."""

    def __init__(self, theme: Theme, key: str, icon: str, title: str, subtitle: str) -> None:
        super().__init__()
        self._theme = theme
        self.key = key
        self.icon = icon
        self.title = title
        self.setObjectName(f"{key}Page")
        self.setAccessibleName(title)  # Tab stops here, for the arrows to scroll
        self.setProperty("ring", False)
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
        search = text.strip()
        if answers(search, f"{self.title} {self._subtitle.text()}"):
            search = ""
        found = [group.filter(search) for group in self._groups]
        return any(found)

    @property
    def found(self) -> Row | None:
        """The first row that is seen."""
        return next((row for group in self._groups for row in _rows_of(group) if row.is_shown), None)

    def show_row(self, row: Row) -> None:
        """Scroll to a row, and open what it is in."""
        for group in self._groups:
            if isinstance(group, Disclosure) and row in group.every_row:
                group.open()
        self.ensureWidgetVisible(row, 0, self._theme.px(24))

    def go_to_row(self, row: Row) -> None:
        """Show a row, with the keyboard on its control."""
        self.show_row(row)
        controls = (part for part in row.findChildren(QWidget) if part.focusPolicy() & Qt.FocusPolicy.TabFocus)
        control = next((part for part in controls if part.isVisibleTo(row) and part.isEnabled()), None)
        (control or self).setFocus(Qt.FocusReason.ShortcutFocusReason)
        QTimer.singleShot(0, self, lambda: self.show_row(row))  # once what was hidden has its height again

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rows from growing wider than one reads."""
        super().resizeEvent(event)
        width = self.contentsRect().width()
        scrollbar = width - self.viewport().width()
        margin = 16 if width < self._theme.px(_NARROW) else 32
        side = max(margin - _EDGES, (width - self._theme.px(_WIDEST)) // 2)
        sides = (side, max(_LEAST, side - scrollbar))  # a page that scrolls is laid out as one that does not
        left, right = reversed(sides) if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else sides
        self._column.setContentsMargins(left, 24, right, 24)


def _rows_of(group: Group | Disclosure) -> list[Row]:
    return group.every_row if isinstance(group, Disclosure) else group.rows
