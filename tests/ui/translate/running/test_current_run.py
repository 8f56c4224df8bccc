"""One translation at a time: it is stopped, it makes way for the next, and paints nothing any more."""

import asyncio

from tests.fakes.engine import ScriptedEngine
from tests.fakes.translator import FakeCurrentService, completed
from tests.support.waiting import settle
from tests.ui.translate.room import NO_REST, Room, room_that_waits
from translator.translation.ports import TextDelta
from translator.translation.request import (
    Began,
    BlockOrigin,
    BlocksDone,
    Completed,
    FinishedBlock,
    TextAdded,
    Translation,
    TranslationRequest,
)
from translator.translation.translate_text import TranslateText
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.rests import Rests

# Stop


async def test_stop_closes_the_stream_and_keeps_what_came() -> None:
    room, _ = room_that_waits()
    await room.translate("hello")

    room.presenter.stop()
    assert not room.presenter.is_running
    await settle()

    assert room.translator.left == 1
    assert room.screen.target == "Hal"
    assert room.screen.broken_off is True
    assert room.presenter.translation.text == "Hal"
    assert (room.screen.meta, room.screen.status) == ("Stopped", ("Stopped", "idle"))
    assert (room.screen.progress, room.screen.lit, room.screen.running) == (None, None, False)


async def test_stop_closes_the_engines_stream() -> None:
    engine = ScriptedEngine([[TextDelta("Hal"), float("inf")]])
    room = Room()
    current = FakeCurrentService(TranslateText(engine))
    presenter = TranslatePresenter(room.screen, room.languages, current, room.endings, rests=NO_REST)
    room.screen.source = "hello"
    presenter.translate()
    await settle()

    presenter.stop()
    await settle()

    assert engine.closed == 1


async def test_stop_before_any_text_marks_nothing() -> None:
    gate = asyncio.Event()
    room = Room([gate])
    await room.translate("hello")

    room.presenter.stop()

    assert room.screen.broken_off is False


async def test_stop_with_nothing_to_stop_says_nothing() -> None:
    room = Room()

    room.presenter.stop()

    assert room.screen.statuses == []


async def test_close_leaves_nothing_running() -> None:
    room, _ = room_that_waits()
    await room.translate("hello")

    await room.presenter.close()

    assert room.translator.left == 1


async def test_a_quick_translation_never_shows_stop() -> None:
    room = Room(completed("Hallo"))

    await room.translate("hello")

    assert True not in room.screen.ran


async def test_what_the_memory_has_is_seen_before_anything_is_said() -> None:
    known = FinishedBlock(0, "hello", "Hallo", BlockOrigin.MEMORY)
    hit = [Began([(0, 5)], "Hallo", (), (known,)), BlocksDone(1), Completed(Translation("Hallo", finished=(known,)))]
    room = Room(hit, rests=Rests(0, 0, stop=3600, say=3600))

    await room.translate("hello")

    assert room.screen.statuses == [("Ready", "ready")]
    assert room.screen.from_memory == (1, 1)


async def test_a_slow_translation_shows_stop_until_it_ends() -> None:
    room, gate = room_that_waits(rests=Rests(0, 0, stop=0))

    await room.translate("hello")
    assert room.screen.running
    gate.set()
    await settle()

    assert not room.screen.running


async def test_stop_is_not_offered_for_what_was_stopped_at_once() -> None:
    room, _ = room_that_waits(rests=Rests(0, 0, stop=0))
    room.screen.source = "hello"
    room.presenter.translate()
    await asyncio.sleep(0)

    room.presenter.stop()
    await settle()

    assert not room.screen.running


# Only the current one paints


async def test_a_new_edit_ends_the_translation_on_its_way() -> None:
    room, gate = room_that_waits()
    await room.translate("hello")

    room.screen.type("hello you")
    gate.set()
    await settle()

    assert room.translator.left == 1
    assert room.screen.target == "Hal"
    assert room.presenter.translation.text == "Hal"


async def test_a_new_translation_takes_the_place_of_the_old() -> None:
    room, gate = room_that_waits()
    await room.translate("hello")

    room.presenter.translate()
    gate.set()
    await settle()

    assert room.translator.left == 1
    assert room.screen.target == "Zweite"
    assert room.screen.awaited == 2


async def test_an_old_one_that_is_slow_to_let_go_paints_nothing() -> None:
    class Stubborn:
        """Goes on telling for a while after it was asked to stop."""

        def __init__(self) -> None:
            self.gate = asyncio.Event()
            self.runs = 0

        async def run(self, request: TranslationRequest):
            self.runs += 1
            if self.runs > 1:
                for event in completed("new"):
                    yield event
                return
            try:
                yield TextAdded("old", 0)
                await asyncio.Event().wait()
            finally:
                await self.gate.wait()

    stubborn = Stubborn()
    room = Room()
    presenter = TranslatePresenter(
        room.screen, room.languages, FakeCurrentService(stubborn), room.endings, rests=NO_REST
    )
    room.screen.source = "hello"
    presenter.translate()
    await settle()
    presenter.translate()
    await settle()
    stubborn.gate.set()
    await settle()

    assert room.screen.target == "new"
    assert presenter.translation.text == "new"
    assert room.screen.status == ("Ready", "ready")
