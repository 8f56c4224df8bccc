"""Every task has an owner that cancels it."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any, Protocol

log = logging.getLogger(__name__)

CLOSING_SECONDS = 5.0
"""How long the end waits for what is still to be kept."""


class Owner(Protocol):
    """Somebody who has something to end."""

    async def close(self) -> None:
        """End it."""
        ...


async def close_in_turn(*owners: Owner) -> None:
    """Close one after the other. A fault in one keeps none of the others from it, and is raised in the end."""
    async with AsyncExitStack() as closing:
        for owner in reversed(owners):
            closing.push_async_callback(owner.close)


class Tasks:
    """Owns the tasks that one part of the window starts. One of each name runs at a time."""

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Task[object]] = {}
        self._added = 0

    def start(self, name: str, work: Coroutine[Any, Any, object]) -> None:
        """Run this, and cancel what ran under the same name."""
        self.cancel(name)
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._running[name] = task
        task.add_done_callback(self._ended)

    def add(self, work: Coroutine[Any, Any, object]) -> None:
        """Run this beside what runs already: nothing that is started later cancels it."""
        self._added += 1
        self.start(f"added {self._added}", work)

    def cancel(self, name: str) -> bool:
        """Cancel what runs under this name; return whether something did."""
        task = self._running.pop(name, None)
        return task is not None and task.cancel()

    def is_running(self, name: str) -> bool:
        """Return whether something runs under this name."""
        task = self._running.get(name)
        return task is not None and not task.done()  # what has ended is taken off the list one turn later

    @property
    def is_busy(self) -> bool:
        """Whether anything runs."""
        return any(not task.done() for task in self._running.values())

    async def finish(self) -> None:
        """Wait until everything has ended, as long as is fair; what has not is cancelled."""
        if self._running:
            await asyncio.wait(self._running.values(), timeout=CLOSING_SECONDS)
        await self.close()

    async def close(self) -> None:
        """Cancel everything and wait until it has ended."""
        tasks = list(self._running.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _ended(self, task: asyncio.Task[object]) -> None:
        if self._running.get(task.get_name()) is task:
            del self._running[task.get_name()]
        if not task.cancelled() and (fault := task.exception()):
            log.error("The task %s failed", task.get_name(), exc_info=fault)


class InTurn:
    """Does one thing after the other. Nothing of it is cancelled by what follows."""

    def __init__(self) -> None:
        self._tasks = Tasks()
        self._one_at_a_time = asyncio.Lock()

    def do(self, work: Callable[[], Awaitable[object]]) -> None:
        """Do this after what was begun before it."""
        self._tasks.add(self._in_turn(work))

    @property
    def is_busy(self) -> bool:
        """Whether something that was begun is not done yet."""
        return self._tasks.is_busy

    async def finish(self) -> None:
        """Wait until everything that was begun is done, as long as is fair."""
        await self._tasks.finish()

    async def _in_turn(self, work: Callable[[], Awaitable[object]]) -> None:
        async with self._one_at_a_time:
            await work()
