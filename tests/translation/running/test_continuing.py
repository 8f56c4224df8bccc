"""Going on with a translation that broke off."""

import asyncio
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.engine import LineEngine, ScriptedEngine, reply
from tests.translation.helpers import EN, JA, finished, german, plain, run, texts_of
from translator.language.tag import LanguageTag
from translator.text.blocks import cut
from translator.translation.errors.connections import ConnectionLost, TimedOut
from translator.translation.ports import Finished, Priority, TextDelta
from translator.translation.request import (
    Began,
    BlocksDone,
    BlockSettled,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TextTakenBack,
    Translation,
    TranslationEvent,
    TranslationRequest,
    Usage,
)


def translation_of(events: list[TranslationEvent]) -> Translation:
    ending = events[-1]
    assert isinstance(ending, Completed | Incomplete)
    return ending.translation


async def test_what_is_finished_stands_already_or_is_told_when_its_turn_comes():
    engine = ScriptedEngine([reply("two\n", "four\n", "five")])
    known = finished((0, "eins", "one"), (2, "drei", "three"), (5, "sechs", "six"))
    text = "- eins\n- zwei\n\n- drei\n- vier\n- fünf\n- sechs\n"
    events = await run(engine, TranslationRequest(text, EN, finished=known))
    assert [prompt.lines for prompt in engine.prompts] == [("zwei", "vier", "fünf")]
    assert [prompt.priority for prompt in engine.prompts] == [Priority.INTERACTIVE]
    assert isinstance(events[0], Began)
    assert events[0].standing == "- one"
    assert events[1:-1] == [
        BlocksDone(1),
        TextAdded("\n- two", 1, 3),
        TextAdded("\n\n- three", 2, 4),
        TextAdded("\n- four", 3, 3),
        TextAdded("\n- five", 4, 3),
        TextAdded("\n- six", 5, 3),
        BlocksDone(6),
        *[BlockSettled(block) for block in translation_of(events).finished if block.index in (1, 3, 4)],
        TextAdded("\n", 5, 1),
        *[BlockSettled(block) for block in translation_of(events).finished if block.index in (0, 2, 5)],
    ]
    ending = events[-1]
    assert isinstance(ending, Completed)
    assert [block.target for block in ending.translation.finished] == ["one", "two", "three", "four", "five", "six"]
    assert len(ending.translation.segments) == 6


async def test_what_is_finished_between_lines_that_are_taken_back_is_told_again():
    engine = ScriptedEngine([[*reply("one\ntwo\nthree"), 0.0], reply("1. one\n2. three")])
    request = TranslationRequest(
        "eins\nzwei\n- drei\nvier", EN, finished=finished((1, "zwei", "TWO"), (3, "vier", "IV"))
    )
    events = await run(engine, request)
    assert plain(events)[1:-1] == [
        TextAdded("one", 0),
        TextAdded("\nTWO", 1),
        TextAdded("\n- two", 2),
        TextTakenBack(0),
        TextAdded("one", 0),
        TextAdded("\nTWO", 1),
        TextAdded("\n- three", 2),
        TextAdded("\nIV", 3),
        BlocksDone(4),
    ]
    assert isinstance(events[-1], Completed)
    assert len(events[-1].translation.segments) == 4


async def test_what_is_finished_is_told_as_far_as_the_reply_came():
    known = finished((1, "zwei", "two"), (3, "vier", "four"))
    engine = ScriptedEngine([[TextDelta("one\nthr"), Finished(IncompleteReason.LENGTH)]])
    events = await run(engine, TranslationRequest("eins\nzwei\ndrei\nvier", EN, finished=known))
    ending = events[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.translation.text) == (IncompleteReason.LENGTH, "one\ntwo\nthr")
    assert [block.index for block in ending.translation.finished] == [0, 1, 3]
    assert [event for event in events if isinstance(event, BlocksDone)] == [BlocksDone(2)]


async def test_a_block_that_stays_missing_holds_back_nothing_that_is_finished():
    known = finished((1, "zwei", "two"), (3, "vier", "four"))
    engine = ScriptedEngine([reply("one"), reply("1. one"), reply("{}")])
    events = await run(engine, TranslationRequest("eins\nzwei\n- drei\nvier", EN, finished=known))
    ending = events[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.translation.text) == (IncompleteReason.BLOCKS_MISSING, "one\ntwo\n- \nfour")
    assert [event for event in events if isinstance(event, BlocksDone)] == [BlocksDone(3)]


