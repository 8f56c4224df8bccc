"""The units in the database: looked through, changed, deleted, taken in, and given out."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.memory import ENGLISH, FRENCH, GERMAN, INTO_GERMAN, MORNING, key_of, unit_from
from translator.language.tag import LanguagePair
from translator.storage.database.database import Database
from translator.storage.memory import looking_through, portions, unit_store
from translator.storage.memory import units as units_module
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.storage.memory.unit_store import UnitsInDatabase
from translator.translation.memory.store import Kept, MemoryUnusable
from translator.translation.memory.unit import TranslationUnit, UnitOrigin

INTO_FRENCH = LanguagePair(ENGLISH, FRENCH)


@pytest.fixture
def units(database: Database) -> UnitsInDatabase:
    return UnitsInDatabase(database)


@pytest.fixture
def memory(database: Database) -> MemoryInDatabase:
    return MemoryInDatabase(database)


@pytest.fixture
def short_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at three ids at a time, so that a few units are many stretches."""
    for module in (looking_through, unit_store):
        monkeypatch.setattr(module, "STRETCH", 3)
    monkeypatch.setattr(unit_store, "YIELDED", 3)


def sources(found: object) -> list[str]:
    return [unit.source for unit in found]  # type: ignore[attr-defined]


def numbered(count: int) -> list[TranslationUnit]:
    return [unit_from(f"unit {n}", f"Einheit {n}", UnitOrigin.IMPORTED) for n in range(count)]


async def everything(units: UnitsInDatabase, pair: LanguagePair | None = None) -> list[TranslationUnit]:
    return [unit async for unit in units.every(pair)]


async def entries(database: Database, *words: str) -> list[int]:
    """Return how many entries the index of words has for each of these."""
    sql = "SELECT count(*) FROM unit_words WHERE unit_words MATCH ?"
    return [await database.read(lambda c, w=word: c.execute(sql, (w,)).fetchone()[0]) for word in words]


async def test_an_empty_memory_has_nothing(units: UnitsInDatabase) -> None:
    assert await units.count() == await units.count("x") == 0
    assert list(await units.search()) == list(await units.search("x", after=3)) == await everything(units) == []


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["ten", "Ä100%_\\", "猫が好き", "Привет, мир", "Open the file"]),
        ("  ", ["ten", "Ä100%_\\", "猫が好き", "Привет, мир", "Open the file"]),
        ("file", ["Open the file"]),
        ("OPEN fil", ["Open the file"]),
        ("pen datei", ["Open the file"]),
        ("öFFN", ["Open the file"]),
        ("猫", ["猫が好き"]),
        ("が好", ["猫が好き"]),
        ("мир", ["Привет, мир"]),
        ("ПРИВЕТ", ["Привет, мир"]),
        ("e", ["ten", "猫が好き", "Open the file"]),
        ("%", ["Ä100%_\\"]),
        ("_", ["Ä100%_\\"]),
        ("\\", ["Ä100%_\\"]),
        ("0%_\\", ["Ä100%_\\"]),
        ("ä1", ["Ä100%_\\"]),
        ("open nothing", []),
        ("'; DROP TABLE units; --", []),
    ],
)
async def test_words_and_parts_of_words_are_found_on_either_side_the_last_kept_first(
    units: UnitsInDatabase, memory: MemoryInDatabase, short_stretches: None, query: str, found: list[str]
) -> None:
    texts = [("Open the file", "Öffnen Sie die Datei"), ("Привет, мир", "Hallo"), ("猫が好き", "Katze"),
             ("Ä100%_\\", "…"), ("ten", "10")]  # fmt: skip
    await memory.keep([unit_from(*text) for text in texts])
    assert sources(await units.search(query)) == found
    assert await units.count(query) == len(found)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("uber", "Über den Fluss"), ("UBER flusse", "Über den Fluss"), ("über", "Über den Fluss"),
        ("tieng viet", "tiếng Việt"), ("ngon", "tiếng Việt"), ("الكتاب", "الْكِتَابُ"), ("احمد", "الْكِتَابُ"),
        ("abc", "ＡＢＣ"), ("strasse", "Straße"), ("lodz", "Straße"), ("ガラス", "ｶﾞﾗｽ"), ("flüsse", ""), ("ABÇ", ""),
    ],
)  # fmt: skip
async def test_marks_that_are_left_away_and_width_do_not_count_but_marks_that_are_written_do(
    units: UnitsInDatabase, memory: MemoryInDatabase, query: str, found: str
) -> None:
    texts = [("Über den Fluss", "Über die Flusse"), ("tiếng Việt", "ngôn ngữ"), ("الْكِتَابُ", "أحمد"), ("ＡＢＣ", "x"),
             ("Straße", "Łódź"), ("ｶﾞﾗｽ", "x")]  # fmt: skip
    await memory.keep([unit_from(*text) for text in texts])
    assert sources(await units.search(query)) == ([found] if found else [])
    assert await units.count(query) == bool(found)


