"""Several requests on their way at a time: what is told when, and what a fault in one of them does to the others."""

import asyncio
import math
from collections.abc import Callable
from contextlib import aclosing
from datetime import UTC, datetime, timedelta

import pytest

from tests.fakes.engine import LineEngine, ScriptedEngine, Step, reply
from tests.support.waiting import settle
from tests.translation.helpers import EN, english, german, run, shown_by
from translator.translation.errors.connections import ConnectionLost
from translator.translation.errors.keys import KeyRefused
from translator.translation.errors.limits import RateLimited
from translator.translation.ports import Finished, Priority, TextDelta
from translator.translation.request import (
    Action,
    BlocksDone,
    Completed,
    Failed,
    Incomplete,
    IncompleteReason,
    TextAdded,
    Thinking,
    TranslationEvent,
    TranslationRequest,
    Waiting,
)
from translator.translation.running.side_by_side import MOST_AT_ONCE
from translator.translation.translate_text import TranslateText

NOW = datetime(2030, 1, 1, tzinfo=UTC)
LATER = NOW + timedelta(seconds=40)
EARLIER = NOW - timedelta(seconds=1)


def three(first: list[Step], second: list[Step], third: list[Step]) -> ScriptedEngine:
    """Return an engine for the three requests of ``german(180)``."""
    return ScriptedEngine({"Zeile 1": [first], "Zeile 61": [second], "Zeile 121": [third]})


class Reader:
    """Reads a translation in a task of its own, so that a test sees what is told so far."""

    def __init__(self, engine: ScriptedEngine, text: str) -> None:
        self.events: list[TranslationEvent] = []
        self._events = TranslateText(engine, now=lambda: NOW).run(TranslationRequest(text, EN))
        self.task = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for event in self._events:
            self.events.append(event)

    @property
    def blocks(self) -> list[int]:
        """The blocks of the text that was told."""
        return [event.block for event in self.events if isinstance(event, TextAdded)]


async def test_the_first_request_is_asked_for_somebody_who_waits_and_the_others_behind_it():
    engine = LineEngine(str.upper)
    request = TranslationRequest(german(180), EN, action=Action.COMMAND, over_budget=True)
    assert isinstance((await run(engine, request))[-1], Completed)
    assert [prompt.priority for prompt in engine.prompts] == [Priority.INTERACTIVE] + [Priority.BACKGROUND] * 2
    assert {(prompt.action, prompt.over_budget) for prompt in engine.prompts} == {(Action.COMMAND, True)}


async def test_a_later_request_is_told_when_its_turn_comes_what_came_at_once_and_then_what_comes():
    first, second = asyncio.Event(), asyncio.Event()
    late = [TextDelta("Line 61\nLine 62"), second, *english(63, 120)]
    late[2:2] = [TextDelta("\n")]
    reader = Reader(three([TextDelta("Line 1\n"), first, *english(2, 60)], late, english(121, 180)), german(180))
    await settle()
    assert reader.blocks == [0]
    first.set()
    await settle()
    assert reader.blocks == [*range(61), 61]
    second.set()
    await reader.task
    assert reader.blocks == list(range(180))
    assert isinstance(reader.events[-1], Completed)
    assert [event.count for event in reader.events if isinstance(event, BlocksDone)] == [60, 120, 180]


async def test_what_is_kept_for_later_is_told_in_as_few_pieces_as_there_are_blocks():
    gate = asyncio.Event()
    engine = ScriptedEngine(
        {
            "Zeile 1": [[gate, *english(1, 60)]],
            "Zeile 61": [reply(*"\n".join(f"Line {number}" for number in range(61, 71)))],
        }
    )
    reader = Reader(engine, german(70))
    await settle()
    gate.set()
    await reader.task
    assert [event.text for event in reader.events if isinstance(event, TextAdded)][-2:] == ["\nLine 69", "\nLine 70"]
    assert len(reader.blocks) == 70


