"""The memory in the database: what private mode leaves out, what is noted, and what cannot be kept."""

import contextlib
import sqlite3
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.fakes.memory import INTO_GERMAN, MORNING, key_of, unit_from
from translator.storage.database import Database
from translator.storage.memory import memory_store
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.translation.memory.unit import Remembered


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "translator.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    made = Database(path)
    yield made
    await made.close()


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