async def test_every_second_block_is_asked_for_in_as_few_requests_as_there_is_room():
    text = german(240)
    known = [FinishedBlock(n, f"Zeile {n + 1}", f"ZEILE {n + 1}") for n in range(1, 240, 2)]
    engine = LineEngine(str.upper)
    events = await run(engine, TranslationRequest(text, EN, finished=known))
    assert [len(prompt.lines) for prompt in engine.prompts] == [60, 60]
    assert isinstance(events[-1], Completed)
    assert events[-1].translation.text == text.upper()
    assert [event.count for event in events if isinstance(event, BlocksDone)] == [120, 240]


async def test_a_text_that_is_finished_already_is_complete_and_not_sent():
    known = finished((0, "eins", "one"))
    events = await run(ScriptedEngine([]), TranslationRequest("eins\n", EN, finished=known))
    assert events[:2] == [Began([(0, 4)], "one", known=tuple(known)), BlocksDone(1)]
    ending = events[-1]
    assert isinstance(ending, Completed)
    assert (ending.translation.text, ending.translation.usage) == ("one\n", Usage())


async def test_blocks_that_have_changed_are_asked_for_and_those_that_moved_are_not():
    known = finished((0, "eins", "one"), (1, "zwei", "two"), (2, "drei", "three"), (7, "acht", "eight"), (-1, "x", "y"))
    engine = ScriptedEngine([reply("TWO")])
    ending = (await run(engine, TranslationRequest("acht\nzwo\nzwei", EN, finished=known)))[-1]
    assert engine.prompts[0].lines == ("zwo",)
    assert isinstance(ending, Completed)
    assert ending.translation.text == "eight\nTWO\ntwo"
    assert [block.index for block in ending.translation.finished] == [0, 1, 2]


async def test_what_stands_stays_where_nothing_new_comes():
    error = TimedOut("s")
    request = TranslationRequest("eins\nzwei", EN, finished=finished((0, "eins", "one")))
    ending = (await run(ScriptedEngine([[error]]), request))[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error, ending.translation.text) == (IncompleteReason.TIMEOUT, error, "one")
    assert texts_of(ending.translation.finished) == finished((0, "eins", "one"))


async def test_pieces_of_a_long_line_are_put_together_as_without_a_break():
    text = "This is a sentence. " * 160
    blocks = cut(text).blocks
    known = finished((0, blocks[0].text, "文。"))
    engine = ScriptedEngine([reply("\n".join(["文。"] * (len(blocks) - 1)))])
    ending = (await run(engine, TranslationRequest(text, JA, finished=known)))[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.text == "文。" * len(blocks) + " "


# The whole of it: broken off anywhere, whatever was on its way, and continued.

LEADS = st.sampled_from(["", "- ", "   ", "\n", "42\n\n> ", "\r\n", "anna@example.org\n* "])
FAULTS = st.sampled_from([ConnectionLost("s"), TimedOut("s"), *map(Finished, IncompleteReason)])
TARGETS = st.sampled_from([EN, JA])


def translated(line: str) -> str:
    return f"«{line.upper()}» and more"


def is_private(line: str) -> bool:
    return "@" in line


@given(
    st.lists(LEADS, min_size=1, max_size=12).flatmap(lambda leads: st.integers(1, 25).map(lambda times: leads * times)),
    st.integers(1, 60),
    st.integers(0, 400),
    FAULTS,
    TARGETS,
)
def test_it_is_the_same_as_without_a_break_and_nothing_finished_is_asked_for_again(
    leads: list[str], size: int, pieces: int, fault: ConnectionLost | Finished, target: LanguageTag
) -> None:
    text = "".join(f"{lead}Zeile {number}\n" for number, lead in enumerate(leads))
    blocks = cut(text).blocks
    request = TranslationRequest(text, target, masks_private=True)
    whole = asyncio.run(run(LineEngine(translated), request))[-1]
    assert isinstance(whole, Completed)

    broken = LineEngine(translated, size=size, pieces=pieces, fault=fault)
    first = asyncio.run(run(broken, request))[-1]
    kept = () if isinstance(first, Failed) else first.translation.finished
    assert set(broken.answered) <= {block.source for block in kept}
    assert all(block.target == translated(block.source) for block in kept if not is_private(block.source))
    assert isinstance(first, Completed) == (len(kept) == len(blocks))

    engine = LineEngine(translated)
    second = asyncio.run(run(engine, replace(request, finished=kept)))[-1]
    asked = [line for prompt in engine.prompts for line in prompt.lines]
    done = {block.index for block in kept} | {index for index, block in enumerate(blocks) if is_private(block.text)}
    assert asked == [block.text for index, block in enumerate(blocks) if index not in done]
    assert isinstance(second, Completed)
    assert second.translation.text == whole.translation.text
    assert second.translation.segments == whole.translation.segments
    assert second.translation.finished == whole.translation.finished