async def test_a_query_of_any_length_is_no_error(units: UnitsInDatabase, memory: MemoryInDatabase) -> None:
    await memory.keep([unit_from("a" * 600, "b")])
    assert sources(await units.search("a" * 100_000)) == ["a" * 600]
    assert await units.count(" ".join(["a"] * 100_000)) == 1


@pytest.mark.parametrize("query", ["", "unit", "2"])
async def test_pages_join_without_a_gap_in_order_or_not(
    units: UnitsInDatabase, memory: MemoryInDatabase, short_stretches: None, query: str
) -> None:
    await memory.keep(numbered(25))
    await units.delete([4, 5, 6, 7, 11])
    whole = list(await units.search(query))
    assert len(whole) == await units.count(query) > 2
    for size in (1, 2, 4):
        pages = [await units.search(query, size, after) for after in range(0, len(whole) + 1, size)]
        assert [unit for page in pages for unit in page] == whole
    for after in (7, 2, 0, len(whole), 5):
        assert list(await units.search(query, 2, after)) == whole[after : after + 2]


async def test_going_on_shows_what_follows_even_where_units_came_or_went(
    units: UnitsInDatabase, memory: MemoryInDatabase
) -> None:
    await memory.keep(numbered(6))
    assert sources(await units.search("", 2)) == ["unit 5", "unit 4"]
    await memory.keep([unit_from("new", "neu")])
    assert sources(await units.search("", 2, after=2)) == ["unit 3", "unit 2"]


async def test_a_changed_unit_is_found_by_its_new_text_alone(
    units: UnitsInDatabase, memory: MemoryInDatabase, database: Database
) -> None:
    await memory.keep([unit_from("one old sentence about trees", "alt"), unit_from("untouched", "unberührt")])
    old = (await units.search("old"))[0]
    new = replace(
        old, source="another new sentence about flowers", target="neu", target_language=FRENCH,
        origin=UnitOrigin.EDITED, note="mine", changed=MORNING + timedelta(days=1),
    )  # fmt: skip
    await units.change(new)
    assert list(await units.search("new")) == [new]
    assert await units.count("old") == 0
    assert [match.unit for match in await memory.similar(new.source, INTO_FRENCH)] == [new]
    assert list(await memory.similar(old.source, INTO_GERMAN)) == []
    assert await memory.exact([key_of(old.source), key_of(new.source, target=FRENCH)]) != {}
    assert await entries(database, "trees", "flowers", "untouched") == [0, 1, 1]


async def test_a_unit_that_is_gone_cannot_be_changed(units: UnitsInDatabase) -> None:
    with pytest.raises(MemoryUnusable, match="no longer there"):
        await units.change(replace(unit_from("a", "b"), id=7))
    assert await units.count() == 0


async def test_deleted_units_are_found_in_no_way(
    units: UnitsInDatabase, memory: MemoryInDatabase, database: Database
) -> None:
    await memory.keep([unit_from("the first sentence", "a"), unit_from("the second sentence", "b")])
    second, first = await units.search()
    await units.delete([first.id, first.id, 999])
    assert await everything(units) == [second]
    assert dict(await memory.exact([key_of(first.source)])) == {}
    assert await entries(database, "first", "sentence") == [0, 1]


