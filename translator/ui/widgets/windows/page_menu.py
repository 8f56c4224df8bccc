"""The pages in a menu, for a window too narrow to have a list of them at its side."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Line
from translator.ui.widgets.buttons.choice_button import ChoiceButton


class PageMenu(ChoiceButton):
    """Shows which page it is, and says which other was chosen. ``name`` begins the object names."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, tr("Page"), f"{name}PageMenuButton")
        self._pages = QMenu(self)
        self._pages.setObjectName(f"{name}PageMenu")
        self.clicked.connect(self._open)  # with setMenu, Qt draws the words without the style sheet's padding

    def show_pages(self, lines: Sequence[Line], chosen: str) -> None:
        """Offer these, and show the title of the one that is open."""
        self._pages.clear()
        for line in lines:
            action = self._pages.addAction(self._theme.icon(line.icon, self), line.title)
            action.triggered.connect(lambda _checked=False, key=line.id: self.chosen.emit(key))
        self.show_page(chosen)

    def _open(self) -> None:
        self._pages.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def show_page(self, title: str) -> None:
        """Show the title of the page that is open."""
        self.show_choice(title)
