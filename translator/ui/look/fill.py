"""One colour, drawn."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter


def fill(painter: QPainter, place: QRect, colour: QColor) -> None:
    """Fill the place with the colour; the painter's pen and brush are others then.

    Not by ``fillRect``: PySide would build a class with an enumeration of Qt's 200 gradients for it, before the first
    paint.
    """
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(place)
