"""A button that shows what is chosen and opens what there is to choose from."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent

from translator.joining import labelled
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button

_CHEVRON = 16
_INSET = 10


class ChoiceButton(Button):
    """Looks like a combo box. ``role`` is what is chosen here: its name for a screen reader, before the choice."""

    def __init__(self, theme: Theme, role: str, object_name: str) -> None:
        super().__init__(theme, "", object_name)
        self.setProperty("kind", "choice")
        self._role = role

    def show_choice(self, words: str) -> None:
        """Show what is chosen."""
        self.setText(words)
        self.setAccessibleName(labelled(self._role, words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button and its chevron."""
        super().paintEvent(event)
        size = self._theme.px(_CHEVRON)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self._theme.px(_INSET) if rtl else self.width() - size - self._theme.px(_INSET)
        pixmap = self._theme.pixmap("chevron_down", self, "text_2", _CHEVRON)
        with QPainter(self) as painter:
            painter.drawPixmap(left, (self.height() - size) // 2, pixmap)
