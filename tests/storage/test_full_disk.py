"""What is deleted on a disk that has no more room: a real one, where the system lets us mount it."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.fakes.glossary import glossary_of
from tests.fakes.history import entry_of
from tests.fakes.memory import key_of, unit_from
from tests.support.disks import fill, small_disk
from tests.support.waiting import until
from translator.storage.database import reserve
from translator.storage.database.database import Database
from translator.storage.glossary_store import GlossariesInDatabase
from translator.storage.history_store import HistoryInDatabase
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.storage.memory.unit_store import UnitsInDatabase
from translator.translation.glossary.term import Term
from translator.translation.history import HistoryUnusable

ENTRIES = 600
UNITS = 2_000


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(reserve, "PLENTY", 0)
    with small_disk(tmp_path / "disk", 24_576) as is_there:
        if not is_there:
            pytest.skip("nothing can be mounted here")
        yield tmp_path / "disk"


@pytest.fixture
def path(disk: Path) -> Path:
    return disk / "translator.db"


async def fill_tables(path: Path) -> None:
    made = Database(path)
    history, memory, glossaries = HistoryInDatabase(made), MemoryInDatabase(made), GlossariesInDatabase(made)
    for n in range(ENTRIES):
        await history.add(entry_of(f"entry {n} " * 300, f"Eintrag {n} " * 300, minutes=n, is_starred=n == 7))
    await memory.keep([unit_from(f"unit {n} " * 20, f"Einheit {n} " * 20) for n in range(UNITS)])
    await memory.remember([(key_of(f"answer {n}"), f"Antwort {n}") for n in range(500)])
    glossary = await glossaries.save_glossary(glossary_of())
    await glossaries.save_terms(glossary.id, [Term(f"source {n}", f"target {n}") for n in range(1_000)])
    await made.close()


@pytest.fixture(params=["in use", "opened when it was full"])
async def database(request: pytest.FixtureRequest, path: Path, disk: Path) -> AsyncIterator[Database]:
    """A database with something in all its tables, on a disk that is full."""
    await fill_tables(path)
    made = Database(path)
    await made.read(lambda connection: connection.execute("SELECT 1").fetchone())
    if request.param != "in use":
        await made.close()
        made = Database(path)
    await asyncio.to_thread(fill, disk)
    yield made
    await made.close()


async def test_entries_can_be_deleted_and_what_was_postponed_is_written(database: Database) -> None:
    history = HistoryInDatabase(database)
    assert await history.add(entry_of("postponed" * 1_000)) < 0
    newest = await history.search(most=3)
    assert len(await history.delete([entry.id for entry in newest])) == 3
    assert await history.add(entry_of("new", minutes=ENTRIES)) > 0
    assert await history.count() == ENTRIES - 3 + 2
    assert database.notice == ""


async def test_the_whole_history_can_be_deleted_and_the_disk_has_room_again(database: Database, disk: Path) -> None:
    history = HistoryInDatabase(database)
    await history.clear()
    assert [entry.source[:7] for entry in await history.search()] == ["entry 7"]
    assert await history.count("eintrag") == 1
    await until(lambda: shutil.disk_usage(disk).free > 5_000_000)


async def test_the_whole_memory_can_be_forgotten(database: Database) -> None:
    units = UnitsInDatabase(database)
    await units.delete([unit.id for unit in await units.search(most=10)])
    assert await units.count() == UNITS - 10
    await units.forget_everything()
    assert (await units.count(), await units.count_answers(), list(await units.pairs())) == (0, 0, [])
    assert list(await MemoryInDatabase(database).exact([key_of("answer 1")])) == []


async def test_glossaries_and_terms_can_be_deleted(database: Database) -> None:
    glossaries = GlossariesInDatabase(database)
    (glossary,) = await glossaries.glossaries()
    await glossaries.delete_terms([term.id for term in (await glossaries.terms(glossary.id))[:10]])
    assert len(await glossaries.terms(glossary.id)) == 990
    await glossaries.delete_glossary(glossary.id)
    assert await glossaries.glossaries() == []


async def test_where_no_room_is_kept_it_is_said_what_to_do(path: Path, disk: Path) -> None:
    await fill_tables(path)
    database = Database(path)
    await asyncio.to_thread(fill, disk)
    history = HistoryInDatabase(database)
    with pytest.raises(HistoryUnusable, match="the disk is full"):
        await history.clear()
    assert "Delete what you no longer need" in database.notice
    assert await history.count() == ENTRIES
    (disk / "filler").unlink()
    await history.clear()
    assert (await history.count(), database.notice) == (1, "")
    await database.close()
    assert not path.with_name("translator.db.reserve").exists()


async def test_room_is_kept_again_once_there_is_plenty(path: Path, disk: Path) -> None:
    kept = path.with_name("translator.db.reserve")
    await fill_tables(path)
    assert not kept.exists()
    for _ in range(2):
        database = Database(path)
        await HistoryInDatabase(database).count()
        assert kept.stat().st_size == reserve.RESERVED
        await database.close()


async def test_room_is_kept_again_in_the_same_run_once_the_disk_has_some(
    database: Database, path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, log = path.with_name("translator.db.reserve"), path.with_name("translator.db-wal")
    history = HistoryInDatabase(database)
    await history.delete([entry.id for entry in await history.search(most=3)])
    assert not kept.exists()
    (disk / "filler").unlink()
    await history.add(entry_of("too soon for another look"))
    assert (kept.exists(), log.stat().st_size) == (False, 0)
    monkeypatch.setattr(reserve, "TRIED_AGAIN_SECONDS", 0)
    await history.add(entry_of("kept again with this one"))
    assert kept.stat().st_size == reserve.RESERVED
    await history.add(entry_of("the log stays"))
    assert log.stat().st_size > 0


async def test_where_there_is_little_none_is_kept(path: Path, disk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    await fill_tables(path)
    monkeypatch.setattr(reserve, "PLENTY", 10**9)
    database = Database(path)
    await HistoryInDatabase(database).count()
    await database.close()
    assert not path.with_name("translator.db.reserve").exists()
