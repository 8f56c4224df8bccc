"""What every MemoryStore keeps to (translator.translation.memory.store)."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.memory import ENGLISH, FRENCH, GERMAN, INTO_GERMAN, MORNING, ListedMemory, key_of, unit_from
from translator.language.tag import LanguagePair, LanguageTag
from translator.storage.database.database import Database
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.translation.memory.store import LEAST_SCORE, MemoryStore
from translator.translation.memory.unit import Remembered, UnitOrigin

Opens = Callable[[Path], AbstractAsyncContextManager[MemoryStore]]
EDITED, ACCEPTED, IMPORTED = UnitOrigin.EDITED, UnitOrigin.ACCEPTED, UnitOrigin.IMPORTED
LATER = MORNING + timedelta(hours=1)
SENTENCE = "Please close all the open windows before you leave the building tonight."
SATZ = "Bitte schließen Sie alle offenen Fenster, bevor Sie heute Abend das Gebäude verlassen."


@asynccontextmanager
async def _listed(folder: Path) -> AsyncIterator[MemoryStore]:
    yield ListedMemory()


@asynccontextmanager
async def _in_file(folder: Path) -> AsyncIterator[MemoryStore]:
    database = Database(folder / "translator.db")
    yield MemoryInDatabase(database)
    assert not database.notice
    await database.close()


@asynccontextmanager
async def _in_memory(folder: Path) -> AsyncIterator[MemoryStore]:
    database = Database(None)
    yield MemoryInDatabase(database)
    await database.close()


@pytest.fixture(params=[_listed, _in_file, _in_memory], ids=["fake", "file", "memory"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[MemoryStore]:
    opens: Opens = request.param
    async with opens(tmp_path) as opened:
        yield opened


async def test_where_nothing_is_remembered_there_is_nothing(store: MemoryStore) -> None:
    assert dict(await store.exact([])) == {}
    assert dict(await store.exact([key_of("Hello")])) == {}
    assert list(await store.similar(SENTENCE, INTO_GERMAN)) == []


async def test_what_a_service_answered_is_found_under_its_key_by_its_place(store: MemoryStore) -> None:
    await store.remember([(key_of("one"), "eins"), (key_of("three"), "drei")])
    found = await store.exact([key_of("one"), key_of("two"), key_of("three")])
    assert dict(found) == {0: Remembered("eins"), 2: Remembered("drei")}


@pytest.mark.parametrize(
    "changed",
    [
        {"text": "Hello!"},
        {"source": None},
        {"target": FRENCH},
        {"service": "https://other.example/v1"},
        {"model": "n"},
        {"style": "formal"},
        {"terms": ("tree=Baum",)},
    ],
    ids=lambda changed: next(iter(changed)),
)
async def test_another_key_is_not_answered(store: MemoryStore, changed: dict[str, object]) -> None:
    await store.remember([(key_of("Hello"), "Hallo")])
    assert dict(await store.exact([replace(key_of("Hello"), **changed)])) == {}


async def test_the_last_answer_under_a_key_counts(store: MemoryStore) -> None:
    await store.remember([(key_of("Hello"), "Hallo")])
    await store.remember([(key_of("Hello"), "Guten Tag")])
    assert dict(await store.exact([key_of("Hello")])) == {0: Remembered("Guten Tag")}


async def test_what_the_user_wrote_wins_over_an_answer_whatever_the_service(store: MemoryStore) -> None:
    await store.remember([(key_of("Hello"), "Hallo")])
    await store.keep([unit_from("Hello", "Moin", EDITED)])
    assert dict(await store.exact([key_of("Hello"), key_of("Hello", model="new")])) == {
        0: Remembered("Moin", EDITED),
        1: Remembered("Moin", EDITED),
    }


@pytest.mark.parametrize("origin", [ACCEPTED, IMPORTED])
async def test_an_answer_wins_over_what_was_accepted_or_imported_and_these_over_nothing(
    store: MemoryStore, origin: UnitOrigin
) -> None:
    await store.keep([unit_from("Hello", "Moin", origin)])
    await store.remember([(key_of("Hello"), "Hallo")])
    found = await store.exact([key_of("Hello"), key_of("Hello", model="new")])
    assert dict(found) == {0: Remembered("Hallo"), 1: Remembered("Moin", origin)}


async def test_units_are_for_their_exact_languages(store: MemoryStore) -> None:
    await store.keep([unit_from("Hello", "Moin", EDITED)])
    keys = [
        key_of("Hello", source=LanguageTag("en", region="GB")),
        key_of("Hello", target=LanguageTag("de", region="AT")),
        key_of("Hello", source=GERMAN, target=ENGLISH),
        key_of("hello"),
    ]
    assert dict(await store.exact(keys)) == {}


async def test_where_the_source_is_not_known_units_from_any_language_serve(store: MemoryStore) -> None:
    await store.keep([unit_from("Taxi", "Taxi", pair=LanguagePair(FRENCH, GERMAN))])
    assert dict(await store.exact([key_of("Taxi", source=None), key_of("Taxi", source=None, target=FRENCH)])) == {
        0: Remembered("Taxi", ACCEPTED)
    }


async def test_a_unit_takes_the_place_of_one_that_counts_for_no_more(store: MemoryStore) -> None:
    for origin, target in ((IMPORTED, "a"), (ACCEPTED, "b"), (ACCEPTED, "c"), (EDITED, "d"), (EDITED, "e")):
        await store.keep([unit_from(SENTENCE, target, origin)])
        assert dict(await store.exact([key_of(SENTENCE)])) == {0: Remembered(target, origin)}
        assert [match.unit.target for match in await store.similar(SENTENCE, INTO_GERMAN)] == [target]


async def test_a_unit_does_not_stand_beside_one_that_counts_for_more(store: MemoryStore) -> None:
    await store.keep([unit_from(SENTENCE, "mine", EDITED), unit_from(SENTENCE, "taken", ACCEPTED, changed=LATER)])
    await store.keep([unit_from(SENTENCE, "from a file", IMPORTED, changed=LATER)])
    assert [match.unit.target for match in await store.similar(SENTENCE, INTO_GERMAN)] == ["mine"]


async def test_different_imported_translations_stand_side_by_side_and_equal_ones_do_not(store: MemoryStore) -> None:
    units = [unit_from("Open", target, IMPORTED) for target in ("Öffnen", "Offen")]
    await store.keep(units)
    await store.keep([replace(unit, changed=LATER) for unit in units])
    found = await store.similar("Open", INTO_GERMAN, most=5)
    assert sorted(match.unit.target for match in found) == ["Offen", "Öffnen"]
    assert {match.unit.changed for match in found} == {LATER}


async def test_a_unit_comes_back_as_it_was_kept(store: MemoryStore) -> None:
    pair = LanguagePair(LanguageTag("en"), LanguageTag("sr", "Latn", "RS"))
    kept = unit_from("  Two\tlines,\r\n\u200ba NUL \0 and a 🙂 ", "\u2068Ж\u2069 ", IMPORTED, pair, note="from\nhere")
    await store.keep([kept])
    (match,) = await store.similar(kept.source, pair)
    assert match.unit.id > 0
    assert replace(match.unit, id=0) == kept
    assert match.score == 100


async def test_what_is_like_a_text_is_found_the_best_first(store: MemoryStore) -> None:
    sentences = [
        SENTENCE.replace("windows", "doors"),
        SENTENCE.replace("windows", "doors").replace("tonight", "now"),
        "Something else entirely, of about the same length, with nothing in common.",
        SENTENCE,
    ]
    await store.keep([unit_from(sentence, SATZ) for sentence in sentences])
    found = await store.similar(SENTENCE, INTO_GERMAN)
    assert [match.unit.source for match in found] == [sentences[3], sentences[0], sentences[1]]
    assert found[0].score == 100
    assert 100 > found[1].score > found[2].score >= LEAST_SCORE
    assert [match.unit.source for match in await store.similar(SENTENCE, INTO_GERMAN, most=1)] == [SENTENCE]


async def test_what_differs_in_case_or_punctuation_alone_is_not_quite_the_same(store: MemoryStore) -> None:
    await store.keep([unit_from("Hello world!", "Hallo Welt!")])
    for text in ("hello world", "Hello, WORLD!", "Hello world! "):
        (match,) = await store.similar(text, INTO_GERMAN)
        assert match.score == 99


@pytest.mark.parametrize(
    ("kept", "asked"),
    [
        ("今日は天気がいいので公園に行きましょう。", "明日は天気がいいので公園に行きましょう。"),
        ("请在离开之前关闭所有的窗户和门。", "请在离开之前关闭所有的窗户。"),
        ("กรุณาปิดหน้าต่างทั้งหมดก่อนออกจากอาคาร", "กรุณาปิดหน้าต่างทั้งหมดก่อนออกจากบ้าน"),
        ("나가기 전에 모든 창문과 문을 닫아 주세요.", "나가기 전에 모든 창문과 서랍을 닫아 주세요."),
        ("अभी सभी खिड़कियाँ बंद कर दीजिए।", "अभी सभी दरवाज़े बंद कर दीजिए।"),
        ("Пожалуйста, закройте все окна.", "Пожалуйста, закройте все двери."),
        ("犬", "犬"),
        ("Datei löschen", "Dateien löschen"),
    ],
)
async def test_texts_in_any_script_are_found(store: MemoryStore, kept: str, asked: str) -> None:
    await store.keep([unit_from(kept, "…"), unit_from("Something else.", "…")])
    (match,) = await store.similar(asked, INTO_GERMAN)
    assert match.unit.source == kept


async def test_among_equals_what_the_user_wrote_comes_first_then_what_is_newer(store: MemoryStore) -> None:
    variants = [
        (" one", IMPORTED, LATER),
        (" two", EDITED, MORNING),
        (" ten", ACCEPTED, MORNING),
        (" six", ACCEPTED, LATER),
    ]
    await store.keep([unit_from(SENTENCE + end, SATZ, origin, changed=changed) for end, origin, changed in variants])
    found = await store.similar(SENTENCE + " kkk", INTO_GERMAN, most=4)
    assert [match.unit.source.removeprefix(SENTENCE) for match in found] == [" two", " six", " ten", " one"]


async def test_what_is_like_a_text_in_other_languages_is_not_found(store: MemoryStore) -> None:
    await store.keep([unit_from(SENTENCE, SATZ)])
    for pair in (LanguagePair(ENGLISH, FRENCH), LanguagePair(LanguageTag("en", region="GB"), GERMAN)):
        assert list(await store.similar(SENTENCE, pair)) == []


@pytest.mark.parametrize("text", ["", " \n", "…", "?!", '"'])
async def test_a_text_without_words_is_like_nothing(store: MemoryStore, text: str) -> None:
    await store.keep([unit_from(SENTENCE, SATZ)])
    assert list(await store.similar(text, INTO_GERMAN)) == []


async def test_half_a_character_does_not_keep_a_text_from_being_remembered(store: MemoryStore) -> None:
    await store.remember([(key_of("half \ud800"), "halb")])
    assert dict(await store.exact([key_of("half \ud800")])) == {0: Remembered("halb")}
