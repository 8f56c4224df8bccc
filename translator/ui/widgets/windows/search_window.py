"""A window that stands beside the main one: a search over a list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Action, Severity
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.lists.empty_page import EmptyPage
from translator.ui.widgets.notices.notice import Notice
from translator.ui.widgets.sheets.sheet import Sheet
from translator.ui.widgets.windows.searched_window import SearchedWindow

_MARGIN = 12


class SearchWindow(SearchedWindow):
    """Shows ``content`` where there is something, and words in its place where there is nothing.

    ``name`` is an icon, too, and begins the object names of the window and its parts. Whoever lays the window out
    places ``_search``, ``_stack`` and ``_notice``, by ``_stand`` or otherwise.
    """

    def __init__(
        self, theme: Theme, name: str, title: str, search: SearchField, content: QWidget, parent: QWidget | None
    ) -> None:
        super().__init__(theme, name, title, search, parent)
        self._notice = Notice(theme, f"{name}Notice")
        self._empty = EmptyPage(theme, f"{name}EmptyLabel", name)
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._stack.addWidget(self._empty)

    def _stand(self, head: QLayout, foot: QLayout, *below: QWidget) -> None:
        """Lay the window out: its head, a sheet with the content and with what is said below it, its foot."""
        sheet = Sheet(self._theme)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.addWidget(self._stack, 1)
        for part in (*below, self._notice):
            inside.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_MARGIN)
        column.addLayout(head)
        column.addWidget(sheet, 1)
        column.addLayout(foot)

    def show_empty(self, title: str, hint: str) -> None:
        """Say why there is nothing in the list; nothing where there is something."""
        self._empty.show_words(title, hint)
        self._stack.setCurrentIndex(1 if title else 0)

    def show_notice(self, sentence: str, severity: Severity = "info", actions: Sequence[Action] = ()) -> None:
        """Say this below the list, with its next steps."""
        self._notice.show_sentence(sentence, severity, actions)

    def dismiss_notice(self) -> None:
        """Take that away."""
        self._notice.dismiss()
