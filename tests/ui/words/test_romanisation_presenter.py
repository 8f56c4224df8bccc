"""Latin letters below a translation, among fakes."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.fakes.translator import completed
from tests.fakes.words import FakeWordEngines, FakeWords
from tests.support.waiting import settle, until
from tests.ui.translate.room import Room, tag
from tests.ui.words.fake_screens import FakeCard
from translator.settings import Service
from translator.translation.errors.keys import KeyMissing
from translator.translation.words.reading import NoReading, Reading, ReadingRequest
from translator.ui.words.romanisation_presenter import LONGEST, RomanisationPresenter

READING = Reading("とうきょう", "Tōkyō")
BOX = Service("box", "Box")


class Table:
    def __init__(self, *targets: str, language: str = "ru", reading: object = READING) -> None:
        self.room = Room(*(completed(text) for text in targets))
        self.room.languages.choose_target(tag(language))
        self.screen = FakeCard()
        self.is_on = True
        self.rests: list[float] = []
        self.gate: asyncio.Event | None = None
        self.words = FakeWords(reading=reading)
        self.presenter = RomanisationPresenter(
            self.screen, self.room.presenter, self.room.current, FakeWordEngines(self.words), lambda: self.is_on,
            self._sleep,
        )  # fmt: skip

    async def _sleep(self, seconds: float) -> None:
        self.rests.append(seconds)
        if self.gate is not None:
            await self.gate.wait()

    async def translate(self) -> None:
        await self.room.translate("hello")
        self.presenter.follow()

    async def offer(self) -> None:
        """Translate by a service, and wait until the reading is offered."""
        self.room.current.service = BOX
        await self.translate()
        await until(lambda: self.screen.reading is not None)

    async def close(self) -> None:
        await self.presenter.close()
        await self.room.close()


@pytest.fixture
async def tables() -> AsyncIterator[Any]:
    made: list[Table] = []

    def lay(*targets: str, language: str = "ru", reading: object = READING) -> Table:
        made.append(Table(*targets, language=language, reading=reading))
        return made[-1]

    yield lay
    for table in made:
        await table.close()


async def test_a_short_translation_is_romanised_after_a_rest(tables: Any) -> None:
    table = tables("Привет")
    await table.translate()
    await until(lambda: bool(table.screen.lines))
    assert table.screen.lines == ["Privet"]
    assert table.rests == [0.15]


async def test_while_more_comes_only_the_last_text_is(tables: Any) -> None:
    table = tables("Привет")
    table.gate = asyncio.Event()
    await table.translate()
    table.presenter.follow()
    await settle()
    table.gate.set()
    await until(lambda: bool(table.screen.lines))
    assert table.screen.lines == ["Privet"]


async def test_the_line_goes_when_it_is_not_wanted_any_more(tables: Any) -> None:
    table = tables("Привет")
    await table.translate()
    await until(lambda: bool(table.screen.lines))
    table.is_on = False
    table.presenter.follow()
    table.presenter.follow()
    assert table.screen.lines == ["Privet", ""]


async def test_where_nobody_wants_it_nothing_is_shown(tables: Any) -> None:
    table = tables("Привет")
    table.is_on = False
    await table.translate()
    await settle()
    assert (table.screen.lines, table.rests) == ([], [])


@pytest.mark.parametrize(("text", "language"), [("Hallo", "de"), ("П" * (LONGEST + 1), "ru"), ("漢字", "ja")])
async def test_a_long_text_or_one_that_cannot_be_romanised_has_no_line(tables: Any, text: str, language: str) -> None:
    table = tables(text, language=language)
    await table.translate()
    await until(lambda: not table.presenter._tasks.is_running("romanise"))
    assert (table.screen.lines, table.screen.reading) == ([], None)


async def test_kanji_are_read_by_the_service_but_only_when_that_is_asked_for(tables: Any) -> None:
    table = tables("東京", language="ja")
    await table.offer()
    assert (table.screen.reading, table.words.asked) == ("offered: ", [])
    table.presenter.ask_reading()
    assert table.screen.reading == "waiting"
    await settle()
    assert table.words.asked == [ReadingRequest("東京", tag("ja"), BOX.masks_private)]
    assert table.screen.reading == READING
    table.presenter.follow()  # nothing is another
    await settle()
    assert table.screen.reading == READING


async def test_the_demo_is_not_asked_even_if_it_comes_after_the_offer(tables: Any) -> None:
    table = tables("東京", language="ja")
    await table.offer()
    table.room.current.service = Service("demo", "Demo")
    table.presenter.ask_reading()
    await until(lambda: table.screen.reading is None)
    assert table.words.asked == []


@pytest.mark.parametrize("text", ["ひらがな", "東" * (LONGEST + 1)])
async def test_what_needs_no_reading_or_is_long_has_no_offer(tables: Any, text: str) -> None:
    table = tables(text, language="ja")
    table.room.current.service = BOX
    await table.translate()
    await until(lambda: not table.presenter._tasks.is_running("romanise"))
    assert table.screen.reading is None
    table.presenter.ask_reading()
    assert table.words.asked == []


@pytest.mark.parametrize(
    ("error", "said"), [(NoReading(), "No reading was found."), (KeyMissing("Box"), "No key is stored for Box.")]
)
async def test_a_fault_is_said_in_the_line_and_it_can_be_asked_again(tables: Any, error: Exception, said: str) -> None:
    table = tables("東京", language="ja", reading=error)
    await table.offer()
    table.presenter.ask_reading()
    await settle()
    assert table.screen.reading == f"offered: {said}"
    table.presenter.ask_reading()
    await settle()
    assert len(table.words.asked) == 2


async def test_what_should_not_happen_is_said_and_logged(tables: Any, expected_log: Any) -> None:
    expected_log("Asking for a reading ended unexpectedly")
    table = tables("東京", language="ja", reading=ZeroDivisionError())
    await table.offer()
    table.presenter.ask_reading()
    await settle()
    assert table.screen.reading == "offered: Box could not translate the text."


async def waiting(table: Table) -> None:
    table.words.gate = asyncio.Event()
    await table.offer()
    table.presenter.ask_reading()
    await settle()
    assert table.screen.reading == "waiting"


async def test_escape_ends_the_request_and_leaves_the_offer(tables: Any) -> None:
    table = tables("東京", language="ja")
    await waiting(table)
    table.presenter.cancel_reading()
    await settle()
    assert (table.words.left, table.screen.reading) == (1, "offered: ")


async def test_escape_takes_no_reading_away_that_is_there(tables: Any) -> None:
    table = tables("東京", language="ja")
    await table.offer()
    table.presenter.ask_reading()
    await settle()
    table.presenter.cancel_reading()
    assert table.screen.reading == READING


async def test_hiding_the_line_ends_the_request(tables: Any) -> None:
    table = tables("東京", language="ja")
    await waiting(table)
    table.is_on = False
    table.presenter.follow()
    await settle()
    assert (table.words.left, table.screen.reading) == (1, None)


async def test_another_translation_ends_the_request(tables: Any) -> None:
    table = tables("東京", "大阪", language="ja")
    await waiting(table)
    await table.room.translate("hola")
    assert (table.words.left, table.screen.reading) == (1, None)


async def test_what_is_still_being_translated_is_not_asked_about(tables: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tables("東京", language="ja")
    await table.offer()
    monkeypatch.setattr(type(table.room.presenter), "is_running", True)
    table.presenter.ask_reading()
    assert table.screen.reading == "offered: The text is not translated in full yet."
    assert table.words.asked == []
