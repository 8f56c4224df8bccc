"""Going on with a translation that broke off."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.engine import LineEngine, ScriptedEngine, reply
from tests.translation.helpers import EN, JA, run
from translator.language.tag import LanguageTag
from translator.text.blocks import cut
from translator.translation.errors import ConnectionLost, TimedOut
from translator.translation.ports import Finished, Priority
from translator.translation.request import (
    Began,
    BlocksDone,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TranslationRequest,
    Usage,
)


def finished(*blocks: tuple[int, str, str]) -> list[FinishedBlock]:
    return [FinishedBlock(*block) for block in blocks]


async def test_what_is_finished_stands_already_or_is_told_when_its_turn_comes():
    engine = ScriptedEngine([reply("two"), reply("four\n", "five")])
    known = finished((0, "eins", "one"), (2, "drei", "three"), (5, "sechs", "six"))
    text = "- eins\n- zwei\n\n- drei\n- vier\n- fünf\n- sechs\n"
    events = await run(engine, TranslationRequest(text, EN, finished=known))
    assert [prompt.lines for prompt in engine.prompts] == [("zwei",), ("vier", "fünf")]
    assert [prompt.priority for prompt in engine.prompts] == [Priority.INTERACTIVE, Priority.BACKGROUND]
    assert isinstance(events[0], Began)
    assert events[0].standing == "- one"
    assert events[1:-1] == [
        BlocksDone(1),
        TextAdded("\n- two", 1),
        TextAdded("\n\n- three", 2),
        BlocksDone(3),
        TextAdded("\n- four", 3),
        TextAdded("\n- five", 4),
        TextAdded("\n- six", 5),
        BlocksDone(6),
        TextAdded("\n", 5),
    ]
    ending = events[-1]
    assert isinstance(ending, Completed)
    assert [block.target for block in ending.translation.finished] == ["one", "two", "three", "four", "five", "six"]
    assert len(ending.translation.segments) == 6


async def test_a_text_that_is_finished_already_is_complete_and_not_sent():
    events = await run(ScriptedEngine([]), TranslationRequest("eins\n", EN, finished=finished((0, "eins", "one"))))
    assert events[:2] == [Began([(0, 4)], "one"), BlocksDone(1)]
    ending = events[-1]
    assert isinstance(ending, Completed)
    assert (ending.translation.text, ending.translation.usage) == ("one\n", Usage())


async def test_blocks_that_have_changed_or_moved_are_asked_for():
    known = finished((0, "eins", "one"), (1, "zwei", "two"), (2, "drei", "three"), (7, "acht", "eight"), (-1, "x", "y"))
    engine = ScriptedEngine([reply("TWO\nTWO")])
    ending = (await run(engine, TranslationRequest("eins\nzwo\nzwei", EN, finished=known)))[-1]
    assert engine.prompts[0].lines == ("zwo", "zwei")
    assert isinstance(ending, Completed)
    assert ending.translation.text == "one\nTWO\nTWO"


async def test_what_stands_stays_where_nothing_new_comes():
    error = TimedOut("s")
    request = TranslationRequest("eins\nzwei", EN, finished=finished((0, "eins", "one")))
    ending = (await run(ScriptedEngine([[error]]), request))[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error, ending.translation.text) == (IncompleteReason.TIMEOUT, error, "one")
    assert ending.translation.finished == finished((0, "eins", "one"))


async def test_pieces_of_a_long_line_are_put_together_as_without_a_break():
    text = "This is a sentence. " * 160
    blocks = cut(text).blocks
    known = finished((0, blocks[0].text, "文。"))
    engine = ScriptedEngine([reply("\n".join(["文。"] * (len(blocks) - 1)))])
    ending = (await run(engine, TranslationRequest(text, JA, finished=known)))[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.text == "文。" * len(blocks) + " "


# The whole of it: broken off anywhere, whatever was on its way, and continued.

LEADS = st.sampled_from(["", "- ", "   ", "\n", "42\n\n> ", "\r\n"])
FAULTS = st.sampled_from([ConnectionLost("s"), TimedOut("s"), *map(Finished, IncompleteReason)])
TARGETS = st.sampled_from([EN, JA])


def translated(line: str) -> str:
    return f"«{line.upper()}» and more"


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
    whole = asyncio.run(run(LineEngine(translated), TranslationRequest(text, target)))[-1]
    assert isinstance(whole, Completed)

    broken = LineEngine(translated, size=size, pieces=pieces, fault=fault)
    first = asyncio.run(run(broken, TranslationRequest(text, target)))[-1]
    kept = () if isinstance(first, Failed) else first.translation.finished
    assert set(broken.answered) <= {block.source for block in kept}
    assert all(block.target == translated(block.source) for block in kept)
    assert isinstance(first, Completed) == (len(kept) == len(leads))

    engine = LineEngine(translated)
    second = asyncio.run(run(engine, TranslationRequest(text, target, finished=kept)))[-1]
    asked = [line for prompt in engine.prompts for line in prompt.lines]
    indices = {block.index for block in kept}
    assert asked == [block.text for index, block in enumerate(cut(text).blocks) if index not in indices]
    assert isinstance(second, Completed)
    assert second.translation.text == whole.translation.text
    assert second.translation.segments == whole.translation.segments
    assert second.translation.finished == whole.translation.finished
