"""Every request leaves one record, whatever becomes of it, and none begins over the budget."""

import asyncio
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import aclosing
from datetime import date
from itertools import count

import pytest

from tests.engines.helpers import broken_by, events_of, prompt_for
from tests.fakes.engine import ScriptedEngine, Step, reply
from tests.fakes.usage import NOON, ListedUsage, record_of
from translator.engines.metered import Metered
from translator.prices import Prices
from translator.settings import Budget, Price, Service
from translator.text.tokens import estimate_tokens
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import (
    AddressInvalid,
    ConnectionLost,
    ConnectionRefused,
    NotConnectedInTime,
    TimedOut,
)
from translator.translation.errors.keys import KeyMalformed, KeyMissing, KeyRefused, KeyStoreLocked
from translator.translation.errors.limits import OverBudget, RateLimited
from translator.translation.errors.models import CannotSee, NoModel
from translator.translation.ports import Finished, RateLimits, TextDelta
from translator.translation.request import IncompleteReason, Thinking, Usage
from translator.translation.spending.usage import Ledger, UsageRecord

PRICED = Service("svc", "Svc", base_url="https://x.example/v1", prices=(("script-1", Price(2, 10)),))
UNPRICED = Service("svc", "Svc", base_url="https://x.example/v1")
NO_BUDGET = Budget()
PROMPT = prompt_for("Hello world")
READ = estimate_tokens(PROMPT.system) + estimate_tokens(PROMPT.user)


class Counted:
    """A metered engine that plays these replies, with its store. A second passes between any two looks at the clock."""

    def __init__(self, *replies: Sequence[Step], service: Service = PRICED, budget: Budget = NO_BUDGET) -> None:
        self.store = ListedUsage()
        self.inner = ScriptedEngine(replies)
        self.ledger = Ledger(self.store, lambda: budget, lambda: NOON)
        seconds: Iterator[int] = count()
        self.engine = Metered(
            self.inner, service, self.ledger, Prices(date(2026, 11, 22)), lambda: NOON, ticks=lambda: next(seconds)
        )

    @property
    def record(self) -> UsageRecord:
        """The one record that there is."""
        (record,) = self.store.records
        return record


async def test_a_reply_is_passed_on_with_its_cost_and_kept() -> None:
    counted = Counted(reply("Hallo ", "Welt", usage=Usage(1_000, 100, requests=1)))
    events = await events_of(counted.engine, PROMPT)
    assert events == [TextDelta("Hallo "), TextDelta("Welt"), Usage(1_000, 100, requests=1, cost=0.003), Finished()]
    assert counted.record == UsageRecord(
        NOON, "svc", "script-1", PROMPT.action, 1_000, 100, cost=0.003, first_token_seconds=1
    )


async def test_the_requests_that_it_took_are_passed_on() -> None:
    counted = Counted(reply("Hallo", usage=Usage(1_000, 100, requests=3)), reply("Hallo", usage=Usage(requests=2)))
    usages = [e for _ in range(2) for e in await events_of(counted.engine, PROMPT) if isinstance(e, Usage)]
    assert [usage.requests for usage in usages] == [3, 2]
    assert len(counted.store.records) == 2


async def test_an_unknown_price_is_none_and_not_zero() -> None:
    counted = Counted(reply("Hallo", usage=Usage(10, 5, requests=1)), service=UNPRICED)
    events = await events_of(counted.engine, PROMPT)
    assert Usage(10, 5, requests=1, cost=None) in events
    assert counted.record.cost is None


async def test_tokens_that_the_service_does_not_count_are_estimated_and_marked() -> None:
    counted = Counted(reply("Hallo Welt", usage=Usage(requests=1, estimated=True, cost=None)))
    events = await events_of(counted.engine, PROMPT)
    written = estimate_tokens("Hallo Welt")
    cost = (READ * 2 + written * 10) / 1_000_000
    assert Usage(READ, written, requests=1, estimated=True, cost=cost) in events
    assert (counted.record.input_tokens, counted.record.output_tokens) == (READ, written)
    assert counted.record.estimated


