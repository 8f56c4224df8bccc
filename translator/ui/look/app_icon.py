"""The program's own icon, for title bars and lists of windows where no desktop entry brings one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_SIZES = {"app_small": (16, 24, 32), "app": (48, 64, 128)}
"""Pixels at which each drawing is wanted; the first is made for few of them."""


def app_icon(folder: Path) -> QIcon:
    """Return the icon, from the drawings in this folder."""
    icon = QIcon()
    for name, sizes in _SIZES.items():
        renderer = QSvgRenderer(str(folder / f"{name}.svg"))
        for size in sizes:
            icon.addPixmap(_render(renderer, size))
    return icon


def _render(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        renderer.render(painter)
    return pixmap
