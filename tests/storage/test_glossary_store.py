"""Glossaries in the database: what other processes change, what cannot be read or stored."""

import asyncio
import contextlib
import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.glossary import DE, EN, glossary_of
from translator.storage import glossary_store
from translator.storage.database.database import Database
from translator.storage.glossary_store import GlossariesInDatabase
from translator.translation.glossary.store import GlossaryUnusable
from translator.translation.glossary.term import Term

WERK = Term("Werk", "works")


@pytest.fixture
async def store(database: Database) -> GlossariesInDatabase:
    made = GlossariesInDatabase(database)
    kept = await made.save_glossary(glossary_of())
    await made.save_terms(kept.id, [WERK])
    return made


async def sources(store: GlossariesInDatabase) -> list[str]:
    return [term.source for term in await store.terms_for(DE, EN)]


def write(path: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


async def test_what_another_process_changes_is_noticed_with_the_next_translation(
    store: GlossariesInDatabase, path: Path
) -> None:
    assert await sources(store) == ["Werk"]
    database = Database(path)
    other = GlossariesInDatabase(database)
    (glossary,) = await other.glossaries()
    await other.save_terms(glossary.id, [Term("Anlage", "plant")])
    assert await sources(store) == ["Werk", "Anlage"]
    await other.save_glossary(replace(glossary, is_on=False))
    assert await sources(store) == []
    await database.close()


async def test_what_others_write_that_is_no_term_changes_nothing(store: GlossariesInDatabase, path: Path) -> None:
    first = await store.terms_for(DE, EN)
    write(path, "INSERT INTO capabilities (endpoint, model, accepted) VALUES ('a', 'b', '{}')")
    assert await store.terms_for(DE, EN) is first


async def test_terms_stay_when_the_next_process_reads_them(store: GlossariesInDatabase, path: Path) -> None:
    database = Database(path)
    assert await sources(GlossariesInDatabase(database)) == ["Werk"]
    await database.close()


async def test_where_the_database_cannot_be_read_what_was_read_last_holds(
    store: GlossariesInDatabase, database: Database
) -> None:
    assert await sources(store) == ["Werk"]
    await database.close()
    assert await sources(store) == ["Werk"]
    with pytest.raises(GlossaryUnusable, match="closed"):
        await sources(GlossariesInDatabase(database))
    with pytest.raises(GlossaryUnusable, match="closed"):
        await store.glossaries()
    with pytest.raises(GlossaryUnusable, match="closed"):
        await store.delete_terms([1])


async def test_where_the_database_does_not_answer_soon_what_was_read_last_holds(
    store: GlossariesInDatabase, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert await sources(store) == ["Werk"]
    monkeypatch.setattr(glossary_store, "PATIENCE_SECONDS", 0.001)
    begun, go_on = threading.Event(), threading.Event()
    busy = asyncio.create_task(database.read(lambda _: (begun.set(), go_on.wait(10))))
    await asyncio.to_thread(begun.wait, 10)
    assert await sources(store) == ["Werk"]
    go_on.set()
    await busy


@pytest.mark.parametrize(("array", "read"), [('["a", 7, "b"]', ("a", "b")), ("{}", ()), ("[", ()), ("[" * 100_000, ())])
async def test_forbidden_words_that_cannot_be_meant_are_left_out(
    store: GlossariesInDatabase, path: Path, array: str, read: tuple[str, ...]
) -> None:
    write(path, f"UPDATE terms SET forbidden = '{array}'")
    (term,) = await store.terms_for(DE, EN)
    assert term.forbidden == read


async def test_a_glossary_of_languages_that_are_none_is_passed_over(store: GlossariesInDatabase, path: Path) -> None:
    write(path, "INSERT INTO glossaries (name, source_language, target_language, is_on) VALUES ('x', 'klingon', '', 1)")
    assert [glossary.name for glossary in await store.glossaries()] == ["Works"]
    assert await sources(store) == ["Werk"]


async def test_half_characters_are_made_to_fit(store: GlossariesInDatabase) -> None:
    (glossary,) = await store.glossaries()
    half = "a\ud800"
    kept = await store.save_glossary(replace(glossary, name=half))
    (term,) = await store.save_terms(glossary.id, [Term(half, half, half, half, forbidden=(half,))])
    whole = "a\ufffd"
    assert kept.name == whole
    assert replace(term, id=0) == Term(whole, whole, whole, whole, forbidden=(whole,))
    assert term in await store.terms(glossary.id)


async def test_in_a_folder_that_cannot_be_written_terms_count_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    database = Database(tmp_path / "file" / "translator.db")
    store = GlossariesInDatabase(database)
    kept = await store.save_glossary(glossary_of())
    await store.save_terms(kept.id, [WERK])
    assert await sources(store) == ["Werk"]
    assert database.notice
    await database.close()
