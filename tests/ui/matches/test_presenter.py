"""What is looked for in the memory, when, and what is done with it."""

import asyncio
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from tests.support.waiting import settle
from translator.language.tag import LanguagePair, LanguageTag
from translator.text.blocks import cut
from translator.text.difference import TextEdit
from translator.translation.memory.unit import FuzzyMatch, TranslationUnit, UnitOrigin
from translator.translation.request import FinishedBlock
from translator.ui.matches.differences import Kind, Piece
from translator.ui.matches.presenter import LOOK_AFTER, MatchesPresenter
from translator.ui.matches.screen import MatchRow
from translator.ui.matches.words import spoken
from translator.ui.translate.linked.linked import LinkMap
from translator.ui.translate.target.target_layout import TargetLayout
from translator.ui.vocabulary import State

EN, DE = LanguageTag("en"), LanguageTag("de")
PAIR = LanguagePair(EN, DE)
NOW = datetime(2026, 5, 3, 12, tzinfo=UTC)
TEXT = "One cup.\nTwo cups."
NOTHING = "The memory has nothing like this block."


def match(source: str, score: int = 90, origin: UnitOrigin = UnitOrigin.EDITED) -> FuzzyMatch:
    unit = TranslationUnit(EN, DE, source, source.upper(), origin, NOW - timedelta(minutes=5), "seen")
    return FuzzyMatch(unit, score)


class Room:
    """A text of two blocks, a memory, and time that passes when a test says so."""

    def __init__(self, *matches: FuzzyMatch, languages: LanguagePair = PAIR) -> None:
        self.rows: list[MatchRow] = []
        self.words = ""
        self.statuses: list[str] = []
        self.asked: list[str] = []
        self.replaced: list[tuple[int, str]] = []
        self.matches = matches
        self.languages = languages
        self.running = False
        self.sleeps: list[float] = []
        self._rested = asyncio.Event()
        layout = TargetLayout(cut(TEXT), sentences_spaced=True)
        layout.finish([FinishedBlock(0, "One cup.", "Eine Tasse."), FinishedBlock(1, "Two cups.", "Zwei Tassen.")])
        self.links: LinkMap | None = LinkMap(layout, cut(TEXT).spans())
        self.presenter = MatchesPresenter(
            self, self, lambda: self.links, lambda: self.running, self._replace, self, self._sleep, lambda: NOW
        )

    def _replace(self, block: int, text: str) -> None:
        self.replaced.append((block, text))

    def show_matches(self, rows: Sequence[MatchRow], words: str = "") -> None:
        self.rows, self.words = list(rows), words

    def show_status(self, text: str, state: State) -> None:
        self.statuses.append(text)

    async def similar(self, text: str, languages: LanguagePair, most: int = 3) -> Sequence[FuzzyMatch]:
        self.asked.append(text)
        return self.matches

    async def _sleep(self, seconds: float) -> None:
        self.sleeps.append(seconds)
        await self._rested.wait()

    async def rest(self) -> None:
        """Let pointer and caret rest."""
        await settle()
        self._rested.set()
        await settle()
        self._rested.clear()

    async def open_at(self, position: int) -> None:
        self.presenter.set_open(is_open=True)
        self.presenter.follow_caret("source", position)
        await self.rest()


async def test_what_is_like_the_block_with_the_caret_is_shown() -> None:
    room = Room(match("One mug."))

    await room.open_at(3)

    assert room.asked == ["One cup."]
    assert room.sleeps == [LOOK_AFTER]
    pieces = (Piece("One "), Piece("mug", Kind.GONE), Piece("cup", Kind.NEW), Piece("."))
    assert room.rows == [MatchRow(90, pieces, "ONE MUG.", "90 % · Edited by you · 5 minutes ago · seen")]
    assert spoken(room.rows[0]).startswith("90 % · Edited by you · 5 minutes ago · seen. One [not: mug][but: cup]..")


