"""The ledger: what is kept, what the budget allows, and when a day and a month begin."""

import asyncio
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest

from tests.fakes.usage import NOON, ListedUsage, record_of
from translator.settings import Budget, Service, Settings
from translator.translation.errors.limits import OverBudget
from translator.translation.spending.usage import Ledger, Spending, UsageRecord, UsageTotal, name_of, start_of, total_of

SetZone = Callable[[str], None]


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[SetZone]:
    """Return a function that puts this process into a time zone."""

    def put(name: str) -> None:
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield put
    monkeypatch.undo()
    time.tzset()


def ledger_with(store: ListedUsage, budget: Budget, now: datetime = NOON) -> Ledger:
    return Ledger(store, lambda: budget, lambda: now)


def spent(cost: float, at: datetime = NOON) -> UsageRecord:
    return record_of(at, cost=cost)


async def admit(ledger: Ledger, estimate: float | None = 0.01, *, over_budget: bool = False) -> None:
    await ledger.admit("OpenAI", estimate, over_budget=over_budget)


async def test_without_a_budget_every_request_begins_and_nothing_has_to_be_read() -> None:
    store = ListedUsage([spent(1_000_000)])
    await admit(ledger_with(store, Budget()))
    assert store.looks == 0


async def test_below_the_budget_a_request_begins() -> None:
    await admit(ledger_with(ListedUsage([spent(0.99)]), Budget(day=1, month=10)))


async def test_a_spent_day_refuses_and_says_how_much_of_what() -> None:
    ledger = ledger_with(ListedUsage([spent(1.5)]), Budget(day=1, month=10))
    with pytest.raises(OverBudget) as caught:
        await admit(ledger)
    refused = caught.value
    assert (refused.service, refused.period, refused.limit) == ("OpenAI", "day", 1)


async def test_a_spent_month_refuses_on_a_day_without_spending() -> None:
    ledger = ledger_with(ListedUsage([spent(10, NOON - timedelta(days=20))]), Budget(day=1, month=10))
    with pytest.raises(OverBudget) as caught:
        await admit(ledger)
    assert (caught.value.period, caught.value.limit) == ("month", 10)


async def test_what_was_spent_yesterday_and_last_month_does_not_count(zone: SetZone) -> None:
    zone("UTC")
    before = [spent(10, NOON - timedelta(hours=12, seconds=1)), spent(100, NOON - timedelta(days=22))]
    ledger = ledger_with(ListedUsage(before), Budget(day=1, month=11))
    await admit(ledger)
    assert await ledger.spending() == Spending(0, 10, Budget(1, 11))


async def test_the_user_may_go_over_the_budget_and_what_costs_nothing_may_always() -> None:
    ledger = ledger_with(ListedUsage([spent(5)]), Budget(day=1))
    await admit(ledger, over_budget=True)
    await admit(ledger, 0)
    with pytest.raises(OverBudget):
        await admit(ledger, None)


async def test_sixteen_side_by_side_do_not_overshoot() -> None:
    ledger = ledger_with(ListedUsage([spent(0.5)]), Budget(day=1, month=100))
    ended = await asyncio.gather(*(admit(ledger, 0.1) for _ in range(16)), return_exceptions=True)
    assert sum(end is None for end in ended) == 5
    assert all(isinstance(end, OverBudget) for end in ended if end is not None)


async def test_a_request_that_ends_while_the_store_is_read_is_not_forgotten() -> None:
    class Slow(ListedUsage):
        async def spent(self, since: datetime) -> float:
            found = sum(record.cost or 0 for record in self.records if record.at >= since)
            await released.wait()
            return found

    released = asyncio.Event()
    store = Slow()
    ledger = ledger_with(store, Budget(day=1))
    last = await ledger.admit("OpenAI", 1.0, over_budget=True)
    another = asyncio.create_task(admit(ledger))
    await asyncio.sleep(0)
    await ledger.record(spent(1.0), last)
    released.set()
    with pytest.raises(OverBudget):
        await another


async def test_a_record_takes_the_place_of_what_was_reserved() -> None:
    store = ListedUsage()
    ledger = ledger_with(store, Budget(day=1))
    reservation = await ledger.admit("OpenAI", 1.0, over_budget=False)
    with pytest.raises(OverBudget):
        await admit(ledger)
    await ledger.record(spent(0.2), reservation)
    await admit(ledger)
    assert store.records == [spent(0.2)]


async def test_a_store_that_breaks_leaves_nothing_reserved() -> None:
    class Broken(ListedUsage):
        async def add(self, record: UsageRecord) -> None:
            raise RuntimeError

    ledger = ledger_with(Broken(), Budget(day=1))
    reservation = await ledger.admit("OpenAI", 1.0, over_budget=False)
    with pytest.raises(RuntimeError):
        await ledger.record(spent(0.2), reservation)
    await admit(ledger)


async def test_whoever_listens_is_told_of_each_record_once_it_counts() -> None:
    store = ListedUsage()
    ledger = ledger_with(store, Budget(day=1))
    heard: list[tuple[UsageRecord, int]] = []
    ledger.listen(lambda record: heard.append((record, len(store.records))))
    await ledger.record(spent(0.9), await ledger.admit("OpenAI", None, over_budget=False))
    assert heard == [(spent(0.9), 1)]
    assert (await ledger.spending()).nearly_spent == "day"


