"""An engine that another one takes the place of ends what is on its way, and is closed then."""

import asyncio
from contextlib import aclosing

import pytest

from tests.engines.helpers import prompt_for
from tests.fakes.engine import ScriptedEngine
from translator.engines.retiring import Retiring
from translator.translation.ports import EngineEvent, Finished, TextDelta

PROMPT = prompt_for("Hello world")


class Closable(ScriptedEngine):
    """Counts how often it is closed; ``gate`` holds up the list of its models."""

    closings = 0
    gate: asyncio.Event | None = None

    async def models(self) -> tuple[str, ...]:
        if self.gate is not None:
            await self.gate.wait()
        return await super().models()

    async def aclose(self) -> None:
        self.closings += 1


async def read(engine: Retiring) -> list[EngineEvent]:
    async with aclosing(engine.stream(PROMPT)) as events:
        return [event async for event in events]


async def test_what_is_on_its_way_ends_before_it_is_closed() -> None:
    gate = asyncio.Event()
    engine = Closable([[TextDelta("a"), gate, TextDelta("b"), Finished()], [TextDelta("c"), Finished()]])
    retiring = Retiring(engine)
    reading = asyncio.create_task(read(retiring))
    await engine.asked.wait()
    await retiring.retire()
    assert engine.closings == 0

    gate.set()
    assert await reading == [TextDelta("a"), TextDelta("b"), Finished()]
    assert engine.closings == 1

    assert await read(retiring) == [TextDelta("c"), Finished()]
    assert engine.closings == 2, "who goes on asking opens new connections"


async def test_a_reply_that_nobody_reads_any_more_is_not_waited_for() -> None:
    engine = Closable([[TextDelta("a"), asyncio.Event()]])
    retiring = Retiring(engine)
    reading = asyncio.create_task(read(retiring))
    await engine.asked.wait()
    await retiring.retire()
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert engine.closings == 1


async def test_a_list_of_models_is_waited_for() -> None:
    engine = Closable([])
    engine.gate = asyncio.Event()
    retiring = Retiring(engine)
    asking = asyncio.create_task(retiring.models())
    await asyncio.sleep(0)
    await retiring.retire()
    assert (engine.closings, retiring.is_in_use) == (0, True)

    engine.gate.set()
    assert await asking == (engine.model,)
    assert (engine.closings, retiring.is_in_use) == (1, False)


async def test_where_nothing_is_on_its_way_it_is_closed_at_once() -> None:
    engine = Closable([])
    await Retiring(engine).retire()
    assert engine.closings == 1
