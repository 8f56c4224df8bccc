"""Waiting for the loop, never for the clock."""

import asyncio
from collections.abc import Callable

_TURNS = 100
_PATIENCE_SECONDS = 30


async def settle() -> None:
    """Let everything run that is ready, and what follows from it, without time going by."""
    for _ in range(_TURNS):
        await asyncio.sleep(0)


async def until(condition: Callable[[], object]) -> None:
    """Return as soon as it holds: what a thread or a timer is about to do. Raises TimeoutError after half a minute."""
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while not condition():  # noqa: ASYNC110 - what is waited for sets no event
            await asyncio.sleep(0.001)