async def test_two_ledgers_share_what_is_in_the_store() -> None:
    store = ListedUsage()
    one, other = (ledger_with(store, Budget(day=1)) for _ in range(2))
    await one.record(spent(1), await one.admit("OpenAI", 0.5, over_budget=False))
    with pytest.raises(OverBudget):
        await admit(other)


async def test_a_changed_budget_holds_at_once() -> None:
    budgets = [Budget(day=1)]
    ledger = Ledger(ListedUsage([spent(1)]), lambda: budgets[-1], lambda: NOON)
    with pytest.raises(OverBudget):
        await admit(ledger)
    budgets.append(Budget(day=2))
    await admit(ledger)


async def test_the_totals_are_the_stores() -> None:
    (total,) = await ledger_with(ListedUsage([spent(1), spent(2)]), Budget()).totals(NOON)
    assert (total.requests, total.cost) == (2, 3)


@pytest.mark.parametrize(
    ("spending", "nearly", "wholly"),
    [
        (Spending(0.79, 0, Budget(1, 0)), None, None),
        (Spending(0.8, 0, Budget(1, 0)), "day", None),
        (Spending(0.8, 9.5, Budget(1, 10)), "month", None),
        (Spending(1, 8, Budget(1, 10)), "day", "day"),
        (Spending(0.5, 10, Budget(1, 10)), "month", "month"),
        (Spending(1_000, 1_000, Budget()), None, None),
    ],
)
def test_a_budget_is_nearly_spent_from_four_fifths_on(spending: Spending, nearly: str, wholly: str) -> None:
    assert (spending.nearly_spent, spending.spent) == (nearly, wholly)


HERE = Service("here", "Ollama", base_url="http://127.0.0.1:11434/v1")
SETTINGS = Settings(services=(Service("paid", "Paid", base_url="https://x.example/v1"), HERE))


async def test_what_no_budget_counts_is_told_for_each_period_that_has_one() -> None:
    yesterday = NOON - timedelta(days=1)
    store = ListedUsage([
        record_of(service="paid", cost=None),
        record_of(service="paid"),
        record_of(yesterday, service="gone~1", cost=None),
        record_of(service="here", cost=None),
        record_of(service="127.0.0.1:8080", cost=None),
    ])  # fmt: skip
    assert await ledger_with(store, Budget(day=1, month=1)).uncounted(SETTINGS) == {"day": 1, "month": 2}
    assert await ledger_with(store, Budget(month=1)).uncounted(SETTINGS) == {"month": 2}
    assert await ledger_with(store, Budget()).uncounted(SETTINGS) == {}


def test_totals_are_added_up_without_their_medians() -> None:
    one = UsageTotal("a", "m", 3, 30, 11, 1, 2, 0.75, 1, 2.5)
    assert total_of([one, one]) == UsageTotal("", "", 6, 60, 22, 2, 4, 1.5, 2, None)
    assert total_of(()) == UsageTotal("", "", 0, 0, 0, 0, 0, 0, 0)


@pytest.mark.parametrize(("service", "name"), [("paid", "Paid"), ("gone~12ab", "gone"), ("gone", "gone")])
def test_a_service_that_is_gone_is_named_by_its_id(service: str, name: str) -> None:
    assert name_of(service, SETTINGS) == name


@pytest.mark.parametrize(
    ("name", "now", "day", "month"),
    [
        # Berlin sets its clocks back on 25 October 2026 at 3:00, and forward on 29 March at 2:00.
        ("Europe/Berlin", "2026-10-25T12:00+00:00", "2026-10-24T22:00+00:00", "2026-09-30T22:00+00:00"),
        ("Europe/Berlin", "2026-03-29T12:00+00:00", "2026-03-28T23:00+00:00", "2026-02-28T23:00+00:00"),
        ("Europe/Berlin", "2026-10-31T12:00+00:00", "2026-10-30T23:00+00:00", "2026-09-30T22:00+00:00"),
        # In Cairo clocks went from 0:00 to 1:00 on 24 April 2026: that day has no midnight.
        ("Africa/Cairo", "2026-04-24T12:00+00:00", "2026-04-23T22:00+00:00", "2026-03-31T22:00+00:00"),
        # Still yesterday's date in UTC.
        ("Asia/Tokyo", "2026-10-31T16:00+00:00", "2026-10-31T15:00+00:00", "2026-10-31T15:00+00:00"),
    ],
)
def test_a_day_begins_at_midnight_where_the_user_is(zone: SetZone, name: str, now: str, day: str, month: str) -> None:
    zone(name)
    at = datetime.fromisoformat(now)
    assert start_of("day", at) == datetime.fromisoformat(day)
    assert start_of("month", at) == datetime.fromisoformat(month)


async def test_listeners_that_were_sent_away_hear_nothing() -> None:
    ledger = ledger_with(ListedUsage(), Budget())
    heard: list[object] = []
    ledger.listen(heard.append)
    ledger.send_listeners_away()
    await ledger.record(spent(0.9), await ledger.admit("OpenAI", None, over_budget=False))

    assert heard == []
