"""A block is asked for again because of what was found in it: what is sent, and that nothing is lost over it."""

import asyncio
from dataclasses import replace

from tests.fakes.translator import Step
from tests.support.waiting import settle
from tests.ui.translate.room import Room
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.errors.connections import ConnectionLost
from translator.translation.request import (
    Began,
    BlockSettled,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    Translation,
    Usage,
)

WRONG = Finding(Check.NUMBERS, Severity.ERROR, (6, 7), (6, 7), "5", "6")
FIRST = FinishedBlock(0, "hello 5", "Hallo 6", findings=[WRONG], key=b"1")
SECOND = FinishedBlock(1, "hello", "Hallo", key=b"2")
BETTER = FinishedBlock(0, "hello 5", "Hallo 5", key=b"1")
TEXT = "hello 5\nhello"
SPANS = ((0, 7), (8, 13))


def first_run(*, wrong: FinishedBlock = FIRST) -> list[Step]:
    text = f"{wrong.target}\nHallo"
    return [
        Began(SPANS), TextAdded(wrong.target, 0), TextAdded("\nHallo", 1, 1), BlockSettled(wrong), BlockSettled(SECOND),
        Completed(Translation(text, usage=Usage(30, 12), model="m-1", finished=[wrong, SECOND])),
    ]  # fmt: skip


def second_run(*steps: Step) -> list[Step]:
    return [Began(SPANS, known=[SECOND]), *steps]


def better_run() -> list[Step]:
    ending = Completed(Translation("Hallo 5\nHallo", model="m-1", finished=[BETTER, SECOND]))
    return second_run(TextAdded("Hallo 5", 0), BlockSettled(BETTER), ending)


async def found(*later: list[Step], wrong: FinishedBlock = FIRST) -> Room:
    room = Room(first_run(wrong=wrong), *later)
    await room.translate(TEXT)
    return room


async def fix(room: Room) -> None:
    room.presenter.findings.fix()
    await settle()


async def test_findings_are_counted_beside_the_facts_and_the_status_stays_ready() -> None:
    room = await found()

    assert room.screen.meta == "m-1 · 0.0 s · 42 tokens · 1 finding"
    assert room.screen.status == ("Ready", "ready")
    assert room.screen.findings.words == "The number 5 has become 6."


async def test_the_count_follows_what_is_dismissed() -> None:
    room = await found()

    room.presenter.findings.dismiss()

    assert room.screen.meta == "m-1 · 0.0 s · 42 tokens"


async def test_only_that_block_is_asked_for_again_and_replaced_in_its_place() -> None:
    room = await found(better_run())
    await fix(room)

    request = room.translator.requests[1]
    assert request.corrections == {0: (WRONG,)}
    assert list(request.finished) == [FIRST, SECOND]
    assert ("Asking again for one block", "ready") in room.screen.statuses
    assert room.screen.target == "Hallo 5\nHallo"
    assert room.screen.status == ("Ready", "ready")
    assert room.screen.findings.words == ""
    assert room.screen.meta == "m-1 · 0.0 s"


async def test_what_stands_beside_it_is_not_touched() -> None:
    room = await found(better_run())
    room.screen.edits.clear()

    await fix(room)

    assert all(edit.position + edit.removed <= len("Hallo 6") for edit in room.screen.edits)


async def test_the_same_fault_again_is_said() -> None:
    again = second_run(
        TextAdded("Hallo 6", 0), BlockSettled(FIRST),
        Completed(Translation("Hallo 6\nHallo", finished=[FIRST, SECOND])),
    )  # fmt: skip
    room = await found(again)

    await fix(room)

    assert room.screen.findings.words == "It came back the same. The number 5 has become 6."


async def test_a_block_that_moved_is_asked_for_where_it_is_now() -> None:
    before, wrong = FinishedBlock(0, "hello", "Hallo", key=b"2"), replace(FIRST, index=1)
    first = [Began(((0, 5), (7, 14))), Completed(Translation("Hallo\n\nHallo 6", finished=[before, wrong]))]
    room = Room(first, [Completed(Translation(""))])
    await room.translate("hello\n\nhello 5")
    room.screen.type("hello\nOh\n\nhello 5")

    await fix(room)

    assert room.translator.requests[1].corrections == {2: (WRONG,)}


async def test_where_it_fails_the_block_stays_as_it_was_and_can_be_tried_again() -> None:
    room = await found(second_run(TextAdded("Ha", 0), Failed(ConnectionLost("Box"))), better_run())
    await fix(room)

    assert room.screen.target == "Hallo 6\nHallo"
    assert room.presenter.translation.finished == (FIRST, SECOND)
    assert room.screen.findings.words.endswith("The number 5 has become 6.")
    assert room.screen.notice is not None
    room.presenter.translate()
    await settle()
    assert room.translator.requests[2].corrections == {0: (WRONG,)}
    assert room.screen.target == "Hallo 5\nHallo"


async def test_where_it_breaks_off_the_block_stays_as_it_was_and_the_text_whole() -> None:
    cut = Incomplete(IncompleteReason.LENGTH, Translation("Ha", finished=[SECOND]))
    room = await found(second_run(TextAdded("Ha", 0), cut))
    await fix(room)

    assert room.screen.target == "Hallo 6\nHallo"
    assert room.screen.status == ("Ready", "ready")
    assert room.screen.findings.words.startswith("The block stays as it was. ")


async def test_an_error_that_breaks_it_off_is_told() -> None:
    cut = Incomplete(IncompleteReason.CUT, Translation("Ha", finished=[SECOND]), ConnectionLost("Box"))
    room = await found(second_run(TextAdded("Ha", 0), cut))
    await fix(room)

    assert room.screen.target == "Hallo 6\nHallo"
    assert room.screen.notice is not None
    assert room.screen.broken_off is False


async def test_stopped_the_block_is_put_back() -> None:
    gate = asyncio.Event()
    room = await found(second_run(TextAdded("Ha", 0), gate))
    await fix(room)
    assert room.screen.target == "Ha\nHallo"

    room.presenter.stop()

    assert room.screen.target == "Hallo 6\nHallo"
    assert room.screen.broken_off is False
    assert room.screen.findings.words.endswith("The number 5 has become 6.")
    await room.close()


async def test_an_edit_stops_it_and_the_finding_goes_with_the_edited_block() -> None:
    gate = asyncio.Event()
    room = await found(second_run(TextAdded("Ha", 0), gate))
    await fix(room)

    room.screen.type("hello 55\nhello")

    assert room.screen.target == "Hallo 6\nHallo"
    assert room.screen.findings.words == ""
    await room.close()


async def test_words_are_marked_while_the_rest_streams() -> None:
    gate = asyncio.Event()
    room = Room([Began(SPANS), TextAdded("Hallo 6", 0), BlockSettled(FIRST), TextAdded("\nHa", 1, 1), gate])
    await room.translate(TEXT)

    assert room.screen.target_findings.errors == ((6, 7),)
    assert room.screen.source_findings.errors == ((6, 7),)
    assert room.screen.findings.words == "The number 5 has become 6."
    await room.close()
