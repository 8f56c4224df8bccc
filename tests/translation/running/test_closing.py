"""What is left of a translation when nobody listens any more: nothing."""

import asyncio
import math
from contextlib import aclosing

import pytest

from tests.fakes.engine import LineEngine, ScriptedEngine, reply
from tests.translation.helpers import EN, finished
from translator.translation.ports import TextDelta
from translator.translation.request import (
    Began,
    BlocksDone,
    BlockSettled,
    TextAdded,
    TranslationRequest,
)
from translator.translation.translate_text import TranslateText


async def test_closing_the_translation_closes_the_stream():
    engine = ScriptedEngine([[TextDelta("Hello"), math.inf]])
    async with aclosing(TranslateText(engine).run(TranslationRequest("Hallo Welt", EN))) as events:
        async for event in events:
            if isinstance(event, TextAdded):
                break
    assert engine.closed == 1


async def test_closing_during_the_second_attempt_closes_its_stream():
    engine = ScriptedEngine([[*reply("one"), 0.0], [TextDelta("1. one\n"), math.inf]])
    added = 0
    async with aclosing(TranslateText(engine).run(TranslationRequest("eins\nzwei", EN))) as events:
        async for event in events:
            added += isinstance(event, TextAdded)
            if added == 2:
                break
    assert engine.closed == 1


async def test_cancelling_the_task_closes_the_stream_and_is_not_swallowed():
    engine = ScriptedEngine([[math.inf]])

    async def follow() -> None:
        async for _ in TranslateText(engine).run(TranslationRequest("Hallo Welt", EN)):
            pass

    task = asyncio.create_task(follow())
    await engine.asked.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert engine.closed == 1


@pytest.mark.parametrize("kind", [Began, TextAdded, BlocksDone, BlockSettled])
@pytest.mark.parametrize("known", [0, 1])
async def test_closing_it_anywhere_leaves_no_task_and_needs_none(kind, known):
    made: list[str] = []

    def note(loop: asyncio.AbstractEventLoop, coroutine, **more) -> asyncio.Task:
        made.append(str(coroutine))
        return asyncio.Task(coroutine, loop=loop, **more)

    asyncio.get_running_loop().set_task_factory(note)
    request = TranslationRequest("eins\nzwei\ndrei", EN, finished=finished((1, "zwei", "two"))[:known])
    async with aclosing(TranslateText(LineEngine(str.upper)).run(request)) as events:
        async for event in events:
            if isinstance(event, kind):
                break
    for _ in range(5):
        await asyncio.sleep(0)
    asyncio.get_running_loop().set_task_factory(None)
    assert asyncio.all_tasks() == {asyncio.current_task()}
    assert all("Asking.run" in name or "Remembering._remember" in name for name in made)
