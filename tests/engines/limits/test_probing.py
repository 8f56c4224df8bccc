"""A service that wants to be left alone for hours: whoever sits and waits may try all the same, one at a time."""

import asyncio
import math
from contextlib import aclosing
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.engines.helpers import prompt_for
from tests.engines.virtual_time import EPOCH, clock, run, seconds
from tests.fakes.engine import ScriptedEngine, Step, reply
from translator.engines.limits.limited import Limited
from translator.engines.limits.service_limits import Limits
from translator.translation.errors.base import TranslationError
from translator.translation.errors.keys import KeyRefused
from translator.translation.errors.limits import RateLimited
from translator.translation.limits import Allowance, RateLimits
from translator.translation.ports import Engine, Priority, Prompt, TextDelta

_HOURS = 20 * 3600
_NOTHING_LEFT = RateLimits(requests=Allowance(60, 0, _HOURS))
_MUCH_LEFT = RateLimits(requests=Allowance(60, 59, 1))


def _refusal(after: float = _HOURS) -> RateLimited:
    return RateLimited("Service", retry_at=EPOCH + timedelta(seconds=after))


def _interactive(text: str) -> Prompt:
    return prompt_for(text)


def _background(text: str) -> Prompt:
    return replace(prompt_for(text), priority=Priority.BACKGROUND)


async def _ask(engine: Engine, prompt: Prompt) -> str:
    """Return what it says, or which error it ends with."""
    try:
        async with aclosing(engine.stream(prompt)) as events:
            return "".join([event.text async for event in events if isinstance(event, TextDelta)])
    except TranslationError as error:
        return type(error).__name__


class _Service:
    """An engine at a service that plays these replies, one for each request that reaches it."""

    def __init__(self, *replies: list[Step], start: int = 4) -> None:
        self.inner = ScriptedEngine(replies)
        self.engine = Limited(self.inner, Limits(start=start), clock=clock)

    @property
    def asked(self) -> list[str]:
        """What was asked, in order."""
        return [prompt.lines[0] for prompt in self.inner.prompts]

    async def ask(self, *prompts: Prompt) -> list[str]:
        """Ask for these at the same time."""
        return list(await asyncio.gather(*(_ask(self.engine, prompt) for prompt in prompts)))


_FIRST: list[list[Step]] = [[_refusal()], [_NOTHING_LEFT, *reply("first")]]


@pytest.mark.parametrize("first", _FIRST, ids=["refused", "told that nothing is left"])
def test_the_user_s_own_next_try_always_reaches_the_service(first: list[Step]) -> None:
    async def main() -> None:
        service = _Service(first, reply("one"), reply("two"))
        await service.ask(_interactive("first"))
        assert await service.ask(_interactive("next")) == ["one"]
        assert await service.ask(_background("after that")) == ["two"], "the service was found to answer again"
        assert seconds() == 0

    run(main())


@pytest.mark.parametrize("first", _FIRST, ids=["refused", "told that nothing is left"])
def test_a_service_that_goes_on_refusing_is_asked_once_for_each_try_of_the_user(first: list[Step]) -> None:
    async def main() -> None:
        service = _Service(first, [1.0, _refusal()], [1.0, _refusal()])
        await service.ask(_interactive("first"))
        for name in ("second", "third"):
            prompts = [_interactive(name), *(_background(str(n)) for n in range(5)), _interactive("another")]
            assert await service.ask(*prompts) == ["RateLimited"] * 7
        assert service.asked == ["first", "second", "third"]

    run(main())


def test_without_the_user_nothing_goes_out_before_its_time() -> None:
    async def main() -> None:
        service = _Service([_refusal()])
        assert await service.ask(_background("first")) == ["RateLimited"]
        with pytest.raises(RateLimited) as caught:
            async with aclosing(service.engine.stream(_background("next"))) as events:
                await anext(events)
        assert caught.value.retry_at == EPOCH + timedelta(seconds=_HOURS)
        assert service.asked == ["first"]

    run(main())


