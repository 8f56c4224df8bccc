"""A few words in a rounded frame, such as where a translation comes from."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from translator.ui.look.theme import Theme
from translator.ui.widgets.labels.labels import ElidedLabel

_PADDING = 8
_HEIGHT = 20
_LEAST = 36
"""Narrower than this there is no word to be seen, and nothing is drawn."""


class Capsule(ElidedLabel):
    """It gives way where there is little room."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setObjectName(name)

    def sizeHint(self) -> QSize:
        """Return room for the words and the frame."""
        return QSize(super().sizeHint().width() + 2 * _PADDING, self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame, and the words in it."""
        if self.width() < self._theme.px(_LEAST):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.colour("border"), 1))
            painter.setBrush(self._theme.colour("raised"))
            frame = QRectF(0, 0, self.width(), min(self.height(), self._theme.px(_HEIGHT)))
            frame.moveCenter(QRectF(self.rect()).center())
            painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), frame.height() / 2, frame.height() / 2)
            room = self.width() - 2 * _PADDING
            shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
            self.setToolTip(self._explain(shown))
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), shown)
