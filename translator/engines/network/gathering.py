"""Lets a reply gather in its socket between two readings.

Tokens come one by one, some milliseconds apart, and each reading costs about a millisecond of processor, all that
follows from it included, however little it brings. The window paints every 33 ms, not oftener.
"""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_SECONDS = 0.033
_MUCH = 16 * 1024
"""So many bytes in one reading are no trickle: what follows them is there already, and is read at once."""
_AT_ONCE = 0.002
"""Seconds. A reading that took no longer did not wait for anything to come."""


class Gathering:
    """Holds the readings of one reply apart, from ``start`` to ``stop``: what came at once is never held back."""

    def __init__(self) -> None:
        self._clock = asyncio.get_running_loop().time
        self._is_on = False
        self._next = 0.0
        self._begun = 0.0

    def start(self) -> None:
        """Hold off the readings that follow."""
        self._is_on = True

    def stop(self) -> None:
        """Hold off none any more."""
        self._is_on = False

    async def hold_off(self) -> None:
        """Wait until it is time for the next reading."""
        left = self._next - self._clock()
        if self._is_on and left > 0:
            await asyncio.sleep(left)
        self._begun = self._clock()

    def has_read(self, length: int, *, of_a_record: bool) -> None:
        """Take note of the reading that began when it was time, and of how many bytes it brought.

        One ``of_a_record`` (of TLS) leaves those that have come after it, and a service sends one for each token: they
        are read at once, until one has to be waited for.
        """
        now = self._clock()
        has_more = length >= _MUCH or (of_a_record and now - self._begun < _AT_ONCE)
        self._next = 0.0 if has_more else now + _SECONDS


_here: ContextVar[Gathering | None] = ContextVar("gathering", default=None)
# Between the engine and its socket lie three libraries, none of which would hand it on.


@contextmanager
def gathering() -> Iterator[Gathering]:
    """Let whatever this task reads from a socket, from now on, be held off as this says."""
    held = Gathering()
    _here.set(held)
    try:
        yield held
    finally:
        held.stop()


def gathering_here() -> Gathering | None:
    """Return what holds off the readings of this task."""
    return _here.get()