async def test_what_the_service_did_count_is_kept_beside_an_estimate() -> None:
    counted = Counted(reply("Hallo Welt", usage=Usage(7, 0, requests=1, estimated=True)))
    await events_of(counted.engine, PROMPT)
    assert (counted.record.input_tokens, counted.record.output_tokens) == (7, estimate_tokens("Hallo Welt"))


@pytest.mark.parametrize("tokens", [(10**15, 3), (10, 10**12), (-5, 3), (10, -3), (0, 0), (10, 0)])
async def test_counts_that_cannot_be_spend_no_budget(tokens: tuple[int, int]) -> None:
    counted = Counted(reply("Hallo", usage=Usage(*tokens, requests=1)))
    await events_of(counted.engine, PROMPT)
    record = counted.record
    assert record.estimated
    assert 0 < record.input_tokens <= max(READ, 10)
    assert 0 < record.output_tokens < 10


async def test_a_reply_that_is_cut_short_is_kept_with_the_reason() -> None:
    counted = Counted([TextDelta("Hal"), Usage(10, 5, requests=1), Finished(IncompleteReason.LENGTH)])
    await events_of(counted.engine, PROMPT)
    assert counted.record.error == "length"


@pytest.mark.parametrize("error", [RateLimited("Svc"), KeyRefused("Svc"), CannotSee("Svc")])
async def test_what_was_turned_away_took_and_cost_nothing(error: TranslationError) -> None:
    counted = Counted([error], service=UNPRICED)
    assert (await broken_by(counted.engine, PROMPT))[1] is error
    record = counted.record
    assert (record.error, record.input_tokens, record.output_tokens, record.cost) == (error.code, 0, 0, 0)
    assert record.first_token_seconds is None
    assert not record.estimated


@pytest.mark.parametrize(
    "error",
    [
        KeyMissing("Svc"), KeyMalformed("Svc"), KeyStoreLocked("Svc"), AddressInvalid("Svc"), ConnectionRefused("Svc"),
        NotConnectedInTime("Svc"), NoModel("Svc"), CannotSee("Svc").before_sending(),
    ],
)  # fmt: skip
async def test_a_request_of_which_nothing_was_sent_is_not_counted_and_takes_no_budget(error: TranslationError) -> None:
    one_request = (READ * 2 + estimate_tokens("Hello world") * 10) / 1_000_000
    counted = Counted([error], reply("Hallo", usage=Usage(1, 1, requests=1)), budget=Budget(day=one_request))
    assert (await broken_by(counted.engine, PROMPT))[1] is error
    assert counted.store.records == []
    assert (await events_of(counted.engine, PROMPT))[-1] == Finished()
    assert counted.record.output_tokens == 1


@pytest.mark.parametrize("steps", [[TimedOut("Svc")], [Thinking(), ConnectionLost("Svc")]])
async def test_what_was_read_but_not_answered_took_its_input(steps: list[Step]) -> None:
    counted = Counted(steps)
    await broken_by(counted.engine, PROMPT)
    assert (counted.record.input_tokens, counted.record.output_tokens) == (READ, 0)
    assert counted.record.estimated
    assert counted.record.first_token_seconds is None


async def test_a_connection_lost_on_the_way_is_kept_with_what_came() -> None:
    counted = Counted([TextDelta("Hallo "), ConnectionLost("Svc")])
    await broken_by(counted.engine, PROMPT)
    record = counted.record
    assert (record.error, record.output_tokens) == ("connection_lost", estimate_tokens("Hallo "))


async def test_a_fault_of_our_own_is_kept_too() -> None:
    counted = Counted()  # a request that was not expected is an AssertionError
    with pytest.raises(AssertionError):
        await events_of(counted.engine, PROMPT)
    assert counted.record.error == "failed"


async def test_a_stream_that_is_left_is_kept_as_stopped_and_the_inner_one_closed() -> None:
    counted = Counted([TextDelta("Hallo "), TextDelta("Welt"), Finished()])
    async with aclosing(counted.engine.stream(PROMPT)) as events:  # type: ignore[type-var]
        await anext(events)
    assert counted.inner.closed == 1
    record = counted.record
    assert (record.error, record.estimated) == ("stopped", True)
    assert (record.input_tokens, record.output_tokens) == (READ, estimate_tokens("Hallo "))


