"""The memory in the database: what private mode leaves out, what is noted, and what cannot be kept."""

import asyncio
import contextlib
import sqlite3
import threading
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.memory import INTO_GERMAN, MORNING, key_of, unit_from
from translator.storage.database.database import Database
from translator.storage.memory import answers, memory_store
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.translation.memory.unit import Remembered


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


async def test_a_row_says_what_was_asked_and_answered(database: Database, path: Path) -> None:
    await MemoryInDatabase(database, clock=lambda: MORNING).remember([(key_of("Hello", source=None), "Hallo")])
    at = MORNING.timestamp()
    columns = "source_language, target_language, service, model, source, target, made, used"
    assert rows(path, f"SELECT {columns} FROM remembered") == [
        ("", "de", "https://api.example/v1", "m", "Hello", "Hallo", at, at)
    ]


async def test_when_an_answer_was_last_of_use_is_noted_with_what_is_remembered_next(
    database: Database, path: Path
) -> None:
    times = iter([MORNING, MORNING + timedelta(days=1)])
    memory = MemoryInDatabase(database, clock=lambda: next(times))
    await memory.remember([(key_of("used"), "a"), (key_of("not used"), "b")])
    await memory.exact([key_of("used")])
    await memory.remember([(key_of("new"), "c")])
    used = dict(rows(path, "SELECT source, used - made FROM remembered"))
    assert used == {"used": 86_400, "not used": 0, "new": 0}


async def test_when_an_answer_was_last_of_use_is_noted_in_the_end_at_the_latest(database: Database, path: Path) -> None:
    times = iter([MORNING, MORNING + timedelta(days=1)])
    memory = MemoryInDatabase(database, clock=times.__next__)
    await memory.remember([(key_of("used"), "a"), (key_of("not used"), "b")])
    await memory.exact([key_of("used")])
    await memory.close()
    assert dict(rows(path, "SELECT source, used - made FROM remembered")) == {"used": 86_400, "not used": 0}


async def test_what_could_not_be_noted_is_noted_with_the_next(database: Database, path: Path) -> None:
    times = iter([MORNING, MORNING + timedelta(days=1), MORNING + timedelta(days=2)])
    memory = MemoryInDatabase(database, clock=times.__next__)
    await memory.remember([(key_of("used"), "a")])
    await memory.exact([key_of("used")])
    await database.run(lambda c: c.execute("ALTER TABLE remembered RENAME TO elsewhere").fetchall())
    await memory.remember([(key_of("new"), "b")])
    await database.run(lambda c: c.execute("ALTER TABLE elsewhere RENAME TO remembered").fetchall())
    await memory.close()
    assert rows(path, "SELECT source, used - made FROM remembered") == [("used", 172_800)]


