"""The shadow of what lies over something else."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from translator.ui.look.tokens import RADIUS_SHEET

# Distance down, blur and opacity of each layer; twice as strong on dark.
_LAYERS = ((1, 6, 0.10), (8, 24, 0.20))


def paint_shadow(painter: QPainter, panel: QRectF, *, is_dark: bool) -> None:
    """Draw what a sheet at this place casts: each layer as rings that fade outwards, near enough to a blur."""
    painter.setPen(Qt.PenStyle.NoPen)
    strength = 2 if is_dark else 1
    for down, blur, opacity in _LAYERS:
        step = max(1, blur // 8)
        rings = range(blur // 2, -1, -step)
        for ring in rings:
            painter.setBrush(QColor.fromRgbF(0, 0, 0, opacity * strength / len(rings) / 1.6))
            shape = panel.translated(0, down).adjusted(-ring, -ring, ring, ring)
            painter.drawRoundedRect(shape, RADIUS_SHEET + ring, RADIUS_SHEET + ring)
