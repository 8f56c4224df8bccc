"""A bar that shows how much of something is used."""

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar

from translator.ui.look.theme import Theme

_HEIGHT = 6
_COLOURS = {"fine": "accent", "nearly": "warning_line", "spent": "error_line"}


class Meter(QProgressBar):
    """From 0 to 100 percent. It says nothing that does not stand in words beside it."""

    def __init__(self, theme: Theme, name: str, object_name: str) -> None:
        super().__init__()
        self._theme = theme
        self._colour = "accent"
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setRange(0, 100)
        self.setTextVisible(False)
        theme.changed.connect(self._fit)
        self._fit()

    def show_part(self, percent: int, fullness: Literal["fine", "nearly", "spent"]) -> None:
        """Show this much; more than all is all."""
        self._colour = _COLOURS[fullness]
        self.setValue(min(percent, 100))
        self.update()

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(_HEIGHT))

    def sizeHint(self) -> QSize:
        """Return a size that forces nothing wider."""
        return QSize(40, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Likewise."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, and from where reading begins the part that is used."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            track = QRectF(self.rect())
            radius = track.height() / 2
            painter.setBrush(self._theme.colour("pressed"))
            painter.drawRoundedRect(track, radius, radius)
            if not self.value():
                return
            width = max(track.width() * self.value() / 100, track.height())
            rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            painter.setBrush(self._theme.colour(self._colour))
            painter.drawRoundedRect(
                QRectF(track.width() - width if rtl else 0, 0, width, track.height()), radius, radius
            )
