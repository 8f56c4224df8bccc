"""When a popup that nobody asked for by a key goes again by itself.

It came without the keyboard's focus, so it sees neither a key nor a click elsewhere. What it can see is the pointer.
"""

from translator.ui.popup.placement import Area, Point

LOOK_EVERY = 0.25
"""Seconds between two looks at the pointer, as long as such a popup is on the screen and no longer."""

LEAVES_AFTER = 1.0
"""Seconds that the pointer has to be away, once it has been there, or has gone far."""

FAR = 200
"""Pixels that the pointer goes further away from the popup than it was: to somewhere else, not out of the way."""

READS_AT_LEAST = 12.0
"""Seconds that it stays from the moment that all of the translation is there."""

READS_PER_SECOND = 8
"""Characters: a third of how fast one reads, so that there is time to begin late and to read twice."""


class Lingering:
    """Decides from what is seen of the pointer. Times are in seconds of a clock that goes on."""

    def __init__(self, popup: Area, pointer: Point) -> None:
        self._was_inside = False
        self._distance = _distance(popup, pointer)
        self._away_since: float | None = None
        self._complete_since: float | None = None

    def is_over(self, now: float, popup: Area, pointer: Point, *, is_running: bool, characters: int) -> bool:
        """Return whether the user has gone on with something else."""
        distance = _distance(popup, pointer)
        if distance == 0:
            self._was_inside, self._away_since = True, None
            self._complete_since = now  # it is being looked at: the time to read begins anew
            return False
        if is_running:
            self._complete_since = None
        elif self._complete_since is None:
            self._complete_since = now
        is_away = self._was_inside or distance > self._distance + FAR
        self._away_since = (self._away_since if self._away_since is not None else now) if is_away else None
        return self._has_left(now) or self._has_been_read(now, characters)

    def _has_left(self, now: float) -> bool:
        return self._away_since is not None and now - self._away_since >= LEAVES_AFTER

    def _has_been_read(self, now: float, characters: int) -> bool:
        time_to_read = max(READS_AT_LEAST, characters / READS_PER_SECOND)
        return self._complete_since is not None and now - self._complete_since >= time_to_read


def _distance(popup: Area, pointer: Point) -> int:
    """Return how far a point is from an area, along the longer way; 0 inside."""
    across = max(popup.left - pointer.x, pointer.x - popup.right + 1, 0)
    down = max(popup.top - pointer.y, pointer.y - popup.bottom + 1, 0)
    return max(across, down)
