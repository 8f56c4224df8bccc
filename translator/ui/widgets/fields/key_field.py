"""The field for a key: hidden, until one asks to see it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import ToolButton

_HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class KeyField(QLineEdit):
    """A password field with an eye. ``forget`` empties it so that no undo brings the key back."""

    def __init__(self, theme: Theme, object_name: str, name: str) -> None:
        super().__init__()
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setPlaceholderText("sk-…")
        self.setInputMethodHints(_HINTS)
        self._eye = ToolButton(theme, "eye", tr("Show the key"), f"{object_name}Eye")
        self._eye.setParent(self)
        self._eye.setCursor(Qt.CursorShape.ArrowCursor)
        self._eye.clicked.connect(lambda: self._reveal(revealed=self.echoMode() is QLineEdit.EchoMode.Password))
        self._reveal(revealed=False)

    def forget(self) -> None:
        """Empty the field, history and all, and hide what is typed next."""
        self.setText("")
        self._reveal(revealed=False)

    def _reveal(self, *, revealed: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if revealed else QLineEdit.EchoMode.Password)
        self.setInputMethodHints(_HINTS)
        self._eye.show_icon("eye_off" if revealed else "eye")
        name = tr("Hide the key") if revealed else tr("Show the key")
        self._eye.setAccessibleName(name)
        self._eye.setToolTip(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the eye at the field's end."""
        super().resizeEvent(event)
        side = self._eye.width()
        gap = (self.height() - self._eye.height()) // 2
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        self._eye.move(gap if rtl else self.width() - side - gap, gap)
        self.setTextMargins(side if rtl else 0, 0, 0 if rtl else side, 0)
