"""Alternatives, asked for and chosen, among fakes."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from typing import Any

import pytest

from tests.fakes.translator import Step
from tests.fakes.words import FakeWordEngines, FakeWords
from tests.support.waiting import settle
from tests.ui.translate.room import Room
from tests.ui.words.fake_screens import FakePanel
from translator.language.tag import LanguageTag
from translator.settings import Service, Style
from translator.text.blocks import cut
from translator.translation.errors.keys import KeyMissing
from translator.translation.request import (
    BlockOrigin,
    BlockSettled,
    Completed,
    FinishedBlock,
    TextAdded,
    Translation,
)
from translator.translation.words.alternatives import Alternative, NoAlternatives, WhyNone
from translator.ui.translate.editing.hand_editing import HandEditing
from translator.ui.words.alternatives_presenter import AlternativesPresenter

SERVICE = Service("box", "Box", masks_private=True)
CHOICES = (Alternative("liebe", "stronger", "Ich liebe es."), Alternative("schätze", "", "Ich schätze es."))
SOURCE = "hello hallo\nhello hola"
TARGET = "Guten Tag.\nIch mag es."
STYLE = Style("formal")


def translated(source: str = SOURCE, target: str = TARGET) -> list[Step]:
    blocks = cut(source).blocks
    finished = [
        FinishedBlock(n, block.text, line)
        for n, (block, line) in enumerate(zip(blocks, target.split("\n"), strict=True))
    ]
    steps: list[Step] = []
    for block in finished:
        gap = len(blocks[block.index].gap)
        steps += [TextAdded(blocks[block.index].gap + block.target, block.index, gap), BlockSettled(block)]
    return [*steps, Completed(Translation(target, finished=finished))]


class Table:
    """A person who looks at a translation of two lines."""

    def __init__(self, words: FakeWords, *, runs: Sequence[Sequence[Step]] = ()) -> None:
        self.room = Room(*(runs or [translated()]))
        self.room.current.service = SERVICE
        self.panel = FakePanel()
        self.words = words
        self.engines = FakeWordEngines(words)
        self.by_hand = HandEditing(self.room.screen, self.room.presenter)
        self.presenter = AlternativesPresenter(
            self.panel, self.room.presenter, self.by_hand, self.room.editing, self.room.current, self.engines,
            lambda: STYLE, LanguageTag("en"),
        )  # fmt: skip

    async def ask(self, words: str = "mag") -> None:
        start = self.room.screen.target.index(words)
        self.presenter.ask((start, start + len(words)))
        await settle()

    @property
    def target(self) -> str:
        return self.room.screen.target

    async def close(self) -> None:
        await self.presenter.close()
        await self.by_hand.close()
        await self.room.close()


@pytest.fixture
async def tables() -> AsyncIterator[Any]:
    made: list[Table] = []

    async def lay(words: FakeWords | None = None, *, is_translated: bool = True) -> Table:
        table = Table(words or FakeWords(alternatives=CHOICES))
        made.append(table)
        if is_translated:
            await table.room.translate(SOURCE)
            assert table.target == TARGET
        return table

    yield lay
    for table in made:
        await table.close()


async def test_the_block_the_part_and_the_wishes_are_asked_about(tables: Any) -> None:
    table = await tables()
    await table.ask()
    request = table.words.asked[0]
    assert (request.source, request.target, request.part) == ("hello hola", "Ich mag es.", (4, 7))
    assert (request.style, request.gloss_language, request.masks_private) == (STYLE, LanguageTag("en"), True)
    assert request.languages.target == LanguageTag("de")
    assert table.engines.services == [SERVICE]
    assert (table.panel.waiting, table.panel.shown) == ("mag", CHOICES)


async def test_what_is_chosen_takes_the_place_of_the_block_and_is_the_users(tables: Any) -> None:
    table = await tables()
    await table.ask()
    table.presenter.choose(0)
    assert table.target == "Guten Tag.\nIch liebe es."
    assert table.room.presenter.shown.layout.slots[1].finished.origin is BlockOrigin.USER
    assert table.room.screen.status == ("Now it says “liebe”", "ready")
    assert table.room.screen.edited_spans == [(11, 24)]
    assert table.panel.shown is None


async def test_the_choice_can_be_undone(tables: Any) -> None:
    table = await tables()
    await table.ask()
    table.presenter.choose(1)
    assert table.room.screen.undo_offered
    table.room.editing.undo()
    assert table.target == TARGET
    assert table.room.presenter.shown.layout.slots[1].finished.origin is BlockOrigin.SERVICE
    assert (table.room.screen.edited_spans, table.room.screen.undo_offered) == ([], False)
    assert not table.room.editing.undo_change()


async def test_what_was_changed_since_is_not_undone(tables: Any) -> None:
    table = await tables()
    await table.ask()
    table.presenter.choose(0)
    table.by_hand.replace_block(1, "Ich habe es.")
    assert not table.room.editing.undo_change()
    assert table.target == "Guten Tag.\nIch habe es."


async def test_an_edit_of_the_source_takes_the_offer_to_undo_away(tables: Any) -> None:
    table = await tables()
    await table.ask()
    table.presenter.choose(0)
    table.room.screen.type("hola")
    assert not table.room.screen.undo_offered
    assert not table.room.editing.undo_change()


@pytest.mark.parametrize("place", [-1, 2, 7])
async def test_what_is_not_there_cannot_be_chosen(tables: Any, place: int) -> None:
    table = await tables()
    await table.ask()
    table.presenter.choose(place)
    assert (table.target, table.panel.shown) == (TARGET, CHOICES)


async def test_a_block_that_says_something_else_by_now_is_left_alone(tables: Any) -> None:
    table = await tables()
    await table.ask()
    table.room.presenter.shown.use_mine(1, "Ich habe es.")
    table.presenter.choose(0)
    assert table.target == "Guten Tag.\nIch habe es."
    assert table.panel.shown == "The translation has changed meanwhile."


async def test_blanks_before_the_part_belong_to_no_other_block(tables: Any) -> None:
    table = await tables()
    await table.ask("\nIch")
    assert (table.words.asked[0].target, table.words.asked[0].part) == ("Ich mag es.", (0, 3))


async def test_a_part_of_two_blocks_is_asked_about_in_the_first(tables: Any) -> None:
    table = await tables()
    await table.ask("Tag.\nIch")
    assert (table.words.asked[0].target, table.words.asked[0].part) == ("Guten Tag.", (6, 10))


async def test_nothing_is_asked_about_blanks(tables: Any) -> None:
    table = await tables()
    await table.ask("\n")
    assert (table.words.asked, table.panel.shown) == ([], None)


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (NoAlternatives(WhyNone.NONE_OFFERED), "No other way to say it was found."),
        (NoAlternatives(WhyNone.NO_WORDS), "Select a word or a phrase of one sentence."),
        (NoAlternatives(WhyNone.PRIVATE), "This part stays on this computer and is not sent."),
        (KeyMissing("Box"), "No key is stored for Box."),
    ],
)
async def test_why_there_is_nothing_to_choose_from_is_said(tables: Any, error: Exception, sentence: str) -> None:
    table = await tables(FakeWords(alternatives=error))
    await table.ask()
    assert table.panel.shown == sentence
    table.presenter.choose(0)
    assert table.target == TARGET


async def test_what_should_not_happen_is_said_and_logged(tables: Any, expected_log: Any) -> None:
    expected_log("Alternatives ended unexpectedly")
    table = await tables(FakeWords(alternatives=ZeroDivisionError()))
    await table.ask()
    assert table.panel.shown == "Box could not translate the text."


async def test_closing_ends_the_request(tables: Any) -> None:
    words = FakeWords(alternatives=CHOICES)
    words.gate = asyncio.Event()
    table = await tables(words)
    await table.ask()
    assert table.panel.shown == "waiting"
    table.presenter.cancel()
    await settle()
    assert (words.left, table.panel.shown) == (1, None)


async def test_a_later_question_ends_the_one_before(tables: Any) -> None:
    words = FakeWords(alternatives=CHOICES)
    words.gate = asyncio.Event()
    table = await tables(words)
    await table.ask()
    await table.ask("Tag")
    assert (words.left, table.panel.waiting) == (1, "Tag")


async def test_translating_closes_the_panel(tables: Any) -> None:
    table = await tables()
    await table.ask()
    table.room.screen.source = ""
    table.room.presenter.translate()
    assert table.panel.shown is None


async def test_the_demo_is_not_asked(tables: Any) -> None:
    table = await tables()
    table.room.current.service = Service("demo", "Demo")
    assert not table.presenter.can_ask
    await table.ask()
    assert (table.words.asked, table.panel.shown) == ([], "The demo has no other words. Choose a service.")


async def test_a_text_of_which_the_blocks_are_not_known_is_not_asked_about(tables: Any) -> None:
    table = await tables()
    assert table.presenter.can_ask
    table.room.presenter.shown.show_instead(Translation("Ich mag es."))
    await table.ask()
    assert (table.words.asked, table.panel.shown) == ([], "This part is not translated in full yet.")