async def test_a_cancelled_reader_is_kept_as_stopped() -> None:
    counted = Counted([TextDelta("Hallo"), math.inf])
    reading = asyncio.create_task(events_of(counted.engine, PROMPT))
    await _until(lambda: counted.inner.prompts)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    assert counted.record.error == "stopped"


async def test_a_reader_that_has_seen_the_end_did_not_stop_it() -> None:
    counted = Counted(reply("Hallo", usage=Usage(10, 5, requests=1)))
    async with aclosing(counted.engine.stream(PROMPT)) as events:  # type: ignore[type-var]
        async for event in events:
            if isinstance(event, Finished):
                break
    assert counted.record.error == ""


async def test_a_store_that_hangs_holds_up_neither_the_end_nor_loses_the_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("translator.engines.metered.KEEPING_SECONDS", 0.001)
    counted = Counted(reply("Hallo", usage=Usage(10, 5, requests=1)))
    counted.store.gate.clear()
    assert (await events_of(counted.engine, PROMPT))[-1] == Finished()
    assert counted.store.records == []
    asyncio.get_running_loop().call_soon(counted.store.gate.set)
    await counted.engine.aclose()
    assert counted.record.output_tokens == 5


async def test_cancelling_twice_does_not_lose_the_record() -> None:
    counted = Counted([TextDelta("Hallo"), math.inf])
    counted.store.gate.clear()
    reading = asyncio.create_task(events_of(counted.engine, PROMPT))
    await _until(lambda: counted.inner.prompts)
    reading.cancel()
    await _until(lambda: counted.inner.closed)
    reading.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reading
    counted.store.gate.set()
    await counted.engine.aclose()
    assert counted.record.error == "stopped"


async def test_nothing_is_asked_over_the_budget_and_nothing_kept() -> None:
    counted = Counted(reply("Hallo"), budget=Budget(day=1))
    counted.store.records.append(record_of(cost=1))
    with pytest.raises(OverBudget) as caught:
        await events_of(counted.engine, PROMPT)
    assert caught.value.service == "Scripted"
    assert counted.inner.prompts == []
    assert len(counted.store.records) == 1


async def test_a_request_on_its_way_is_reserved_and_then_not_any_more() -> None:
    one_request = (READ * 2 + estimate_tokens("Hello world") * 10) / 1_000_000
    done = reply("Hallo", usage=Usage(1, 1, requests=1))
    counted = Counted([TextDelta("Hallo"), math.inf], done, budget=Budget(day=one_request))
    first = asyncio.create_task(events_of(counted.engine, PROMPT))
    await _until(lambda: counted.inner.prompts)
    with pytest.raises(OverBudget):
        await events_of(counted.engine, PROMPT)
    first.cancel()
    await asyncio.wait({first})
    counted.store.records.clear()
    assert (await events_of(counted.engine, PROMPT))[-1] == Finished()


async def test_what_runs_on_this_computer_is_no_matter_of_the_budget() -> None:
    local = Service("local", "Local", base_url="http://127.0.0.1:11434/v1")
    counted = Counted(reply("Hallo", usage=Usage(10, 5, requests=1)), service=local, budget=Budget(day=1))
    counted.store.records.append(record_of(cost=5))
    await events_of(counted.engine, PROMPT)
    assert counted.store.records[-1].cost is None


async def test_limits_pass_through_and_the_rest_of_the_port_is_the_engines() -> None:
    counted = Counted([RateLimits(), *reply("Hallo")])
    assert (await events_of(counted.engine, PROMPT))[0] == RateLimits()
    assert (counted.engine.name, counted.engine.model) == ("Scripted", "script-1")
    assert await counted.engine.models() == ("script-1",)
    await counted.engine.warm()
    await counted.engine.aclose()


async def _until(condition: Callable[[], object]) -> None:
    async with asyncio.timeout(10):
        while not condition():  # noqa: ASYNC110 - what is waited for has no event
            await asyncio.sleep(0)