async def test_in_other_languages_it_is_looked_for_anew() -> None:
    room = Room(match("One mug."))
    await room.open_at(3)
    room.languages = LanguagePair(EN, LanguageTag("fr"))
    room.matches = ()
    room.presenter.refresh()
    await room.rest()

    assert room.asked == ["One cup.", "One cup."]
    assert (room.rows, room.words) == ([], NOTHING)


async def test_the_pointer_counts_for_more_than_the_caret() -> None:
    room = Room()
    await room.open_at(3)

    room.presenter.point_at("target", 15)
    await room.rest()
    assert room.asked == ["One cup.", "Two cups."]
    room.presenter.point_at("target", None)
    await room.rest()
    assert room.asked == ["One cup.", "Two cups."]  # nobody points at anything, and the list stays to be used
    room.presenter.follow_caret("target", 2)
    await room.rest()
    assert room.asked[-1] == "One cup."


async def test_a_pointer_that_only_passes_looks_for_nothing() -> None:
    room = Room()
    await room.open_at(3)

    room.presenter.point_at("source", 12)
    await settle()
    room.presenter.point_at("source", 2)
    await room.rest()

    assert room.asked == ["One cup."]


async def test_moving_within_a_block_looks_once() -> None:
    room = Room()
    room.presenter.set_open(is_open=True)
    for position in (1, 2, 3):
        room.presenter.point_at("source", position)
        await settle()

    await room.rest()

    assert room.asked == ["One cup."]
    assert len(room.sleeps) == 1


async def test_closed_it_looks_for_nothing() -> None:
    room = Room()
    room.presenter.follow_caret("source", 1)
    await room.rest()
    assert room.asked == []

    await room.open_at(1)
    room.presenter.follow_caret("source", 12)
    room.presenter.set_open(is_open=False)
    await room.rest()

    assert room.asked == ["One cup."]


async def test_where_nothing_is_alike_it_says_so() -> None:
    room = Room(match("One", score=74))

    await room.open_at(3)

    assert (room.rows, room.words) == ([], NOTHING)


async def test_while_the_source_language_is_not_known_nothing_is_asked() -> None:
    room = Room(match("One mug."), languages=LanguagePair(None, DE))

    await room.open_at(3)

    assert (room.asked, room.words) == ([], NOTHING)


async def test_without_a_translation_there_is_only_a_hint() -> None:
    room = Room()
    room.links = None

    await room.open_at(3)

    assert room.asked == []
    assert room.words == "Put the caret into a block to see what is like it."


async def test_an_edited_block_is_not_looked_for_until_it_is_translated() -> None:
    room = Room()
    assert room.links is not None
    room.links.follow_edit(TextEdit(0, 0, "x"))

    await room.open_at(1)

    assert room.asked == []


async def test_a_match_takes_the_place_of_the_block() -> None:
    room = Room(match("One mug."), match("One bowl."))
    await room.open_at(12)

    room.presenter.use(1)
    room.presenter.use(7)

    assert room.replaced == [(1, "ONE BOWL.")]


async def test_nothing_is_used_while_a_translation_is_on_its_way() -> None:
    room = Room(match("One mug."))
    await room.open_at(3)
    room.running = True

    room.presenter.use(0)

    assert room.replaced == []
    assert room.statuses == ["A match can be used once the translation is there."]


async def test_nothing_is_used_for_a_block_that_is_another_by_now() -> None:
    room = Room(match("One mug."))
    await room.open_at(3)
    assert room.links is not None
    room.links.follow_edit(TextEdit(0, 1, "N"))

    room.presenter.use(0)

    assert room.replaced == []


async def test_a_new_translation_is_looked_at_anew() -> None:
    room = Room()
    await room.open_at(3)
    layout = TargetLayout(cut("Three cups."), sentences_spaced=True)
    layout.finish([FinishedBlock(0, "Three cups.", "Drei Tassen.")])
    room.links = LinkMap(layout, cut("Three cups.").spans())

    room.presenter.refresh()
    await room.rest()

    assert room.asked == ["One cup.", "Three cups."]
    await room.presenter.close()
