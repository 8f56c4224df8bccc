"""Usage in the database: what is shared, what is private, what could not be written, what cannot be stored."""

import asyncio
import contextlib
import math
import sqlite3
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from tests.fakes.usage import NOON, record_of, saved_record
from translator.storage.database import database as module
from translator.storage.database.database import Database
from translator.storage.usage_store import UsageInDatabase
from translator.translation.spending.saved import SavedTotal
from translator.translation.spending.usage import KEPT_DAYS

T = TypeVar("T")
EARLIER = NOON - timedelta(days=1)


def rows(path: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM usage").fetchall()


def files_beside(path: Path) -> list[Path]:
    return list(path.parent.iterdir())


async def test_a_row_says_what_it_took_and_nothing_else(database: Database, path: Path) -> None:
    await UsageInDatabase(database).add(record_of(first_token_seconds=0.5, error="cut", estimated=True))
    assert rows(path) == [(1, NOON.timestamp(), "openai", "m", "window", 10, 5, 1, 0.01, 0.5, "cut")]


async def test_two_processes_see_what_both_spent(database: Database, path: Path) -> None:
    other = Database(path)
    await UsageInDatabase(database).add(record_of(cost=1.0))
    await UsageInDatabase(other).add(record_of(cost=2.0))
    assert await UsageInDatabase(database).spent(EARLIER) == 3
    await other.close()


async def test_what_is_used_in_private_is_counted_but_never_written(database: Database, path: Path) -> None:
    private = [False]
    store = UsageInDatabase(database, lambda: private[0])
    await store.add(record_of(cost=1.0, first_token_seconds=1.0))
    private[0] = True
    await store.add(record_of(cost=2.0, first_token_seconds=3.0))
    private[0] = False
    await store.add(record_of(cost=4.0, model="after"))
    assert await store.spent(EARLIER) == 7
    mixed, after = await store.totals(EARLIER)
    assert (mixed.requests, mixed.cost, mixed.first_token_seconds, after.cost) == (2, 3, 2, 4)
    await database.close()
    assert [row[8] for row in rows(path)] == [1, 4]


async def test_a_request_in_private_makes_no_file(database: Database, path: Path) -> None:
    await UsageInDatabase(database, lambda: True).add(record_of())
    assert files_beside(path) == []


async def test_what_could_not_be_written_counts_and_is_written_with_the_next(database: Database, path: Path) -> None:
    store = UsageInDatabase(database)
    await database.run(lambda connection: connection.execute("PRAGMA busy_timeout = 1").fetchall())
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await store.add(record_of(cost=1.0))
        await store.add(record_of(cost=2.0))
        assert await store.spent(EARLIER) == 3
        assert [total.requests for total in await store.totals(EARLIER)] == [2]
    assert rows(path) == []
    await store.add(record_of(cost=4.0))
    assert sorted(row[8] for row in rows(path)) == [1, 2, 4]
    assert await store.spent(EARLIER) == 7


class SlowDatabase(Database):
    """Writes nothing until ``go_on`` is set, and then fails where it is told to. Patience is over before that."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.begun, self.go_on = threading.Event(), threading.Event()
        self.fails = False

    def keep(
        self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None] | None = None
    ) -> asyncio.Future[bool]:
        def slow(connection: sqlite3.Connection) -> T:
            self.begun.set()
            self.go_on.wait(10)
            if self.fails:
                raise sqlite3.OperationalError("database is locked")
            return work(connection)

        return super().keep(slow, then)


async def add_slowly(store: UsageInDatabase, database: SlowDatabase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a record, and give up waiting while it is being written."""
    with monkeypatch.context() as patched:
        patched.setattr(module, "PATIENCE_SECONDS", 0.001)
        adding = asyncio.create_task(store.add(record_of(cost=1.0)))
        await asyncio.sleep(0)
        database.begun.wait(10)  # the loop stands still: patience is not over before the work has begun
        await adding
    database.go_on.set()


async def test_what_is_written_after_patience_is_over_is_written_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = SlowDatabase(path)
    store = UsageInDatabase(database)
    await add_slowly(store, database, monkeypatch)
    assert await store.spent(EARLIER) == 1
    await store.add(record_of(cost=2.0))
    assert await store.spent(EARLIER) == 3
    await database.close()
    assert [row[8] for row in rows(path)] == [1, 2]


async def test_what_fails_after_patience_is_over_counts_and_is_written_with_the_next(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = SlowDatabase(path)
    database.fails = True
    store = UsageInDatabase(database)
    await add_slowly(store, database, monkeypatch)
    await database.read(lambda _: None)  # after it, in order
    assert await store.spent(EARLIER) == 1
    database.fails = False
    await store.add(record_of(cost=2.0))
    await database.close()
    assert sorted(row[8] for row in rows(path)) == [1, 2]


async def test_what_a_file_that_cannot_be_written_does_not_take_is_kept_for_whoever_is_cancelled_meanwhile(
    database: Database, path: Path
) -> None:
    store = UsageInDatabase(database)
    await database.run(lambda connection: connection.execute("PRAGMA busy_timeout = 1").fetchall())
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        adding = asyncio.create_task(store.add(record_of(cost=1.0)))
        await asyncio.sleep(0)
        adding.cancel()
        assert await store.spent(EARLIER) == 1
        assert adding.cancelled()
    await database.close()
    assert [row[8] for row in rows(path)] == [1]


async def test_what_fails_though_nobody_waits_any_more_is_written_with_the_next(path: Path) -> None:
    database = SlowDatabase(path)
    database.fails = True
    store = UsageInDatabase(database)
    adding = asyncio.create_task(store.add(record_of(cost=1.0)))
    await asyncio.sleep(0)
    adding.cancel()
    database.go_on.set()
    await database.read(lambda _: None)  # after it, in order
    database.fails = False
    await store.add(record_of(cost=2.0))
    await database.close()
    assert sorted(row[8] for row in rows(path)) == [1, 2]


async def test_many_at_once_are_each_written_once(database: Database, path: Path) -> None:
    store = UsageInDatabase(database)
    await asyncio.gather(*(store.add(record_of(cost=1.0)) for _ in range(50)))
    assert len(rows(path)) == 50
    assert await store.spent(EARLIER) == 50


async def test_a_closed_database_is_no_error_and_the_run_still_counts(database: Database) -> None:
    store = UsageInDatabase(database)
    await database.close()
    await store.add(record_of(cost=1.0))
    assert await store.spent(EARLIER) == 1
    assert await store.spent(NOON + timedelta(seconds=1)) == 0
    assert list(await store.totals(EARLIER)) == []


async def test_what_is_older_than_a_year_and_a_month_is_removed_with_the_next_record(
    database: Database, path: Path
) -> None:
    store = UsageInDatabase(database)
    await store.add(record_of(NOON - timedelta(days=KEPT_DAYS, seconds=1), cost=1.0))
    await store.add(record_of(NOON - timedelta(days=KEPT_DAYS), cost=2.0))
    assert len(rows(path)) == 2
    await store.add(record_of(cost=4.0))
    assert [row[8] for row in rows(path)] == [2, 4]


async def test_what_no_database_can_hold_is_made_to_fit(database: Database, path: Path) -> None:
    store = UsageInDatabase(database)
    await store.add(record_of(model="m\ud800", tokens=(10**30, -5), cost=math.inf))
    await store.add(record_of(cost=math.nan))
    assert await store.spent(EARLIER) == 0
    assert [total.unpriced for total in await store.totals(EARLIER)] == [1, 1]
    assert rows(path)[0][3:7] == ("m\ufffd", "window", 2**53, 0)


async def test_a_time_is_found_by_its_index(database: Database) -> None:
    plan = await database.read(
        lambda connection: connection.execute(
            "EXPLAIN QUERY PLAN SELECT total(cost) FROM main.usage WHERE at >= 0"
        ).fetchall()
    )
    assert "usage_at" in str(plan)


def saved_rows(path: Path) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT * FROM saved").fetchall()


async def test_a_row_of_what_was_saved_says_how_much_and_nothing_else(database: Database, path: Path) -> None:
    await UsageInDatabase(database).add_saved(saved_record())
    assert saved_rows(path) == [(1, NOON.timestamp(), "openai", "m", "window", 2, 30, 10, 0.01)]


async def test_what_is_saved_in_private_is_counted_but_never_written(database: Database, path: Path) -> None:
    store = UsageInDatabase(database, lambda: True)
    await store.add_saved(saved_record())
    assert await store.saved(EARLIER) == SavedTotal(2, 30, 10, 0.01)
    assert await store.totals(EARLIER) == []
    await database.close()
    assert saved_rows(path) == []


async def test_what_could_not_be_written_of_what_was_saved_counts_all_the_same(database: Database) -> None:
    await database.close()
    store = UsageInDatabase(database)
    await store.add_saved(saved_record(cost=math.inf))
    assert await store.saved(EARLIER) == SavedTotal(2, 30, 10, math.inf)


async def test_old_savings_are_removed_with_the_next_record(database: Database, path: Path) -> None:
    store = UsageInDatabase(database)
    await store.add_saved(saved_record(NOON - timedelta(days=KEPT_DAYS, seconds=1)))
    await store.add(record_of())
    assert saved_rows(path) == []
