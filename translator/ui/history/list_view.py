"""The list of the history: Enter or a double click opens an entry, Delete deletes what is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from translator.i18n import ptr, tr
from translator.ui.history.delegate import HistoryDelegate
from translator.ui.history.model import HistoryModel
from translator.ui.history.screen import HistoryCommands, HistoryRow
from translator.ui.look.theme import Theme
from translator.ui.widgets.lists.all_chosen import AllChosen


class HistoryList(QListView):
    """Shows ``rows``; several can be chosen."""

    chosen_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._commands: HistoryCommands | None = None
        self.rows = HistoryModel(self)
        self.setObjectName("historyList")
        self.setAccessibleName(ptr("list in the history", "Translations"))
        self.setModel(self.rows)
        delegate = HistoryDelegate(theme, self)
        delegate.star_pressed.connect(self._turn_star)
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._open)
        self.selectionModel().selectionChanged.connect(self._tell)
        self._all = AllChosen(self)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    def listen(self, commands: HistoryCommands) -> None:
        """Let the list do this."""
        self._commands = commands
        self.rows.more_wanted.connect(commands.fetch_more)

    def show_rows(self, rows: Sequence[HistoryRow], total: int, *, again: bool = False) -> None:
        """Show these; what was chosen, and what is seen, stays where it is among them.

        Where it is the same list ``again``, all of which was chosen, what has come to it is chosen with it.
        """
        has_all = again and self._all.is_on
        chosen = {row.id for row in self.chosen}
        seen = self.verticalScrollBar().value()
        self.rows.show_rows(rows, total)
        places = [place for place, row in enumerate(rows) if has_all or row.id in chosen]
        if has_all:
            self.selectAll()
        for place in () if has_all else places:
            self.selectionModel().select(self.rows.index(place), QItemSelectionModel.SelectionFlag.Select)
        if places:
            self.selectionModel().setCurrentIndex(
                self.rows.index(places[0]), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.verticalScrollBar().setValue(seen)
        self.chosen_changed.emit()

    def selectAll(self) -> None:  # noqa: N802 - Qt's own name
        """Choose all that the list holds, with what of it has not been fetched yet."""
        super().selectAll()
        self._all.begin()

    @property
    def chosen(self) -> list[HistoryRow]:
        """The rows that are chosen, from above."""
        places = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [self.rows.row_at(index) for index in places]

    def _tell(self) -> None:
        self.chosen_changed.emit()

    # What one does

    def open_first(self) -> None:
        """Open what is chosen, or else the first in the list."""
        if not self.chosen and self.rows.rowCount():
            self._open(self.rows.index(0))
        else:
            self.open_chosen()

    def open_chosen(self) -> None:
        """Open the one that is chosen."""
        if len(self.chosen) == 1 and self._commands is not None:
            self._commands.reopen(self.chosen[0].id)

    def _open(self, index: QModelIndex) -> None:
        if self._commands is not None:
            self._commands.reopen(self.rows.row_at(index).id)

    def delete_chosen(self) -> None:
        """Delete what is chosen."""
        if self._commands is None:
            return
        if self._all.is_on and self.rows.has_more:
            self._commands.delete_all_listed()
        else:
            self._commands.delete([row.id for row in self.chosen])

    def star_chosen(self) -> None:
        """Give what is chosen a star, or where all have one, take it away."""
        if self._commands is None:
            return
        rows = self.chosen
        starred = not all(row.is_starred for row in rows)
        if self._all.is_on and self.rows.has_more:
            self._commands.star_all_listed(starred=starred)
        else:
            self._commands.star([row.id for row in rows], starred=starred)

    def _turn_star(self, entry_id: int) -> None:
        row = self.rows.row_at(self.rows.index(self.rows.place_of(entry_id)))
        if self._commands is not None:
            self._commands.star([entry_id], starred=not row.is_starred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, delete with Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_chosen()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_chosen()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is chosen."""
        if not self.chosen:
            return
        menu = QMenu(self)
        menu.setObjectName("historyRowMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opening = menu.addAction(tr("Open"), self.open_chosen)
        opening.setEnabled(len(self.chosen) == 1)
        has_stars = all(row.is_starred for row in self.chosen)
        menu.addAction(tr("Take the star away") if has_stars else ptr("give it a star", "Star"), self.star_chosen)
        menu.addAction(tr("Delete"), self.delete_chosen)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the arrows somewhere to start from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))
