"""What the settings show but do not hold: usage, prices, and how long a request may take by default."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from translator.clock import now
from translator.settings import Deadlines, Price, Service
from translator.translation.spending.saved import SavedRecord, SavedTotal
from translator.translation.spending.usage import Spending, UsageRecord, UsageTotal


class UsageReport(Protocol):
    """What requests took. It never raises."""

    async def totals(self, since: datetime) -> Sequence[UsageTotal]:
        """Return what was used since then (aware), the most requests first."""
        ...

    async def spending(self) -> Spending:
        """Return what was spent today and this month, beside the budget."""
        ...

    async def saved(self, since: datetime) -> SavedTotal:
        """Return what the translation memory saved since then (aware)."""
        ...

    def listen(self, listener: Callable[[UsageRecord | SavedRecord], None]) -> None:
        """Call this after each request."""
        ...


@dataclass(frozen=True, slots=True)
class Figures:
    """Where those figures come from.

    ``price_of`` returns what a model of a service costs, the user's own price first; ``prices_as_of`` is the day of
    the price table, None where there is none. ``default_deadlines`` returns those of the kind of service, none of
    them 0. ``clock`` returns the time (aware).
    """

    usage: UsageReport
    price_of: Callable[[Service, str], Price | None]
    prices_as_of: date | None
    default_deadlines: Callable[[Service], Deadlines]
    clock: Callable[[], datetime] = field(default=now)
