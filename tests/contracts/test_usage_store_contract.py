"""What every UsageStore keeps to (translator.translation.spending.usage)."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.usage import NOON, ListedUsage, record_of, saved_record
from translator.storage.database.database import Database
from translator.storage.usage_store import UsageInDatabase
from translator.translation.spending.saved import SavedTotal
from translator.translation.spending.usage import UsageStore, UsageTotal

Opens = Callable[[Path], AbstractAsyncContextManager[UsageStore]]
EARLIER = NOON - timedelta(seconds=1)


@asynccontextmanager
async def _listed(folder: Path) -> AsyncIterator[UsageStore]:
    yield ListedUsage()


@asynccontextmanager
async def _in_file(folder: Path) -> AsyncIterator[UsageStore]:
    database = Database(folder / "translator.db")
    yield UsageInDatabase(database)
    assert not database.notice
    await database.close()


@asynccontextmanager
async def _in_memory(folder: Path) -> AsyncIterator[UsageStore]:
    database = Database(None)
    yield UsageInDatabase(database)
    await database.close()


@asynccontextmanager
async def _private(folder: Path) -> AsyncIterator[UsageStore]:
    database = Database(folder / "translator.db")
    yield UsageInDatabase(database, is_private=lambda: True)
    await database.close()


@pytest.fixture(params=[_listed, _in_file, _in_memory, _private], ids=["fake", "file", "memory", "private"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[UsageStore]:
    opens: Opens = request.param
    async with opens(tmp_path) as opened:
        yield opened


async def test_where_nothing_was_used_there_is_nothing(store: UsageStore) -> None:
    assert list(await store.totals(EARLIER)) == []
    assert await store.spent(EARLIER) == 0


async def test_requests_are_added_up_by_service_and_model_the_most_first(store: UsageStore) -> None:
    for record in [
        record_of(model="rare", tokens=(1, 2)),
        record_of(tokens=(10, 5), cost=0.25, first_token_seconds=1.0),
        record_of(tokens=(20, 6), cost=0.5, estimated=True, first_token_seconds=4.0),
        record_of(tokens=(0, 0), cost=None, error="rate_limited"),
        record_of(service="other", tokens=(7, 7), cost=None),
    ]:
        await store.add(record)
    assert list(await store.totals(EARLIER)) == [
        UsageTotal("openai", "m", 3, 30, 11, 1, 1, 0.75, 1, 2.5),
        UsageTotal("openai", "rare", 1, 1, 2, 0, 0, 0.01, 0, None),
        UsageTotal("other", "m", 1, 7, 7, 0, 0, 0, 1, None),
    ]


@pytest.mark.parametrize(("waits", "median"), [((9, 1, 2), 2), ((9, 1, 2, 4), 3), ((5,), 5), ((3, 3, 3, 1), 3)])
async def test_the_wait_for_the_first_token_is_the_median(
    store: UsageStore, waits: tuple[int, ...], median: float
) -> None:
    for seconds in waits:
        await store.add(record_of(first_token_seconds=float(seconds)))
    await store.add(record_of(error="connection_refused"))
    (total,) = await store.totals(EARLIER)
    assert total.first_token_seconds == median


async def test_what_is_older_does_not_count_and_what_is_just_then_does(store: UsageStore) -> None:
    await store.add(record_of(EARLIER, cost=1.0))
    await store.add(record_of(NOON, cost=2.0))
    assert await store.spent(NOON) == 2
    assert await store.spent(EARLIER) == 3
    (total,) = await store.totals(NOON)
    assert total.requests == 1


async def test_unknown_costs_are_not_spent(store: UsageStore) -> None:
    await store.add(record_of(cost=None))
    await store.add(record_of(cost=0.5))
    assert await store.spent(EARLIER) == 0.5


async def test_what_was_stopped_counts_but_is_no_error(store: UsageStore) -> None:
    for error in ("stopped", "cut", ""):
        await store.add(record_of(error=error))
    (total,) = await store.totals(EARLIER)
    assert (total.requests, total.errors) == (3, 1)


async def test_names_of_any_kind_are_kept_apart(store: UsageStore) -> None:
    names = ["qwen3:8b", "模型", "a'b\"; DROP TABLE usage; --", ""]
    for name in names:
        await store.add(record_of(service="x", model=name))
    assert sorted(total.model for total in await store.totals(EARLIER)) == sorted(names)


async def test_what_the_memory_saved_is_added_up_and_is_no_request(store: UsageStore) -> None:
    assert await store.saved(EARLIER) == SavedTotal()
    await store.add_saved(saved_record(EARLIER, blocks=100))
    await store.add_saved(saved_record(blocks=3, cost=0.25))
    await store.add_saved(saved_record(blocks=4, cost=None))
    assert await store.saved(NOON) == SavedTotal(7, 60, 20, 0.25, 4)
    assert (await store.saved(EARLIER)).blocks == 107
    assert list(await store.totals(EARLIER)) == []
    assert await store.spent(EARLIER) == 0
