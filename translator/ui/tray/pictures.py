"""The pictures of the icon in the tray."""

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = (16, 20, 22, 24, 32, 44, 48, 64)
"""Pixels: what trays ask for, at whole scales and at those between."""

_BADGE = QColor("#F5A623")
"""Stands out from the blue and the grey of the icon, and with 3:1 or more from dark panels; the gap around parts it."""

# In units of the drawing, which is 24 wide and high.
_UNITS = 24
_CENTRE, _RADIUS, _GAP = 18.5, 4.5, 1.75


def draw_icon(folder: Path, *, watches: bool, is_paused: bool, as_mask: bool = False) -> QIcon:
    """Return the icon: with a dot while the clipboard is watched, grey with two bars while shortcuts are paused.

    ``folder`` holds the drawings. A mask is for menu bars that colour icons themselves, as that of macOS.
    """
    name = ("paused" if is_paused else "ready") + ("_mask" if as_mask else "")
    drawing = QSvgRenderer(str(folder / f"{name}.svg"))
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_draw(drawing, size, watches=watches, dot=QColor("black") if as_mask else _BADGE))
    icon.setIsMask(as_mask)
    return icon


def _draw(drawing: QSvgRenderer, size: int, *, watches: bool, dot: QColor) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        drawing.render(painter, QRectF(0, 0, size, size))
        if watches:
            painter.scale(size / _UNITS, size / _UNITS)
            _add_dot(painter, dot)
    return pixmap


def _add_dot(painter: QPainter, colour: QColor) -> None:
    """Draw a dot in the lower right corner, in a gap of its own."""
    centre = QPointF(_CENTRE, _CENTRE)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.black)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    painter.drawEllipse(centre, _RADIUS + _GAP, _RADIUS + _GAP)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setBrush(colour)
    painter.drawEllipse(centre, _RADIUS, _RADIUS)
