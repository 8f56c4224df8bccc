"""Waiting one's turn: who goes first, who is told what, and that no place is ever lost. All in virtual time."""

import asyncio
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
from tests.fakes.engine import ScriptedEngine, reply
from translator.engines.limits.limited import Limited
from translator.engines.limits.service_limits import Limits
from translator.translation.errors.base import TranslationError
from translator.translation.errors.limits import RateLimited
from translator.translation.errors.servers import ServerFailed
from translator.translation.limits import Allowance, RateLimits
from translator.translation.ports import Engine, EngineEvent, Finished, Priority, Prompt, TextDelta
from translator.translation.request import Usage, Waiting, WaitReason

_PROMPT = prompt_for("Hello world")


def _background(text: str) -> Prompt:
    return replace(prompt_for(text), priority=Priority.BACKGROUND)


async def _all(engine: Engine, prompt: Prompt = _PROMPT) -> list[EngineEvent]:
    async with aclosing(engine.stream(prompt)) as events:
        return [event async for event in events]


async def _first(engine: Engine, prompt: Prompt = _PROMPT) -> EngineEvent:
    async with aclosing(engine.stream(prompt)) as events:
        return await anext(events)


def _limited(service: Engine, *, start: int = 4) -> Limited:
    return Limited(service, Limits(start=start), clock=clock)


