"""When a text is translated, what is shown meanwhile, and that nothing of the past is shown after it."""

import asyncio

import pytest

from tests.fakes.engine import ScriptedEngine, reply
from tests.fakes.translator import FakeCurrentService, completed
from tests.support.waiting import settle, until
from tests.ui.translate.room import NO_REST, Room, room_that_waits, tag
from translator.translation.errors.base import TranslationError
from translator.translation.errors.keys import KeyMissing
from translator.translation.errors.limits import RateLimited
from translator.translation.request import (
    Began,
    BlockOrigin,
    BlocksDone,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    Translation,
    TranslationRequest,
    Usage,
)
from translator.translation.translate_text import TranslateText
from translator.ui.translate.presenter import TranslatePresenter


async def test_a_text_is_translated_as_it_comes_and_what_it_took_is_told() -> None:
    usage = Usage(30, 12, requests=1)
    ending = Completed(Translation("Hallo", usage=usage, model="m-1"))
    room = Room([Began([(0, 5)]), TextAdded("Hal", 0), TextAdded("lo", 0), BlocksDone(1), ending])

    await room.translate("hello")

    assert room.translator.requests == [TranslationRequest("hello", tag("de"), tag("en"), source_is_guess=True)]
    assert room.screen.target == "Hallo"
    assert room.screen.broken_off is False
    assert room.screen.meta == "m-1 · 0.0 s · 42 tokens"
    assert room.screen.status == ("Ready", "ready")
    assert room.presenter.translation.text == "Hallo"
    assert not room.presenter.is_running


async def test_the_seconds_are_the_clocks() -> None:
    room, gate = room_that_waits()
    await room.translate("hello")
    room.time.seconds = 2.25
    gate.set()
    await settle()

    assert room.screen.meta == "2.2 s"


async def test_no_text_is_said_and_nothing_is_asked() -> None:
    room = Room()

    await room.translate(" \n ")

    assert room.screen.status == ("There is no text to translate yet.", "idle")
    assert room.screen.focused
    assert room.translator.requests == []


async def test_a_text_of_which_nothing_is_seen_is_said_and_not_asked_for() -> None:
    room = Room()

    await room.translate("\u200b\u200d \ufeff")

    assert room.screen.status == ("There are only blanks and invisible characters here.", "idle")
    assert room.screen.focused
    assert (room.translator.requests, room.screen.target) == ([], "")


async def test_the_model_that_answered_is_remembered() -> None:
    room = Room(completed("Hallo", model="m-7"))

    await room.translate("hello")

    assert room.current.used == ["m-7"]


async def test_what_came_from_the_memory_is_counted_among_what_there_was_to_translate() -> None:
    blocks = tuple(
        FinishedBlock(at, "hello", "Hallo", origin)
        for at, origin in enumerate([BlockOrigin.MEMORY, BlockOrigin.SERVICE, BlockOrigin.UNCHANGED])
    )
    text = "Hallo\nHallo\nHallo"
    room = Room([Began([], known=blocks), Completed(Translation(text, finished=blocks))], [asyncio.Event()])
    await room.translate("hello\nhello\nhello")
    assert room.screen.from_memory == (1, 2)

    room.presenter.translate_afresh()
    await settle()
    assert room.screen.from_memory == (0, 0)
    await room.close()


async def test_whoever_listens_is_told_how_it_ended() -> None:
    room = Room(completed("Hallo"))
    told: list[tuple[str, str]] = []
    room.presenter.listen(lambda request, ending: told.append((request.text, type(ending).__name__)))
    await room.translate("hello")

    assert told == [("hello", "Completed")]


async def test_a_translation_that_is_brought_back_has_its_blocks_again() -> None:
    blocks = (FinishedBlock(0, "hello", "Hallo", key=b"1"), FinishedBlock(1, "world", "Welt", key=b"2"))
    room = Room([asyncio.Event()])
    room.screen.source = "hello\nworld\n"
    room.presenter.show_translation(Translation("Hallo\nWelt\n", finished=blocks))
    room.presenter.linked.point_at("source", 7)
    assert (room.screen.target, room.screen.lit_target) == ("Hallo\nWelt\n", (6, 10))

    room.presenter.translate()
    await settle()
    assert room.translator.requests[0].finished == blocks
    await room.close()


async def test_a_text_that_is_not_made_up_of_blocks_is_brought_back_as_it_is() -> None:
    room = Room()
    room.screen.source = "hello\nworld"
    room.presenter.show_translation(Translation("Hallo, W", finished=(FinishedBlock(0, "hello", "Hallo"),)))

    assert room.screen.target == room.presenter.translation.text == "Hallo, W"
    assert room.presenter.translation.finished == ()


async def test_typing_moves_what_is_linked() -> None:
    blocks = (FinishedBlock(0, "hello", "Hallo"), FinishedBlock(1, "world", "Welt"))
    room = Room([Began([], known=blocks), Completed(Translation("Hallo\nWelt", finished=blocks))])
    await room.translate("hello\nworld")
    room.screen.type("hello you\nworld")
    room.presenter.linked.point_at("target", 7)
    assert room.screen.lit == (10, 15)

    room.presenter.linked.point_at("target", 2)
    assert room.screen.lit is None
    await room.close()


