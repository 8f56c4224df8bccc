"""The sheet that the popup is: with round corners and a shadow, or square where the desktop can show neither."""

from PySide6.QtCore import QMargins
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from translator.ui.look.theme import Theme
from translator.ui.widgets.sheets.sheet import Sheet

AROUND = QMargins(20, 10, 20, 26)
"""Room around the sheet for its shadow, which falls downwards."""


class PopupSheet(Sheet):
    """A sheet that may be square: without a compositor, X11 would show black where it is translucent."""

    def __init__(self, theme: Theme, *, is_square: bool) -> None:
        super().__init__(theme)
        self._is_square = is_square

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface, the progress and the outline."""
        if not self._is_square:
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._theme.colour("surface"))
            if self._shown is not None:
                self._fill_progress(painter, self._shown)
            outline = QPen(self._theme.colour("border_strong"), 1)
            outline.setCosmetic(True)
            painter.setPen(outline)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