async def test_only_the_request_that_is_told_says_that_it_waits_or_thinks():
    gate = asyncio.Event()
    waiting, over = Waiting(LATER), Waiting(EARLIER)
    reader = Reader(
        three(
            [Thinking(), waiting, gate, *english(1, 60)],
            [Thinking(), waiting, Thinking(), *english(61, 120)],
            [Thinking(), over, *english(121, 180)],
        ),
        german(180),
    )
    await settle()
    assert reader.events[1:] == [Thinking(), waiting]
    gate.set()
    await reader.task
    assert [event for event in reader.events if isinstance(event, Thinking | Waiting)] == [Thinking(), waiting]


@pytest.mark.parametrize(("until", "told"), [(LATER, [Waiting(LATER)]), (EARLIER, [])])
async def test_a_request_whose_turn_comes_says_what_it_waits_for_if_it_still_does(until, told):
    first, second = asyncio.Event(), asyncio.Event()
    steps: list[Step] = [TextDelta("Line 61"), Waiting(until), second, TextDelta("\n"), *english(62, 120)]
    reader = Reader(three([first, *english(1, 60)], steps, english(121, 180)), german(180))
    await settle()
    first.set()
    await settle()
    assert [event for event in reader.events if isinstance(event, Waiting)] == told
    second.set()
    await reader.task
    assert isinstance(reader.events[-1], Completed)


async def test_a_later_request_that_starts_over_shows_nothing_of_its_first_reply():
    gate = asyncio.Event()
    numbered = reply("\n".join(f"{number}. Line {number + 60}" for number in range(1, 11)))
    replies = {"Zeile 1": [[gate, *english(1, 60)]], "Zeile 61": [english(61, 69), numbered]}
    reader = Reader(ScriptedEngine(replies), german(70))
    await settle()
    gate.set()
    await reader.task
    assert reader.blocks == list(range(70))
    assert shown_by(reader.events) == german(70).replace("Zeile", "Line")


async def test_no_more_than_so_many_are_on_their_way():
    engine = LineEngine(str.upper, size=100)
    ending = (await run(engine, TranslationRequest(german(60 * (MOST_AT_ONCE + 8)), EN)))[-1]
    assert isinstance(ending, Completed)
    assert engine.most_open == MOST_AT_ONCE
    assert [prompt.lines[0] for prompt in engine.prompts] == [f"Zeile {1 + 60 * n}" for n in range(MOST_AT_ONCE + 8)]


async def test_what_was_said_first_stands_until_something_comes_in_its_place():
    gate = asyncio.Event()
    reader = Reader(ScriptedEngine([reply("one"), [Thinking(), gate, *reply("1. one\n2. two")]]), "eins\nzwei")
    await settle()
    assert reader.events[1:] == [TextAdded("one", 0), Thinking()]
    gate.set()
    await reader.task
    assert shown_by(reader.events) == "one\ntwo"


# A fault.


async def test_requests_before_a_fault_go_on_and_those_behind_it_are_cancelled():
    gate, error = asyncio.Event(), ConnectionLost("s")
    engine = three(
        [TextDelta("Line 1\n"), gate, *english(2, 60)],
        [TextDelta("Line 61\nLine 62\nLi"), error],
        [TextDelta("Line 121\nLine 122\nLi"), math.inf],
    )
    reader = Reader(engine, german(180))
    await settle()
    assert (engine.open, engine.closed) == (1, 1)
    gate.set()
    await reader.task
    ending = reader.events[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error) == (IncompleteReason.CUT, error)
    assert ending.translation.text == german(62).replace("Zeile", "Line") + "\nLi"
    assert shown_by(reader.events) == ending.translation.text
    assert [block.index for block in ending.translation.finished] == [*range(62), 120, 121]
    assert ending.translation.finished[-1].source == "Zeile 122"
    assert ending.translation.finished[-1].target == "Line 122"
    assert len(ending.translation.segments) == 62
    assert ending.translation.usage.requests == 3


