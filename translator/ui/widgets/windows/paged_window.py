"""A window that stands beside the main one: a list of pages with a search over it, and the page that is chosen."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.announcing.announcer import Announcer
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import UNLIMITED
from translator.ui.vocabulary import Line
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.groups.stacking import stack
from translator.ui.widgets.labels.spoken_label import SpokenLabel
from translator.ui.widgets.lists.line_list import LineList
from translator.ui.widgets.sheets.sheet import Sheet
from translator.ui.widgets.windows.page_menu import PageMenu
from translator.ui.widgets.windows.searched_window import SearchedWindow

_MARGIN = 12
_ALL_ROOM = 1_000
"""The stretch of the list, beside that of the nothing below it: without a list, what is above stays at the top."""


class Shape(NamedTuple):
    """The sizes of such a window. Narrower than ``stack_below``, it has search and a menu above the page."""

    wanted: QSize
    smallest: QSize
    sidebar: int
    stack_below: int


class PagedWindow(SearchedWindow):
    """Lays itself out; a menu takes the place of the list where the window is narrow.

    ``name`` begins the object names. Whoever fills it puts the pages into ``_stack``, and follows ``_search``,
    ``_list`` and ``_menu``.
    """

    def __init__(
        self, theme: Theme, name: str, title: str, search: SearchField, pages: LineList, shape: Shape,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(theme, name, title, search, parent)
        self.set_sizes(shape.wanted, shape.smallest)
        self._shape = shape
        self._list = pages
        self._nothing = SpokenLabel("hint")
        self._nothing.setObjectName(f"{name}NothingLabel")
        self._announcer = Announcer(self._list)
        self._menu = PageMenu(theme, name)
        self._stack = QStackedWidget()
        self._search.installEventFilter(self)
        self._lay_out()

    def _lay_out(self) -> None:
        sheet = Sheet(self._theme)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(2, 2, 2, 2)
        inside.addWidget(self._stack)
        self._sidebar = QWidget()
        self._column = column = QVBoxLayout(self._sidebar)
        column.setSpacing(_MARGIN)
        for part in (self._search, self._menu, self._nothing):
            column.addWidget(part)
        column.addWidget(self._list, _ALL_ROOM)
        column.addStretch(1)
        self._arms = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arms.addWidget(self._sidebar)
        self._arms.addWidget(sheet, 1)
        self._arrange()

    def _list_pages(self, lines: Sequence[Line], chosen: str, title: str) -> None:
        """List these, with this one chosen, whose title is in the menu; where there are none, say so."""
        self._list.show_lines(lines, chosen)
        self._menu.show_pages(lines, title)
        self._nothing.say("" if lines else tr("Nothing matches."))
        self._arrange()

    def _mark_page(self, chosen: str, title: str) -> None:
        """Mark this one in the list, if it is there, and show its title in the menu; nothing follows from it."""
        with QSignalBlocker(self._list):
            self._list.choose(chosen)
        self._menu.show_page(title)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the search move in the list."""
        is_pressed = watched is self._search and event.type() is QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._list.event(event)
            self._announcer.say_row(self._list)
            return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sidebar from taking the room of the page."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        below = self._shape.stack_below
        stacked = self.width() < max(below, self._theme.px(below))
        stack(self._arms, stacked=stacked)
        margin = _MARGIN // 2 if stacked else _MARGIN
        self._arms.setContentsMargins(margin, margin, margin, margin)
        self._arms.setSpacing(0 if stacked else margin)
        self._column.setContentsMargins(*(4, 0, 4, margin) if stacked else (0, 4, 0, 0))
        found = bool(self._list.ids)
        self._list.setVisible(found and not stacked)
        self._menu.setVisible(found and stacked)
        if stacked:
            self._sidebar.setMinimumWidth(0)
            self._sidebar.setMaximumWidth(UNLIMITED)
        else:
            room = min(self._theme.px(self._shape.sidebar), self.width() * 3 // 10)
            self._sidebar.setFixedWidth(room - 2 * margin)
