"""The picture beside the installer's first and last page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QImage, QPainter

from icons import draw

if TYPE_CHECKING:
    from pathlib import Path

WIDTH, HEIGHT = 164 * 2, 314 * 2
"""Pixels: twice what the page takes at 100 %, which makes it smaller where that is too much."""
_ICON = 176
_GROUND = QColor("#BFD0FB")


def write_side_picture(into: Path) -> None:
    """Write the picture as the bitmap that NSIS reads. Raises icons.DrawingUnreadable, OSError."""
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    picture.fill(_GROUND)
    with QPainter(picture) as painter:
        painter.drawImage((WIDTH - _ICON) // 2, HEIGHT // 4, draw(_ICON))
    if not picture.save(str(into), "BMP"):  # type: ignore[call-overload]  # its stub wants bytes, which it refuses
        raise OSError(f"{into} could not be written")
