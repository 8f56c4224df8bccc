"""The history in the database: what is kept out of it, what is overwritten, what others wrote, what it costs."""

import asyncio
import contextlib
import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.history import entry_of
from tests.support.history_index import badly_indexed
from translator.language.tag import LanguageTag
from translator.storage.database.database import Database
from translator.storage.database.migrations import MIGRATIONS
from translator.storage.history_rows import FACTS, TEXTS, row_of
from translator.storage.history_store import PORTION, HistoryInDatabase
from translator.text.alignment.align import Link
from translator.text.display import repair
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.history import HistoryUnusable
from translator.translation.request import Action, BlockOrigin, FinishedBlock


@pytest.fixture
def store(database: Database) -> HistoryInDatabase:
    return HistoryInDatabase(database)


def check_index(path: Path) -> None:
    """Compare the index with the texts."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO history_index (history_index) VALUES ('integrity-check')")
        assert badly_indexed(connection) == set()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def change(path: Path, statement: str, *values: object) -> None:
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement, values)


async def test_nothing_is_added_in_private_mode_nor_while_it_is_off(database: Database) -> None:
    private, on = [True], [True]
    store = HistoryInDatabase(database, lambda: private[0], lambda: on[0])
    assert await store.add(entry_of()) == 0
    private[0], on[0] = False, False
    assert await store.add(entry_of()) == 0
    on[0] = True
    number = await store.add(entry_of())
    private[0], on[0] = True, False
    assert await store.add(entry_of("changed", id=number)) == 0
    assert [entry.source for entry in await store.search()] == ["Guten Tag."]


async def test_a_translation_in_private_makes_no_file(database: Database, path: Path) -> None:
    await HistoryInDatabase(database, lambda: True).add(entry_of())
    assert list(path.parent.iterdir()) == []


async def test_what_is_there_can_be_deleted_and_put_back_in_private_mode(database: Database) -> None:
    private = [False]
    store = HistoryInDatabase(database, lambda: private[0])
    number = await store.add(entry_of())
    private[0] = True
    await store.restore(await store.delete([number]))
    await store.star(number, starred=True)
    assert [entry.is_starred for entry in await store.search("tag")] == [True]


async def test_the_index_says_what_the_texts_say_whatever_was_done(
    store: HistoryInDatabase, database: Database, path: Path
) -> None:
    numbers = [await store.add(entry_of(f"Satz {n} 翻訳", f"nul\0 {n}", minutes=n)) for n in range(20)]
    check_index(path)
    await store.add(entry_of("ein anderer", "x", id=numbers[3]))
    gone = await store.delete(numbers[4:7])
    check_index(path)
    await store.restore(gone)
    await store.restore(gone)
    await store.star(numbers[0], starred=True)
    check_index(path)
    await store.purge(None, 15)
    check_index(path)
    await store.purge(None, 3)
    check_index(path)
    assert len(await store.search("satz")) == 4
    await store.clear()
    check_index(path)
    assert [entry.id for entry in await store.search("翻訳")] == [numbers[0]]
    await database.close()
    check_index(path)


async def test_what_is_deleted_is_nowhere_in_the_file_any_more(
    store: HistoryInDatabase, database: Database, path: Path
) -> None:
    numbers = [await store.add(entry_of(f"confidential {n} " * 300, f"geheim {n} " * 300)) for n in range(8)]
    await store.delete(numbers[:2])
    await store.add(entry_of("Guten Tag.", id=numbers[2]))
    await store.purge(None, 3)
    await store.clear()
    await store.add(entry_of("still here"))
    await database.close()
    content = await asyncio.to_thread(path.read_bytes)
    assert b"still here" in content
    assert b"confidential" not in content
    assert b"geheim" not in content
    assert [p.name for p in path.parent.iterdir() if p.suffix != ".lock"] == [path.name]


async def test_texts_are_not_kept_once_more_with_their_blocks(
    store: HistoryInDatabase, database: Database, path: Path
) -> None:
    lines = [f"Das ist Zeile {n} von vielen, und sie ist nicht kurz." for n in range(2_000)]
    blocks = tuple(FinishedBlock(n, line, line, links=(Link((0, 20), (0, 20)),)) for n, line in enumerate(lines))
    await store.add(entry_of("\n".join(lines), "\n".join(lines), blocks=blocks))
    found = await store.get(1)
    assert found is not None
    assert found.blocks == blocks
    ((texts, written),) = await database.read(
        lambda c: c.execute("SELECT length(source) + length(target), length(blocks) FROM history").fetchall()
    )
    assert written < texts


async def test_half_characters_are_made_whole(store: HistoryInDatabase) -> None:
    finding = Finding(Check.NUMBERS, Severity.ERROR, expected="\ud800", found="\udc00")
    block = FinishedBlock(0, "b\udfff", "d\ud83d", findings=(finding,), key=b"k")
    number = await store.add(
        entry_of("a\n\nb\udfff", "c\n\nd\ud83d", service="s\ud800", model="\udc00", blocks=(block,))
    )
    found = await store.get(number)
    assert found is not None
    assert (found.source, found.target, found.service, found.model) == ("a\n\nb�", "c\n\nd�", "s�", "�")
    repaired = replace(finding, expected="�", found="�")
    assert found.blocks == (FinishedBlock(0, "b�", "d�", findings=(repaired,), key=b"k"),)
    assert len(await store.search("\ud800")) == 1


WARNING = {"check": "length", "severity": "warning", "source": [0, 5], "since": "a later version"}


@pytest.mark.parametrize(
    ("written", "blocks"),
    [
        ([{"index": 0, "source": [0, 5], "target": [0, 4], "origin": "oracle", "mood": 3}],
         [FinishedBlock(0, "Guten", "Good", BlockOrigin.SERVICE)]),
        ([{"index": 0, "source": [0, 5], "target": "x", "origin": "user", "findings": [
            {"check": "politeness", "severity": "error"}, WARNING, {"check": "length", "severity": "fatal"}, 7]}],
         [FinishedBlock(0, "Guten", "x", BlockOrigin.USER, (),
                        (Finding(Check.LENGTH, Severity.WARNING, (0, 5)),))]),
        ([{"index": "first"}, 5, {"index": 1, "source": [6, 9], "target": [90, 99]}], [FinishedBlock(1, "Tag", "")]),
        ({"blocks": []}, []),
        (7, []),
    ],
    ids=["origin", "findings", "block", "object", "number"],
)  # fmt: skip
async def test_what_a_newer_version_says_of_blocks_is_left_out_and_the_rest_is_read(
    store: HistoryInDatabase, path: Path, written: object, blocks: list[FinishedBlock]
) -> None:
    number = await store.add(entry_of())
    change(path, "UPDATE history SET blocks = ?", json.dumps(written))
    found = await store.get(number)
    assert found is not None
    assert list(found.blocks) == blocks


@pytest.mark.parametrize("written", ["", "not JSON", "[" * 100_000])
async def test_blocks_that_cannot_be_read_leave_the_texts(store: HistoryInDatabase, path: Path, written: str) -> None:
    number = await store.add(entry_of())
    change(path, "UPDATE history SET blocks = ?", written)
    assert await store.get(number) == entry_of(id=number)


async def test_languages_and_actions_of_a_newer_version_are_no_reason_to_lose_a_text(
    store: HistoryInDatabase, path: Path
) -> None:
    number = await store.add(entry_of())
    change(path, "UPDATE history SET source_language = '?', target_language = 'de-x-1', action = 'dream'")
    wanted = entry_of(id=number, source_language=None, target_language=LanguageTag("und"), action=Action.WINDOW)
    assert list(await store.search()) == [wanted]


async def test_two_processes_see_what_both_did(database: Database, store: HistoryInDatabase, path: Path) -> None:
    other = HistoryInDatabase(second := Database(path))
    number = await store.add(entry_of("翻訳した", "x"))
    assert [entry.id for entry in await other.search("翻訳")] == [number]
    await other.add(entry_of("anderswo übersetzt", "y", id=number))
    assert len(await store.search("üb")) == 1
    assert await store.count("翻訳") == 0
    await second.close()


async def test_all_are_read_a_portion_at_a_time_and_what_is_deleted_meanwhile_is_left_out(
    store: HistoryInDatabase,
) -> None:
    for n in range(PORTION * 2 + 1):
        await store.add(entry_of(str(n), minutes=-n))
    read = []
    async for entry in store.every():
        if not read:
            await store.delete([PORTION + 5])
            await store.add(entry_of("new", minutes=9))
        read.append(entry.source)
    assert read == [str(n) for n in range(PORTION * 2 + 1) if n != PORTION + 4]


async def test_a_long_query_is_looked_for_as_far_as_it_goes(store: HistoryInDatabase) -> None:
    text = " ".join(chr(0x4E00 + n) * 3 + chr(0x5E00 + n) for n in range(600))
    await store.add(entry_of(text, "x"))
    assert await store.count(text) == 1
    assert await store.count("nothing " + text) == 0


async def test_what_cannot_be_read_or_written_is_a_typed_error(store: HistoryInDatabase, database: Database) -> None:
    await store.add(entry_of())
    await database.close()
    with pytest.raises(HistoryUnusable, match="closed"):
        await store.add(entry_of())
    with pytest.raises(HistoryUnusable, match="closed"):
        await store.search()
    with pytest.raises(HistoryUnusable, match="closed"):
        _ = [entry async for entry in store.every()]


async def test_a_null_character_is_looked_for_like_a_blank(database: Database) -> None:
    store = HistoryInDatabase(database)
    await store.add(entry_of("Guten Tag."))
    assert [entry.source for entry in await store.search("Guten\0Tag")] == ["Guten Tag."]
    assert await store.count("\0") == 1


@pytest.mark.parametrize("query", ["Straße", "STRAẞE", "aß", "ß", "ẞ", "İzmir", "İz", "İ", "ΌΔΟΣ", "όδος", "οσ"])
async def test_letters_that_are_several_in_another_case_are_found(database: Database, query: str) -> None:
    store = HistoryInDatabase(database)
    await store.add(entry_of("Ich saß an der Straße nach İzmir.", "Η Όδος"))
    assert await store.count(query) == 1


@pytest.mark.parametrize(
    "query", ["uber", "Über", "ÜBER", "ub", "u", "ü", "resume", "ＲＥＳＵＭＥ", "ガラス", "ｶﾞﾗ", "strasse"]
)
async def test_marks_and_widths_that_are_left_away_are_found_all_the_same(store: HistoryInDatabase, query: str) -> None:
    await store.add(entry_of("Über die Straße: ein Résumé", "ｶﾞﾗｽ"))
    assert await store.count(query) == 1


@pytest.mark.parametrize("query", ["über", "ü", "üb", "résumé", "カ", "カラス", "\u0301"])
async def test_marks_that_are_looked_for_have_to_be_there(store: HistoryInDatabase, query: str) -> None:
    await store.add(entry_of("uber die Strasse: ein resume", "ガラス"))
    assert await store.count(query) == 0


async def test_a_history_from_before_marks_were_left_away_is_found_without_them_and_nothing_is_lost(
    path: Path,
) -> None:
    earlier = Database(path, MIGRATIONS[:5])
    texts = [("Über Füße", "On feet"), ("翻訳 ｶﾞﾗｽ", "x"), ("", ""), ("nul\0 zwei", "half \ud83d")]
    rows = [row_of(entry_of(source, target, minutes=n)) for n, (source, target) in enumerate(texts)]
    put = f"INSERT INTO history ({FACTS}, {TEXTS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    await earlier.run(lambda connection: [connection.execute(put, row) and None for row in rows])
    await earlier.run(lambda c: c.execute("INSERT INTO history_index (history_index) VALUES ('rebuild')") and None)
    await earlier.close()

    database = Database(path)
    store = HistoryInDatabase(database)

    assert [entry.source async for entry in store.every()] == [repair(source) for source, _ in reversed(texts)]
    assert [entry.target for entry in await store.search("uber fusse")] == ["On feet"]
    assert await store.count("ガラス") == 1
    assert (path.parent / "translator.db.backup-5").is_file()
    await store.delete([1])
    await store.add(entry_of("changed", id=2))
    await database.close()
    check_index(path)