# Languages


async def test_a_text_in_the_target_language_takes_the_second_language_and_the_status_says_so() -> None:
    room = Room([asyncio.Event()])

    await room.translate("hallo du")

    assert room.translator.requests[0].target == tag("en")
    assert room.screen.languages == ("de", "en-US")
    assert room.screen.status == ("The text is in German: translating into English", "ready")
    await room.close()


async def test_that_the_target_was_switched_is_said_for_as_long_as_text_comes() -> None:
    gate = asyncio.Event()
    room = Room([TextAdded("He", 0), gate, *completed("Hello")])

    await room.translate("hallo du")
    assert room.screen.target == "He"
    assert room.screen.status == ("The text is in German: translating into English", "ready")
    gate.set()
    await settle()

    assert room.screen.status == ("Ready", "ready")


async def test_an_uncertain_language_switches_nothing_and_is_not_claimed() -> None:
    room = Room(completed("?"))

    await room.translate("hallo?")

    assert room.translator.requests == [TranslationRequest("hallo?", tag("de"), None)]


async def test_where_no_other_language_is_left_it_is_said_that_the_text_is_there_already() -> None:
    room = Room(system="en")
    room.languages.choose_target(tag("en"))

    await room.translate("hello")

    assert room.translator.requests == []
    assert room.screen.notice is not None
    assert room.screen.notice.sentence == "The text is already in English."
    room.screen.notice.press("chooseTargetButton")
    assert room.done == ["choose_target"]


async def test_a_text_that_is_there_already_stops_what_was_on_its_way() -> None:
    gate = asyncio.Event()
    room = Room([TextAdded("Hal", 0), gate], system="en")
    await room.translate("hello")
    room.languages.choose_target(tag("en"))

    room.presenter.translate()
    await settle()

    assert not room.presenter.is_running
    assert room.translator.left == 1


async def test_a_fault_of_our_own_leaves_no_pane_waiting(expected_log) -> None:
    expected_log("ERROR translator.ui.translate.running.run: A translation ended unexpectedly")
    room = Room()  # a translator that expects no run

    await room.translate("hello")

    assert not room.presenter.is_running
    assert room.screen.notice is not None
    assert room.screen.notice.severity == "error"


# Endings


async def test_an_incomplete_translation_keeps_its_text_and_says_why() -> None:
    partial = Translation("Hal", model="m-1")
    room = Room([TextAdded("Hal", 0), Incomplete(IncompleteReason.LENGTH, partial)])

    await room.translate("hello")

    assert room.screen.target == "Hal"
    assert room.screen.broken_off is True
    assert room.screen.status == ("Incomplete", "warning")
    assert room.screen.meta == "Incomplete · 0.0 s"
    assert room.screen.notice is not None
    assert room.screen.notice.severity == "warning"
    assert room.screen.notice.sentence.startswith("Incomplete: the model stopped at its length limit.")
    assert room.screen.notice.buttons == ["continueButton", "retryButton", "keepPartialButton"]
    assert room.presenter.translation == partial


@pytest.mark.parametrize("error", [KeyMissing("OpenAI"), RateLimited("OpenAI")])
async def test_an_engine_that_cannot_be_had_is_a_failure(error: TranslationError) -> None:
    room = Room()
    room.current.failure = error

    await room.translate("hello")

    assert room.screen.status == ("Not translated", "error")
    assert room.screen.notice is not None
    assert room.screen.running is False


async def test_a_failure_leaves_no_translation_and_no_model() -> None:
    room = Room([Failed(KeyMissing("OpenAI"))])

    await room.translate("hello")

    assert room.screen.broken_off is False
    assert room.presenter.translation.text == ""
    assert room.current.used == []


async def test_the_next_translation_takes_the_old_notice_away() -> None:
    room = Room([Failed(KeyMissing("OpenAI"))], completed("Hallo"))
    await room.translate("hello")

    room.presenter.translate()
    await settle()

    assert room.screen.notice is None
    assert room.screen.target == "Hallo"


async def test_a_translation_waits_for_its_engine_and_can_be_stopped_meanwhile() -> None:
    room = Room()
    room.current.gate = asyncio.Event()
    await room.translate("hello")
    assert room.presenter.is_running
    assert room.screen.status == ("Translating", "ready")

    room.presenter.stop()
    room.current.gate.set()
    await settle()

    assert room.translator.requests == []


async def test_blocks_of_a_real_run_are_counted_and_lit() -> None:
    engine = ScriptedEngine([reply("Hallo\n", "Welt")])
    room = Room()
    current = FakeCurrentService(TranslateText(engine))
    presenter = TranslatePresenter(room.screen, room.languages, current, room.endings, rests=NO_REST)
    room.screen.source = "hello\n\nworld"

    presenter.translate()
    await until(lambda: None in room.screen.all_lit)

    assert room.screen.target == "Hallo\n\nWelt"
    assert room.screen.all_lit == [(0, 5), (7, 12), None]
    assert "2 of 2 paragraphs" in room.screen.metas
