"""What requests took and cost, and the budget they may not exceed."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal, Protocol, get_args

from translator.host import host_of, is_loopback
from translator.settings import Budget, Settings
from translator.translation.errors.limits import OverBudget
from translator.translation.request import Action
from translator.translation.spending.saved import SavedRecord, SavedTotal

Period = Literal["day", "month"]
PERIODS: tuple[Period, ...] = get_args(Period)

NEARLY = 0.8
"""The part of a budget from which on the user is told that it will soon be spent."""


STOPPED = "stopped"
"""The ``error`` of a request that was given up by whoever asked: the user, or we, where a reply grows without end."""

KEPT_DAYS = 400
"""How long records are kept: this month and the same one of last year are there in full."""

CLOSING_SECONDS = 2.0
"""How long the end may be held up by what is still being kept."""


@dataclass(frozen=True, slots=True)
class UsageRecord:
    """One request. It says nothing of the text.

    ``service`` is the service's id. ``estimated`` tells that the service did not count the tokens. ``cost`` is in US
    dollars, None where the price is not known. ``first_token_seconds`` is None where nothing came. ``error`` is the
    code of what went wrong, empty where nothing did, and STOPPED where nobody waited for the end.
    """

    at: datetime
    service: str
    model: str
    action: Action
    input_tokens: int
    output_tokens: int
    estimated: bool = False
    cost: float | None = None
    first_token_seconds: float | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class UsageTotal:
    """What the requests to one model of one service took together. ``unpriced`` of them have no known cost.

    ``errors`` of them went wrong; those that were stopped are not among them.
    """

    service: str
    model: str
    requests: int
    input_tokens: int
    output_tokens: int
    errors: int
    estimated: int
    cost: float
    unpriced: int
    first_token_seconds: float | None = None
    """The median."""


class UsageStore(Protocol):
    """Where usage is kept. It never raises: where nothing can be kept, it counts for this run alone."""

    async def add(self, record: UsageRecord) -> None:
        """Keep this, for KEPT_DAYS days."""
        ...

    async def totals(self, since: datetime) -> Sequence[UsageTotal]:
        """Return what was used since then (aware), the most requests first."""
        ...

    async def spent(self, since: datetime) -> float:
        """Return what was spent since then (aware), in US dollars, as far as prices are known."""
        ...

    async def add_saved(self, record: SavedRecord) -> None:
        """Keep what the translation memory saved, for KEPT_DAYS days."""
        ...

    async def saved(self, since: datetime) -> SavedTotal:
        """Return what the memory saved since then (aware)."""
        ...


@dataclass(frozen=True, slots=True)
class Spending:
    """What was spent today and this month, in US dollars as far as prices are known, beside the budget."""

    day: float
    month: float
    budget: Budget

    def of(self, period: Period) -> tuple[float, float]:
        """Return what was spent in this period, and the most that may be; 0 for no limit."""
        return self.day if period == "day" else self.month, limit_of(self.budget, period)

    @property
    def nearly_spent(self) -> Period | None:
        """The budget of which four fifths or more are spent; the one of which more is, where both are."""
        period, part = self._fullest()
        return period if part >= NEARLY else None

    @property
    def spent(self) -> Period | None:
        """The budget that is spent, or None where requests are still allowed."""
        period, part = self._fullest()
        return period if part >= 1 else None

    def _fullest(self) -> tuple[Period, float]:
        day, month = _part(*self.of("day")), _part(*self.of("month"))
        return ("month", month) if month > day else ("day", day)


def _part(spent: float, limit: float) -> float:
    return spent / limit if limit > 0 else 0


@dataclass(frozen=True, slots=True, eq=False)
class Reservation:
    """What a request on its way will probably cost, in US dollars; 0 where that is not known."""

    cost: float


class Ledger:
    """Keeps what requests took, and lets none begin once the budget is spent.

    The store is shared by every process of the user, so they share the budget too; what is on its way is known to
    this process alone. ``budget`` is asked each time; ``clock`` returns the time (aware).
    """

    def __init__(self, store: UsageStore, budget: Callable[[], Budget], clock: Callable[[], datetime]) -> None:
        self._store = store
        self._budget = budget
        self._clock = clock
        self._on_the_way: set[Reservation] = set()
        self._listeners: list[Callable[[UsageRecord | SavedRecord], None]] = []
        self._begun: set[asyncio.Task[None]] = set()

    def listen(self, listener: Callable[[UsageRecord | SavedRecord], None]) -> None:
        """Call this after each record is kept. It must not raise, nor take long."""
        self._listeners.append(listener)

    def send_listeners_away(self) -> None:
        """Tell none of those any more who have listened so far."""
        self._listeners.clear()

    def begin(self, keeping: Coroutine[Any, Any, None]) -> None:
        """Let this go on by itself; ``close`` waits for it. The event loop must be running."""
        task = asyncio.create_task(keeping)
        self._begun.add(task)
        task.add_done_callback(self._begun.discard)

    async def close(self) -> None:
        """Wait a moment for what is still to be kept."""
        if self._begun:
            await asyncio.wait(self._begun, timeout=CLOSING_SECONDS)

    async def admit(self, service_name: str, estimate: float | None, *, over_budget: bool) -> Reservation:
        """Let a request begin; ``record`` ends it, or ``release`` where it never left. Raises OverBudget.

        ``estimate`` is what it will probably cost in US dollars, None where that is not known. Requests on their way
        count as spent, so that many side by side do not overshoot. A request that costs nothing is always let begin,
        and so is one that the user allows ``over_budget``.
        """
        before = set(self._on_the_way)
        spending = None if over_budget or estimate == 0 else await self._limited_spending()
        # No other request may begin between this look and the reservation: nothing is awaited from here on. One that
        # ended while the store was read may be missing in what was read: it counts as on its way.
        if spending is not None:
            self._check(service_name, spending, before | self._on_the_way)
        reservation = Reservation(estimate or 0)
        self._on_the_way.add(reservation)
        return reservation

    async def record(self, record: UsageRecord, reservation: Reservation) -> None:
        """Keep what a request took, and tell whoever listens."""
        try:
            await self._store.add(record)
        finally:
            self._on_the_way.discard(reservation)
        self._tell(record)

    def release(self, reservation: Reservation) -> None:
        """Forget a request that was let begin, and of which nothing was sent."""
        self._on_the_way.discard(reservation)

    async def note_saved(self, record: SavedRecord) -> None:
        """Keep what the translation memory saved, and tell whoever listens."""
        await self._store.add_saved(record)
        self._tell(record)

    async def spending(self) -> Spending:
        """Return what was spent since midnight and since the first of the month, by this computer's time zone."""
        now = self._clock()
        day = await self._store.spent(start_of("day", now))
        return Spending(day, await self._store.spent(start_of("month", now)), self._budget())

    async def totals(self, since: datetime) -> Sequence[UsageTotal]:
        """Return what was used since then (aware), the most requests first."""
        return await self._store.totals(since)

    async def saved(self, since: datetime) -> SavedTotal:
        """Return what the translation memory saved since then (aware)."""
        return await self._store.saved(since)

    async def uncounted(self, settings: Settings) -> Mapping[Period, int]:
        """Return how many requests of each period that has a budget are not counted towards it."""
        budget, now = self._budget(), self._clock()
        return {
            period: uncounted(await self._store.totals(start_of(period, now)), settings)
            for period in PERIODS
            if limit_of(budget, period) > 0
        }

    def _tell(self, record: UsageRecord | SavedRecord) -> None:
        for listener in self._listeners:
            listener(record)

    async def _limited_spending(self) -> Spending | None:
        """Return what was spent, or None where there is no budget: nothing has to be read then."""
        budget = self._budget()
        return await self.spending() if budget.day > 0 or budget.month > 0 else None

    def _check(self, service_name: str, kept: Spending, reservations: Iterable[Reservation]) -> None:
        on_the_way = sum(reservation.cost for reservation in reservations)
        now = Spending(kept.day + on_the_way, kept.month + on_the_way, kept.budget)
        if now.spent == "day":
            raise OverBudget(service_name, period="day", limit=now.budget.day)
        if now.spent == "month":
            raise OverBudget(service_name, period="month", limit=now.budget.month)


