"""Units out of a file and into one."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.memory import ENGLISH, FRENCH, unit_from
from translator.exchange import memory_files
from translator.exchange.memory_files import MemoryFiles
from translator.formats.tmx.reading import TmxInvalid, read_tmx
from translator.language.tag import LanguagePair
from translator.storage.atomic_file import CannotSave
from translator.storage.database.database import Database
from translator.storage.memory import portions
from translator.storage.memory.unit_store import UnitsInDatabase
from translator.translation.memory.exchange import TakenIn
from translator.translation.memory.unit import TranslationUnit, UnitOrigin

UNITS = [unit_from(f"unit {n}", f"Einheit {n}", UnitOrigin.IMPORTED) for n in range(9)]


@pytest.fixture
async def store() -> AsyncIterator[UnitsInDatabase]:
    database = Database(None)
    yield UnitsInDatabase(database)
    await database.close()


@pytest.fixture
async def filled(store: UnitsInDatabase) -> UnitsInDatabase:
    await store.take_in([*UNITS, replace(UNITS[0], target_language=FRENCH)], lambda _: None, lambda: False)
    return store


def never() -> bool:
    return False


def without_ids(units: list[TranslationUnit]) -> list[TranslationUnit]:
    return [replace(unit, id=0) for unit in units]


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_what_was_written_is_taken_in_again(filled: UnitsInDatabase, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    assert await MemoryFiles(filled).write(path, None, lambda _: None, never) == 10
    database = Database(None)
    other = UnitsInDatabase(database)
    told: list[tuple[int, float]] = []
    assert await MemoryFiles(other).take_in(path, lambda *so_far: told.append(so_far), never) == TakenIn(10, 10)
    assert told == [(10, 1.0)]
    assert [unit async for unit in other.every()] == [unit async for unit in filled.every()]
    await database.close()


async def test_one_pair_can_be_written_alone(filled: UnitsInDatabase, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    assert await MemoryFiles(filled).write(path, LanguagePair(ENGLISH, FRENCH), lambda _: None, never) == 1
    assert [unit.target_language for unit in read_tmx(path)] == [FRENCH]


async def test_a_large_file_is_written_in_pieces_and_told_of(
    filled: UnitsInDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_files, "WRITTEN_AT_ONCE", 4)
    told: list[int] = []
    assert await MemoryFiles(filled).write(tmp_path / "memory.tmx", None, told.append, never) == 10
    assert told == [3, 7]
    assert len(list(read_tmx(tmp_path / "memory.tmx"))) == 10


async def test_where_writing_is_cancelled_the_old_file_stays(
    filled: UnitsInDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(memory_files, "WRITTEN_AT_ONCE", 4)
    path = tmp_path / "memory.tmx"
    path.write_text("old")
    assert await MemoryFiles(filled).write(path, None, lambda _: None, lambda: True) == 0
    assert (names_in(tmp_path), path.read_text()) == (["memory.tmx"], "old")


async def test_where_it_cannot_be_written_that_is_told(filled: UnitsInDatabase, tmp_path: Path) -> None:
    with pytest.raises(CannotSave):
        await MemoryFiles(filled).write(tmp_path / "gone" / "memory.tmx", None, lambda _: None, never)


async def test_what_cannot_be_used_is_counted(store: UnitsInDatabase, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    path.write_text("<tmx><body><tu/><tu><tuv xml:lang='de'><seg>allein</seg></tuv></tu></body></tmx>")
    assert await MemoryFiles(store).take_in(path, lambda *_: None, never) == TakenIn(0, 0, 2)


async def test_taking_in_can_be_cancelled_and_tells_how_far_it_has_come(
    filled: UnitsInDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "memory.tmx"
    await MemoryFiles(filled).write(path, None, lambda _: None, never)
    await filled.forget_everything()
    monkeypatch.setattr(portions, "PORTION", 2)
    told: list[int] = []
    taken = await MemoryFiles(filled).take_in(path, lambda count, _: told.append(count), lambda: len(told) == 2)
    assert (taken, told, await filled.count()) == (TakenIn(4, 4), [2, 4], 4)


async def test_what_came_before_an_error_in_the_file_stays(store: UnitsInDatabase, tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    variants = "<tuv xml:lang='en'><seg>a</seg></tuv><tuv xml:lang='de'><seg>b</seg></tuv>"
    path.write_text(f"<tmx><body><tu>{variants}</tu><prop>{'x' * 100_000}</prop></tmx>")
    with pytest.raises(TmxInvalid, match=r"^memory\.tmx could not be read to its end: something is wrong in line 1\.$"):
        await MemoryFiles(store).take_in(path, lambda *_: None, never)
    assert await store.count() == 1


async def test_a_file_that_is_not_there_is_told_of(store: UnitsInDatabase, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        await MemoryFiles(store).take_in(tmp_path / "none.tmx", lambda *_: None, never)
