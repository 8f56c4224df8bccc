"""Asking again: when, how often, after what time, and how the wait is told and ended. All in virtual time."""

import asyncio
import math
from collections.abc import Callable, Sequence
from contextlib import aclosing
from datetime import timedelta

import pytest

from tests.engines.helpers import prompt_for
from tests.engines.virtual_time import EPOCH, clock, run, seconds
from tests.fakes.engine import ScriptedEngine, Step, reply
from translator.engines.retries.backoff import pause_after
from translator.engines.retries.retrying import Retrying
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import (
    ConnectionLost,
    ConnectionRefused,
    NameNotFound,
    NotConnectedInTime,
    ServiceTimedOut,
    TlsFailed,
)
from translator.translation.errors.keys import KeyRefused
from translator.translation.errors.limits import OutOfCredit, RateLimited
from translator.translation.errors.servers import BadReply, ServerFailed
from translator.translation.ports import EngineEvent, Finished, TextDelta
from translator.translation.request import Thinking, Usage, Waiting, WaitReason

_PROMPT = prompt_for("Hello world")


class _Run:
    """What came of a request: its events, when each came, and the error that ended it."""

    def __init__(self, replies: Sequence[Sequence[Step]], chance: float = 0.5) -> None:
        self.engine = ScriptedEngine(replies)
        self.retrying = Retrying(self.engine, clock=clock, random=lambda: chance)
        self.events: list[EngineEvent] = []
        self.times: list[float] = []
        self.error: TranslationError | None = None

    async def read(self, seen: Callable[[EngineEvent], None] = lambda _: None) -> "_Run":
        try:
            async with aclosing(self.retrying.stream(_PROMPT)) as events:
                async for event in events:
                    self.events.append(event)
                    self.times.append(seconds())
                    seen(event)
        except TranslationError as error:
            self.error = error
        return self

    @property
    def waits(self) -> list[Waiting]:
        return [event for event in self.events if isinstance(event, Waiting)]

    @property
    def tries(self) -> int:
        return len(self.engine.prompts)


def _run(*replies: Sequence[Step], chance: float = 0.5) -> _Run:
    async def main() -> _Run:
        return await _Run(replies, chance).read()

    return run(main())


def _asking(kind: type[RateLimited | ServerFailed | ServiceTimedOut], after: float) -> TranslationError:
    return kind("Service", retry_at=clock() + timedelta(seconds=after))


@pytest.mark.parametrize(
    ("kind", "tries"),
    [
        (RateLimited, 9), (ServerFailed, 4), (ConnectionLost, 3), (ServiceTimedOut, 3), (NotConnectedInTime, 2),
        (ConnectionRefused, 2), (NameNotFound, 2),
        (OutOfCredit, 1), (KeyRefused, 1), (BadReply, 1), (TlsFailed, 1),
    ],
)  # fmt: skip
def test_asks_as_often_as_the_fault_is_likely_to_pass(kind: type[TranslationError], tries: int) -> None:
    done = _run(*([kind("Service")] for _ in range(10)))
    assert (done.tries, type(done.error)) == (tries, kind)
    assert len(done.waits) == tries - 1


def test_a_fault_that_passes_is_not_seen_in_the_reply() -> None:
    done = _run([ServerFailed("Service")], reply("Hal", "lo"))
    assert done.events[1:] == [TextDelta("Hal"), TextDelta("lo"), Usage(requests=2), Finished()]
    assert done.error is None


@pytest.mark.parametrize("first", [TextDelta("Hal"), Thinking()])
def test_does_not_ask_again_once_something_of_the_reply_came(first: EngineEvent) -> None:
    done = _run([first, ConnectionLost("Service")], reply("Hallo"))
    assert (done.tries, type(done.error), done.events) == (1, ConnectionLost, [first])


def test_waits_with_full_jitter_that_doubles_up_to_a_cap() -> None:
    errors = [ServerFailed("Service") for _ in range(10)]
    most = [pause_after(RateLimited("Service"), tries, EPOCH, 1.0) for tries in range(1, 6)]
    assert [pause.seconds for pause in most if pause] == [0.5, 1, 2, 4, 8]
    done = _run(*([error] for error in errors), chance=0.5)
    assert done.times == [0, 0.25, 0.75]
    assert [wait.reason for wait in done.waits] == [WaitReason.TRYING_AGAIN] * 3
    assert [wait.error for wait in done.waits] == errors[:3]


