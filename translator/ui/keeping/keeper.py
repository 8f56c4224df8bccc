"""Writes the latest of a value to disk on a thread, one write at a time."""

import asyncio
import logging
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

AGAIN_SECONDS = 5.0
"""How long after a write that failed it is tried again, where no other value comes before."""

log = logging.getLogger(__name__)


class Keeper(Generic[T]):
    """Keeps a value. Where several come while one is being written, only the last of them is written.

    ``on_fault`` is told when a write fails; the value stays in memory, and is tried again after a while, and at the
    end, where no other takes its place before. ``on_kept`` is told when one succeeds.
    """

    def __init__(
        self, save: Callable[[T], None], on_fault: Callable[[OSError], None], on_kept: Callable[[], None]
    ) -> None:
        self._save = save
        self._on_fault = on_fault
        self._on_kept = on_kept
        self._waiting: list[T] = []
        self._unwritten: list[T] = []
        self._later: asyncio.TimerHandle | None = None
        self._is_again = False
        self._task: asyncio.Task[None] | None = None

    def keep(self, value: T) -> None:
        """Write this value soon."""
        self._waiting = [value]
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._write(), name="keeper")

    async def close(self) -> None:
        """Wait until everything is written; what could not be is tried once more."""
        self._forget_later()
        if self._task is not None:
            await self._task
        for value in self._unwritten:
            self.keep(value)
        if self._task is not None:
            await self._task
        self._forget_later()

    def _forget_later(self) -> None:
        if self._later is not None:
            self._later.cancel()

    def _try_again(self) -> None:
        self._is_again = not self._waiting  # who was told already need not be told again
        for value in self._waiting or self._unwritten:
            self.keep(value)

    async def _write(self) -> None:
        while self._waiting:
            value, is_again, self._is_again = self._waiting.pop(), self._is_again, False
            self._unwritten = []  # or an earlier one would be tried after this
            self._forget_later()
            try:
                await asyncio.to_thread(self._save, value)
            except OSError as fault:
                log.info("could not write: %s", fault)
                self._unwritten = [value]
                self._later = asyncio.get_running_loop().call_later(AGAIN_SECONDS, self._try_again)
                if not is_again:
                    self._on_fault(fault)
            else:
                self._on_kept()
