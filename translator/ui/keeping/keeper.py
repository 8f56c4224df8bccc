"""Writes the latest of a value to disk on a thread, one write at a time."""

import asyncio
import logging
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)


class Keeper(Generic[T]):
    """Keeps a value. Where several come while one is being written, only the last of them is written.

    ``on_fault`` is told when a write fails; the value stays in memory, and is tried again at the end, where no other
    takes its place before. ``on_kept`` is told when one succeeds.
    """

    def __init__(
        self, save: Callable[[T], None], on_fault: Callable[[OSError], None], on_kept: Callable[[], None]
    ) -> None:
        self._save = save
        self._on_fault = on_fault
        self._on_kept = on_kept
        self._waiting: list[T] = []
        self._unwritten: list[T] = []
        self._task: asyncio.Task[None] | None = None

    def keep(self, value: T) -> None:
        """Write this value soon."""
        self._waiting = [value]
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._write(), name="keeper")

    async def close(self) -> None:
        """Wait until everything is written; what could not be is tried once more."""
        if self._task is not None:
            await self._task
        for value in self._unwritten:
            self.keep(value)
        if self._task is not None:
            await self._task

    async def _write(self) -> None:
        while self._waiting:
            value = self._waiting.pop()
            try:
                await asyncio.to_thread(self._save, value)
            except OSError as fault:
                log.info("could not write: %s", fault)
                self._unwritten = [value]
                self._on_fault(fault)
            else:
                self._unwritten = []
                self._on_kept()
