"""Changing a text in its cell: in a field of some lines over the table, for texts are seldom as short as a cell."""

from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from translator.ui.look.theme import Theme

_Index = QModelIndex | QPersistentModelIndex

_LINES = 4
_WIDTH = 280
_PADDING = 20
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


class CellEditor(QPlainTextEdit):
    """Enter is done, Shift+Enter a line's end."""

    finished = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Finish with Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class TextDelegate(QStyledItemDelegate):
    """Opens the field over a cell of ``view``."""

    def __init__(self, theme: Theme, view: QTableView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def displayText(  # noqa: N802 - Qt's own name
        self, value: object, _locale: QLocale | QLocale.Language
    ) -> str:
        """Let the text have its own direction, or in a mirrored table its full stop would stand before it."""
        return f"{_FIRST_STRONG_ISOLATE}{value}{_POP_ISOLATE}" if value else ""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """Return a field with the name of its column."""
        editor = CellEditor(parent)
        editor.setObjectName("unitTextField")
        editor.setTabChangesFocus(True)
        heading = index.model().headerData(index.column(), Qt.Orientation.Horizontal)
        editor.setAccessibleName(str(heading))
        editor.finished.connect(lambda: self._finish(editor))
        return editor

    def _finish(self, editor: CellEditor) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Show the text, all of it chosen, as in any cell."""
        if isinstance(editor, CellEditor):
            editor.setPlainText(index.data(Qt.ItemDataRole.EditRole))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Take what was typed; the text that was shown stays as it was, whatever its line ends."""
        if isinstance(editor, CellEditor) and editor.document().isModified():
            model.setData(index, editor.toPlainText())

    def updateEditorGeometry(  # noqa: N802 - Qt's own name
        self, editor: QWidget, option: QStyleOptionViewItem, _index: _Index
    ) -> None:
        """Make the field high enough for some lines, and keep it within the table."""
        room, cell = self._view.viewport().rect(), option.rect
        wide = min(max(cell.width(), self._theme.px(_WIDTH)), room.width())
        high = min(QFontMetrics(editor.font()).lineSpacing() * _LINES + self._theme.px(_PADDING), room.height())
        place = QRect(cell.left(), cell.top(), wide, max(high, cell.height()))
        place.moveRight(min(place.right(), room.right()))
        place.moveBottom(min(place.bottom(), room.bottom()))
        place.moveLeft(max(place.left(), room.left()))
        editor.setGeometry(place)
