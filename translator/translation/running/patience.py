"""How long a translation waits for what is kept on this computer."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

PATIENCE_SECONDS = 1.0
"""What a lookup may take. It is mostly there in milliseconds: whatever takes longer waits for another process."""


class Patience:
    """Waits for the lookups of one translation, until one of them takes too long; for those after it not any more."""

    def __init__(self) -> None:
        self._is_over = False

    async def wait_for(self, look_up: Callable[[], Awaitable[T]]) -> T | None:
        """Return what is found; None where that takes too long, or something has before."""
        if self._is_over:
            return None
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await look_up()
        except TimeoutError:
            self._is_over = True
            return None