def _virtual(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    def in_virtual_time() -> None:
        run(test())

    in_virtual_time.__name__ = test.__name__
    return in_virtual_time


def _told(left: int, full_in: float) -> RateLimits:
    return RateLimits(requests=Allowance(60, left, full_in))


@_virtual
async def test_what_a_service_says_of_its_limits_stays_here() -> None:
    engine = ScriptedEngine([[_told(5, 55), *reply("Hallo")]])
    assert await _all(_limited(engine)) == [TextDelta("Hallo"), Usage(requests=1), Finished()]


@_virtual
async def test_a_wait_for_the_limits_is_told_and_kept() -> None:
    engine = _limited(ScriptedEngine([[_told(0, 30), *reply("a")], reply("b")]))
    await _all(engine)
    waiting, *rest = await _all(engine)
    assert isinstance(waiting, Waiting)
    assert (waiting.until, waiting.reason) == (EPOCH + timedelta(seconds=30), WaitReason.LIMITS)
    assert rest == [TextDelta("b"), Usage(requests=1), Finished()]
    assert seconds() == pytest.approx(30)


@_virtual
async def test_a_wait_of_less_than_a_second_is_not_worth_telling() -> None:
    engine = _limited(ScriptedEngine([[_told(0, 0.05), *reply("a")], reply("b")]))
    await _all(engine)
    assert not [event for event in await _all(engine) if isinstance(event, Waiting)]
    assert seconds() == pytest.approx(0.05, abs=0.001)


@_virtual
async def test_a_wait_of_more_than_two_minutes_is_an_error_that_says_when_to_come_back() -> None:
    engine = _limited(ScriptedEngine([[_told(0, 3600), *reply("a")], reply("b")]))
    await _all(engine)
    with pytest.raises(RateLimited) as caught:
        await _all(engine, _background("More"))
    assert caught.value.retry_at == EPOCH + timedelta(hours=1)
    assert seconds() == 0


@_virtual
async def test_a_refusal_that_says_when_to_come_back_holds_up_all_requests() -> None:
    refusal = RateLimited("Service", retry_at=clock() + timedelta(seconds=40))
    engine = _limited(ScriptedEngine([[refusal], reply("a"), reply("b")]))
    with pytest.raises(RateLimited):
        await _all(engine)
    waits = [events[0] for events in await asyncio.gather(_all(engine), _all(engine, prompt_for("More")))]
    assert all(isinstance(wait, Waiting) and wait.reason is WaitReason.SERVER_ASKS for wait in waits)
    assert seconds() == pytest.approx(40)


@_virtual
async def test_those_that_wait_already_are_told_of_a_refusal_too() -> None:
    service = SimulatedService(requests=2, window=50, says_limits=False, latency=1, duration=20)
    engine = _limited(service, start=3)
    many = [asyncio.create_task(_all(engine, prompt_for(str(n)))) for n in range(4)]
    await asyncio.wait(many)
    assert isinstance(many[2].exception(), RateLimited)
    waiting = many[3].result()[0]
    assert isinstance(waiting, Waiting)
    assert waiting.reason is WaitReason.SERVER_ASKS


@_virtual
async def test_a_refusal_without_a_time_makes_all_wait_longer_each_time() -> None:
    engine = _limited(ScriptedEngine([[RateLimited("Service")] for _ in range(8)]))
    began = []
    for _ in range(8):
        with pytest.raises(RateLimited):
            await _all(engine)
        began.append(seconds())
    assert began == pytest.approx([0, 0.5, 1.5, 3.5, 7.5, 15.5, 31.5, 51.5])


@_virtual
async def test_other_errors_hold_up_nobody() -> None:
    engine = _limited(ScriptedEngine([[ServerFailed("Service", retry_at=clock() + timedelta(hours=1))], reply("a")]))
    with pytest.raises(ServerFailed):
        await _all(engine)
    assert await _first(engine) == TextDelta("a")
    assert seconds() == 0


@_virtual
async def test_who_asks_to_go_at_once_does() -> None:
    refusal = RateLimited("Service", retry_at=clock() + timedelta(hours=1))
    engine = _limited(ScriptedEngine([[refusal], reply("a"), reply("b")]))
    with pytest.raises(RateLimited):
        await _all(engine)
    assert await _first(engine, replace(_PROMPT, at_once=True)) == TextDelta("a")
    assert await _first(engine) == TextDelta("b"), "the service was found to answer again"
    assert seconds() == 0


@_virtual
async def test_a_hurried_wait_is_over() -> None:
    engine = _limited(ScriptedEngine([[_told(0, 30), *reply("a")], reply("b")]))
    await _all(engine)
    async with aclosing(engine.stream(_PROMPT)) as events:
        waiting = await anext(events)
        assert isinstance(waiting, Waiting)
        waiting.hurry()
        waiting.hurry()
        assert await anext(events) == TextDelta("b")
        waiting.hurry()
    assert seconds() == 0


@_virtual
async def test_interactive_requests_go_first_and_equals_in_order_of_arrival() -> None:
    service = SimulatedService(latency=0, duration=1)
    engine = _limited(service, start=1)
    order: list[str] = []

    async def ask(name: str, prompt: Prompt) -> None:
        await _all(engine, prompt)
        order.append(name)

    tasks = [asyncio.create_task(ask("first", _background("first")))]
    await asyncio.sleep(0.1)
    tasks += [asyncio.create_task(ask(name, _background(name))) for name in ("b1", "b2")]
    tasks += [asyncio.create_task(ask(name, prompt_for(name))) for name in ("i1", "i2")]
    await asyncio.wait(tasks)
    assert order == ["first", "i1", "i2", "b1", "b2"]


@_virtual
async def test_what_stands_first_in_the_text_goes_first_when_it_comes_back() -> None:
    service = SimulatedService(latency=0, duration=1)
    engine = _limited(service, start=1)
    order: list[str] = []

    async def ask(name: str, prompt: Prompt) -> None:
        await _all(engine, prompt)
        order.append(name)

    tasks = [asyncio.create_task(ask("first", _background("first")))]
    await asyncio.sleep(0.1)
    prompts = [replace(_background(f"at {place}"), place=place) for place in (7, 9, 3)]
    prompts.append(replace(prompt_for("urgent"), place=100))
    tasks += [asyncio.create_task(ask(prompt.lines[0], prompt)) for prompt in prompts]
    await asyncio.wait(tasks)
    assert order == ["first", "urgent", "at 3", "at 7", "at 9"]


@_virtual
async def test_an_interactive_request_does_not_wait_for_the_end_of_background_ones() -> None:
    service = SimulatedService(latency=0, duration=60)
    engine = _limited(service)
    background = [asyncio.create_task(_all(engine, _background(str(n)))) for n in range(10)]
    await asyncio.sleep(1)
    assert await _first(engine) == TextDelta("Hallo")
    assert (seconds(), service.most_active) == (pytest.approx(1), 5)
    for task in background:
        task.cancel()
    await asyncio.wait(background)


@_virtual
async def test_a_request_that_waits_can_be_given_the_urgency_of_an_equal_one() -> None:
    service = SimulatedService(latency=0, duration=1)
    engine = _limited(service, start=1)
    order: list[str] = []

    async def ask(name: str, prompt: Prompt) -> None:
        await _all(engine, prompt)
        order.append(name)

    names = ("first", "second", "third", "fourth")
    tasks = []
    for name in names:
        tasks.append(asyncio.create_task(ask(name, _background(name))))
        await asyncio.sleep(0.01)
    engine.hasten(prompt_for("third"))
    engine.hasten(prompt_for("unknown"))
    await asyncio.sleep(0.01)
    engine.hasten(replace(prompt_for("fourth"), at_once=True))
    await asyncio.wait(tasks)
    assert order == ["first", "third", "fourth", "second"]


@_virtual
async def test_more_requests_go_side_by_side_while_all_goes_well_up_to_a_bound() -> None:
    service = SimulatedService(requests=10_000, tokens=10_000_000, latency=0.1, duration=0.5)
    engine = _limited(service)
    await asyncio.gather(*(_all(engine, prompt_for(str(n))) for n in range(4)))
    assert service.most_active == 4
    await asyncio.gather(*(_all(engine, prompt_for(str(n))) for n in range(200)))
    assert service.most_active == 16


@_virtual
async def test_a_service_that_says_nothing_of_limits_gets_fewer() -> None:
    service = SimulatedService(requests=10_000, tokens=10_000_000, says_limits=False)
    engine = _limited(service)
    await asyncio.gather(*(_all(engine, prompt_for(str(n))) for n in range(100)))
    assert service.most_active == 8


@_virtual
async def test_who_leaves_while_it_waits_hands_its_turn_on() -> None:
    service = SimulatedService(latency=0, duration=10)
    engine = _limited(service, start=1)
    first = asyncio.create_task(_all(engine, prompt_for("first")))
    await asyncio.sleep(1)
    second = asyncio.create_task(_all(engine, prompt_for("second")))
    third = asyncio.create_task(_all(engine, prompt_for("third")))
    await asyncio.sleep(1)
    second.cancel()
    await asyncio.wait([first, second, third])
    assert second.cancelled()
    assert seconds() == pytest.approx(20)


@_virtual
async def test_a_stream_that_is_left_in_the_middle_makes_room() -> None:
    engine = _limited(SimulatedService(latency=0, duration=10), start=1)
    for _ in range(3):
        assert await _first(engine) == TextDelta("Hallo")
    assert seconds() < 0.1


@_virtual
async def test_everything_else_is_the_engine_s_own() -> None:
    engine = _limited(SimulatedService())
    assert (engine.name, engine.model, await engine.models()) == ("Simulated", "sim-1", ("sim-1",))
    await engine.warm()
    await engine.aclose()


@given(st.integers(0, 2**32), st.sampled_from(["bucket", "window", "sliding"]))
def test_however_requests_come_and_go_no_place_is_lost_and_all_that_stay_are_answered(seed: int, kind: str) -> None:
    run(_come_and_go(random.Random(seed), kind))


async def _come_and_go(chance: random.Random, kind: str) -> None:
    service = SimulatedService(
        kind=kind, requests=12, tokens=3000, window=chance.choice([5, 5000]), jitter=0.9,
        says_limits=chance.random() < 0.7,
    )  # fmt: skip
    limits = Limits(start=chance.randint(1, 4))
    engine = Limited(service, limits, clock=clock)
    outcomes: list[str] = []

    async def ask(number: int) -> None:
        await asyncio.sleep(chance.uniform(0, 5))
        urgent = chance.random() < 0.1
        prompt = replace(prompt_for(f"Text {number}"), priority=chance.choice(list(Priority)), at_once=urgent)
        hurries, leaves = chance.random() < 0.1, chance.random() < 0.3
        try:
            async with asyncio.timeout(chance.uniform(0, 6) if leaves else None):
                async with aclosing(engine.stream(prompt)) as events:
                    async for event in events:
                        if isinstance(event, Waiting) and hurries:
                            event.hurry()
                        if leaves and chance.random() < 0.2:
                            return outcomes.append("left")
        except (TimeoutError, TranslationError) as error:
            return outcomes.append(type(error).__name__)
        return outcomes.append("answered")

    await asyncio.gather(*(ask(number) for number in range(25)))
    assert len(outcomes) == 25
    assert limits._active == 0
    assert not limits.is_probing
    assert engine._admission.is_empty
    assert set(outcomes) <= {"answered", "left", "TimeoutError", "RateLimited"}
