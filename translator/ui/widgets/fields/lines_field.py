"""A field of a few lines."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from translator.ui.look.theme import Theme


class LinesField(QPlainTextEdit):
    """Plain text over some lines; says when one has finished with it, as a QLineEdit does."""

    editing_finished = Signal()

    def __init__(self, theme: Theme, object_name: str, lines: int) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._theme = theme
        self._lines = lines
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(18 * self._lines + 20))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that one has finished, unless only another window came before this one."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.editing_finished.emit()
