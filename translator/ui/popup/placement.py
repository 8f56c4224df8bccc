"""Where the popup stands: beside the pointer, inside the work area, growing away from where one points.

Everything is in device-independent pixels of the desktop, so that the scale of a screen does not matter.
"""

from dataclasses import dataclass
from typing import NamedTuple, Self

GAP = 12
"""Between the pointer's tip and the popup, across and down."""

ENOUGH = 320
"""A height that most texts need: where there is so much below the pointer, that is where it stands."""

LEAST = 200
"""Less height than this to either side of the pointer, and it stands beside it instead."""


class Point(NamedTuple):
    """A place on the desktop."""

    x: int
    y: int


class Area(NamedTuple):
    """A part of the desktop."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column that is no longer inside."""
        return self.left + self.width

    @property
    def bottom(self) -> int:
        """The first row that is no longer inside."""
        return self.top + self.height

    def grown(self, left: int, top: int, right: int, bottom: int) -> "Area":
        """Return it with so much more on each side."""
        return Area(self.left - left, self.top - top, self.width + left + right, self.height + top + bottom)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for a popup of whatever height. ``edge`` is the top that stays where it is, or the bottom.

    ``highest`` is how high it can be there.
    """

    left: int
    width: int
    edge: int
    highest: int
    grows_down: bool = True

    @classmethod
    def beside(cls, pointer: Point, work: Area, width: int, *, enough: int = ENOUGH, least: int = LEAST) -> Self:
        """Return the best place beside the pointer for a popup of this width, inside this work area.

        Below the pointer where there is room enough, else above it, else to its side; never under its tip, as long as
        there is room beside it. The two heights are larger where the text is.
        """
        width = min(width, work.width)
        top = max(pointer.y + GAP, work.top)
        bottom = min(pointer.y - GAP, work.bottom)
        below, above = work.bottom - top, bottom - work.top
        if max(below, above) < least:
            return cls._to_the_side(pointer, work, width)
        left = _along(pointer.x, work, width)
        if below >= enough or below >= above:
            return cls(left, width, top, below)
        return cls(left, width, bottom, above, grows_down=False)

    @classmethod
    def _to_the_side(cls, pointer: Point, work: Area, width: int) -> Self:
        return cls(_along(pointer.x, work, width), width, work.top, work.height)

    @classmethod
    def of(cls, popup: Area, work: Area) -> Self:
        """Return the place where a popup stands that the user has put there: it goes on down to the work area's end."""
        return cls(popup.left, popup.width, popup.top, max(popup.height, work.bottom - popup.top))

    def area(self, height: int) -> Area:
        """Return where a popup of this height is; one that is too high is as high as it can be."""
        height = min(height, self.highest)
        return Area(self.left, self.edge if self.grows_down else self.edge - height, self.width, height)


def _along(x: int, work: Area, width: int) -> int:
    """Return the left edge: right of the pointer, else left of it, else wherever there is room."""
    after, before = x + GAP, x - GAP - width
    if after < work.left:
        return work.left
    if after + width <= work.right:
        return after
    if before >= work.left:
        return min(before, work.right - width)
    return max(work.left, work.right - width)
