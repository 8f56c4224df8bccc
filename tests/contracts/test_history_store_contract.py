"""What every HistoryStore keeps to (translator.translation.history)."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.history import JA, NOON, ListedHistory, entry_of
from translator.storage.database.database import Database
from translator.storage.history_store import HistoryInDatabase
from translator.text.alignment.align import Link
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.history import BEGINNING, HistoryEntry, HistoryStore
from translator.translation.request import Action, BlockOrigin, FinishedBlock

Opens = Callable[[Path], AbstractAsyncContextManager[HistoryStore]]

BLOCKS = (
    FinishedBlock(
        0, "Guten Tag.", "Good day.", links=(Link((0, 10), (0, 9)),), key=b"\0\xff",
        findings=(Finding(Check.LENGTH, Severity.WARNING, (0, 5), None, "", "9"),),
    ),
    FinishedBlock(2, "Tag", "day", BlockOrigin.USER),
    FinishedBlock(3, "Tag", "not in it"),
)  # fmt: skip
FULL = entry_of(
    "Guten Tag.\n\nTag", "Good day.\n\nday", source_language=None, target_language=JA, service="", model="x",
    action=Action.COMMAND, is_complete=False, is_starred=True, blocks=BLOCKS,
)  # fmt: skip


@asynccontextmanager
async def _listed(folder: Path) -> AsyncIterator[HistoryStore]:
    yield ListedHistory()


@asynccontextmanager
async def _in_file(folder: Path) -> AsyncIterator[HistoryStore]:
    database = Database(folder / "translator.db")
    yield HistoryInDatabase(database)
    assert not database.notice
    await database.close()


@asynccontextmanager
async def _in_memory(folder: Path) -> AsyncIterator[HistoryStore]:
    database = Database(None)
    yield HistoryInDatabase(database)
    await database.close()


@pytest.fixture(params=[_listed, _in_file, _in_memory], ids=["fake", "file", "memory"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[HistoryStore]:
    opens: Opens = request.param
    async with opens(tmp_path) as opened:
        yield opened


async def add(store: HistoryStore, *entries: HistoryEntry) -> list[int]:
    return [await store.add(entry) for entry in entries]


async def sources(store: HistoryStore, query: str = "", *, starred: bool = False) -> list[str]:
    """Return what is found, and assert that the ways of asking for it agree."""
    found = [entry.source for entry in await store.search(query, starred=starred)]
    assert await store.count(query, starred=starred) == len(found)
    assert [entry.source async for entry in store.every(query, starred=starred)] == found
    return found


async def test_where_nothing_was_translated_there_is_nothing(store: HistoryStore) -> None:
    assert await sources(store) == []
    assert await sources(store, "word") == []
    assert await store.get(1) is None
    assert list(await store.delete([1])) == []
    await store.star(1, starred=True)
    await store.clear(starred_too=True)
    await store.purge(NOON, 0)


async def test_an_entry_comes_back_whole(store: HistoryStore) -> None:
    (number,) = await add(store, FULL)
    assert await store.get(number) == replace(FULL, id=number)
    assert [entry async for entry in store.every()] == [replace(FULL, id=number)]


async def test_a_list_has_the_beginnings_of_texts_and_no_blocks(store: HistoryStore) -> None:
    (number,) = await add(store, replace(FULL, source="ä" * (BEGINNING + 1), target="b" * 9_000))
    wanted = replace(FULL, id=number, source="ä" * BEGINNING, target="b" * BEGINNING, blocks=())
    assert list(await store.search()) == [wanted]


async def test_the_newest_comes_first_and_of_one_moment_the_last(store: HistoryStore) -> None:
    await add(store, entry_of("b", minutes=5), entry_of("a", minutes=9), entry_of("d"), entry_of("c", minutes=5))
    assert await sources(store) == ["a", "c", "b", "d"]


async def test_entries_are_listed_a_few_at_a_time(store: HistoryStore) -> None:
    await add(store, *(entry_of(str(number), "x", minutes=-number) for number in range(7)))
    assert [e.source for e in await store.search(most=3)] == ["0", "1", "2"]
    assert [e.source for e in await store.search(most=3, after=3)] == ["3", "4", "5"]
    assert [e.source for e in await store.search(most=3, after=6)] == ["6"]
    assert [e.source for e in await store.search("x", most=3, after=5)] == ["5", "6"]
    assert list(await store.search(most=3, after=7)) == []


GERMAN = "Der Zug fährt am Mittwoch um 14:05 Uhr."
CHINESE = "火车星期三下午两点零五分开"
JAPANESE = "翻訳して"
GREEK = "Η ΟΔΟΣ ΑΥΤΗ"
ODD = 'a "quoted" (word) AND NOT_* 100 % ok\\'


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("Mittwoch", GERMAN),
        ("MITTWOCH", GERMAN),
        ("ittwoc", GERMAN),
        ("FÄHRT", GERMAN),
        ("fä", GERMAN),
        ("Ä", GERMAN),
        ("zug uhr", GERMAN),
        ("Uhr. leaves", GERMAN),
        ("leaves", GERMAN),
        ("14:05", GERMAN),
        ("星期三", CHINESE),
        ("星期三下午", CHINESE),
        ("下午", CHINESE),
        ("分开", CHINESE),
        ("开", CHINESE),
        ("火", CHINESE),
        ("  两点 火车\n", CHINESE),
        ("翻訳", JAPANESE),
        ("して", JAPANESE),
        ("οδο", GREEK),
        ("οδος αυ", GREEK),
        ('"quoted"', ODD),
        ("(word)", ODD),
        ("NOT_*", ODD),
        ("AND NOT", ODD),
        ("%", ODD),
        ("\\", ODD),
        ("ok\\", ODD),
        ("Ok\\ wO", ODD),
    ],
)
async def test_words_and_parts_of_words_are_found_in_any_script_and_case(
    store: HistoryStore, query: str, wanted: str
) -> None:
    await add(
        store, entry_of(GERMAN, "The train leaves."), entry_of(CHINESE, "Η"), entry_of(JAPANESE, "x"),
        entry_of(GREEK, "y"), entry_of(ODD, "z"),
    )  # fmt: skip
    assert await sources(store, query) == [wanted]


@pytest.mark.parametrize(
    "query", ["Donnerstag", "Mittwochs", "mittwoch leaves 火", "tag.gut", "ag.go", "qzx", "下两", "ǌ", "tago", '"', "'"]
)
async def test_what_is_nowhere_is_not_found(store: HistoryStore, query: str) -> None:
    await add(store, entry_of(GERMAN, "The train leaves."), entry_of(CHINESE, "Η"), entry_of())
    assert await sources(store, query) == []


async def test_letters_that_stand_apart_are_not_the_word(store: HistoryStore) -> None:
    """``abcd`` is not in ``abc bcd``, though all its trigrams are."""
    await add(store, entry_of("abc bcd", "x"), entry_of("xabcdx", "y"), entry_of("abc", "bcd"))
    assert await sources(store, "abcd") == ["xabcdx"]


async def test_a_star_stays_and_can_be_searched_among(store: HistoryStore) -> None:
    first, second, third = await add(store, entry_of("one word"), entry_of("two words"), entry_of("three"))
    await store.star(first, second, third, 99, starred=True)
    await store.star(second, starred=False)
    assert await sources(store, starred=True) == ["three", "one word"]
    assert await sources(store, "word", starred=True) == ["one word"]
    assert await sources(store, "wo", starred=True) == ["one word"]


async def test_an_entry_takes_the_place_of_the_one_of_its_id(store: HistoryStore) -> None:
    first, _ = await add(store, entry_of("first draft"), entry_of("other", minutes=1))
    assert await store.add(entry_of("final text", minutes=2, id=first)) == first
    assert await sources(store) == ["final text", "other"]
    assert await sources(store, "draft") == []
    assert await sources(store, "final") == ["final text"]


async def test_an_entry_that_was_deleted_or_got_a_star_meanwhile_is_not_replaced(store: HistoryStore) -> None:
    deleted, starred = [await store.add(entry_of("first try", minutes=n)) for n in range(2)]
    await store.delete([deleted])
    await store.star(starred, starred=True)
    added = [await store.add(entry_of("final text", minutes=2, id=number)) for number in (deleted, starred)]

    assert not {*added} & {deleted, starred}
    listed = {entry.id: (entry.source, entry.is_starred) for entry in await store.search()}
    assert listed == {starred: ("first try", True), **dict.fromkeys(added, ("final text", False))}


async def test_what_was_deleted_can_be_put_back_as_it_was(store: HistoryStore) -> None:
    numbers = await add(store, FULL, entry_of("stays", minutes=1), entry_of("other", minutes=-1))
    gone = await store.delete([numbers[0], numbers[2], 99])
    assert [entry.id for entry in gone] == [numbers[0], numbers[2]]
    assert gone[0] == replace(FULL, id=numbers[0])
    assert await sources(store) == ["stays"]
    assert await sources(store, "Tag") == []
    await store.restore(gone)
    assert await store.get(numbers[0]) == replace(FULL, id=numbers[0])
    assert await sources(store) == ["stays", FULL.source, "other"]
    assert await sources(store, "Tag") == [FULL.source]


async def test_no_id_is_given_twice(store: HistoryStore) -> None:
    (first,) = await add(store, entry_of())
    await store.delete([first])
    (second,) = await add(store, entry_of())
    await store.clear()
    (third,) = await add(store, entry_of())
    assert len({first, second, third}) == 3


async def test_clearing_leaves_what_has_a_star_unless_it_is_asked_for(store: HistoryStore) -> None:
    await add(store, *(entry_of(f"plain {number}") for number in range(9)), entry_of("kept", is_starred=True))
    await store.clear()
    assert await sources(store) == ["kept"]
    assert await sources(store, "plain") == []
    assert await sources(store, "kept") == ["kept"]
    await store.clear(starred_too=True)
    assert await sources(store) == []


async def test_what_is_too_old_or_too_much_goes_but_never_what_has_a_star(store: HistoryStore) -> None:
    await add(store, *(entry_of(f"n{number}", minutes=-number) for number in range(6)))
    await add(store, entry_of("old", minutes=-60, is_starred=True), entry_of("new", minutes=60, is_starred=True))
    await store.purge(None, None)
    assert len(await sources(store)) == 8
    await store.purge(NOON - timedelta(minutes=4), None)
    assert await sources(store) == ["new", "n0", "n1", "n2", "n3", "n4", "old"]
    await store.purge(None, 3)
    assert await sources(store) == ["new", "n0", "n1", "n2", "old"]
    await store.purge(None, 3)
    assert await sources(store, "n2") == ["n2"]
    await store.purge(NOON + timedelta(minutes=1), 0)
    assert await sources(store) == ["new", "old"]


@pytest.mark.parametrize("text", ["", "a", "\n\n", "字", "a\U0001f642b", "e\u0301", "x" * 100_000])
async def test_texts_of_any_kind_come_back_and_can_be_deleted(store: HistoryStore, text: str) -> None:
    (number,) = await add(store, entry_of(text, text, blocks=(FinishedBlock(0, text, text),)))
    found = await store.get(number)
    assert found is not None
    assert (found.source, found.blocks) == (text, (FinishedBlock(0, text, text),))
    assert len(await store.delete([number])) == 1
    assert await store.count() == 0
