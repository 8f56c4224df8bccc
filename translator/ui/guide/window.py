"""The window of the guide: its contents with a search over them, and the page that is chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.announcing.announcer import Announcer
from translator.ui.guide.page_view import PageView
from translator.ui.guide.pages import Page
from translator.ui.guide.screen import GuideCommands
from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Line
from translator.ui.widgets.buttons.buttons import QWIDGETSIZE_MAX, ToolButton
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.labels.labels import ElidedLabel
from translator.ui.widgets.labels.spoken_label import SpokenLabel
from translator.ui.widgets.lists.empty_page import EmptyPage
from translator.ui.widgets.lists.line_list import LineList
from translator.ui.widgets.sheets.sheet import Sheet
from translator.ui.widgets.windows.page_menu import PageMenu

_SIZE = QSize(940, 680)
_SMALLEST = QSize(360, 400)
_SIDEBAR = 232
_STACK_BELOW = 560
"""Narrower windows have the search and a menu of the pages above the page."""
_MARGIN = 12


class GuideWindow(QDialog):
    """Implements ``screen.GuideScreen``. Ctrl+F goes to the search, Alt+Left back; Escape empties the search first.

    ``script`` (ISO 15924) is that of the pages, which are in ``folder``; their pictures are below ``pictures``.
    """

    def __init__(
        self, theme: Theme, script: str, folder: Path, pictures: Path, parent: QWidget | None = None
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("guideWindow")
        self.setWindowTitle(tr("User guide"))
        self.setModal(False)
        self.setMinimumSize(_SMALLEST)
        self.resize(_SIZE)
        self._commands: GuideCommands | None = None
        self._titles: dict[str, str] = {}
        self._make_sidebar()
        self._page = PageView(theme, script, folder, pictures)
        self._back = ToolButton(theme, "arrow_left", tr("Back"), "guideBackButton", tr("Alt+Left"))
        self._title = ElidedLabel(role="strong")
        self._absence = EmptyPage(theme, "guideAbsenceLabel", "info")
        self._lay_out()
        QShortcut(QKeySequence("Ctrl+F"), self, self._go_to_search)
        for keys in QKeySequence.keyBindings(QKeySequence.StandardKey.Back):
            if keys != QKeySequence("Backspace"):  # which is for the search
                QShortcut(keys, self, self._back.click)

    def _make_sidebar(self) -> None:
        self._search = SearchField(self._theme, "guideSearchField", tr("Search the guide"))
        self._search.installEventFilter(self)
        self._list = LineList(self._theme, "guideContentsList", tr("Contents"))
        self._nothing = SpokenLabel("hint")
        self._announcer = Announcer(self._list)
        self._nothing.setObjectName("guideNothingLabel")
        self._menu = PageMenu(self._theme, "guide")

    def _lay_out(self) -> None:
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
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(self._absence)
        sheet = Sheet(self._theme)
        whole = QVBoxLayout(sheet)
        whole.setContentsMargins(2, 2, 2, 2)
        whole.addWidget(self._stack)
        self._sidebar = QWidget()
        self._column = column = QVBoxLayout(self._sidebar)
        column.setSpacing(_MARGIN)
        for part in (self._search, self._menu, self._nothing):
            column.addWidget(part)
        column.addWidget(self._list, 1_000)
        column.addStretch(1)
        self._arms = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arms.setSpacing(0)
        self._arms.addWidget(self._sidebar)
        self._arms.addWidget(sheet, 1)
        self._arrange()

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
        self._list.show_lines(lines, chosen)
        for place, line in enumerate(lines):  # a sentence is often longer than the list is wide
            self._list.item(place).setToolTip(line.title)
        if not chosen:
            self._list.setCurrentRow(-1)
        self._menu.show_pages(lines, self._titles.get(chosen, tr("Contents")) if lines else tr("Nothing matches."))
        self._nothing.say("" if lines else tr("Nothing matches."))
        self._arrange()

    def choose_line(self, chosen: str) -> None:
        """Mark this one in the list, if it is there."""
        self._list.blockSignals(True)
        self._list.choose(chosen)
        self._list.blockSignals(False)
        self._menu.show_page(self._titles.get(chosen, tr("Contents")))

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
        self.show()
        self.raise_()
        self.activateWindow()
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    # What one does

    def _go_to_search(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _choose_first(self) -> None:
        """Open what is marked in the list, or the first thing that was found."""
        chosen = self._list.currentRow()
        if self._search.text().strip() and self._list.ids and self._commands is not None:
            self._list.setCurrentRow(max(chosen, 0))
            self._commands.choose(self._list.ids[max(chosen, 0)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows of the search move in the list."""
        is_pressed = watched is self._search and event.type() is QEvent.Type.KeyPress
        if is_pressed and isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._list.event(event)
            self._announcer.say_row(self._list)
            return True
        return super().eventFilter(watched, event)

    def reject(self) -> None:
        """Empty the search first, then close."""
        if self._search.text():
            self._search.clear()
        else:
            super().reject()

    # How it is laid out

    def changeEvent(self, event: QEvent) -> None:
        """Turn the arrow back with the direction of reading."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._back.show_icon("arrow_left")  # which is mirrored as it is drawn

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sidebar from taking the room of the page."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        stacked = self.width() < max(_STACK_BELOW, self._theme.px(_STACK_BELOW))
        directions = QBoxLayout.Direction
        self._arms.setDirection(directions.TopToBottom if stacked else directions.LeftToRight)
        margin = _MARGIN // 2 if stacked else _MARGIN
        self._arms.setContentsMargins(margin, margin, margin, margin)
        self._arms.setSpacing(0 if stacked else margin)
        self._column.setContentsMargins(*(4, 0, 4, margin) if stacked else (0, 4, 0, 0))
        self._list.setVisible(not stacked and bool(self._titles))
        self._menu.setVisible(stacked)
        if stacked:
            self._sidebar.setMinimumWidth(0)
            self._sidebar.setMaximumWidth(QWIDGETSIZE_MAX)
        else:
            self._sidebar.setFixedWidth(min(self._theme.px(_SIDEBAR), self.width() * 3 // 10) - 2 * margin)
