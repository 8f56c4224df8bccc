"""The thin line that parts one thing from another."""

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from translator.ui.look.theme import Theme

_WITHIN = 0.49
"""How far within the widget it lies. At a scale between whole ones a widget's edge may lie within a pixel of the
screen, which is cut off then, and with it whatever is drawn along the edge."""


def draw_hairline(widget: QWidget, theme: Theme) -> None:
    """Draw a line of one device pixel along the upper edge of a widget, which is being painted."""
    pen = QPen(theme.colour("border"), 1)
    pen.setCosmetic(True)
    with QPainter(widget) as painter:
        painter.setPen(pen)
        painter.drawLine(QLineF(0, _WITHIN, widget.width(), _WITHIN))