def test_the_others_wait_for_what_becomes_of_the_one_that_tries() -> None:
    async def main() -> None:
        service = _Service([_refusal()], [1.0, _MUCH_LEFT, *reply("a")], [1.0, *reply("b")], [1.0, *reply("c")])
        await service.ask(_interactive("first"))
        asked = [_interactive("next"), _background("behind it"), _background("and this")]
        assert await service.ask(*asked) == ["a", "b", "c"]
        assert service.inner.most_open == 2, "they went together once it was answered"
        assert seconds() == 2

    run(main())


def test_they_need_not_wait_for_the_end_of_its_reply() -> None:
    async def main() -> None:
        service = _Service([_refusal()], [TextDelta("a"), math.inf], reply("b"))
        await service.ask(_interactive("first"))
        tasks = [asyncio.create_task(_ask(service.engine, _interactive("next")))]
        tasks.append(asyncio.create_task(_ask(service.engine, _background("behind it"))))
        assert await tasks[1] == "b"
        tasks[0].cancel()
        await asyncio.wait(tasks)

    run(main())


def test_one_that_is_given_up_hands_the_try_on() -> None:
    async def main() -> None:
        service = _Service([_refusal()], [math.inf], reply("b"))
        await service.ask(_interactive("first"))
        given_up = asyncio.create_task(_ask(service.engine, _interactive("given up")))
        await asyncio.sleep(1)
        next_one = asyncio.create_task(_ask(service.engine, _interactive("next")))
        await asyncio.sleep(1)
        assert service.asked == ["first", "given up"]
        given_up.cancel()
        assert await next_one == "b"

    run(main())


def test_one_that_says_nothing_of_the_limits_leaves_the_rest_to_the_user() -> None:
    async def main() -> None:
        service = _Service([_refusal()], [1.0, KeyRefused("Service")], [_MUCH_LEFT, *reply("b")])
        await service.ask(_interactive("first"))
        assert await service.ask(_interactive("next"), _background("behind")) == ["KeyRefused", "RateLimited"]
        assert await service.ask(_interactive("with another key")) == ["b"]

    run(main())


def test_who_waits_when_the_refusal_comes_does_not_try_its_luck() -> None:
    async def main() -> None:
        service = _Service([5.0, _refusal()], start=1)
        asked = [_interactive("first"), _interactive("waits"), _background("waits, too")]
        assert await service.ask(*asked) == ["RateLimited"] * 3
        assert service.asked == ["first"]

    run(main())


def test_who_comes_before_the_others_have_been_told_of_it_may_try() -> None:
    async def main() -> None:
        service = _Service([5.0, _refusal()], reply("b"), start=1)
        tasks = [asyncio.create_task(_ask(service.engine, _interactive(name))) for name in ("first", "waits")]
        await asyncio.sleep(0)
        await asyncio.sleep(5)
        assert service.asked == ["first"]
        async with aclosing(service.engine.stream(_interactive("comes now"))) as events:
            assert await anext(events) == TextDelta("b"), "no wait of hours is told"
        assert await asyncio.gather(*tasks) == ["RateLimited"] * 2

    run(main())


def test_one_that_is_made_urgent_while_it_waits_may_try_next() -> None:
    async def main() -> None:
        service = _Service([_refusal()], [math.inf], reply("b"))
        await service.ask(_interactive("first"))
        given_up = asyncio.create_task(_ask(service.engine, _interactive("given up")))
        await asyncio.sleep(1)
        joined = asyncio.create_task(_ask(service.engine, _background("joined")))
        await asyncio.sleep(1)
        service.engine.hasten(_interactive("joined"))
        given_up.cancel()
        assert await joined == "b"

    run(main())


def test_a_shorter_time_told_later_is_believed() -> None:
    async def main() -> None:
        service = _Service([_refusal()], [1.0, _refusal(after=11)], reply("b"))
        await service.ask(_interactive("first"))
        await service.ask(_interactive("next"))
        assert await service.ask(_background("later")) == ["b"]
        assert seconds() == pytest.approx(11)

    run(main())
