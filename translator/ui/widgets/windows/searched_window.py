"""A window beside the main one that begins with a search."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from translator.ui.look.theme import Theme
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.windows.on_screen import fit_into_screen, room_for


class SearchedWindow(QDialog):
    """Escape empties the search first, then closes the window; Ctrl+F goes to the search.

    ``name`` begins the object name. Whoever lays the window out places ``_search``.
    """

    def __init__(self, theme: Theme, name: str, title: str, search: SearchField, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName(f"{name}Window")
        self.setWindowTitle(title)
        self.setModal(False)
        self._search = search
        self._smallest = QSize()
        QShortcut(QKeySequence("Ctrl+F"), self, self._go_to_search)

    def set_sizes(self, wanted: QSize, smallest: QSize) -> None:
        """Be this large, and never smaller than that at letters of the design's size; as far as the screen has room."""
        self._smallest = smallest
        self._hold_least()
        self._theme.changed.connect(self._hold_least)
        self.resize(wanted)

    def _hold_least(self) -> None:
        self.setMinimumSize(self._theme.least(self._smallest).boundedTo(room_for(self)))

    def open_window(self) -> None:
        """Show the window."""
        self._hold_least()  # another screen may have other room
        fit_into_screen(self)
        self.show()
        self.raise_()
        self.activateWindow()

    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the search first. Not in ``reject``: the button that closes the window ends there, too."""
        if event.matches(QKeySequence.StandardKey.Cancel) and self._search.text() and self._is_searching:
            self._search.clear()
        else:
            super().keyPressEvent(event)

    @property
    def _is_searching(self) -> bool:
        """Whether Escape is for the search, as long as there is one."""
        return True
