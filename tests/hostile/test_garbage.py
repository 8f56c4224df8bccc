"""What is left of an answer that was not read to its end: nothing that a garbage collection would have to close.

A collection may run on any thread. One that finds a generator of the network closes it, while the loop may run it.
"""

import asyncio
import gc
from types import AsyncGeneratorType

import pytest

from tests.hostile.meeting import ending_with, engine_for, until_no
from tests.hostile.test_lists import models_of
from tests.servers.hostile.row import Row
from tests.servers.hostile.table import find_row
from tests.servers.hostile_process import Hostile

_TURNS = 20
_UNREAD = (
    "complaint without an end",
    "blanks without an end",
    "a list without an end",
    "a line of 100 MB after some text",
    "text without an end",
    "a bomb that says it is gzip",
    "a flood after the end mark",
    "redirect 307",
)


@pytest.fixture
def uncollected() -> None:
    """Leave nothing of the tests before to be collected; meanwhile nothing is, as in every test."""
    gc.collect()


@pytest.mark.usefixtures("uncollected")
@pytest.mark.parametrize("row", [find_row(name) for name in _UNREAD], ids=_UNREAD)
async def test_no_generator_is_left_to_the_garbage_collector(hostile: Hostile, row: Row) -> None:
    hostile.play(row.name)
    async with engine_for(hostile, row) as engine:
        await ending_with(engine)
        await models_of(engine)
        await until_no(hostile, "open")
    for _ in range(_TURNS):
        await asyncio.sleep(0)
    assert suspended() == []


def suspended() -> list[str]:
    """Return the names of the asynchronous generators that have begun and not ended."""
    generators = (each for each in gc.get_objects() if isinstance(each, AsyncGeneratorType))
    return [each.__qualname__ for each in generators if each.ag_frame is not None]
