"""Waiting for the loop, never for the clock."""

import asyncio
from collections.abc import Callable


async def settle() -> None:
    """Let everything run that is ready, and what follows from it."""
    for _ in range(30):
        await asyncio.sleep(0)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for what a thread or a timer is about to do; a test that waits in vain fails after half a minute."""
    async with asyncio.timeout(30):
        while not condition():  # noqa: ASYNC110 - what is waited for sets no event
            await asyncio.sleep(0.001)
