"""The watch over a request: what is there at once, what has to be waited for, and what comes too late."""

import asyncio
import math
from collections.abc import AsyncIterator

import pytest

from translator.engines.network.deadlines import CLOUD_DEADLINES, LOCAL_DEADLINES, Watch, for_a_list, settle_deadlines
from translator.settings import Deadlines


async def pieces(*waits: float) -> AsyncIterator[int]:
    for number, seconds in enumerate(waits):
        if seconds:
            await asyncio.sleep(seconds)
        yield number


async def test_what_is_there_at_once_is_returned() -> None:
    watch, source = Watch(CLOUD_DEADLINES), pieces(0, 0)
    assert [await watch.wait(anext(source)), await watch.wait(anext(source))] == [0, 1]


async def test_what_has_to_be_waited_for_is_returned() -> None:
    assert await Watch(CLOUD_DEADLINES).wait(anext(pieces(0.001))) == 0


async def test_what_breaks_at_once_or_later_breaks_the_wait() -> None:
    watch, source = Watch(CLOUD_DEADLINES), pieces(0.001)
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
        await Watch(Deadlines(10, 0.001, 10, 10)).wait(late())
    assert ended.is_set()


async def test_a_wait_can_be_cancelled() -> None:
    waiting = asyncio.ensure_future(Watch(CLOUD_DEADLINES).wait(asyncio.Event().wait()))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting


def test_what_was_not_chosen_is_the_default_of_the_kind_of_service() -> None:
    assert settle_deadlines(Deadlines(), is_local=False) == CLOUD_DEADLINES
    assert settle_deadlines(Deadlines(), is_local=True) == LOCAL_DEADLINES


def test_what_was_chosen_holds() -> None:
    assert settle_deadlines(Deadlines(1, 2, 3, 4), is_local=True) == Deadlines(1, 2, 3, 4)
    assert settle_deadlines(Deadlines(idle=7), is_local=False) == Deadlines(10, 60, 7, 600)


@pytest.mark.parametrize("seconds", [-1.0, math.nan, math.inf])
def test_what_is_no_time_was_not_chosen(seconds: float) -> None:
    assert settle_deadlines(Deadlines(*[seconds] * 4), is_local=False) == CLOUD_DEADLINES


def test_a_list_of_models_is_waited_for_less_long() -> None:
    assert for_a_list(LOCAL_DEADLINES).first_token < CLOUD_DEADLINES.first_token
    assert for_a_list(Deadlines(1, 2, 3, 4)) == Deadlines(1, 2, 3, 4)