def limit_of(budget: Budget, period: Period) -> float:
    """Return the most that may be spent in this period, in US dollars; 0 for no limit."""
    return budget.day if period == "day" else budget.month


def total_of(totals: Iterable[UsageTotal]) -> UsageTotal:
    """Return all of them together, but for the median, which the medians do not tell."""
    every = list(totals)
    return UsageTotal(
        "", "", sum(total.requests for total in every), sum(total.input_tokens for total in every),
        sum(total.output_tokens for total in every), sum(total.errors for total in every),
        sum(total.estimated for total in every), sum(total.cost for total in every),
        sum(total.unpriced for total in every),
    )  # fmt: skip


def uncounted(totals: Iterable[UsageTotal], settings: Settings) -> int:
    """Return how many requests no budget counts, as their price is not known; those to this computer aside."""
    return sum(total.unpriced for total in totals if not _is_local(total.service, settings))


def name_of(service_id: str, settings: Settings) -> str:
    """Return the name of the service; of one that is gone, what its id tells."""
    service = settings.find(service_id)
    # What follows the ~ in an id only keeps it apart from others.
    return service.name if service is not None else service_id.partition("~")[0]


def _is_local(service_id: str, settings: Settings) -> bool:
    service = settings.find(service_id)
    # The id of one that was named by its address for a single run is that address.
    return is_loopback(host_of(f"http://{service_id}" if service is None else service.base_url))


def start_of(period: Period, now: datetime) -> datetime:
    """Return when the day or the month of ``now`` (aware) began, by this computer's time zone.

    The offset is that of the beginning, not of now: between the two the clocks may have changed. Where they skipped
    midnight, the day begins when they did.
    """
    local = now.astimezone()
    first = local.day if period == "day" else 1
    # Not astimezone(), which is an hour off for a midnight that was skipped.
    return datetime.fromtimestamp(datetime(local.year, local.month, first).timestamp(), UTC)
