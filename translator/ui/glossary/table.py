"""The table of terms."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from translator.i18n import tr
from translator.ui.glossary.model import Column, TermModel, parts_of_speech
from translator.ui.look.theme import Theme
from translator.ui.widgets.lists.edit_table import EditTable

_Index = QModelIndex | QPersistentModelIndex

_WIDTHS = {
    Column.SOURCE: 140, Column.TARGET: 140, Column.FORBIDDEN: 104, Column.NOTE: 104, Column.PART_OF_SPEECH: 88,
    Column.CASE: 44, Column.KEEP: 56,
}  # fmt: skip
_GROWING = (Column.SOURCE, Column.TARGET)


class TermTable(EditTable):
    """As any table, and Space ticks, Insert begins a new term; a letter edits as well."""

    def __init__(self, theme: Theme) -> None:
        self.terms = TermModel()
        super().__init__(theme, "termTable", tr("Terms"), self.terms)
        self.setItemDelegateForColumn(Column.PART_OF_SPEECH, _KindDelegate(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(self.editTriggers() | QAbstractItemView.EditTrigger.AnyKeyPressed)

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

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Take an empty new row away with the editor that was left without a word."""
        super().closeEditor(editor, hint)
        if self.state() is not QAbstractItemView.State.EditingState:
            self.terms.give_up_term()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin a new term by key, too."""
        if event.key() == Qt.Key.Key_Insert and self.state() is not QAbstractItemView.State.EditingState:
            self.begin_term()
        else:
            super().keyPressEvent(event)

    def _set_widths(self, room: int) -> None:
        """Give what is left to the two texts that count. No column is narrower than what stands above it."""
        head = self.horizontalHeader()
        widths = {column: max(self._theme.px(width), head.sectionSizeHint(column)) for column, width in _WIDTHS.items()}
        left = max(0, room - sum(widths.values()))
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
