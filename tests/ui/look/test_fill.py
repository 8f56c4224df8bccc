"""One colour, drawn."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from translator.ui.look.fill import fill


@pytest.mark.parametrize("place", [QRect(0, 0, 8, 8), QRect(2, 3, 4, 1), QRect(0, 0, 0, 0)])
def test_just_the_place_has_the_colour(place: QRect) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))

    with QPainter(image) as painter:
        fill(painter, place, QColor("navy"))

    for x in range(8):
        for y in range(8):
            inside = place.contains(x, y)
            assert image.pixelColor(x, y) == QColor("navy" if inside else "white")
