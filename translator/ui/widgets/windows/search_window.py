"""A window that stands beside the main one: a search over a list."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Action, Severity
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.lists.empty_page import EmptyPage
from translator.ui.widgets.notices.notice import Notice


class SearchWindow(QDialog):
    """Escape empties the search first, then closes the window; Ctrl+F goes to the search.

    ``name`` is an icon, too, and begins the object names of the window and its parts. ``content`` is shown where
    there is something, and words in its place where there is nothing. Whoever lays the window out places ``_search``,
    ``_stack`` and ``_notice``.
    """

    def __init__(
        self, theme: Theme, name: str, title: str, search: SearchField, content: QWidget, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(f"{name}Window")
        self.setWindowTitle(title)
        self.setModal(False)
        self._search = search
        self._notice = Notice(theme, f"{name}Notice")
        self._empty = EmptyPage(theme, f"{name}EmptyLabel", name)
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._stack.addWidget(self._empty)
        QShortcut(QKeySequence("Ctrl+F"), self, self._go_to_search)

    def set_sizes(self, wanted: QSize, smallest: QSize) -> None:
        """Be this large, and never smaller than that."""
        self.setMinimumSize(smallest)
        self.resize(wanted)

    def open_window(self) -> None:
        """Show the window."""
        self.show()
        self.raise_()
        self.activateWindow()

    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def reject(self) -> None:
        """Empty the search first, then close."""
        if self._search.text():
            self._search.clear()
        else:
            super().reject()

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
