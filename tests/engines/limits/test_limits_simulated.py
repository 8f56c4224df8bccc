"""A long text at services of all kinds, with real minutes in virtual time: how much is refused, how long it takes.

A model that translates at once is assumed (0.1 s to the first token, as much for the rest), so that it is the limits
that take the time, and nothing else.
"""

import asyncio
import random
from contextlib import aclosing
from dataclasses import replace

import pytest

from tests.engines.helpers import prompt_for
from tests.engines.simulated_service import SimulatedService
from tests.engines.virtual_time import clock, run, seconds
from translator.engines.limits.limited import Limited
from translator.engines.limits.service_limits import Limits
from translator.engines.retries.retrying import Retrying
from translator.translation.ports import Engine, Finished, Priority, Prompt

_SHORT, _LONG = 300, 2_000  # characters: requests are what is scarce, or tokens
_REQUESTS = 120


def _service(kind: str, **more: float) -> SimulatedService:
    return SimulatedService(kind=kind, **{"latency": 0.1, "duration": 0.1, "jitter": 0.3, **more})  # type: ignore[arg-type]


def _prompts(characters: int) -> list[Prompt]:
    chance = random.Random(1)
    lengths = [int(characters * chance.uniform(0.6, 1.4)) for _ in range(_REQUESTS)]
    prompts = [prompt_for(f"{number} " + "word " * (length // 5)) for number, length in enumerate(lengths)]
    return [replace(prompt, priority=Priority.BACKGROUND) for prompt in prompts]


def _translate(service: SimulatedService, characters: int) -> float:
    """Ask for all at the same time; return how many seconds it took."""

    async def ask(engine: Engine, prompt: Prompt) -> None:
        async with aclosing(engine.stream(prompt)) as events:
            last = [event async for event in events][-1]
        assert last == Finished()

    async def main() -> float:
        engine = Retrying(Limited(service, Limits(), clock=clock), clock=clock, random=random.Random(2).random)
        await asyncio.gather(*(ask(engine, prompt) for prompt in _prompts(characters)))
        return seconds()

    return run(main())


@pytest.mark.parametrize("characters", [_SHORT, _LONG], ids=["requests", "tokens"])
@pytest.mark.parametrize("kind", ["bucket", "window", "sliding"])
def test_keeps_to_what_is_said_and_uses_it_up(kind: str, characters: int) -> None:
    service = _service(kind)
    took = _translate(service, characters)
    assert service.share_refused <= 0.02
    assert took <= service.soonest * 1.05


@pytest.mark.parametrize("counts", [0.3, 1.5], ids=["less", "more"])
@pytest.mark.parametrize("kind", ["bucket", "window"])
def test_learns_how_the_service_counts_tokens(kind: str, counts: float) -> None:
    service = _service(kind, counts=counts, spread=0.2)
    took = _translate(service, _LONG)
    assert service.share_refused <= 0.02
    last_window = service.window if kind == "window" else 0  # what it leaves of each may add up to one more
    assert took <= service.soonest * 1.05 + last_window


@pytest.mark.parametrize("kind", ["bucket", "window"])
def test_learns_that_a_service_counts_a_reply_when_it_is_complete(kind: str) -> None:
    service = _service(kind, late=0.5, duration=2.0)
    took = _translate(service, _LONG)
    assert service.share_refused <= 0.02
    assert took <= service.soonest * 1.05


@pytest.mark.parametrize("window", [2.0, 100.0])
@pytest.mark.parametrize("kind", ["bucket", "window"])
def test_a_minute_need_not_be_one(kind: str, window: float) -> None:
    service = _service(kind, window=window, latency=window / 1000, duration=window / 1000)
    took = _translate(service, _LONG)
    assert service.share_refused <= 0.02
    assert took <= service.soonest * 1.05


@pytest.mark.parametrize(("kind", "most"), [("bucket", 1.1), ("window", 1.5)])
def test_without_a_word_about_limits_a_few_refusals_teach_the_pace(kind: str, most: float) -> None:
    service = _service(kind, says_limits=False)
    took = _translate(service, _SHORT)
    assert 0 < service.share_refused <= 0.1
    assert took <= service.soonest * most


def test_without_a_word_about_anything_it_gets_there_all_the_same() -> None:
    service = _service("bucket", says_limits=False, says_when=False)
    took = _translate(service, _SHORT)
    assert 0 < service.share_refused <= 0.1
    assert took <= service.soonest * 1.5


def test_a_text_is_not_held_up_where_there_is_room_for_all_of_it() -> None:
    service = _service("bucket", requests=1000, tokens=10_000_000, jitter=0)
    assert _translate(service, _LONG) == pytest.approx(0.2 * (1 + 1 + 1 + 6), abs=0.21)
