"""A combo box with the set's own chevron, which no passing wheel can change."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
)

from translator.ui.look.theme import Theme

_CHEVRON = 16
_INSET = 10
_ROW_HEIGHT = 32
_AROUND_LETTERS = 2
"""Pixels that Qt leaves beside the words, both sides together."""


class ComboBox(QComboBox):
    """Chooses one of a few values. It needs a label as its buddy: on Linux that alone gives it an accessible name.

    Words that are too long for it end in an ellipsis, and are whole in its tooltip.
    """

    def __init__(self, theme: Theme, object_name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(object_name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setItemDelegate(_RowDelegate(theme, self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.currentTextChanged.connect(self._tell_whole)
        theme.changed.connect(self._tell_whole)

    def set_choices(self, choices: Sequence[tuple[str, object]]) -> None:
        """Offer these, each as its words and its value."""
        self.clear()
        for words, value in choices:
            self.addItem(words, value)

    def choose(self, value: object) -> None:
        """Show this value as the chosen one."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, which is what one means to move."""
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Have no more of the words drawn than there is room for."""
        super().initStyleOption(option)
        option.currentText = self._fitting(option)

    def _fitting(self, option: QStyleOptionComboBox) -> str:
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - _AROUND_LETTERS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in the tooltip what is cut at this width."""
        super().resizeEvent(event)
        self._tell_whole()

    def _tell_whole(self) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        words = self.currentText()
        self.setToolTip("" if self.isEditable() or option.currentText == words else words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, and the chevron that the style sheet leaves out."""
        super().paintEvent(event)
        size = self._theme.px(_CHEVRON)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self._theme.px(_INSET) if rtl else self.width() - size - self._theme.px(_INSET)
        colour = "text_2" if self.isEnabled() else "disabled"
        pixmap = self._theme.pixmap("chevron_down", self, colour, _CHEVRON)
        with QPainter(self) as painter:
            painter.drawPixmap(left, (self.height() - size) // 2, pixmap)


class EditableComboBox(ComboBox):
    """Takes any text, and offers some; typing narrows the offer down to what contains it."""

    def __init__(self, theme: Theme, object_name: str) -> None:
        super().__init__(theme, object_name)
        self.setEditable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.model(), self)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        popup = QListView()
        popup.setProperty("role", "popup")
        completer.setPopup(popup)
        popup.setItemDelegate(_RowDelegate(theme, popup))
        self.setCompleter(completer)

    def offer(self, names: Sequence[str]) -> None:
        """Offer these; what is typed stays."""
        typed = self.currentText()
        self.clear()
        self.addItems(list(names))
        self.setCurrentIndex(self.findText(typed))
        self.setEditText(typed)


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QComboBox | QListView) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        size = super().sizeHint(option, index)  # type: ignore[arg-type]  # Qt gives what Qt takes
        return QSize(size.width(), self._theme.px(_ROW_HEIGHT))
