"""Whether two pictures show the same: a moved button or another colour does not, smoother edges do.

They are compared in squares. Of a whole window the edge of a button is so little that no share of it would tell.
"""

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

SQUARE = 32
"""Pixels wide and high."""
MEAN = 5.0
"""How far the pixels of a square may be off on average, of 255, in the channel that is furthest off."""
FAR = 80
"""How far off, of 255, a pixel is another one. What edges are smoothed by is less."""
SHARE = 0.03
"""What share of a square may be other pixels."""


class Difference(NamedTuple):
    """What the worst square of a picture is off by; ``picture`` shows where, white on black."""

    mean: float
    share: float
    picture: QImage

    @property
    def is_seen(self) -> bool:
        """Whether it is more than smoothing does."""
        return self.mean > MEAN or self.share > SHARE


def difference(one: QImage, other: QImage) -> Difference:
    """Compare two pictures; of different sizes, everything is different."""
    if one.size() != other.size():
        return Difference(255.0, 1.0, other)
    off = one.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(off)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    table = bytes(255 if value > FAR else 0 for value in range(256))
    far = QImage(bytes(off.constBits()).translate(table), off.width(), off.height(), off.format()).copy()
    return Difference(_worst(off), _worst(far) / 255, off)


def _worst(picture: QImage) -> float:
    """Return the mean of the square that is brightest on average, in its brightest channel."""
    across, down = -(-picture.width() // SQUARE), -(-picture.height() // SQUARE)
    whole = picture.copy(QRect(0, 0, across * SQUARE, down * SQUARE)).convertToFormat(QImage.Format.Format_RGB888)
    ways = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = whole.scaled(QSize(across, down), *ways)
    rows = bytes(small.constBits())
    line = small.bytesPerLine()
    return float(max(max(rows[row * line : row * line + 3 * across]) for row in range(down)))


def side_by_side(*pictures: QImage) -> QImage:
    """Return the pictures beside each other, on grey."""
    width = sum(picture.width() + 8 for picture in pictures)
    whole = QImage(width, max(picture.height() for picture in pictures), QImage.Format.Format_RGB32)
    whole.fill(Qt.GlobalColor.gray)
    painter = QPainter(whole)
    left = 0
    for picture in pictures:
        painter.drawImage(left, 0, picture)
        left += picture.width() + 8
    painter.end()
    return whole