async def test_closing_waits_no_longer_than_is_fair_and_the_database_goes_on(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = iter([MORNING, MORNING + timedelta(days=1)])
    memory = MemoryInDatabase(database, clock=times.__next__)
    await memory.remember([(key_of("used"), "a")])
    await memory.exact([key_of("used")])
    begun, go_on = threading.Event(), threading.Event()

    def hang(_: sqlite3.Connection) -> None:
        begun.set()
        go_on.wait(10)

    hanging = asyncio.create_task(database.run(hang))
    await asyncio.to_thread(begun.wait, 10)
    monkeypatch.setattr(memory_store, "CLOSING_SECONDS", 0.001)
    await memory.close()
    go_on.set()
    await hanging
    await database.close()
    assert rows(path, "SELECT used - made FROM remembered") == [(86_400,)]


async def test_closing_writes_nothing_in_private_nor_where_nothing_was_of_use(database: Database, path: Path) -> None:
    is_private = False
    memory = MemoryInDatabase(database, lambda: is_private)
    await memory.close()
    assert list(path.parent.iterdir()) == []
    await MemoryInDatabase(database, clock=lambda: MORNING).remember([(key_of("Hello"), "Hallo")])
    await memory.exact([key_of("Hello")])
    is_private = True
    await memory.close()
    assert rows(path, "SELECT used - made FROM remembered") == [(0,)]


async def test_what_was_not_used_for_long_is_forgotten(database: Database, path: Path) -> None:
    now = [MORNING]
    memory = MemoryInDatabase(database, clock=lambda: now[0])
    await memory.remember([(key_of("old"), "a"), (key_of("old but used"), "b")])
    now[0] += timedelta(days=200)
    await memory.remember([(key_of("newer"), "c")])
    await memory.exact([key_of("old but used")])
    await memory.close()
    now[0] = MORNING + timedelta(days=400)
    await memory.forget_unused()
    assert len(rows(path, "SELECT source FROM remembered")) == 3
    now[0] += timedelta(seconds=1)
    await memory.forget_unused()
    assert rows(path, "SELECT source FROM remembered ORDER BY source") == [("newer",), ("old but used",)]


@pytest.mark.parametrize("at_once", [1, 3, 100])
async def test_of_too_many_the_least_recently_used_are_forgotten_a_portion_at_a_time(
    at_once: int, database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_store, "MOST_ANSWERS", 4)
    monkeypatch.setattr(answers, "FORGOTTEN_AT_ONCE", at_once)
    now = [MORNING]
    memory = MemoryInDatabase(database, clock=lambda: now[0])
    for number in range(10):
        now[0] += timedelta(minutes=1)
        await memory.remember([(key_of(str(number)), "x")])
    await memory.exact([key_of("2")])
    await memory.close()
    await memory.forget_unused()
    assert {source for (source,) in rows(path, "SELECT source FROM remembered")} == {"2", "7", "8", "9"}


async def test_nothing_is_forgotten_while_it_is_not_noted_what_is_used(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_store, "MOST_ANSWERS", 0)
    await MemoryInDatabase(database).remember([(key_of("Hello"), "Hallo")])
    await MemoryInDatabase(database, lambda: True).forget_unused()
    assert rows(path, "SELECT source FROM remembered") == [("Hello",)]


async def test_looking_for_what_is_not_used_waits_for_no_other_process(database: Database, path: Path) -> None:
    memory = MemoryInDatabase(database)
    await memory.remember([(key_of("Hello"), "Hallo")])
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        async with asyncio.timeout(5):
            await memory.forget_unused()


async def test_what_is_not_used_is_found_by_an_index(database: Database) -> None:
    plan = await database.read(lambda c: c.execute(f"EXPLAIN QUERY PLAN {answers._FORGET}", (1,)).fetchall())
    assert "remembered_used" in str(plan)


async def test_in_private_the_memory_is_looked_into_and_nothing_is_written(database: Database, path: Path) -> None:
    await MemoryInDatabase(database).remember([(key_of("Hello"), "Hallo")])
    private = MemoryInDatabase(database, lambda: True)
    await private.remember([(key_of("Secret"), "Geheimnis")])
    await private.keep([unit_from("Secret", "Geheimnis")])
    assert dict(await private.exact([key_of("Hello"), key_of("Secret")])) == {0: Remembered("Hallo")}
    assert list(await private.similar("Secret", INTO_GERMAN)) == []
    assert rows(path, "SELECT source FROM remembered") == [("Hello",)]
    assert rows(path, "SELECT * FROM units") == []


async def test_what_was_looked_up_in_private_is_not_noted_later_either(database: Database, path: Path) -> None:
    is_private = True
    times = iter([MORNING, MORNING + timedelta(days=1)])
    await MemoryInDatabase(database, clock=times.__next__).remember([(key_of("Hello"), "Hallo")])
    memory = MemoryInDatabase(database, lambda: is_private, times.__next__)
    await memory.exact([key_of("Hello")])
    is_private = False
    await memory.remember([(key_of("new"), "neu")])
    assert rows(path, "SELECT used - made FROM remembered WHERE source = 'Hello'") == [(0,)]


async def test_a_private_run_makes_no_file(database: Database, path: Path) -> None:
    private = MemoryInDatabase(database, lambda: True)
    await private.remember([(key_of("Secret"), "Geheimnis")])
    await private.keep([unit_from("Secret", "Geheimnis")])
    assert list(path.parent.iterdir()) == []


async def test_a_database_that_is_closed_remembers_nothing_and_is_no_error(database: Database) -> None:
    memory = MemoryInDatabase(database)
    await database.close()
    await memory.remember([(key_of("Hello"), "Hallo")])
    await memory.keep([unit_from("Hello", "Hallo")])
    await memory.forget_unused()
    await memory.close()
    assert dict(await memory.exact([key_of("Hello")])) == {}
    assert list(await memory.similar("Hello", INTO_GERMAN)) == []


async def test_many_keys_are_looked_up_in_several_pieces_of_work(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_store, "KEYS_AT_ONCE", 3)
    memory = MemoryInDatabase(database)
    keys = [key_of(str(number)) for number in range(8)]
    await memory.remember([(key, f"<{key.text}>") for key in keys if key.text != "4"])
    found = await memory.exact(keys)
    assert {place: what.target for place, what in found.items()} == {n: f"<{n}>" for n in range(8) if n != 4}


async def test_two_processes_remember_together(database: Database, path: Path) -> None:
    other = Database(path)
    await MemoryInDatabase(other).remember([(key_of("Hello"), "Hallo")])
    await MemoryInDatabase(other).keep([unit_from("a tree in the garden", "ein Baum im Garten")])
    here = MemoryInDatabase(database)
    assert dict(await here.exact([key_of("Hello")])) == {0: Remembered("Hallo")}
    assert [match.score for match in await here.similar("a tree in the park", INTO_GERMAN)] == [80]
    await other.close()


async def test_a_date_before_1970_comes_back(database: Database) -> None:
    memory = MemoryInDatabase(database)
    long_ago = datetime(1066, 10, 14, tzinfo=MORNING.tzinfo)
    await memory.keep([unit_from("a battle", "eine Schlacht", changed=long_ago)])
    assert (await memory.similar("a battle", INTO_GERMAN))[0].unit.changed == long_ago
