"""What is counted of a running app, and whether any of it grows. Pure: knows no app."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

HOUR = 3600.0

MOST_MB_AN_HOUR = 1.0
"""What a long run may grow by, of its own. What is mapped from files is the system's cache: it came and went by 25 MB
within a minute, and of two hours that alone makes a slope of some MB an hour, up or down."""

SHORT_SECONDS = 300.0

MOST_MB_OF_SHORT_RUN = 8.0
"""What a short run may grow by in its second half, of its own. Catalogues and the heap's own pieces come when they
come, some MB each; over half a minute any of them would be a slope of hundreds of MB an hour."""


@dataclass(frozen=True)
class Figures:
    """What there was ``at`` so many seconds after the beginning, at rest.

    ``own_mb`` is what of the resident memory is neither mapped from a file (fonts, libraries) nor shared. ``objects``
    are Qt's, those of a style or a layout included; ``held`` those of them that Python knows.
    """

    at: float
    rss_mb: float
    own_mb: float
    threads: int
    tasks: int
    descriptors: int
    windows: int
    objects: int
    held: int


_LONGEST_WARM_UP = 1800.0
_WARM_UP_SHARE = 0.25

COUNTS = ("threads", "tasks", "descriptors", "windows", "objects", "held")

ALLOWED_IN_SHORT_RUN = {"threads": 4, "tasks": 4, "descriptors": 8, "windows": 2, "objects": 150, "held": 150}
"""What comes and goes (a connection, a pool's thread, the draft that is kept a little later) is not evened out by a few
readings; and some of what is made when it is first wanted, and stays, is wanted late. A window left behind has more."""


def slope_of(points: Sequence[tuple[float, float]]) -> float:
    """Return by how much y grows with each of x: the median of the slopes between all pairs of points.

    A single reading that is high or low does not move it (Theil 1950, Sen 1968). Raises ValueError without two points
    of different x.
    """
    pairs = itertools.combinations(sorted(points), 2)
    slopes = [(after[1] - before[1]) / (after[0] - before[0]) for before, after in pairs if after[0] > before[0]]
    if not slopes:
        raise ValueError("no two points")
    return median(slopes)


def warm_up_of(seconds: float) -> float:
    """Return the seconds that a run of so many takes to warm up: what is there once and for all is there after them.

    That is fonts, engines, catalogues, and the heap at its size. The first reading comes when everything was done once,
    at any rate.
    """
    return min(_LONGEST_WARM_UP, _WARM_UP_SHARE * seconds)


def after_warm_up(figures: Sequence[Figures], warm_up: float) -> Sequence[Figures]:
    """Return those that were taken so many seconds after the beginning, or later."""
    return [one for one in figures if one.at >= warm_up]


def rss_slope(figures: Sequence[Figures]) -> float:
    """Return by how many MB an hour the resident memory grows."""
    return HOUR * slope_of([(one.at, one.rss_mb) for one in figures])


def own_slope(figures: Sequence[Figures]) -> float:
    """Return by how many MB an hour that of it grows which is neither mapped from a file nor shared."""
    return HOUR * slope_of([(one.at, one.own_mb) for one in figures])


def growths(figures: Sequence[Figures]) -> list[str]:
    """Return what grows in these, in words; those of the warm-up are not to be among them.

    A count grows where even its least of the last third is more than its most of the first: connections come and go,
    and what is left behind with each use is soon more than those.
    """
    if len(figures) < 3:
        return [f"only {len(figures)} readings: nothing can be said of growth"]
    is_short = figures[-1].at - figures[0].at < SHORT_SECONDS
    third = max(1, len(figures) // 3)
    found = [_memory_growth(figures)]
    for name in COUNTS:
        before = max(getattr(one, name) for one in figures[:third])
        after = min(getattr(one, name) for one in figures[-third:])
        allowed = ALLOWED_IN_SHORT_RUN[name] if is_short else 0
        found.append(f"{name} grew from at most {before} to at least {after}" if after > before + allowed else "")
    return [each for each in found if each]


def _memory_growth(figures: Sequence[Figures]) -> str:
    if figures[-1].at - figures[0].at >= HOUR:
        slope = own_slope(figures)
        return f"own memory grows by {slope:.2f} MB an hour" if slope >= MOST_MB_AN_HOUR else ""
    middle = len(figures) // 2
    before, after = (mean(one.own_mb for one in half) for half in (figures[:middle], figures[middle:]))
    return f"own memory grew from {before:.1f} to {after:.1f} MB" if after - before > MOST_MB_OF_SHORT_RUN else ""
