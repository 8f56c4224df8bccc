"""What requests took and cost, and the budget they may not exceed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from translator.translation.request import Action


@dataclass(frozen=True, slots=True)
class UsageRecord:
    """One request. It says nothing of the text.

    ``service`` is the service's id. ``estimated`` tells that the service did not count the tokens. ``cost`` is in US
    dollars, None where the price is not known. ``first_token_seconds`` is None where nothing came. ``error`` is the
    code of what went wrong, empty where nothing did.
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
    """What the requests to one model of one service took together. ``unpriced`` of them have no known cost."""

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
        """Keep this."""
        ...

    async def totals(self, since: datetime) -> Sequence[UsageTotal]:
        """Return what was used since then (aware), the most requests first."""
        ...

    async def spent(self, since: datetime) -> float:
        """Return what was spent since then (aware), in US dollars, as far as prices are known."""
        ...
