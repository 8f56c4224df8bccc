"""The rows of the history; more are fetched as one scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from translator.i18n import tr
from translator.joining import listed
from translator.ui.history.screen import HistoryRow

_Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole


class HistoryModel(QAbstractListModel):
    """The rows that are there so far, of ``total``."""

    more_wanted = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[HistoryRow] = []
        self._total = 0
        self._is_waiting = False

    def show_rows(self, rows: Sequence[HistoryRow], total: int) -> None:
        """Take these instead of what there was."""
        self.beginResetModel()
        self._rows = list(rows)
        self._settle(total)
        self.endResetModel()

    def add_rows(self, rows: Sequence[HistoryRow], total: int) -> None:
        """Take these as well."""
        self._settle(total)
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def change_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Take these for the rows of their ids."""
        changed = {row.id: row for row in rows}
        places = [place for place, row in enumerate(self._rows) if row.id in changed]
        for place in places:
            self._rows[place] = changed[self._rows[place].id]
        if places:
            self.dataChanged.emit(self.index(places[0]), self.index(places[-1]))

    def remove_rows(self, ids: Sequence[int], total: int) -> None:
        """Take these out."""
        self._settle(total)
        for place in sorted(map(self.place_of, ids), reverse=True):
            if place >= 0:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self.endRemoveRows()

    @property
    def has_more(self) -> bool:
        """Whether there are more than are here."""
        return len(self._rows) < self._total

    def _settle(self, total: int) -> None:
        self._total = total
        self._is_waiting = False

    def place_of(self, entry_id: int) -> int:
        """Return where the row of this id is; -1 for nowhere."""
        return next((place for place, row in enumerate(self._rows) if row.id == entry_id), -1)

    def row_at(self, index: _Index) -> HistoryRow:
        """Return the row at a valid index."""
        return self._rows[index.row()]

    # What Qt asks

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows that are there; rows have no children."""
        return 0 if parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: _Index) -> bool:
        """Return whether there are more than are here, and nobody is bringing them yet."""
        return not parent.isValid() and not self._is_waiting and self.has_more

    def fetchMore(self, parent: _Index) -> None:
        """Ask for more; they come later."""
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_wanted.emit()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the row shows."""
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return listed([row.words, tr("starred")]) if row.is_starred else row.words
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let every row be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
