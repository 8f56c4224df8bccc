"""Units as the rows of a table; more are fetched as one scrolls, and texts are changed in place."""

from collections.abc import Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from translator.i18n import ptr, tr
from translator.joining import labelled
from translator.ui.memory.screen import MemoryRow
from translator.ui.memory.words import one_line

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Column(IntEnum):
    """What is in which column."""

    SOURCE = 0
    TARGET = 1
    LANGUAGES = 2
    ORIGIN = 3
    CHANGED = 4


_EDITABLE = (Column.SOURCE, Column.TARGET)


class UnitModel(QAbstractTableModel):
    """The rows that are there so far. A text that was changed shows at once, and ``edited`` carries the whole unit."""

    more_wanted = Signal()
    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[MemoryRow] = []
        self._has_more = False
        self._is_waiting = False

    def show_rows(self, rows: Sequence[MemoryRow], *, more: bool) -> None:
        """Take these instead of what there was; ``more`` tells whether others follow."""
        self.beginResetModel()
        self._rows = list(rows)
        self._settle(more=more)
        self.endResetModel()

    def add_rows(self, rows: Sequence[MemoryRow], *, more: bool) -> None:
        """Take these as well."""
        self._settle(more=more)
        if rows:
            self.beginInsertRows(_ROOT, len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def change_row(self, row: MemoryRow) -> None:
        """Take this for the row of its unit's id."""
        place = self.place_of(row.unit.id)
        if place >= 0:
            self._rows[place] = row
            self.dataChanged.emit(self.index(place, 0), self.index(place, self.columnCount() - 1))

    def remove_rows(self, ids: Sequence[int]) -> None:
        """Take these out, neighbours at once."""
        gone = set(ids)
        last = len(self._rows) - 1
        while last >= 0:
            first = last
            while first >= 0 and self._rows[first].unit.id in gone:
                first -= 1
            if first < last:
                self.beginRemoveRows(_ROOT, first + 1, last)
                del self._rows[first + 1 : last + 1]
                self.endRemoveRows()
            last = first - 1

    @property
    def has_more(self) -> bool:
        """Whether there are more than are here."""
        return self._has_more

    def _settle(self, *, more: bool) -> None:
        self._has_more = more
        self._is_waiting = False

    def place_of(self, unit_id: int) -> int:
        """Return where the row of this id is; -1 for nowhere."""
        return next((place for place, row in enumerate(self._rows) if row.unit.id == unit_id), -1)

    def row_at(self, place: int) -> MemoryRow:
        """Return a row that there is."""
        return self._rows[place]

    # What Qt asks

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of rows that are there; rows have no children."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def canFetchMore(self, parent: _Index) -> bool:
        """Return whether there are more than are here, and nobody is bringing them yet."""
        return not parent.isValid() and not self._is_waiting and self._has_more

    def fetchMore(self, parent: _Index) -> None:
        """Ask for more; they come later."""
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_wanted.emit()

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands above a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        is_told = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)  # the tooltip, where it is cut
        return _headings()[section] if is_told else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, and what it is called. There is no tooltip: it would read markup in a text."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.EditRole:
            return _text(row, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(_text(row, column))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return labelled(_headings()[column], one_line(_text(row, column)))
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's
        """Take what was typed; say so where it is another text than before."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole or Column(index.column()) not in _EDITABLE:
            return False
        before, text = self._rows[index.row()], str(value)
        is_source = Column(index.column()) is Column.SOURCE
        unit = replace(before.unit, source=text) if is_source else replace(before.unit, target=text)
        if unit != before.unit:
            self._rows[index.row()] = replace(before, unit=unit)
            self.dataChanged.emit(index, index)
            self.edited.emit(unit)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let every cell be chosen, and the texts be changed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        shown = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren
        return shown | flag.ItemIsEditable if Column(index.column()) in _EDITABLE else shown


def _text(row: MemoryRow, column: Column) -> str:
    return (row.unit.source, row.unit.target, row.languages, row.origin, row.changed)[column]


def _headings() -> Sequence[str]:
    return tr("Text"), tr("Translation"), tr("Languages"), ptr("where it comes from", "From"), tr("Changed")