async def test_an_id_is_never_given_twice(units: UnitsInDatabase, memory: MemoryInDatabase) -> None:
    await memory.keep([unit_from("a", "b")])
    (old,) = await units.search()
    await units.delete([old.id])
    await memory.keep([unit_from("c", "d")])
    with pytest.raises(MemoryUnusable):
        await units.change(old)


async def test_a_unit_that_is_replaced_keeps_its_id(units: UnitsInDatabase, memory: MemoryInDatabase) -> None:
    await memory.keep([unit_from("a b", target, UnitOrigin.IMPORTED) for target in ("one", "two")])
    await memory.keep([unit_from("a b", "mine", UnitOrigin.EDITED)])
    (unit,) = await units.search()
    assert (unit.id, unit.target) == (1, "mine")


async def test_everything_is_forgotten(units: UnitsInDatabase, memory: MemoryInDatabase, database: Database) -> None:
    await memory.keep(numbered(10))
    await memory.remember([(key_of("Hello"), "Hallo")])
    await units.search("", 2)
    await units.forget_everything()
    assert await units.count() == 0
    assert dict(await memory.exact([key_of("Hello"), key_of("unit 3")])) == {}
    assert await entries(database, "unit") == [0]
    await memory.keep([unit_from("a new beginning", "ein neuer Anfang")])
    assert sources(await units.search("", 2, after=0)) == ["a new beginning"]
    assert len(await memory.similar("a new beginning", INTO_GERMAN)) == 1


async def test_all_are_given_out_in_the_order_in_which_they_came(
    units: UnitsInDatabase, memory: MemoryInDatabase, short_stretches: None
) -> None:
    french = [replace(unit, target_language=FRENCH) for unit in numbered(4)]
    await memory.keep([*numbered(5), *french])
    assert sources(await everything(units)) == [*sources(numbered(5)), *sources(french)]
    assert await everything(units, INTO_FRENCH) == await everything(units, LanguagePair(None, FRENCH))
    assert sources(await everything(units, INTO_FRENCH)) == sources(french)
    assert await everything(units, LanguagePair(GERMAN, FRENCH)) == []


async def test_what_comes_while_all_are_given_out_is_not_among_them(
    units: UnitsInDatabase, memory: MemoryInDatabase, short_stretches: None
) -> None:
    await memory.keep(numbered(4))
    given = []
    async for unit in units.every():
        given.append(unit.source)
        await memory.keep([unit_from(f"after {unit.source}", "…")])
    assert given == sources(numbered(4))


async def test_many_are_taken_in_in_portions_and_told_of(
    units: UnitsInDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "PORTION", 10)
    told: list[int] = []
    assert await units.take_in(iter(numbered(25)), told.append, lambda: False) == Kept(25, 25)
    assert told == [10, 20, 25]
    assert sources(await everything(units)) == sources(numbered(25))


async def test_the_same_again_is_taken_in_once(units: UnitsInDatabase) -> None:
    for new in (5, 0):
        assert await units.take_in(numbered(5), lambda _: None, lambda: False) == Kept(5, new)
    assert await units.count() == 5


async def test_what_was_taken_in_before_it_was_cancelled_stays(
    units: UnitsInDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "PORTION", 10)
    told: list[int] = []
    source = iter(numbered(100))
    assert await units.take_in(source, told.append, lambda: len(told) == 2) == Kept(20, 20)
    assert await units.count() == 20
    assert len(list(source)) == 80  # nothing was read that is not kept


async def test_what_comes_before_an_error_of_the_file_is_kept(units: UnitsInDatabase) -> None:
    def broken() -> Iterator[TranslationUnit]:
        yield from numbered(3)
        raise ValueError("line 4")

    told: list[int] = []
    with pytest.raises(ValueError, match="line 4"):
        await units.take_in(broken(), told.append, lambda: False)
    assert (told, await units.count()) == ([3], 3)


