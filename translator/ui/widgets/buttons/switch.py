"""A switch: on or off, at once."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from translator.ui.look.theme import Theme

_WIDTH, _HEIGHT = 36, 20


class Switch(QAbstractButton):
    """A checkable button that looks like what it does. It needs an accessible name, as it shows no words."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return the size of the track and the ring around it."""
        return QSize(self._theme.px(_WIDTH) + 8, self._theme.px(_HEIGHT) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw track, knob and focus ring."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            size = QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))
            track = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, *size.toTuple())
            self._paint_track(painter, track)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(self._theme.colour("focus"), 2))
                painter.drawRoundedRect(track.adjusted(-3, -3, 3, 3), track.height() / 2 + 3, track.height() / 2 + 3)

    def _paint_track(self, painter: QPainter, track: QRectF) -> None:
        on = self.isChecked()
        radius = track.height() / 2
        line = "accent" if on else "border_strong"
        painter.setPen(QPen(self._theme.colour(line if self.isEnabled() else "disabled"), 1.5))
        painter.setBrush(self._theme.colour("accent" if on else "surface"))
        painter.drawRoundedRect(track.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("on_accent" if on else "border_strong"))
        right = on != (self.layoutDirection() is Qt.LayoutDirection.RightToLeft)
        x = track.right() - radius if right else track.left() + radius
        painter.drawEllipse(QPointF(x, track.center().y()), radius - 4, radius - 4)
