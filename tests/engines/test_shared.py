"""Equal requests at the same time: one request, many readers. All in virtual time."""

import asyncio
import math
import random
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines.helpers import prompt_for
from tests.engines.simulated_service import SimulatedService
from tests.engines.virtual_time import EPOCH, clock, run, seconds
from tests.fakes.engine import ScriptedEngine, Step, reply
from translator.engines.limits.limited import Limited
from translator.engines.limits.service_limits import Limits
from translator.engines.shared import Shared
from translator.translation.errors.connections import ConnectionLost
from translator.translation.errors.limits import OverBudget
from translator.translation.errors.servers import ServerFailed
from translator.translation.ports import Engine, EngineEvent, Finished, Priority, Prompt, TextDelta
from translator.translation.request import Thinking, Usage, Waiting

_PROMPT = prompt_for("Hello world")
_USAGE = Usage(10, 5, 1, cost=0.5)
_SLOW: list[Step] = [TextDelta("a"), 1.0, TextDelta("b"), 1.0, TextDelta("c"), _USAGE, Finished()]


async def _all(engine: Engine, prompt: Prompt = _PROMPT) -> list[EngineEvent]:
    async with aclosing(engine.stream(prompt)) as events:
        return [event async for event in events]


async def _some(engine: Engine, count: int) -> None:
    async with aclosing(engine.stream(_PROMPT)) as events:
        for _ in range(count):
            await anext(events)


def _virtual(test: Callable[[], Coroutine[Any, Any, None]]) -> Callable[[], None]:
    def in_virtual_time() -> None:
        run(test())

    in_virtual_time.__name__ = test.__name__
    return in_virtual_time


