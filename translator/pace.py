"""Work in an event loop that lets others have their turn."""

import asyncio
import time
from collections.abc import Callable

WORK_SECONDS = 0.008


class Pace:
    """Counts how long somebody has worked without a pause, and yields to the loop after 8 ms of it."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._since = clock()

    async def breathe(self) -> None:
        """Give way if it is time."""
        if self._clock() - self._since >= WORK_SECONDS:
            await asyncio.sleep(0)
            self._since = self._clock()