async def test_lookups_get_their_turn_while_many_are_taken_in(
    units: UnitsInDatabase, memory: MemoryInDatabase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units_module, "HOLD_SECONDS", 0)  # each unit is a piece of work of its own
    taking = asyncio.create_task(units.take_in(numbered(200), lambda _: None, lambda: False))
    seen = []
    while not taking.done():
        await memory.exact([key_of("nothing")])
        seen.append(await units.count())
    assert len({count for count in seen if 0 < count < 200}) > 10
    assert await taking == Kept(200, 200)


async def test_the_index_is_brought_together_after_many_were_taken_in(
    units: UnitsInDatabase, memory: MemoryInDatabase, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(units_module, "HOLD_SECONDS", 0)
    monkeypatch.setattr(unit_store, "MERGED_AFTER", 40)

    async def parts() -> int:
        return await database.read(
            lambda c: c.execute("SELECT count(DISTINCT segid) FROM unit_words_idx").fetchone()[0]
        )

    await units.take_in(numbered(39), lambda _: None, lambda: False)
    assert await parts() > 1
    await units.take_in(numbered(80), lambda _: None, lambda: False)
    assert await parts() == 1
    assert (await memory.similar("unit 7", INTO_GERMAN))[0].score == 100


async def test_nothing_is_written_in_private_but_deleting_is_no_writing(
    database: Database, path: Path, memory: MemoryInDatabase
) -> None:
    await memory.keep(numbered(2))
    private = UnitsInDatabase(database, lambda: True)
    first = (await private.search())[0]
    with pytest.raises(MemoryUnusable, match="private"):
        await private.change(replace(first, target="changed"))
    with pytest.raises(MemoryUnusable, match="private"):
        await private.take_in([unit_from("new", "neu")], lambda _: None, lambda: False)
    assert await private.count("changed") == await private.count("new") == 0
    await private.delete([first.id])
    assert await private.count() == 1
    await private.forget_everything()
    assert await private.count() == 0


Asks = Callable[[UnitsInDatabase], object]


@pytest.mark.parametrize(
    "asks",
    [
        lambda units: units.count(),
        lambda units: units.count("x"),
        lambda units: units.search("x"),
        lambda units: units.change(unit_from("a", "b")),
        lambda units: units.delete([1]),
        lambda units: units.forget_everything(),
        lambda units: units.take_in(numbered(1), lambda _: None, lambda: False),
        everything,
    ],
)
async def test_a_database_that_is_closed_is_told_of(database: Database, asks: Asks) -> None:
    await database.close()
    with pytest.raises(MemoryUnusable, match="closed"):
        await asks(UnitsInDatabase(database))  # type: ignore[misc]


async def test_what_was_taken_in_is_there_for_another_process(
    units: UnitsInDatabase, database: Database, path: Path
) -> None:
    await units.take_in(numbered(3), lambda _: None, lambda: False)
    await database.close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM units").fetchone() == (3,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def test_the_pairs_of_languages_are_known(units: UnitsInDatabase, memory: MemoryInDatabase) -> None:
    assert await units.pairs() == []
    await memory.keep([unit_from("a", "b"), unit_from("c", "d"), unit_from("e", "f", pair=INTO_FRENCH)])
    assert await units.pairs() == [INTO_GERMAN, INTO_FRENCH]
    await units.forget_everything()
    assert await units.pairs() == []


async def test_answers_of_services_are_counted_beside_the_units(
    units: UnitsInDatabase, memory: MemoryInDatabase
) -> None:
    await memory.keep([unit_from("a", "b")])
    await memory.remember([(key_of("one"), "eins"), (key_of("two"), "zwei"), (key_of("one"), "Eins")])
    assert (await units.count(), await units.count_answers()) == (1, 2)
    await units.forget_everything()
    assert (await units.count(), await units.count_answers()) == (0, 0)


async def test_half_a_character_is_looked_for_like_any_other(database: Database) -> None:
    store = UnitsInDatabase(database)
    assert (await store.count("\ud800"), list(await store.search("\ud800"))) == (0, [])
