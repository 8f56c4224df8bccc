"""Private words stay on this computer, and come back in the translation."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.engine import LineEngine, ScriptedEngine, reply
from tests.translation.helpers import DE, EN, run
from translator.text.blocks import cut
from translator.translation.prompting.protected_text import ProtectedText
from translator.translation.request import (
    Began,
    Completed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TranslationRequest,
    Usage,
)
from translator.translation.translate_text import TranslateText

ANNA, BERT = "anna@example.org", "bert@example.org"
TWO_LINES = f"Frag Anna: {ANNA}\nOder Bert: {BERT} oder {ANNA}"


def masking(text: str, finished: tuple[FinishedBlock, ...] = ()) -> TranslationRequest:
    return TranslationRequest(text, EN, masks_private=True, finished=finished)


async def test_private_words_are_sent_as_codes_and_come_back():
    engine = ScriptedEngine([reply("Ask Anna: <x", "1/>\nOr <x1/> or Bert: <X2", " />")])
    events = await run(engine, masking(TWO_LINES))
    prompt = engine.prompts[0]
    assert prompt.lines == ("Frag Anna: <x1/>", "Oder Bert: <x2/> oder <x1/>")
    assert "@" not in prompt.user.partition("<source>")[2]
    assert "Codes such as <x1/>" in prompt.user
    assert isinstance(events[0], Began)
    assert events[0].masked == (ANNA, BERT)
    ending = events[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.text == f"Ask Anna: {ANNA}\nOr {ANNA} or Bert: {BERT}"
    assert [(block.source, block.target) for block in ending.translation.finished] == [
        (f"Frag Anna: {ANNA}", f"Ask Anna: {ANNA}"),
        (f"Oder Bert: {BERT} oder {ANNA}", f"Or {ANNA} or Bert: {BERT}"),
    ]


async def test_text_shows_while_it_comes_but_for_the_beginning_of_a_code():
    engine = ScriptedEngine([[step for piece in reply("Ask ", "<x", "1/>", " now") for step in (piece, 0.0)]])
    events = await run(engine, masking(f"Frag {ANNA} jetzt"))
    assert [event.text for event in events if isinstance(event, TextAdded)] == ["Ask", " ", ANNA, " now"]


async def test_nothing_is_masked_unless_it_is_wanted():
    engine = ScriptedEngine([reply("Call 0171 2345678")])
    events = await run(engine, TranslationRequest("Ruf an: 0171 2345678", EN))
    assert engine.prompts[0].lines == ("Ruf an: 0171 2345678",)
    assert "Codes" not in engine.prompts[0].user
    assert events[0] == Began([(0, 20)])
    assert isinstance(events[-1], Completed)


async def test_what_has_to_come_back_anyway_is_no_private_word_unless_that_is_wanted():
    engine = ScriptedEngine([reply("Ask <x2/> or <x3/>, <x4/>")])
    events = await run(engine, TranslationRequest(f"Frag {ANNA} oder {ANNA}, <x1/>", EN))
    assert engine.prompts[0].lines == ("Frag <x2/> oder <x3/>, <x4/>",)
    assert events[0] == Began([(0, 50)])
    assert isinstance(events[-1], Completed)
    assert events[-1].translation.text == f"Ask {ANNA} or {ANNA}, <x1/>"


async def test_a_link_with_something_private_in_it_is_kept_back_as_a_whole_and_only_that_is_told():
    link = f"https://example.org/?to={ANNA}&page=2"
    engine = ScriptedEngine([reply("See <x1/>, <g2>Anna</g2>")])
    events = await run(engine, masking(f'Siehe {link}, <a href="mailto:{ANNA}">Anna</a>'))
    assert engine.prompts[0].lines == ("Siehe <x1/>, <g2>Anna</g2>",)
    assert isinstance(events[0], Began)
    assert events[0].masked == (ANNA,)
    assert isinstance(events[-1], Completed)
    assert events[-1].translation.text == f'See {link}, <a href="mailto:{ANNA}">Anna</a>'


async def test_a_request_without_private_words_says_nothing_of_codes():
    text = "\n".join([f"Frag {ANNA}", *["Zeile"] * 70])
    engine = LineEngine(str.upper)
    await run(engine, masking(text))
    assert ["Codes" in prompt.user for prompt in engine.prompts] == [True, False]


@pytest.mark.parametrize("second", ["Or Bert: <x2/>", "Or Bert: <x2/> or <x1/> or <x7/>", "Or Bert"])
async def test_a_block_without_just_its_codes_is_told_but_not_finished(second):
    engine = ScriptedEngine([reply(f"Ask Anna: <x1/>\n{second}"), reply("Or Bert")])
    events = await run(engine, masking(TWO_LINES))
    ending = events[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error) == (IncompleteReason.CODES_LOST, None)
    shown = second.replace("<x2/>", BERT).replace("<x1/>", ANNA)
    assert ending.translation.text == f"Ask Anna: {ANNA}\n{shown}"
    assert [block.index for block in ending.translation.finished] == [0]


async def test_a_missing_block_is_worse_than_a_lost_code():
    numbered = reply("1. Ask Anna")
    engine = ScriptedEngine([reply("Ask"), numbered, reply("{}")])
    ending = (await run(engine, masking(TWO_LINES)))[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.translation.finished) == (IncompleteReason.BLOCKS_MISSING, [])


async def test_lines_of_private_words_alone_are_not_sent():
    events = await run(ScriptedEngine([reply("Regards")]), masking(f"{ANNA}, {BERT}\n\nGrüße\n- {BERT}"))
    assert isinstance(events[0], Began)
    assert (events[0].standing, events[0].masked) == (f"{ANNA}, {BERT}", (ANNA, BERT))
    ending = events[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.text == f"{ANNA}, {BERT}\n\nRegards\n- {BERT}"
    assert len(ending.translation.finished) == 3
    alone = (await run(ScriptedEngine([]), masking(ANNA)))[-1]
    assert isinstance(alone, Completed)
    assert (alone.translation.text, alone.translation.usage) == (ANNA, Usage())


async def test_lines_of_private_words_between_others_cost_no_requests_of_their_own():
    names = [f"Name {number}\nname{number}@example.org" for number in range(100)]
    engine = LineEngine(str.upper)
    ending = (await run(engine, masking("\n".join(names))))[-1]
    assert [len(prompt.lines) for prompt in engine.prompts] == [60, 40]
    assert isinstance(ending, Completed)
    assert ending.translation.text == "\n".join(names).replace("Name", "NAME")


async def test_codes_are_the_same_when_it_is_continued():
    engine = ScriptedEngine([reply("Or Bert: <x2/> or <x1/>")])
    known = FinishedBlock(0, f"Frag Anna: {ANNA}", f"Ask Anna: {ANNA}")
    events = await run(engine, masking(TWO_LINES, (known,)))
    assert engine.prompts[0].lines == ("Oder Bert: <x2/> oder <x1/>",)
    assert isinstance(events[0], Began)
    assert events[0].masked == (ANNA, BERT)
    assert isinstance(events[-1], Completed)
    assert events[-1].translation.text == f"Ask Anna: {ANNA}\nOr Bert: {BERT} or {ANNA}"


def test_a_private_word_on_the_seam_of_a_long_line_is_masked_on_both_sides():
    text = "字" * 1590 + f"（{ANNA}）" + "字" * 1590
    masked = ProtectedText(text, cut(text), masks=True)
    assert "".join(masked.originals) == ANNA
    assert [line.strip("字") for line in masked.lines] == ["（<x1/>", "<x2/>）"]
    plain = ProtectedText(text, cut(text), masks=False)
    assert (plain.originals, plain.lines) == ((), masked.lines)


WORDS = st.lists(st.sampled_from(["Frag", ANNA, BERT, "<x1/>", "\n", "- ", "Anna", "."]), max_size=30).map(" ".join)


@given(WORDS, st.integers(1, 9))
def test_whatever_is_masked_comes_back_in_its_place_and_is_never_sent(text, size):
    engine = LineEngine(str, size=size)
    ending = asyncio.run(run(engine, masking(text)))[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.text == text
    assert not any("@example.org" in line for prompt in engine.prompts for line in prompt.lines)


async def test_others_have_their_turn_while_a_long_text_is_looked_through():
    turns = 0

    async def count_turns() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count_turns())
    text = "Write to anna@example.org. " * 1_000
    events = TranslateText(LineEngine(str.upper)).run(TranslationRequest(text, EN, DE, masks_private=True))
    began = await anext(events)
    assert isinstance(began, Began)
    assert list(began.masked) == ["anna@example.org"]
    assert turns
    counting.cancel()
    await events.aclose()
