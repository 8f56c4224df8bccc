"""The table of terms."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from translator.i18n import tr
from translator.ui.glossary.model import Column, TermModel, parts_of_speech
from translator.ui.look.theme import Theme

_Index = QModelIndex | QPersistentModelIndex

_ROW_HEIGHT = 38
_WIDTHS = {
    Column.SOURCE: 140, Column.TARGET: 140, Column.FORBIDDEN: 104, Column.NOTE: 104, Column.PART_OF_SPEECH: 88,
    Column.CASE: 44, Column.KEEP: 56,
}  # fmt: skip
_GROWING = (Column.SOURCE, Column.TARGET)


class TermTable(QTableView):
    """Enter and F2 edit, Space ticks, Delete deletes the chosen rows, Insert begins a new one."""

    delete_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.terms = TermModel(self)
        self.setObjectName("termTable")
        self.setAccessibleName(tr("Terms"))
        self.setModel(self.terms)
        self.setItemDelegateForColumn(Column.PART_OF_SPEECH, _KindDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)  # Tab goes on to the next control
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        theme.changed.connect(self._measure)
        self._measure()

    @property
    def chosen(self) -> list[int]:
        """The ids of the terms that are chosen."""
        rows = {index.row() for index in self.selectionModel().selectedIndexes()}
        return [term_id for row in sorted(rows) if (term_id := self.terms.term_at(row).id)]

    def begin_term(self) -> None:
        """Begin a new term, and let its text be typed."""
        index = self.terms.index(self.terms.begin_term(), Column.SOURCE)
        self.scrollToBottom()
        self.setCurrentIndex(index)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit(index)

    def finish_editing(self) -> None:
        """Take what is being typed."""
        if self.state() is QAbstractItemView.State.EditingState:
            parts = self.viewport().findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            for editor in parts:
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Take an empty new row away with the editor that was left without a word."""
        super().closeEditor(editor, hint)
        if self.state() is not QAbstractItemView.State.EditingState:
            self.terms.give_up_term()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Edit, tick, delete and begin anew by keys."""
        index = self.currentIndex()
        if self.state() is QAbstractItemView.State.EditingState:  # the editor had it first, and let it go on to here
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.edit(index)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        elif event.key() == Qt.Key.Key_Insert:
            self.begin_term()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the room that is left to the two texts that count."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.px(_ROW_HEIGHT))
        widths = {column: self._theme.px(width) for column, width in _WIDTHS.items()}
        left = max(0, self.viewport().width() - sum(widths.values()))
        for column, width in widths.items():
            self.setColumnWidth(column, width + (left // len(_GROWING) if column in _GROWING else 0))


class _KindDelegate(QStyledItemDelegate):
    """Offers the parts of speech."""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: _Index) -> QWidget:
        """Return a box with all of them, that is taken as soon as one is chosen."""
        box = QComboBox(parent)
        box.setAccessibleName(tr("Part of speech"))
        for value, words in parts_of_speech().items():
            box.addItem(words, value)
        box.activated.connect(lambda: self._take(box))
        return box

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show what is chosen."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Take what was chosen."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
