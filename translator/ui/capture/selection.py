"""The rectangle that is drawn over a screen, by mouse or by key. Lengths are in device-independent pixels."""

from dataclasses import dataclass, replace
from math import ceil, floor
from typing import Self

SMALLEST = 8
"""A rectangle of fewer pixels across or down was a click."""

STEP = 16
"""So far an arrow key goes."""

FINE_STEP = 1


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its left upper corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def is_meant(self) -> bool:
        """Whether it is large enough for a text."""
        return self.width >= SMALLEST and self.height >= SMALLEST

    @classmethod
    def between(cls, from_: tuple[float, float], to: tuple[float, float]) -> Self:
        """Return the rectangle with these two corners."""
        (left, right), (top, bottom) = sorted((from_[0], to[0])), sorted((from_[1], to[1]))
        return cls(left, top, right - left, bottom - top)

    def in_pixels(self, across: float, down: float, most: tuple[int, int]) -> tuple[int, int, int, int]:
        """Return x, y, width and height in device pixels, with every pixel that is touched.

        ``across`` and ``down`` are device pixels to a device-independent one; ``most`` is the screen's size in them.
        """
        left, top = max(0, floor(self.x * across)), max(0, floor(self.y * down))
        right = min(most[0], ceil((self.x + self.width) * across))
        bottom = min(most[1], ceil((self.y + self.height) * down))
        return left, top, right - left, bottom - top


class Selection:
    """What is selected of a screen of this size. ``box`` is None before anything is."""

    def __init__(self, width: float, height: float) -> None:
        self._size = width, height
        self._anchor: tuple[float, float] | None = None
        self.box: Box | None = None

    @property
    def is_dragging(self) -> bool:
        """Whether the mouse is drawing."""
        return self._anchor is not None

    def press(self, x: float, y: float) -> None:
        """Begin to draw here."""
        self._anchor = self._inside(x, y)
        self.box = None

    def drag(self, x: float, y: float) -> None:
        """Draw as far as here, or as far as the screen goes."""
        if self._anchor is not None:
            self.box = Box.between(self._anchor, self._inside(x, y))

    def release(self) -> bool:
        """Stop drawing; return whether that was more than a click. A click selects nothing."""
        self._anchor = None
        if self.box is None or not self.box.is_meant:
            self.box = None
        return self.box is not None

    def clear(self) -> None:
        """Select nothing."""
        self._anchor = self.box = None

    def move(self, across: float, down: float) -> None:
        """Move the rectangle; where there is none yet, put one in the middle."""
        if self.box is None:
            self._begin_in_the_middle()
            return
        width, height = self._size
        self.box = replace(
            self.box,
            x=min(max(0, self.box.x + across), width - self.box.width),
            y=min(max(0, self.box.y + down), height - self.box.height),
        )

    def resize(self, across: float, down: float) -> None:
        """Make the rectangle larger or smaller to the right and to the bottom."""
        if self.box is None:
            self._begin_in_the_middle()
            return
        width, height = self._size
        self.box = replace(
            self.box,
            width=min(max(SMALLEST, self.box.width + across), width - self.box.x),
            height=min(max(SMALLEST, self.box.height + down), height - self.box.y),
        )

    def _begin_in_the_middle(self) -> None:
        width, height = self._size
        self.box = Box(round(width / 4), round(height * 3 / 8), round(width / 2), round(height / 4))

    def _inside(self, x: float, y: float) -> tuple[float, float]:
        width, height = self._size
        return min(max(0, x), width), min(max(0, y), height)