def _texts(events: list[EngineEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


@_virtual
async def test_equal_requests_at_the_same_time_are_one_and_cost_once() -> None:
    engine = ScriptedEngine([_SLOW])
    first, second = await asyncio.gather(_all(Shared(engine)), asyncio.sleep(0))
    assert first[-2:] == [_USAGE, Finished()]
    shared = Shared(ScriptedEngine([_SLOW]))
    one, other = await asyncio.gather(_all(shared), _all(shared, replace(_PROMPT, priority=Priority.BACKGROUND)))
    assert _texts(one) == _texts(other) == "abc"
    assert one[-2] == _USAGE
    assert other[-2] == Usage(0, 0, 0, cost=0)
    assert second is None


@_virtual
async def test_who_comes_later_gets_what_has_come_and_follows() -> None:
    engine = ScriptedEngine([_SLOW])
    shared = Shared(engine)
    first = asyncio.create_task(_all(shared))
    await asyncio.sleep(1.5)
    assert _texts(await _all(shared)) == "abc"
    assert _texts(await first) == "abc"
    assert (len(engine.prompts), seconds()) == (1, 2)


@_virtual
async def test_a_reply_that_is_complete_is_not_kept() -> None:
    engine = ScriptedEngine([reply("a"), reply("b")])
    shared = Shared(engine)
    assert [_texts(await _all(shared)), _texts(await _all(shared))] == ["a", "b"]


@_virtual
async def test_other_requests_are_requests_of_their_own() -> None:
    engine = ScriptedEngine([reply("a"), reply("b")])
    shared = Shared(engine)
    await asyncio.gather(_all(shared), _all(shared, prompt_for("Another")))
    assert len(engine.prompts) == 2


@_virtual
async def test_one_that_need_not_mind_the_budget_does_not_join_one_that_must() -> None:
    spent = OverBudget("Service", period="day", limit=1)
    engine = ScriptedEngine([[1.0, spent], [2.0, *reply("b")]])
    shared = Shared(engine)
    asked = [_PROMPT, replace(_PROMPT, over_budget=True), replace(_PROMPT, over_budget=True), _PROMPT]
    outcomes = await asyncio.gather(*(_all(shared, prompt) for prompt in asked), return_exceptions=True)
    assert [outcome if outcome is spent else _texts(outcome) for outcome in outcomes] == [spent, "b", "b", spent]
    assert [prompt.over_budget for prompt in engine.prompts] == [False, True]


@_virtual
async def test_one_that_must_mind_the_budget_may_join_one_that_need_not() -> None:
    engine = ScriptedEngine([_SLOW])
    shared = Shared(engine)
    outcomes = await asyncio.gather(_all(shared, replace(_PROMPT, over_budget=True)), _all(shared))
    assert [_texts(outcome) for outcome in outcomes] == ["abc", "abc"]
    assert len(engine.prompts) == 1


@_virtual
async def test_an_error_reaches_all_and_the_next_one_asks_anew() -> None:
    engine = ScriptedEngine([[TextDelta("a"), 1.0, ConnectionLost("Service")], reply("b")])
    shared = Shared(engine)
    outcomes = await asyncio.gather(_all(shared), _all(shared), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [ConnectionLost, ConnectionLost]
    assert _texts(await _all(shared)) == "b"


@_virtual
async def test_the_first_may_leave_and_the_rest_read_on_and_pay() -> None:
    engine = ScriptedEngine([_SLOW])
    shared = Shared(engine)
    first = asyncio.create_task(_all(shared))
    await asyncio.sleep(0.5)
    second = asyncio.create_task(_all(shared))
    await asyncio.sleep(0.5)
    first.cancel()
    assert (await second)[-2:] == [_USAGE, Finished()]
    assert engine.closed == 0


@_virtual
async def test_when_the_last_one_leaves_the_request_is_closed_before_it_is_gone() -> None:
    engine = ScriptedEngine([[TextDelta("a"), math.inf], [TextDelta("b"), math.inf]])
    shared = Shared(engine)
    await asyncio.gather(_some(shared, 1), _some(shared, 1))
    assert engine.closed == 1
    await _some(shared, 1)
    assert (engine.closed, len(engine.prompts)) == (2, 2)


@_virtual
async def test_a_cancelled_reader_closes_the_request_too() -> None:
    engine = ScriptedEngine([[math.inf]])
    task = asyncio.create_task(_all(Shared(engine)))
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    assert task.cancelled()
    assert engine.closed == 1


@_virtual
async def test_an_error_that_nobody_waits_for_any_more_is_no_complaint() -> None:
    engine = ScriptedEngine([[TextDelta("a"), ServerFailed("Service")]])
    async with aclosing(Shared(engine).stream(_PROMPT)) as events:
        await anext(events)
        await asyncio.sleep(1)


@_virtual
async def test_who_reads_sets_the_pace_and_the_quickest_if_there_are_several() -> None:
    engine = ScriptedEngine([[*(TextDelta(str(n)) for n in range(1000)), _USAGE, Finished()]])
    shared = Shared(engine)
    async with aclosing(shared.stream(_PROMPT)) as slow:
        first = [await anext(slow)]
        await asyncio.sleep(1)
        assert len(shared._running[0].events) < 100
        whole = "".join(map(str, range(1000)))
        quick = await _all(shared)
        assert _texts(quick) == whole
        assert quick[-1] == Finished()
        assert _texts(first + [event async for event in slow]) == whole


@_virtual
async def test_text_that_has_come_meanwhile_is_told_in_one_and_nothing_is_joined_across_other_news() -> None:
    thinking = Thinking()
    engine = ScriptedEngine([[*map(TextDelta, "abc"), thinking, *map(TextDelta, "de"), _USAGE, Finished()]])
    assert await _all(Shared(engine)) == [TextDelta("abc"), thinking, TextDelta("de"), _USAGE, Finished()]


@_virtual
async def test_one_that_asks_to_go_at_once_hurries_a_request_that_waits() -> None:
    hurried: list[str] = []
    waiting = Waiting(EPOCH + timedelta(seconds=40), hurry=lambda: hurried.append("hurried"))
    shared = Shared(ScriptedEngine([[waiting, 1.0, *reply("a")]]))
    first = asyncio.create_task(_all(shared))
    await asyncio.sleep(0.5)
    second = await _all(shared, replace(_PROMPT, at_once=True))
    assert hurried == ["hurried"]
    assert (second[0], (await first)[0]) == (waiting, waiting)


@_virtual
async def test_a_wait_that_is_over_is_not_told_to_who_comes_later() -> None:
    shared = Shared(ScriptedEngine([[Waiting(EPOCH), TextDelta("a"), 1.0, TextDelta("b"), _USAGE, Finished()]]))
    first = asyncio.create_task(_all(shared))
    await asyncio.sleep(0.5)
    assert _texts(await _all(shared, replace(_PROMPT, at_once=True))) == "ab"
    assert isinstance((await first)[0], Waiting)


@_virtual
async def test_a_background_request_takes_on_the_urgency_of_who_joins_it() -> None:
    service = SimulatedService(latency=0, duration=1)
    limited = Limited(service, Limits(start=1), clock=clock)
    shared = Shared(limited, hasten=limited.hasten)
    order: list[str] = []

    async def ask(name: str, prompt: Prompt) -> None:
        await _all(shared, prompt)
        order.append(name)

    tasks = []
    for name in ("running", "waits", "joined"):
        tasks.append(asyncio.create_task(ask(name, replace(prompt_for(name), priority=Priority.BACKGROUND))))
        await asyncio.sleep(0.01)
    tasks.append(asyncio.create_task(ask("joins", prompt_for("joined"))))
    await asyncio.wait(tasks)
    assert order == ["running", "joined", "joins", "waits"]
    assert len(service.taken) == 3


@_virtual
async def test_everything_else_is_the_engine_s_own() -> None:
    shared = Shared(ScriptedEngine([]))
    assert (shared.name, shared.model, await shared.models()) == ("Scripted", "script-1", ("script-1",))
    await shared.warm()
    await shared.aclose()


@given(st.integers(0, 2**32))
def test_however_readers_come_and_go_all_that_stay_read_the_same_and_nothing_stays_open(seed: int) -> None:
    run(_come_and_go(random.Random(seed)))


async def _come_and_go(chance: random.Random) -> None:
    service = SimulatedService(requests=1000, tokens=10_000_000, latency=0.5, duration=3, jitter=0.5)
    shared = Shared(service)
    outcomes: list[str] = []

    async def ask() -> None:
        await asyncio.sleep(chance.uniform(0, 8))
        prompt = prompt_for(chance.choice(["One", "Two"]))
        try:
            async with asyncio.timeout(chance.choice([None, chance.uniform(0, 4)])):
                events = await _all(shared, prompt)
        except TimeoutError:
            return outcomes.append("left")
        assert _texts(events) == "Hallo"
        assert sum(event.requests for event in events if isinstance(event, Usage)) in {0, 1}
        return outcomes.append("read")

    await asyncio.gather(*(ask() for _ in range(20)))
    assert len(outcomes) == 20
    assert shared._running == []
    assert service.active == 0


def test_leaving_before_the_first_event_is_as_good_as_any_time() -> None:
    async def main() -> int:
        engine = ScriptedEngine([[math.inf]])
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await _all(Shared(engine))
        return len(engine.prompts) - engine.closed

    assert run(main()) == 0
