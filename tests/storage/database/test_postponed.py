"""A disk without room: what cannot be written is told, waits, and is written in order once there is room.

That holds also where nobody waits for it any more.
"""

import asyncio
import contextlib
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.fakes.history import entry_of
from tests.fakes.memory import key_of, unit_from
from tests.fakes.usage import NOON, record_of
from tests.storage.database.test_database import learned, learning
from tests.support.waiting import until
from translator.storage.capability_store import CapabilitiesInDatabase
from translator.storage.database import database as module
from translator.storage.database import database_file
from translator.storage.database.database import Database, soon
from translator.storage.database.faults import DatabaseUnusable, NotNow
from translator.storage.history_store import HistoryInDatabase
from translator.storage.memory import memory_store
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.storage.usage_store import UsageInDatabase
from translator.translation.capabilities import Capabilities
from translator.translation.history import HistoryUnusable

LONG = "x" * 10_000


class FullDisk:
    """A database whose file takes no more pages, until there is ``room``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.database = Database(path)
        self.told: list[str] = []
        self.database.listen(self.told.append)

    async def fill(self) -> None:
        await self.database.run(learning("first"))
        await self._allow(1)

    async def room(self) -> None:
        await self._allow(2**31)

    async def _allow(self, pages: int) -> None:
        await self.database.read(lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}").fetchall())

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        with contextlib.closing(sqlite3.connect(self.path)) as connection:
            return connection.execute(sql).fetchall()


@pytest.fixture
async def disk(tmp_path: Path) -> AsyncIterator[FullDisk]:
    made = FullDisk(tmp_path / "translator.db")
    await made.fill()
    yield made
    await made.database.close()


async def test_what_cannot_be_written_is_a_typed_error_and_what_comes_later_is_kept(disk: FullDisk) -> None:
    with pytest.raises(NotNow, match="the disk is full"):
        await disk.database.run(learning(LONG))
    assert await disk.database.read(learned) == ["first"]
    assert disk.told == [disk.database.notice]
    assert "the disk is full" in disk.database.notice

    await disk.room()
    await disk.database.run(learning("later"))
    await disk.database.close()
    assert disk.rows("SELECT model FROM capabilities ORDER BY model") == [("first",), ("later",)]
    assert disk.told[1:] == [""]


async def test_what_is_postponed_is_done_before_what_is_written_next_and_each_once(disk: FullDisk) -> None:
    done: list[str] = []
    with pytest.raises(NotNow):
        await disk.database.run(learning(LONG))
    for name in "abc":
        disk.database.postpone(
            lambda connection, name=name: learning(name + LONG)(connection), lambda _, n=name: done.append(n)
        )
    with pytest.raises(NotNow):
        await disk.database.run(learning("d" + LONG))
    assert done == []
    await disk.room()
    await disk.database.run(lambda _: done.append("d"))
    await disk.database.run(lambda _: done.append("e"))
    assert done == ["a", "b", "c", "d", "e"]


async def test_it_is_tried_again_by_itself_and_the_notice_goes(disk: FullDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TRIED_AGAIN_SECONDS", 0.01)
    with pytest.raises(NotNow):
        await disk.database.run(learning(LONG))
    later = disk.database.postpone(learning("second" + LONG))
    await disk.room()
    await later
    await until(lambda: disk.told[-1] == "")
    assert len(await disk.database.read(learned)) == 2


async def test_the_notice_goes_also_where_nothing_waits(disk: FullDisk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TRIED_AGAIN_SECONDS", 0.01)
    room = [False]
    monkeypatch.setattr(database_file, "is_full", lambda _folder: not room[0])
    with pytest.raises(NotNow):
        await disk.database.run(learning(LONG))
    await disk.room()
    assert disk.database.notice
    room[0] = True
    await until(lambda: disk.told[-1] == "")


async def test_what_fails_for_a_reason_of_its_own_is_written_down_and_holds_nothing_up(
    disk: FullDisk, expected_log: Callable[[str], None]
) -> None:
    for kind in ("OperationalError", "KeyError"):  # and no more: the error may quote a text
        expected_log(f"What was postponed cannot be written: {kind}")
    failing = disk.database.postpone(lambda connection: connection.execute("DELETE FROM nowhere"))
    wrong = disk.database.postpone(lambda _: {}["no such"])
    good = disk.database.postpone(learning("good"))
    await disk.room()
    await disk.database.run(learning("next"))
    await good
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        await failing
    with pytest.raises(KeyError):
        await wrong


async def test_what_never_finds_room_is_told_when_the_database_is_closed(disk: FullDisk) -> None:
    later = disk.database.postpone(learning(LONG))
    await disk.database.close()
    with pytest.raises(DatabaseUnusable):
        await later
    with pytest.raises(DatabaseUnusable):
        await disk.database.postpone(learning("after the end"))


async def test_a_text_that_grows_while_there_is_no_room_becomes_one_entry_of_the_history(disk: FullDisk) -> None:
    store = HistoryInDatabase(disk.database)
    number = await store.add(entry_of("One" + LONG))
    other = await store.add(entry_of("Other" + LONG))
    assert number < 0
    assert other < 0
    waiting = await store.get(number)
    assert waiting is not None
    assert waiting.source == "One" + LONG
    assert await store.add(entry_of("One two" + LONG, id=number)) == number
    assert await store.search() == []

    await disk.room()
    await store.star(0, starred=True)
    await asyncio.sleep(0)
    kept = await store.get(number)
    assert kept is not None
    assert kept.source == "One two" + LONG
    assert await store.add(entry_of("One two three" + LONG, id=number)) == kept.id
    assert [entry.source[:13] for entry in await store.search("one")] == ["One two three"]
    assert await store.count() == 2


async def test_what_was_used_counts_while_it_waits_and_is_written_once(disk: FullDisk) -> None:
    store = UsageInDatabase(disk.database)
    await store.add(record_of(cost=1.0, error=LONG))
    await store.add(record_of(cost=2.0, error=LONG))
    assert await store.spent(NOON) == 3
    assert disk.rows("SELECT cost FROM usage") == []
    await disk.room()
    await store.add(record_of(cost=4.0))
    assert await store.spent(NOON) == 7
    assert disk.rows("SELECT cost FROM usage") == [(1.0,), (2.0,), (4.0,)]


async def test_what_was_answered_learned_and_accepted_is_written_when_closing(disk: FullDisk) -> None:
    memory, capabilities = MemoryInDatabase(disk.database), CapabilitiesInDatabase(disk.database)
    await memory.remember([(key_of("Hello"), LONG)])
    await memory.keep([unit_from("Bye", LONG)])
    await capabilities.save("https://a.example/v1", LONG, Capabilities(reasons=True))
    assert disk.rows("SELECT * FROM remembered") == []
    await disk.room()
    await disk.database.close()
    assert disk.rows("SELECT source FROM remembered") == [("Hello",)]
    assert disk.rows("SELECT source FROM units") == [("Bye",)]
    assert disk.rows("SELECT model FROM capabilities ORDER BY model") == [("first",), (LONG,)]


class Hung:
    """A database whose thread does nothing until it is let ``go_on``."""

    def __init__(self, database: Database) -> None:
        self._begun = threading.Event()
        self.go_on = threading.Event()
        self._working = asyncio.create_task(database.run(self._hang))

    async def begin(self) -> None:
        await asyncio.to_thread(self._begun.wait, 10)

    async def end(self) -> None:
        self.go_on.set()
        await self._working

    def _hang(self, _: sqlite3.Connection) -> None:
        self._begun.set()
        self.go_on.wait(10)


@pytest.fixture
async def hung(disk: FullDisk) -> AsyncIterator[Hung]:
    made = Hung(disk.database)
    await made.begin()
    yield made
    made.go_on.set()


async def test_what_was_to_be_kept_is_kept_where_whoever_waited_for_it_has_gone(disk: FullDisk, hung: Hung) -> None:
    history, memory = HistoryInDatabase(disk.database), MemoryInDatabase(disk.database)
    keeping = [
        asyncio.create_task(history.add(entry_of("Text", LONG))),
        asyncio.create_task(memory.remember([(key_of(name), LONG) for name in ("Hello", "Goodbye")])),
        asyncio.create_task(memory.keep([unit_from("Bye", LONG)])),
    ]
    await asyncio.sleep(0)
    for task in keeping:
        task.cancel()
    await asyncio.wait(keeping)
    await hung.end()
    assert disk.rows("SELECT source FROM history UNION ALL SELECT source FROM remembered") == []
    await disk.room()
    await disk.database.close()
    assert disk.rows("SELECT source FROM history") == [("Text",)]
    assert disk.rows("SELECT source FROM remembered ORDER BY source") == [("Goodbye",), ("Hello",)]
    assert disk.rows("SELECT source FROM units") == [("Bye",)]


async def test_all_of_much_is_kept_where_whoever_waited_for_it_has_gone(
    disk: FullDisk, hung: Hung, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_store, "KEYS_AT_ONCE", 2)
    keeping = asyncio.create_task(
        MemoryInDatabase(disk.database).keep([unit_from(str(number), LONG) for number in range(5)])
    )
    await asyncio.sleep(0)
    keeping.cancel()
    await asyncio.wait([keeping])
    await hung.end()
    await disk.room()
    await disk.database.close()
    assert disk.rows("SELECT count(*) FROM units") == [(5,)]


async def test_what_takes_longer_than_anybody_waits_is_an_entry_of_the_history_all_the_same(
    disk: FullDisk, hung: Hung, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = HistoryInDatabase(disk.database)
    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.001)
    number = await store.add(entry_of("One" + LONG))
    assert await store.add(entry_of("One two" + LONG, id=number)) == number
    monkeypatch.undo()
    await hung.end()
    await disk.room()
    await store.star(0, starred=True)
    kept = await store.get(number)
    assert kept is not None
    assert (kept.source[:7], kept.id > 0) == ("One two", True)
    assert await store.count() == 1


async def test_nothing_is_kept_in_a_database_that_is_closed(disk: FullDisk) -> None:
    await disk.database.close()
    with pytest.raises(HistoryUnusable):
        await HistoryInDatabase(disk.database).add(entry_of("Text"))
    await MemoryInDatabase(disk.database).keep([unit_from("Bye", "Tschüss")])
    with pytest.raises(DatabaseUnusable):
        disk.database.keep(learning("late"))


async def test_what_cannot_be_kept_for_a_reason_of_its_own_says_so(disk: FullDisk) -> None:
    with pytest.raises(DatabaseUnusable, match="nowhere"):
        await soon(disk.database.keep(lambda connection: connection.execute("DELETE FROM nowhere").rowcount))
