"""The window of the history: a search over a list, and what can be done with what is chosen in it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from translator.i18n import ptr, tr
from translator.ui.file_dialogs import ask_file_to_save
from translator.ui.history.list_view import HistoryList
from translator.ui.history.screen import ExportFormat, HistoryCommands, HistoryRow
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.groups.foot import Foot
from translator.ui.widgets.labels.labels import ShorteningLabel
from translator.ui.widgets.windows.search_window import SearchWindow

_SIZE = QSize(640, 600)
_SMALLEST = QSize(340, 360)


class HistoryWindow(SearchWindow):
    """Implements ``screen.HistoryScreen``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._list = HistoryList(theme)
        search = SearchField(theme, "historySearchField", tr("Search translations"))
        super().__init__(theme, "history", tr("History"), search, self._list, parent)
        self._commands: HistoryCommands | None = None
        self.set_sizes(_SIZE, _SMALLEST)
        self._make_head()
        self._make_foot()
        self._lay_out()
        self._follow_choice()

    def _make_head(self) -> None:
        self._search.textChanged.connect(self._find)
        self._search.returnPressed.connect(self._list.open_first)
        self._starred = ToolButton(self._theme, "star", tr("Only those with a star"), "historyStarredButton")
        self._starred.setCheckable(True)
        self._starred.toggled.connect(self._find)
        self._more = ToolButton(self._theme, "more", tr("More"), "historyMoreButton")
        self._more.clicked.connect(self._open_menu)
        self._menu = QMenu(self)
        self._menu.setObjectName("historyMenu")
        for text, kind in self._formats():
            action = self._menu.addAction(self._theme.icon("export", self), text)
            action.setObjectName(f"exportHistory{kind.title()}Action")
            action.triggered.connect(lambda _checked=False, kind=kind: self._ask_file(kind))
        self._menu.addSeparator()
        clear = self._menu.addAction(self._theme.icon("trash", self), tr("Delete all…"))
        clear.setObjectName("clearHistoryAction")
        clear.triggered.connect(self._ask_to_clear)

    @staticmethod
    def _formats() -> Sequence[tuple[str, ExportFormat]]:
        return (
            (tr("Export as CSV…"), "csv"),
            (tr("Export as TMX…"), "tmx"),
            (tr("Export as Markdown…"), "md"),
        )

    def _make_foot(self) -> None:
        self._count = ShorteningLabel()
        self._count.setObjectName("historyCountLabel")
        self._star = ToolButton(self._theme, "star", ptr("give it a star", "Star"), "historyStarButton")
        self._star.clicked.connect(self._list.star_chosen)
        self._delete = ToolButton(self._theme, "trash", tr("Delete"), "historyDeleteButton", "Del")
        self._delete.clicked.connect(self._list.delete_chosen)
        self._open = Button(self._theme, tr("Open"), "historyOpenButton", "primary")
        self._open.clicked.connect(self._list.open_chosen)
        self._list.chosen_changed.connect(self._follow_choice)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._search, 1)
        head.addWidget(self._starred)
        head.addWidget(self._more)
        self._foot = Foot(self._count, self._star, self._delete, self._open, gap=4)
        self._stand(head, self._foot)

    # What one does

    def open_window(self) -> None:
        """Show the window, ready to be searched."""
        super().open_window()
        self._go_to_search()

    def _find(self) -> None:
        if self._commands is not None:
            self._commands.find(self._search.text(), starred=self._starred.isChecked())

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _ask_to_clear(self) -> None:
        if self._commands is not None:
            self._commands.ask_to_clear()

    def _ask_file(self, kind: ExportFormat) -> None:
        if self._commands is not None:
            ask_file_to_save(self, f"translations.{kind}", self._commands.export, tr("Export the history"), kind)

    def _follow_choice(self) -> None:
        chosen = self._list.chosen
        for button in (self._star, self._delete):
            button.setEnabled(bool(chosen))
        self._open.setEnabled(len(chosen) == 1)
        has_stars = bool(chosen) and all(row.is_starred for row in chosen)
        self._star.setAccessibleName(tr("Take the star away") if has_stars else ptr("give it a star", "Star"))
        self._star.setToolTip(self._star.accessibleName())
        self._star.show_icon("star_on" if has_stars else "star")

    def hideEvent(self, event: QHideEvent) -> None:
        """Dismiss what was said: there is no way back from a window that was closed."""
        if not event.spontaneous():
            self._notice.dismiss()
            if self._commands is not None:
                self._commands.forget_undo()
        super().hideEvent(event)

    # What the presenter shows

    def listen(self, commands: HistoryCommands) -> None:
        """Let the controls do this."""
        self._commands = commands
        self._list.listen(commands)
        self._notice.closed.connect(commands.forget_undo)

    def show_rows(self, rows: Sequence[HistoryRow], total: int, *, again: bool = False) -> None:
        """List these, of so many."""
        self._list.show_rows(rows, total, again=again)

    def add_rows(self, rows: Sequence[HistoryRow], total: int) -> None:
        """List these as well."""
        self._list.rows.add_rows(rows, total)

    def change_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show the rows of these ids as they are now."""
        self._list.rows.change_rows(rows)
        self._follow_choice()

    def remove_rows(self, ids: Sequence[int], total: int) -> None:
        """Take these out of the list."""
        self._list.rows.remove_rows(ids, total)

    def show_count(self, words: str, short: str = "") -> None:
        """Say how many there are; with little room, the number alone."""
        self._count.show_text(words, short)
        self._foot.hold(short or words)

    def close_window(self) -> None:
        """Close the window."""
        self.hide()
