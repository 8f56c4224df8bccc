"""Latin letters below a translation, among fakes."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest

from tests.fakes.translator import completed
from tests.ui.translate.room import Room, tag
from tests.ui.waiting import settle, until
from tests.ui.words.fake_screens import FakeCard
from translator.ui.words.romanisation_presenter import LONGEST, RomanisationPresenter


class Table:
    def __init__(self, *targets: str, language: str = "ru") -> None:
        self.room = Room(*(completed(text) for text in targets))
        self.room.languages.choose_target(tag(language))
        self.screen = FakeCard()
        self.is_on = True
        self.rests: list[float] = []
        self.gate: asyncio.Event | None = None
        self.presenter = RomanisationPresenter(self.screen, self.room.presenter, lambda: self.is_on, self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.rests.append(seconds)
        if self.gate is not None:
            await self.gate.wait()

    async def translate(self) -> None:
        await self.room.translate("hello")
        self.presenter.follow()

    async def close(self) -> None:
        await self.presenter.close()
        await self.room.close()


@pytest.fixture
async def tables() -> AsyncIterator[Any]:
    made: list[Table] = []

    def lay(*targets: str, language: str = "ru") -> Table:
        made.append(Table(*targets, language=language))
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
    assert table.screen.lines == []
