"""The watch over a request: what is there at once, what has to be waited for, and what comes too late."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from translator.engines.deadlines import Deadlines, Watch


async def pieces(*waits: float) -> AsyncIterator[int]:
    for number, seconds in enumerate(waits):
        if seconds:
            await asyncio.sleep(seconds)
        yield number


async def test_what_is_there_at_once_is_returned() -> None:
    watch, source = Watch(Deadlines()), pieces(0, 0)
    assert [await watch.wait(anext(source)), await watch.wait(anext(source))] == [0, 1]


async def test_what_has_to_be_waited_for_is_returned() -> None:
    assert await Watch(Deadlines()).wait(anext(pieces(0.001))) == 0


async def test_what_breaks_at_once_or_later_breaks_the_wait() -> None:
    watch, source = Watch(Deadlines()), pieces(0.001)
    with pytest.raises(StopAsyncIteration):
        await watch.wait(anext(pieces()))
    await watch.wait(anext(source))
    with pytest.raises(StopAsyncIteration):
        await watch.wait(anext(source))


async def test_what_comes_too_late_ends_the_wait_and_is_told_so() -> None:
    ended = asyncio.Event()

    async def late() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    with pytest.raises(TimeoutError):
        await Watch(Deadlines(first_token=0.001)).wait(late())
    assert ended.is_set()


async def test_a_wait_can_be_cancelled() -> None:
    waiting = asyncio.ensure_future(Watch(Deadlines()).wait(asyncio.Event().wait()))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
