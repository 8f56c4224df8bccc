"""The window of the memory: a search over a table of units, and what can be done with them and with files."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.ui.file_dialogs import ask_file_to_open, ask_file_to_save
from translator.ui.look.theme import Theme
from translator.ui.memory.screen import MemoryCommands, MemoryRow
from translator.ui.memory.table import UnitTable
from translator.ui.memory.transfer_bar import TransferBar
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.groups.foot import Foot
from translator.ui.widgets.labels.labels import ElidedLabel
from translator.ui.widgets.windows.search_window import SearchWindow

_SIZE = QSize(840, 600)
_SMALLEST = QSize(340, 360)


class MemoryWindow(SearchWindow):
    """Implements ``screen.MemoryScreen``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._table = UnitTable(theme)
        search = SearchField(theme, "memorySearchField", tr("Search units"))
        super().__init__(theme, "memory", tr("Translation memory"), search, self._table, parent)
        self.set_sizes(_SIZE, _SMALLEST)
        self._commands: MemoryCommands | None = None
        self._total = ""
        self._transfer = TransferBar(theme)
        self._make_tools()
        self._make_foot()
        self._lay_out()
        self._follow_choice()

    def _make_tools(self) -> None:
        theme = self._theme
        self._import = ToolButton(theme, "import", tr("Import a TMX file…"), "importMemoryButton")
        self._export = ToolButton(theme, "export", tr("Export as TMX…"), "exportMemoryButton")
        self._export_menu = QMenu(self)
        self._export_menu.setObjectName("exportMemoryMenu")
        self._export.clicked.connect(lambda: _open_below(self._export_menu, self._export))
        self._more = ToolButton(theme, "more", tr("More"), "memoryMoreButton")
        self._menu = QMenu(self)
        self._menu.setObjectName("memoryMenu")
        self._forget = self._menu.addAction(theme.icon("trash", self), tr("Forget everything…"))
        self._forget.setObjectName("forgetMemoryAction")
        self._more.clicked.connect(lambda: _open_below(self._menu, self._more))
        self.show_pairs(())

    def _make_foot(self) -> None:
        self._count = ElidedLabel()
        self._count.setObjectName("memoryCountLabel")
        self._edit = ToolButton(self._theme, "edit", tr("Edit"), "editUnitButton", "Enter")
        self._edit.clicked.connect(lambda: self._table.edit(self._table.currentIndex().siblingAtColumn(1)))
        self._delete = Button(self._theme, tr("Delete"), "deleteUnitsButton", "outline", "trash")
        self._table.chosen_changed.connect(self._follow_choice)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._search, 1)
        for tool in (self._import, self._export, self._more):
            head.addWidget(tool)
        self._foot = Foot(self._count, self._edit, self._delete)
        self._stand(head, self._foot, self._transfer)

    # What one does

    def open_window(self) -> None:
        """Show the window, ready to be searched."""
        super().open_window()
        self._go_to_search()

    def _follow_choice(self) -> None:
        chosen = self._table.chosen
        self._delete.setEnabled(bool(chosen))
        self._edit.setEnabled(len(chosen) == 1)
        self._count.setText(chosen[0].facts if len(chosen) == 1 else self._total)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is being typed, and dismiss what was said: there is no way back from a window that was closed."""
        if not event.spontaneous():
            self._table.finish_editing()
            self._notice.dismiss()
            if self._commands is not None:
                self._commands.forget_undo()
        super().hideEvent(event)

    # What the presenter shows

    def listen(self, commands: MemoryCommands) -> None:
        """Let the controls do this."""
        self._commands = commands
        self._search.textChanged.connect(commands.find)
        self._table.units.more_wanted.connect(commands.fetch_more)
        self._table.units.edited.connect(commands.save)
        for wanted in (self._table.delete_wanted, self._delete.clicked):
            wanted.connect(lambda *_: self._delete_chosen(commands))
        self._import.clicked.connect(lambda: ask_file_to_open(self, commands.take_in, tr("Import a TMX file")))
        self._forget.triggered.connect(lambda _: commands.ask_to_forget())
        self._transfer.cancelled.connect(commands.cancel)
        self._notice.closed.connect(commands.forget_undo)

    def _delete_chosen(self, commands: MemoryCommands) -> None:
        if self._table.chooses_more:
            commands.delete_all_listed()
        else:
            commands.delete([row.unit.id for row in self._table.chosen])

    def show_rows(self, rows: Sequence[MemoryRow], *, more: bool, again: bool = False) -> None:
        """List these."""
        self._table.show_rows(rows, more=more, again=again)

    def add_rows(self, rows: Sequence[MemoryRow], *, more: bool) -> None:
        """List these as well."""
        self._table.units.add_rows(rows, more=more)

    def change_row(self, row: MemoryRow) -> None:
        """Show the unit of that id as it is now."""
        self._table.units.change_row(row)
        self._follow_choice()

    def remove_rows(self, ids: Sequence[int]) -> None:
        """Take these out of the table."""
        self._table.units.remove_rows(ids)

    def show_count(self, words: str) -> None:
        """Say how many there are, unless something is said of the one that is chosen."""
        self._total = words
        self._foot.hold(words)
        self._follow_choice()

    def show_pairs(self, pairs: Sequence[tuple[str, LanguagePair]]) -> None:
        """Offer to export everything, and each of these by itself where there are several."""
        self._export_menu.clear()
        self._offer_export(tr("Everything…"), None, "memory")
        if len(pairs) > 1:
            self._export_menu.addSeparator()
            for words, pair in pairs:
                self._offer_export(f"{words}…", pair, f"memory {pair.source} {pair.target}")

    def _offer_export(self, words: str, pair: LanguagePair | None, name: str) -> None:
        action = self._export_menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: self._ask_where(pair, name))

    def _ask_where(self, pair: LanguagePair | None, name: str) -> None:
        if self._commands is not None:
            write = partial(self._commands.export, languages=pair)
            ask_file_to_save(self, f"{name}.tmx", write, tr("Export as TMX"), "tmx")

    def show_progress(self, sentence: str, percent: int | None) -> None:
        """Say how far a file is; meanwhile there is no other."""
        self._transfer.show_progress(sentence, percent)
        for button in (self._import, self._export):
            button.setEnabled(not sentence)


def _open_below(menu: QMenu, button: QWidget) -> None:
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
