"""Entries of single words, among fakes."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.fakes.translator import Step, completed
from tests.fakes.words import FakeWordEngines, FakeWords
from tests.support.waiting import settle
from tests.ui.translate.room import Room
from tests.ui.words.fake_screens import FakeCard
from translator.language.tag import LanguagePair, LanguageTag
from translator.settings import Service
from translator.translation.errors.keys import KeyMissing
from translator.translation.request import Incomplete, IncompleteReason, TextAdded, Translation
from translator.translation.words.dictionary import EntryRequest, NoEntry
from translator.translation.words.entry import Entry, Sense
from translator.ui.words.dictionary_presenter import DictionaryPresenter

ENTRY = Entry("hello", "", (Sense("interjection", ("hallo",)),))
SERVICE = Service("box", "Box")


class Table:
    def __init__(self, words: FakeWords, *runs: list[Step]) -> None:
        self.room = Room(*(runs or (completed("hallo"), completed("noch eins"))))
        self.room.current.service = SERVICE
        self.card = FakeCard()
        self.words = words
        self.is_on = True
        self.presenter = DictionaryPresenter(
            self.card, self.room.presenter, self.room.current, FakeWordEngines(words), lambda: self.is_on,
            LanguageTag("en"), lambda tag: tag.language == "de",
        )  # fmt: skip

    async def close(self) -> None:
        await self.presenter.close()
        await self.room.close()


@pytest.fixture
async def tables() -> AsyncIterator[Any]:
    made: list[Table] = []

    def lay(words: FakeWords | None = None, *runs: list[Step]) -> Table:
        made.append(Table(words or FakeWords(entry=ENTRY), *runs))
        return made[-1]

    yield lay
    for table in made:
        await table.close()


async def test_a_term_is_looked_up_once_it_is_translated(tables: Any) -> None:
    table = tables()
    await table.room.translate("hello")
    await settle()
    pair = LanguagePair(LanguageTag("en", region="US"), LanguageTag("de"))
    assert table.words.asked == [EntryRequest("hello", pair, LanguageTag("en"))]
    assert (table.card.shown, table.card.rtl) == (ENTRY, (False, True))


async def test_a_sentence_is_not(tables: Any) -> None:
    table = tables()
    await table.room.translate("Hello, my friends.")
    assert (table.words.asked, table.card.shown) == ([], None)


async def test_nor_is_anything_for_those_who_do_not_want_it_or_by_the_demo(tables: Any) -> None:
    table = tables()
    table.is_on = False
    await table.room.translate("hello")
    table.is_on, table.room.current.service = True, Service("demo", "Demo")
    await table.room.translate("hello")
    assert (table.words.asked, table.card.shown) == ([], None)


async def test_nor_is_what_was_not_translated_in_full(tables: Any) -> None:
    table = tables(None, [TextAdded("hal", 0), Incomplete(IncompleteReason.CUT, Translation("hal"))])
    await table.room.translate("hello")
    assert table.words.asked == []


async def test_until_the_entry_is_there_it_is_said_that_it_is_looked_up(tables: Any) -> None:
    words = FakeWords(entry=ENTRY)
    words.gate = asyncio.Event()
    table = tables(words)
    await table.room.translate("hello")
    assert table.card.shown == "looking up hello"
    words.gate.set()
    await settle()
    assert table.card.shown == ENTRY


async def test_another_text_ends_the_request_and_takes_the_card_away(tables: Any) -> None:
    words = FakeWords(entry=ENTRY)
    words.gate = asyncio.Event()
    table = tables(words)
    await table.room.translate("hello")
    table.presenter.follow_edit(" hello ")
    assert table.card.shown == "looking up hello"
    table.presenter.follow_edit("hello!")
    await settle()
    assert (words.left, table.card.shown) == (1, None)
    table.presenter.follow_edit("hello")


async def test_the_next_translation_takes_the_card_away(tables: Any) -> None:
    table = tables()
    await table.room.translate("hello")
    await settle()
    await table.room.translate("Hello, my friends.")
    assert table.card.shown is None


@pytest.mark.parametrize(("error", "shown"), [(NoEntry(), None), (KeyMissing("Box"), "No key is stored for Box.")])
async def test_where_there_is_no_entry_nothing_is_shown_and_a_fault_is_said(
    tables: Any, error: Exception, shown: str | None
) -> None:
    table = tables(FakeWords(entry=error))
    await table.room.translate("hello")
    await settle()
    assert table.card.shown == shown


async def test_what_should_not_happen_is_said_and_logged(tables: Any, expected_log: Any) -> None:
    expected_log("Looking up a word ended unexpectedly")
    table = tables(FakeWords(entry=ZeroDivisionError()))
    await table.room.translate("hello")
    await settle()
    assert table.card.shown == "Box could not translate the text."


async def test_turning_it_off_takes_the_card_away_and_turning_it_on_brings_it_back(tables: Any) -> None:
    table = tables()
    table.presenter.follow_settings()
    await table.room.translate("hello")
    await settle()
    table.is_on = False
    table.presenter.follow_settings()
    assert table.card.shown is None
    table.is_on = True
    table.presenter.follow_settings()
    table.presenter.follow_settings()
    await settle()
    assert table.card.shown == ENTRY
    assert len(table.words.asked) == 2
