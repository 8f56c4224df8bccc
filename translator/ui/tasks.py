"""Every task has an owner that cancels it."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

log = logging.getLogger(__name__)


class Tasks:
    """Owns the tasks that one part of the window starts. One of each name runs at a time."""

    def __init__(self) -> None:
        self._running: dict[str, asyncio.Task[object]] = {}

    def start(self, name: str, work: Coroutine[Any, Any, object]) -> None:
        """Run this, and cancel what ran under the same name."""
        self.cancel(name)
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._running[name] = task
        task.add_done_callback(self._ended)

    def cancel(self, name: str) -> bool:
        """Cancel what runs under this name; return whether something did."""
        task = self._running.pop(name, None)
        return task is not None and task.cancel()

    def is_running(self, name: str) -> bool:
        """Return whether something runs under this name."""
        return name in self._running

    async def finish(self, seconds: float) -> None:
        """Wait until everything has ended, at most so long; what has not is cancelled."""
        if self._running:
            await asyncio.wait(self._running.values(), timeout=seconds)
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
