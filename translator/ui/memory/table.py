"""The table of units."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.memory.cell_editor import TextDelegate
from translator.ui.memory.model import Column, UnitModel
from translator.ui.memory.screen import MemoryRow
from translator.ui.widgets.lists.all_chosen import AllChosen
from translator.ui.widgets.lists.edit_table import EditTable

_TEXT_WIDTH = 150
_WIDTHS = {Column.LANGUAGES: 170, Column.ORIGIN: 126, Column.CHANGED: 156}
_TEXTS = (Column.SOURCE, Column.TARGET)


class UnitTable(EditTable):
    """Where there is little room, the texts alone are shown."""

    chosen_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        self.units = UnitModel()
        super().__init__(theme, "unitTable", tr("Units"), self.units)
        self.setItemDelegate(TextDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        self._all = AllChosen(self)

    def selectAll(self) -> None:  # noqa: N802 - Qt's own name
        """Choose all that the table holds, with what of it has not been fetched yet."""
        super().selectAll()
        self._all.begin()

    @property
    def chooses_more(self) -> bool:
        """Whether more is chosen than the rows that are here: all there are."""
        return self._all.is_on and self.units.has_more

    @property
    def chosen(self) -> list[MemoryRow]:
        """The rows that are chosen, from above."""
        places = {index.row() for index in self.selectionModel().selectedRows()}
        return [self.units.row_at(place) for place in sorted(places)]

    def show_rows(self, rows: Sequence[MemoryRow], *, more: bool, again: bool = False) -> None:
        """Show these; what was chosen, and what is seen, stays where it is among them.

        Where it is the same list ``again``, all of which was chosen, what has come to it is chosen with it.
        """
        self.finish_editing()
        has_all = again and self._all.is_on
        chosen = {row.unit.id for row in self.chosen}
        seen = self.verticalScrollBar().value()
        self.units.show_rows(rows, more=more)
        places = [place for place, row in enumerate(rows) if has_all or row.unit.id in chosen]
        flag = QItemSelectionModel.SelectionFlag
        if has_all:
            self.selectAll()
        for place in () if has_all else places:
            self.selectionModel().select(self.units.index(place, 0), flag.Select | flag.Rows)
        if places:
            self.selectionModel().setCurrentIndex(self.units.index(places[0], 0), flag.NoUpdate)
            self.verticalScrollBar().setValue(seen)
        self.chosen_changed.emit()

    def _set_widths(self, room: int) -> None:
        left, fits = room, True
        for column, wanted in _WIDTHS.items():
            width = self._theme.px(wanted)
            fits = fits and left - width >= len(_TEXTS) * self._theme.px(_TEXT_WIDTH)
            self.setColumnHidden(column, not fits)
            self.setColumnWidth(column, width)
            left -= width if fits else 0
        for column in _TEXTS:
            self.setColumnWidth(column, left // len(_TEXTS))