def test_a_wrong_port_is_told_within_a_second() -> None:
    assert _ended_after(_run([ConnectionRefused("Service")], [ConnectionRefused("Service")], chance=1.0)) <= 1


def _ended_after(done: _Run) -> float:
    return (done.waits[-1].until - EPOCH).total_seconds()


@pytest.mark.parametrize("kind", [RateLimited, ServerFailed, ServiceTimedOut])
def test_comes_back_when_the_service_asks_and_a_little_later(
    kind: type[RateLimited | ServerFailed | ServiceTimedOut],
) -> None:
    async def main() -> _Run:
        return await _Run([[_asking(kind, 40)], reply("Hallo")], chance=1.0).read()

    done = run(main())
    assert done.waits[0].reason is WaitReason.SERVER_ASKS
    assert done.times[0] == 0
    assert 40 <= done.times[1] <= 40.25
    assert done.waits[0].until == EPOCH + timedelta(seconds=done.times[1])


def test_a_time_that_has_passed_is_now() -> None:
    async def main() -> _Run:
        return await _Run([[_asking(RateLimited, -5)], reply("Hallo")], chance=0.0).read()

    assert run(main()).times[1] == 0


def test_a_wait_of_more_than_two_minutes_is_for_the_user_to_decide() -> None:
    async def main() -> _Run:
        return await _Run([[_asking(RateLimited, 121)]]).read()

    done = run(main())
    assert isinstance(done.error, RateLimited)
    assert done.error.retry_at is not None
    assert done.events == []


def test_a_service_that_asks_to_wait_a_second_for_ever_is_given_up() -> None:
    async def main() -> _Run:
        return await _Run([[_asking(RateLimited, number + 1)] for number in range(20)]).read()

    done = run(main())
    assert done.tries == 9
    assert done.times[-1] < 9


def test_a_hurried_wait_ends_at_once_and_the_next_request_goes_at_once() -> None:
    async def main() -> _Run:
        done = _Run([[_asking(RateLimited, 100)], [ServerFailed("Service")], reply("Hallo")])
        hurried: list[Waiting] = []

        def hurry(event: EngineEvent) -> None:
            if isinstance(event, Waiting) and not hurried:
                hurried.append(event)
                event.hurry()

        return await done.read(hurry)

    done = run(main())
    assert done.times[1] == 0
    assert [prompt.at_once for prompt in done.engine.prompts] == [False, True, False]
    assert done.events[-1] == Finished()


def test_a_wait_can_be_hurried_while_it_lasts() -> None:
    async def main() -> _Run:
        done = _Run([[_asking(RateLimited, 100)], reply("Hallo")])
        loop = asyncio.get_running_loop()

        def hurry_soon(event: EngineEvent) -> None:
            if isinstance(event, Waiting):
                loop.call_later(3, event.hurry)

        return await done.read(hurry_soon)

    assert run(main()).times[1] == 3


def test_a_cancelled_wait_ends_at_once() -> None:
    async def main() -> tuple[float, int]:
        done = _Run([[_asking(RateLimited, 100)], reply("Hallo")])
        task = asyncio.create_task(done.read())
        await asyncio.sleep(5)
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        return seconds(), done.tries

    assert run(main()) == (5, 1)


def test_leaving_closes_the_request_on_its_way() -> None:
    async def main() -> int:
        engine = ScriptedEngine([[TextDelta("Hal"), math.inf]])
        async with aclosing(Retrying(engine).stream(_PROMPT)) as events:
            await anext(events)
        return engine.closed

    assert run(main()) == 1


def test_waits_of_those_behind_it_are_passed_on_and_are_no_tries() -> None:
    waiting = Waiting(EPOCH, WaitReason.LIMITS)
    done = _run([waiting, *reply("Hallo")])
    assert done.events == [waiting, TextDelta("Hallo"), Usage(requests=1), Finished()]
