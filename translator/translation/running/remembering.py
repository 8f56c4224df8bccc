"""What was answered goes to the memory while the translation goes on."""

import asyncio
import logging
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from translator.translation.memory.key import MemoryKey
from translator.translation.memory.store import MemoryStore

PATIENCE_SECONDS = 1.0
"""How long the end of a translation waits for what is still being written."""

log = logging.getLogger(__name__)


class Remembering:
    """Has answers remembered, in the order in which they come, and holds up nobody.

    A context manager: at its end it waits for what is not yet written, for PATIENCE_SECONDS at most, and where it ends
    by an exception, not at all. What the memory was handed it writes also where nobody waits for it any more.
    """

    def __init__(self, memory: MemoryStore) -> None:
        self._memory = memory
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        try:
            if kind is None and self._tasks:
                await asyncio.wait(self._tasks, timeout=PATIENCE_SECONDS)
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def remember(self, answers: Sequence[tuple[MemoryKey, str]]) -> None:
        """Hand these to the memory, and return while it writes them."""
        self._tasks.append(asyncio.create_task(self._remember(answers)))
        await asyncio.sleep(0)  # a task that was cancelled before its first step would hand over nothing

    async def _remember(self, answers: Sequence[tuple[MemoryKey, str]]) -> None:
        try:
            await self._memory.remember(answers)
        except Exception as fault:  # noqa: BLE001 - the translation is there, whatever becomes of the memory
            log.error("The memory failed: %s", type(fault).__name__)  # noqa: TRY400 - the message may quote the text
