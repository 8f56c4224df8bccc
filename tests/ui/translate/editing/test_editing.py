"""Clear and swap: what they do, and that one click brings back what they replaced."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence

import pytest

from tests.fakes.translator import Step, completed
from tests.support.waiting import settle
from tests.ui.translate.room import Room, tag
from translator.text.difference import TextEdit
from translator.translation.errors.connections import Unreachable
from translator.translation.request import (
    Began,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    Translation,
)

# Clear


async def test_clear_empties_both_panes() -> None:
    room = Room(completed("Hallo"))
    await room.translate("hello")

    room.editing.clear()

    assert (room.screen.source, room.screen.target) == ("", "")
    assert room.presenter.translation == Translation("")
    assert room.screen.focused


async def test_clear_is_undone() -> None:
    room = Room(completed("Hallo"))
    await room.translate("hello")
    room.editing.clear()
    await settle()

    room.editing.undo()
    await settle()

    assert (room.screen.source, room.screen.target) == ("hello", "Hallo")
    assert room.presenter.translation.text == "Hallo"


async def test_there_is_nothing_to_undo_after_clearing_nothing() -> None:
    room = Room()

    room.editing.clear()

    assert not room.screen.undo_offered
    assert room.screen.statuses == []


# Undo


async def test_with_nothing_replaced_undo_is_the_editors_own() -> None:
    room = Room()

    room.editing.undo()

    assert room.screen.undone == 1


async def test_an_edit_after_clear_can_be_undone_but_no_more_the_clear_at_one_click() -> None:
    room = Room()
    room.screen.type("old")
    room.editing.clear()
    room.screen.type("n")
    assert not room.screen.undo_offered

    room.editing.undo()

    assert room.screen.source == "n"
    assert room.screen.undone == 1


async def test_undo_brings_back_once() -> None:
    room = Room()
    room.screen.type("old")
    room.editing.clear()

    room.editing.undo()
    room.editing.undo()

    assert room.screen.source == "old"
    assert room.screen.undone == 1


# Swap


async def test_swap_makes_the_translation_the_source_and_translates_it_back() -> None:
    room = Room(completed("hallo du"), completed("hello you"))
    await room.translate("hello you there")

    room.editing.swap()
    await settle()

    assert room.screen.source == "hallo du"
    assert (room.translator.requests[1].source, room.translator.requests[1].target) == (tag("de"), tag("en"))
    assert room.screen.target == "hello you"
    assert room.screen.languages == ("de", "en-US")
    assert room.screen.undo_offered


async def test_swap_is_undone_with_texts_and_languages() -> None:
    room = Room(completed("hallo du"), completed("hello you"))
    await room.translate("hello you there")
    room.editing.swap()
    await settle()

    room.editing.undo()

    assert (room.screen.source, room.screen.target) == ("hello you there", "hallo du")
    assert (room.languages.source, room.languages.target) == (None, tag("de"))
    assert room.screen.languages == ("en-US", "de")


async def test_a_step_is_undone_from_the_translation_too_but_no_edit_of_the_source() -> None:
    room = Room(completed("hallo du"), completed("hello you"))
    await room.translate("hello you there")
    room.editing.swap()
    await settle()

    assert room.editing.undo_step()
    assert (room.screen.source, room.screen.target) == ("hello you there", "hallo du")

    assert not room.editing.undo_step()
    assert room.screen.undone == 0


async def test_swap_while_a_translation_is_on_its_way_leaves_the_source_and_stops_that() -> None:
    room = Room([Began([(0, 9), (10, 19)]), TextAdded("hallo eins", 0), asyncio.Event()])
    await room.translate("hello one\nhello two")

    room.editing.swap()
    await settle()

    assert (room.screen.source, room.screen.target) == ("hello one\nhello two", "")
    assert room.screen.languages == ("de", "en-US")
    assert not room.presenter.is_running
    assert len(room.translator.requests) == 1

    room.editing.undo()

    assert (room.screen.source, room.screen.target) == ("hello one\nhello two", "hallo eins")
    assert room.screen.languages == ("en-US", "de")


async def test_nothing_is_said_to_be_stopped_where_swap_stopped_what_had_not_begun() -> None:
    room = Room([asyncio.Event()])
    await room.translate("hello")

    room.editing.swap()
    await settle()

    assert (room.screen.source, room.screen.meta) == ("hello", "")
    assert room.screen.status == ("Swapped", "ready")


async def test_swap_without_a_translation_turns_the_languages_round_alone() -> None:
    room = Room()
    room.languages.choose_source(tag("fr"))
    room.screen.source = "bonjour"

    room.editing.swap()

    assert room.screen.source == "bonjour"
    assert room.screen.languages == ("de", "fr")
    assert room.screen.status == ("Swapped", "ready")
    assert room.screen.undo_offered


async def test_swap_without_a_translation_is_undone_before_what_was_typed() -> None:
    room = Room()
    room.languages.choose_source(tag("fr"))
    room.screen.type("bonjour")
    room.editing.swap()

    room.editing.undo()

    assert room.screen.languages == ("fr", "de")
    assert (room.screen.source, room.screen.revision, room.screen.undone) == ("bonjour", 1, 0)
    room.editing.undo()
    assert room.screen.undone == 1


async def test_what_is_typed_after_a_swap_without_a_translation_is_undone_alone() -> None:
    room = Room()
    room.languages.choose_source(tag("fr"))
    room.screen.type("bonjour")
    room.editing.swap()
    room.screen.type("bonjour!")

    room.editing.undo()

    assert (room.screen.languages, room.screen.undone) == (("de", "fr"), 1)


# What was not complete


SPANS = [(0, 9), (10, 19)]
BEGUN: Sequence[Step] = [Began(SPANS), TextAdded("hallo eins", 0), TextAdded("\nhallo zw", 1, 1)]
HALF = "hallo eins\nhallo zw"


async def stopped(room: Room) -> None:
    """Let a translation of two paragraphs be stopped in the second."""
    await room.translate("hello one\nhello two")
    room.presenter.stop()
    await settle()


async def put_hola(room: Room) -> None:
    room.editing.put("hola", "Opened t1.txt", room.editing.begin_step())


async def swap(room: Room) -> None:
    room.editing.swap()
    await settle()


async def clear(room: Room) -> None:
    room.editing.clear()


@pytest.mark.parametrize("replaces", [swap, clear, put_hola])
async def test_half_a_translation_comes_back_as_half_a_one_that_can_be_gone_on_with(
    replaces: Callable[[Room], Awaitable[None]],
) -> None:
    rest = [Began(SPANS), TextAdded("\nhallo zwei", 1, 1), Completed(Translation("hallo eins\nhallo zwei"))]
    room = Room([*BEGUN, asyncio.Event()], *([completed("hello")] if replaces is swap else []), rest)
    await stopped(room)

    await replaces(room)
    room.editing.undo()

    assert (room.screen.source, room.screen.target) == ("hello one\nhello two", HALF)
    assert (room.screen.broken_off, room.screen.gaps, room.screen.marked) == (True, [len(HALF)], [(10, 19)])
    assert room.screen.status == ("Stopped", "idle")
    assert room.screen.notice is not None
    assert room.screen.notice.buttons == ["continueButton", "retryButton"]
    room.presenter.go_on()
    await settle()
    assert [block.target for block in room.translator.requests[-1].finished] == ["hallo eins"]
    assert room.screen.target == "hallo eins\nhallo zwei"
    await room.close()


async def test_what_was_still_coming_when_it_was_replaced_comes_back_to_be_gone_on_with() -> None:
    room = Room([*BEGUN, asyncio.Event()])
    await room.translate("hello one\nhello two")

    room.editing.clear()
    room.editing.undo()

    assert (room.screen.target, room.screen.gaps, room.screen.marked) == (HALF, [len(HALF)], [(10, 19)])
    assert room.screen.notice is not None
    assert room.screen.notice.buttons == ["continueButton", "retryButton"]
    await room.close()


async def test_a_failure_comes_back_with_the_part_it_left_and_nothing_of_what_came_between() -> None:
    part = Incomplete(IncompleteReason.CUT, Translation(HALF, finished=(FinishedBlock(0, "hello one", "hallo eins"),)))
    room = Room([*BEGUN, part], [Failed(Unreachable("Box"))])
    await room.translate("hello one\nhello two")
    await swap(room)
    assert room.screen.status == ("Not translated", "error")

    room.editing.undo()

    assert room.screen.status == ("Incomplete", "warning")
    assert room.screen.notice is not None
    assert room.screen.notice.buttons == ["continueButton", "retryButton", "keepPartialButton"]
    assert room.screen.gaps == [len(HALF)]
    await room.close()


async def test_what_is_written_after_a_step_does_not_reach_what_comes_back() -> None:
    whole = Translation("hallo", finished=(FinishedBlock(0, "hello", "hallo"),))
    room = Room([Completed(whole)])
    await room.translate("hello")
    await put_hola(room)
    room.presenter.shown.write_by_hand(TextEdit(0, 5, "selber"))

    room.editing.undo()

    assert (room.screen.target, room.presenter.translation.finished) == ("hallo", whole.finished)
    assert room.screen.status == ("Brought back", "ready")
    await room.close()


async def test_no_notice_of_what_was_undone_stays() -> None:
    room = Room(completed("hallo"), [Failed(Unreachable("Box"))])
    await room.translate("hello")
    await swap(room)
    assert room.screen.notice is not None

    room.editing.undo()

    assert room.screen.notice is None
    assert room.screen.status == ("Brought back", "ready")
    await room.close()
