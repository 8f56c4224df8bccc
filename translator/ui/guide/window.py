"""The window of the guide: its contents with a search over them, and the page that is chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.guide.page_view import PageView
from translator.ui.guide.pages import Page
from translator.ui.guide.screen import GuideCommands
from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Line
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.labels.labels import ElidedLabel
from translator.ui.widgets.lists.empty_page import EmptyPage
from translator.ui.widgets.lists.line_list import LineList
from translator.ui.widgets.windows.paged_window import PagedWindow, Shape

_SHAPE = Shape(QSize(940, 680), QSize(360, 400), sidebar=232, stack_below=560)


class GuideWindow(PagedWindow):
    """Implements ``screen.GuideScreen``. Alt+Left goes back.

    ``script`` (ISO 15924) is that of the pages, which are in ``folder``; their pictures are below ``pictures``.
    """

    def __init__(
        self, theme: Theme, script: str, folder: Path, pictures: Path, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        search = SearchField(theme, "guideSearchField", tr("Search the guide"))
        contents = LineList(theme, "guideContentsList", tr("Contents"))
        super().__init__(theme, "guide", tr("User guide"), search, contents, _SHAPE, parent)
        self._commands: GuideCommands | None = None
        self._titles: dict[str, str] = {}
        self._page = PageView(theme, script, folder, pictures)
        self._back = ToolButton(theme, "arrow_left", tr("Back"), "guideBackButton", "Alt+Left")
        self._title = ElidedLabel(role="strong")
        self._absence = EmptyPage(theme, "guideAbsenceLabel", "info")
        self._fill()
        for keys in QKeySequence.keyBindings(QKeySequence.StandardKey.Back):
            if keys != QKeySequence("Backspace"):  # which is for the search
                QShortcut(keys, self, self._back.click)

    def _fill(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(8, 6, 16, 0)
        head.setSpacing(8)
        head.addWidget(self._back)
        head.addWidget(self._title, 1)
        shown = QWidget()
        inside = QVBoxLayout(shown)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(head)
        inside.addWidget(self._page, 1)
        self._stack.addWidget(shown)
        self._stack.addWidget(self._absence)

    def listen(self, commands: GuideCommands) -> None:
        """Let the controls do this."""
        self._commands = commands
        self._search.textChanged.connect(commands.search)
        self._search.returnPressed.connect(self._choose_first)
        self._list.chosen.connect(commands.choose)
        self._menu.chosen.connect(commands.choose)
        self._page.followed.connect(commands.follow)
        self._back.clicked.connect(commands.go_back)

    # What the presenter shows

    @property
    def place(self) -> float:
        """How far the page is scrolled, 0 to 1."""
        return self._page.place

    def show_lines(self, lines: Sequence[Line], chosen: str) -> None:
        """List these, with this one chosen; where there are none, say that nothing was found."""
        self._titles = {line.id: line.title for line in lines}
        self._list_pages(lines, chosen, self._titles.get(chosen, tr("Contents")))
        for place, line in enumerate(lines):  # a sentence is often longer than the list is wide
            self._list.item(place).setToolTip(line.title)
        if not chosen:
            self._list.setCurrentRow(-1)

    def choose_line(self, chosen: str) -> None:
        """Mark this one in the list, if it is there."""
        self._mark_page(chosen, self._titles.get(chosen, tr("Contents")))

    def show_page(self, page: Page, section: int = 0, words: str = "") -> None:
        """Show a page from one of its sections on, with these words marked in it."""
        self._stack.setCurrentIndex(0)
        self._title.setText(page.title)
        self._page.show_page(page, section, words)

    def scroll_to(self, place: float) -> None:
        """Scroll the page that is shown to where it was."""
        self._page.scroll_to(place)

    def show_absence(self) -> None:
        """Say that the guide was not installed."""
        self._absence.show_words(tr("The guide is not installed."), "")
        self._stack.setCurrentIndex(1)

    def offer_back(self, *, offered: bool) -> None:
        """Let one go back, or not."""
        self._back.setEnabled(offered)

    def open_window(self) -> None:
        """Bring the window to the front, with the keyboard on the page."""
        super().open_window()
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    # What one does

    def _choose_first(self) -> None:
        """Open what is marked in the list, or the first thing that was found."""
        chosen = self._list.currentRow()
        if self._search.text().strip() and self._list.ids and self._commands is not None:
            self._list.setCurrentRow(max(chosen, 0))
            self._commands.choose(self._list.ids[max(chosen, 0)])

    def changeEvent(self, event: QEvent) -> None:
        """Turn the arrow back with the direction of reading."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._back.show_icon("arrow_left")  # which is mirrored as it is drawn
