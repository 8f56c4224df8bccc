"""Find: a word in the pane that has the focus."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.widgets.labels.spoken_label import SpokenLabel
from translator.ui.widgets.reading.reading_edit import ReadingEdit


class FindBar(QWidget):
    """Searches one pane as one types. Enter goes on, Shift+Enter back, Escape closes."""

    closed = Signal()

    def __init__(self, theme: Theme, view: ReadingEdit, name: str) -> None:
        super().__init__()
        self._view = view
        self._field = QLineEdit()
        self._field.setObjectName(f"{name}FindField")
        self._field.setAccessibleName(tr("Find"))
        self._field.setPlaceholderText(tr("Find"))
        self._field.textChanged.connect(self._search_anew)
        self._field.installEventFilter(self)
        self._result = SpokenLabel("meta")
        self._result.setWordWrap(False)
        self._result.setObjectName(f"{name}FindResult")
        self._lay_out(theme, name)
        self.hide()

    def _lay_out(self, theme: Theme, name: str) -> None:
        back = ToolButton(theme, "chevron_up", tr("Previous match"), f"{name}FindPreviousButton")
        back.clicked.connect(self.find_previous)
        on = ToolButton(theme, "chevron_down", tr("Next match"), f"{name}FindNextButton")
        on.clicked.connect(self.find_next)
        close = ToolButton(theme, "close", tr("Close the search"), f"{name}FindCloseButton")
        close.clicked.connect(self.close_search)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 0)
        row.setSpacing(4)
        self.stops: list[QWidget] = [self._field, back, on, close]
        """What Tab goes through."""
        row.addWidget(self._field, 1)
        for part in (self._result, back, on, close):
            row.addWidget(part)

    def open(self) -> None:
        """Show the bar, with the selected text to look for."""
        selected = self._view.textCursor().selectedText()
        if selected and "\u2029" not in selected:
            self._field.setText(selected)
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def close_search(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.closed.emit()

    def find_next(self) -> None:
        """Go to the next match, and from the last one to the first."""
        self._find(QTextDocument.FindFlag(0), QTextCursor.MoveOperation.Start)

    def find_previous(self) -> None:
        """Go to the match before, and from the first one to the last."""
        self._find(QTextDocument.FindFlag.FindBackward, QTextCursor.MoveOperation.End)

    def _search_anew(self) -> None:
        cursor = self._view.textCursor()
        cursor.setPosition(cursor.selectionStart())
        self._view.setTextCursor(cursor)
        self.find_next()

    def _find(self, flags: QTextDocument.FindFlag, start_over: QTextCursor.MoveOperation) -> None:
        self._view.is_led = True
        try:
            self._go_to(self._field.text(), flags, start_over)
        finally:
            self._view.is_led = False

    def _go_to(self, wanted: str, flags: QTextDocument.FindFlag, start_over: QTextCursor.MoveOperation) -> None:
        self._result.say("")
        if not wanted or self._view.find(wanted, flags):
            return
        before = self._view.textCursor()
        self._view.moveCursor(start_over)
        if not self._view.find(wanted, flags):
            self._view.setTextCursor(before)
            self._result.say(tr("Not found"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape, whichever part of the bar has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the field's Enter and Escape."""
        if not (isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            backwards = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.find_previous if backwards else self.find_next)()
        else:
            return False
        return True
