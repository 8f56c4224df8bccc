"""What is deleted of memory and history is overwritten in the file, also where SQLite was built not to do so itself."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.history import NOON, entry_of
from tests.fakes.memory import MORNING, key_of, unit_from
from translator.storage.database import opening
from translator.storage.database.database import Database
from translator.storage.history_store import HistoryInDatabase
from translator.storage.memory.memory_store import KEPT_UNUSED, MemoryInDatabase
from translator.storage.memory.unit_store import UnitsInDatabase


@pytest.fixture(autouse=True)
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have SQLite leave what is deleted where it is, as most of its builds do."""
    connect = opening.connect

    def connect_carelessly(path: Path, patience: float) -> sqlite3.Connection:
        connection = connect(path, patience)
        connection.execute("PRAGMA secure_delete = OFF").fetchall()
        return connection

    monkeypatch.setattr(opening, "connect", connect_carelessly)


async def content_after(database: Database, path: Path) -> bytes:
    await database.close()
    assert [each.name for each in path.parent.iterdir() if each.suffix != ".lock"] == [path.name]
    return await asyncio.to_thread(path.read_bytes)


async def test_units_that_are_deleted_or_changed(database: Database, path: Path) -> None:
    memory, units = MemoryInDatabase(database), UnitsInDatabase(database)
    await memory.keep([unit_from(f"confidential text {n} " * 30, f"geheim {n} " * 30) for n in range(20)])
    await memory.keep([unit_from("a tree", "still here")])
    every = [unit async for unit in units.every()]
    await units.delete([unit.id for unit in every[:19]])
    await units.change(unit_from("another tree", "also here", id=every[19].id))
    content = await content_after(database, path)
    assert b"still here" in content
    assert b"also here" in content
    assert b"confidential text" not in content
    assert b"geheim" not in content


async def test_everything_that_is_forgotten(database: Database, path: Path) -> None:
    memory = MemoryInDatabase(database)
    await memory.keep([unit_from(f"confidential {n} " * 30, f"geheim {n} " * 30) for n in range(20)])
    await memory.remember([(key_of(f"confidential {n} " * 30), f"geheim {n} " * 30) for n in range(20)])
    await UnitsInDatabase(database).forget_everything()
    content = await content_after(database, path)
    assert b"confidential" not in content
    assert b"geheim" not in content


async def test_answers_that_nobody_has_used_for_long(database: Database, path: Path) -> None:
    now = [MORNING]
    memory = MemoryInDatabase(database, clock=lambda: now[0])
    await memory.remember([(key_of(f"confidential {n} " * 30), f"geheim {n} " * 30) for n in range(20)])
    now[0] += KEPT_UNUSED + timedelta(days=1)
    await memory.remember([(key_of("a tree"), "still here")])
    await memory.forget_unused()
    content = await content_after(database, path)
    assert b"still here" in content
    assert b"confidential" not in content
    assert b"geheim" not in content


async def test_the_words_of_units_that_are_deleted_or_changed_go_from_the_index_as_well(
    database: Database, path: Path
) -> None:
    memory, units = MemoryInDatabase(database), UnitsInDatabase(database)
    for n, text in enumerate(("zwetschge und baum", "quitte und baum", "kirsche und baum", "apfel und baum")):
        await memory.keep([unit_from(text, f"{n}")])
    every = [unit async for unit in units.every()]
    await units.delete([every[0].id])
    await units.change(unit_from("birne", "x", id=every[1].id))
    content = await content_after(database, path)
    for gone in (b"zwetschge", b"wetschge", b"quitte", b"uitte"):  # what begins like the word before is left away
        assert gone not in content
    for there in (b"irsche", b"irne", b"pfel"):
        assert there in content


async def test_the_words_of_everything_that_is_forgotten_go_from_the_index_as_well(
    database: Database, path: Path
) -> None:
    await MemoryInDatabase(database).keep([unit_from(f"zwetschge {n}", "x") for n in range(20)])
    await UnitsInDatabase(database).forget_everything()
    assert b"wetschge" not in await content_after(database, path)


DELETING: Sequence[Callable[[HistoryInDatabase], Awaitable[object]]] = (
    lambda history: history.delete([1]), lambda history: history.purge(NOON, None), lambda history: history.clear(),
)  # fmt: skip


@pytest.mark.parametrize("delete", DELETING, ids=["one", "old", "all but starred"])
async def test_letters_of_entries_that_are_deleted_go_from_the_index_as_well(
    database: Database, path: Path, delete: Callable[[HistoryInDatabase], Awaitable[object]]
) -> None:
    history = HistoryInDatabase(database)
    await history.add(entry_of("\u2603\u2604\u2605", "\u2606\u2607\u2608", minutes=-1))
    for n in range(20):
        await history.add(entry_of("Hier ist ein Baum \u2661\u2662\u2663.", "x", minutes=n, is_starred=n > 2))
    await delete(history)
    content = await content_after(database, path)
    assert "\u2661\u2662\u2663".encode() in content
    for gone in "\u2603\u2604\u2605\u2606\u2607\u2608":
        assert gone.encode() not in content


async def test_of_a_full_history_each_entry_that_goes_is_not_worth_a_merge(database: Database, path: Path) -> None:
    history = HistoryInDatabase(database)
    merged: list[str] = []
    tidy = database.tidy
    database.tidy = lambda merge: (merged.append(merge.name), tidy(merge))[1]  # type: ignore[method-assign]
    for n in range(5):
        await history.add(entry_of(f"entry {n}", minutes=n))
        await history.purge(None, 2)
    assert merged == ["history_index", "free pages"]
