"""Do several things at a time, and tell what comes of them in order."""

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from datetime import datetime
from functools import partial
from types import TracebackType
from typing import Any, Self

from translator.translation.request import Thinking, Waiting
from translator.translation.running.asking import StartedOver, Tell, Told, Written

Job = Callable[[Tell], Coroutine[Any, Any, bool]]
"""It tells what comes, and returns whether those behind it may go on."""

# Tasks at a time. How many requests are really on their way is for the limiter to say; this many keep it busy.
MOST_AT_ONCE = 16


class _Lane:
    """What one job has told and nobody has taken yet.

    ``told`` is in order; ``is_head`` says that somebody listens now; ``waiting`` is what the job waits for.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.told: list[Told] = []
        self.is_head = False
        self.is_over = False
        self._waiting: Waiting | None = None

    def tell(self, event: Told) -> None:
        """Keep this. While nobody listens, only text is worth keeping, in as few pieces as may be."""
        self._waiting = event if isinstance(event, Waiting) else None
        if isinstance(event, StartedOver):
            self.told.clear()
        if self.is_head:
            self.told.append(event)
        elif not isinstance(event, Thinking | Waiting):
            self._join(event)

    def become_head(self, now: datetime) -> None:
        """Begin to keep everything; a waiting that goes on is told now."""
        self.is_head = True
        if self._waiting is not None and self._waiting.until > now:
            self.told.append(self._waiting)

    def release(self) -> list[Told]:
        """Return what was told, and keep it no longer."""
        told, self.told = self.told, []
        return told

    def _join(self, event: Written | StartedOver) -> None:
        last = self.told[-1] if self.told else None
        if isinstance(event, Written) and isinstance(last, Written) and event.block == last.block:
            self.told[-1] = Written(event.block, last.text + event.text)
        else:
            self.told.append(event)


class SideBySide:
    """Runs jobs in tasks of their own, the first ones first, and lets one reader take what they tell, in order.

    Where a job says that those behind it may not go on, they are cancelled, or never started; those before it go on.
    A context manager: at its end every task is cancelled, and over. ``now`` gives the time (aware).
    """

    def __init__(self, jobs: Sequence[Job], now: Callable[[], datetime]) -> None:
        self._lanes = [_Lane(job) for job in jobs]
        self._now = now
        self._tasks: list[asyncio.Task[bool]] = []
        self._running = 0
        self._end = len(jobs)
        self._news = asyncio.Event()
        self._failure: BaseException | None = None

    async def __aenter__(self) -> Self:
        self._start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._stop_from(0)
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def take(self, place: int) -> Sequence[Told]:
        """Wait for something, and return what the job has told since it was asked last; nothing once it is over.

        To be called for each job until it is over, in order. Raises at once what any job raises: jobs should not.
        """
        lane = self._lanes[place]
        if not lane.is_head:
            lane.become_head(self._now())
        while not lane.told and not lane.is_over and self._failure is None:
            self._news.clear()
            await self._news.wait()
        if self._failure is not None:
            raise self._failure
        return lane.release()

    def _start(self) -> None:
        while len(self._tasks) < self._end and self._running < MOST_AT_ONCE:
            lane = self._lanes[len(self._tasks)]
            task = asyncio.create_task(lane.job(partial(self._tell, lane)))
            task.add_done_callback(partial(self._finish, lane, len(self._tasks)))
            self._tasks.append(task)
            self._running += 1

    def _tell(self, lane: _Lane, event: Told) -> None:
        lane.tell(event)
        if lane.is_head:
            self._news.set()

    def _finish(self, lane: _Lane, place: int, task: asyncio.Task[bool]) -> None:
        """Take note that a job is over, and start the next one, if nothing speaks against it."""
        self._running -= 1
        lane.is_over = True
        failure = None if task.cancelled() else task.exception()
        if failure is not None:
            self._failure = failure
        if task.cancelled() or failure is not None or not task.result():
            self._stop_from(place + 1)
        self._start()
        self._news.set()

    def _stop_from(self, place: int) -> None:
        self._end = min(self._end, place)
        for task in self._tasks[place:]:
            task.cancel()
