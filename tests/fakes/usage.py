"""A usage store that is a list, and what tests of usage say often."""

import asyncio
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from statistics import median

from translator.translation.request import Action
from translator.translation.spending.saved import SavedRecord, SavedTotal, saved_by
from translator.translation.spending.usage import STOPPED, UsageRecord, UsageTotal

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def record_of(
    at: datetime = NOON,
    service: str = "openai",
    model: str = "m",
    tokens: tuple[int, int] = (10, 5),
    **more: object,
) -> UsageRecord:
    """Return the record of a request that cost a cent, unless it is said otherwise."""
    fields = {"cost": 0.01, **more}
    return UsageRecord(at, service, model, Action.WINDOW, *tokens, **fields)  # type: ignore[arg-type]


def saved_record(at: datetime = NOON, blocks: int = 2, **more: object) -> SavedRecord:
    """Return the record of a run in which the memory saved a cent, unless it is said otherwise."""
    fields = {"cost": 0.01, **more}
    return SavedRecord(at, "openai", "m", Action.WINDOW, blocks, 30, 10, **fields)  # type: ignore[arg-type]


class ListedUsage:
    """Keeps records in ``records``, and what the memory saved in ``savings``.

    While ``gate`` is closed, adding waits for it.
    """

    def __init__(self, records: Sequence[UsageRecord] = ()) -> None:
        self.records = list(records)
        self.savings: list[SavedRecord] = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.looks = 0

    async def add(self, record: UsageRecord) -> None:
        """Keep this."""
        await self.gate.wait()
        self.records.append(record)

    async def add_saved(self, record: SavedRecord) -> None:
        """Keep this as well."""
        await self.gate.wait()
        self.savings.append(record)

    async def saved(self, since: datetime) -> SavedTotal:
        """Return what the memory saved since then."""
        return saved_by(record for record in self.savings if record.at >= since)

    async def totals(self, since: datetime) -> Sequence[UsageTotal]:
        """Return what was used since then."""
        groups: dict[tuple[str, str], list[UsageRecord]] = defaultdict(list)
        for record in self.records:
            if record.at >= since:
                groups[record.service, record.model].append(record)
        totals = [_total(*names, records) for names, records in groups.items()]
        return sorted(totals, key=lambda total: (-total.requests, total.service, total.model))

    async def spent(self, since: datetime) -> float:
        """Return what was spent since then."""
        await asyncio.sleep(0)  # as a real store, it lets others go on meanwhile
        self.looks += 1
        return sum(record.cost or 0 for record in self.records if record.at >= since)


def _total(service: str, model: str, records: Sequence[UsageRecord]) -> UsageTotal:
    waits = [record.first_token_seconds for record in records if record.first_token_seconds is not None]
    return UsageTotal(
        service,
        model,
        len(records),
        sum(record.input_tokens for record in records),
        sum(record.output_tokens for record in records),
        sum(record.error not in ("", STOPPED) for record in records),
        sum(record.estimated for record in records),
        sum(record.cost or 0 for record in records),
        sum(record.cost is None for record in records),
        median(waits) if waits else None,
    )