async def test_the_first_fault_in_the_text_is_the_one_that_is_told():
    gate, error = asyncio.Event(), ConnectionLost("s")
    engine = three(
        [TextDelta("Line 1"), gate, Finished(IncompleteReason.LENGTH)],
        [TextDelta("Line 61"), error],
        [math.inf],
    )
    reader = Reader(engine, german(180))
    await settle()
    gate.set()
    await reader.task
    ending = reader.events[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error, ending.translation.text) == (IncompleteReason.LENGTH, None, "Line 1")


@pytest.mark.parametrize("end", [ConnectionLost("s"), Finished(IncompleteReason.LENGTH)])
async def test_after_a_fault_nothing_more_is_asked_for(end):
    gate = asyncio.Event()
    replies: dict[str, list[list[Step]]] = {f"Zeile {1 + 60 * n}": [[math.inf]] for n in range(MOST_AT_ONCE)}
    replies["Zeile 1"] = [[gate, *english(1, 60)]]
    replies["Zeile 61"] = [[TextDelta("Line 61"), end]]
    engine = ScriptedEngine(replies)
    reader = Reader(engine, german(60 * (MOST_AT_ONCE + 4)))
    await settle()
    gate.set()
    await reader.task
    assert len(engine.prompts) == MOST_AT_ONCE
    assert (engine.open, engine.closed) == (0, MOST_AT_ONCE - 2)


async def test_what_later_requests_answered_is_kept_though_nothing_can_be_shown():
    error = RateLimited("s")
    engine = three([0.0, error], english(61, 120), [TextDelta("Line 121\nL"), math.inf])
    ending = (await run(engine, TranslationRequest(german(180), EN)))[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error, ending.translation.text) == (IncompleteReason.CUT, error, "")
    assert [block.index for block in ending.translation.finished] == [*range(60, 121)]


async def test_it_has_failed_where_nothing_is_finished_anywhere():
    error = KeyRefused("s")
    ending = (await run(three([error], [error], [error]), TranslationRequest(german(180), EN)))[-1]
    assert ending == Failed(error)


async def test_requests_that_only_waited_to_be_sent_are_not_counted():
    engine = three([TextDelta("Line 1"), ConnectionLost("s")], [Waiting(LATER), math.inf], [Waiting(LATER), math.inf])
    ending = (await run(engine, TranslationRequest(german(180), EN)))[-1]
    assert isinstance(ending, Incomplete)
    assert ending.translation.usage.requests == 1


async def test_a_fault_of_the_program_is_raised_and_everything_is_closed():
    engine = ScriptedEngine({"Zeile 1": [[math.inf]], "Zeile 61": []})
    with pytest.raises(AssertionError, match="was not expected"):
        await run(engine, TranslationRequest(german(70), EN))
    assert (engine.open, engine.closed) == (0, 1)


# When nobody listens any more.


def no_task_is_left() -> bool:
    return asyncio.all_tasks() == {asyncio.current_task()}


@pytest.mark.parametrize("is_last", [lambda e: isinstance(e, TextAdded), lambda _: True])
async def test_closing_closes_every_stream(is_last: Callable[[TranslationEvent], bool]):
    engine = three([TextDelta("Line 1"), math.inf], [TextDelta("Line 61"), math.inf], [0.0, ConnectionLost("s")])
    async with aclosing(TranslateText(engine).run(TranslationRequest(german(180), EN))) as events:
        async for event in events:
            if is_last(event):
                break
    assert engine.open == 0
    assert no_task_is_left()


async def test_cancelling_closes_every_stream():
    engine = three([TextDelta("Line 1"), math.inf], [math.inf], [math.inf])
    reader = Reader(engine, german(180))
    await settle()
    assert engine.open == 3
    reader.task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader.task
    assert (engine.open, engine.closed) == (0, 3)
    assert no_task_is_left()


async def test_a_stream_that_somebody_else_cancels_is_cut():
    engine = three([TextDelta("Line 1"), math.inf], [math.inf], [math.inf])
    reader = Reader(engine, german(180))
    await settle()
    for task in asyncio.all_tasks() - {asyncio.current_task(), reader.task}:
        task.cancel()
    await reader.task
    ending = reader.events[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error, ending.translation.text) == (IncompleteReason.CUT, None, "Line 1")
