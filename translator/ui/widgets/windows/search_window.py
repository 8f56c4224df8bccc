"""A window that stands beside the main one: a search over a list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QLayout, QStackedWidget, QVBoxLayout, QWidget

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

    Down goes from the search into the content, and the keys for Undo do what the notice offers to undo. ``name`` is an
    icon, too, and begins the object names of the window and its parts. Whoever lays the window out places ``_search``,
    ``_stack`` and ``_notice``, by ``_stand`` or otherwise.
    """

    def __init__(
        self, theme: Theme, name: str, title: str, search: SearchField, content: QAbstractItemView,
        parent: QWidget | None,
    ) -> None:  # fmt: skip
        super().__init__(theme, name, title, search, parent)
        self._notice = Notice(theme, f"{name}Notice")
        self._empty = EmptyPage(theme, f"{name}EmptyLabel", name)
        self._stack = QStackedWidget()
        self._stack.addWidget(content)
        self._stack.addWidget(self._empty)
        self._content = content
        self._undo: Action | None = None
        self._typed_since = False
        self._search.installEventFilter(self)
        self._search.textEdited.connect(self._note_typing)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self._undo_last)

    def _stand(self, head: QLayout, foot: QWidget, *below: QWidget) -> None:
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
        column.addWidget(foot)

    def show_empty(self, title: str, hint: str) -> None:
        """Say why there is nothing in the list; nothing where there is something."""
        if title and self.focusWidget() is self._content:
            self._search.setFocus()  # Qt would leave the keyboard nowhere
        self._empty.show_words(title, hint)
        self._stack.setCurrentIndex(1 if title else 0)

    def show_notice(self, sentence: str, severity: Severity = "info", actions: Sequence[Action] = ()) -> None:
        """Say this below the list, with its next steps."""
        self._undo = next((action for action in actions if action.undoes), None)
        self._typed_since = False
        self._notice.show_sentence(sentence, severity, actions)

    def dismiss_notice(self) -> None:
        """Take that away."""
        self._notice.dismiss()

    def _undo_last(self) -> None:
        """Do what the notice offers to undo, once."""
        undo, self._undo = self._undo, None
        if undo is not None and self._notice.sentence:
            undo.run()

    def _note_typing(self) -> None:
        self._typed_since = True

    @property
    def _undoes_typing(self) -> bool:
        """Whether Undo in the search means what was typed there, and not what the notice offers: the later of both."""
        offers = self._undo is not None and bool(self._notice.sentence)
        return self._search.isUndoAvailable() and (self._typed_since or not offers)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the search pass on what is not for it: Down, and Undo where nothing was typed since."""
        if watched is self._search and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride and event.matches(QKeySequence.StandardKey.Undo):
                event.ignore()
                return not self._undoes_typing
            if event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
                self._go_into_content()
                return True
        return super().eventFilter(watched, event)

    def _go_into_content(self) -> None:
        if self._stack.currentWidget() is not self._content or not self._content.model().rowCount():
            return
        self._content.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._content.selectionModel().hasSelection():
            current = self._content.currentIndex()
            self._content.setCurrentIndex(current if current.isValid() else self._content.model().index(0, 0))
