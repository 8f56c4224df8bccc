"""The table of units."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.memory.cell_editor import TextDelegate
from translator.ui.memory.model import Column, UnitModel
from translator.ui.memory.screen import MemoryRow

_ROW_HEIGHT = 38
_TEXT_WIDTH = 150
_WIDTHS = {Column.LANGUAGES: 170, Column.ORIGIN: 126, Column.CHANGED: 156}
_TEXTS = (Column.SOURCE, Column.TARGET)


class UnitTable(QTableView):
    """Enter and F2 edit, Delete deletes the chosen rows. Where there is little room, the texts alone are shown."""

    delete_wanted = Signal()
    chosen_changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.units = UnitModel(self)
        self.setObjectName("unitTable")
        self.setAccessibleName(tr("Units"))
        self.setModel(self.units)
        self.setItemDelegate(TextDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the next control
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())
        theme.changed.connect(self._measure)
        self._measure()

    @property
    def chosen(self) -> list[MemoryRow]:
        """The rows that are chosen, from above."""
        places = {index.row() for index in self.selectionModel().selectedRows()}
        return [self.units.row_at(place) for place in sorted(places)]

    def show_rows(self, rows: Sequence[MemoryRow], *, more: bool) -> None:
        """Show these; what was chosen, and what is seen, stays where it is among them."""
        self.finish_editing()
        chosen = [row.unit.id for row in self.chosen]
        seen = self.verticalScrollBar().value()
        self.units.show_rows(rows, more=more)
        places = [place for number in chosen if (place := self.units.place_of(number)) >= 0]
        flag = QItemSelectionModel.SelectionFlag
        for place in places:
            self.selectionModel().select(self.units.index(place, 0), flag.Select | flag.Rows)
        if places:
            self.selectionModel().setCurrentIndex(self.units.index(places[0], 0), flag.NoUpdate)
            self.verticalScrollBar().setValue(seen)
        self.chosen_changed.emit()

    def finish_editing(self) -> None:
        """Take what is being typed."""
        editor = self.findChild(QWidget, "unitTextField")
        if self.state() is QAbstractItemView.State.EditingState and isinstance(editor, QWidget):
            self.commitData(editor)
            self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit and delete by keys."""
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the two texts."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW_HEIGHT))
        left, fits = self.viewport().width(), True
        for column, wanted in _WIDTHS.items():
            width = self._theme.px(wanted)
            fits = fits and left - width >= len(_TEXTS) * self._theme.px(_TEXT_WIDTH)
            self.setColumnHidden(column, not fits)
            self.setColumnWidth(column, width)
            left -= width if fits else 0
        for column in _TEXTS:
            self.setColumnWidth(column, left // len(_TEXTS))
