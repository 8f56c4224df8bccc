"""What the memory has is not asked for, and what was answered well is kept in it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.fakes.aids import OTHER_WORDS, TOO_LONG, WRONG_NUMBER, FixedTerms, SayingChecks, StuckMemory
from tests.fakes.engine import LineEngine, ScriptedEngine, reply
from tests.fakes.memory import ListedMemory, unit_from
from tests.support.waiting import settle
from tests.translation.helpers import DE, EN, Watching, english, finished, german, run
from translator.language.tag import LanguagePair
from translator.settings import Style
from translator.translation.aids import Aids
from translator.translation.checks.finding import Finding
from translator.translation.errors.connections import ConnectionLost
from translator.translation.errors.servers import RunawayReply
from translator.translation.glossary.term import Term
from translator.translation.memory.key import MemoryKey
from translator.translation.memory.unit import UnitOrigin
from translator.translation.ports import Engine, Finished, TextDelta
from translator.translation.request import (
    Began,
    BlockOrigin,
    BlocksDone,
    BlockSettled,
    Completed,
    Failed,
    Incomplete,
    IncompleteReason,
    TextAdded,
    Translation,
    TranslationRequest,
    Usage,
)

THREE = "- eins\n- zwei\n\n- drei\n"
REQUEST = TranslationRequest(THREE, EN, DE)


async def translation_by(engine: Engine, request: TranslationRequest, aids: Aids) -> Translation:
    ending = (await run(engine, request, aids))[-1]
    assert isinstance(ending, Completed | Incomplete)
    return ending.translation


async def memory_after(request: TranslationRequest = REQUEST, **aids: object) -> ListedMemory:
    """Return a memory as it is after a translation in capitals."""
    memory = ListedMemory()
    await translation_by(LineEngine(str.upper), request, Aids(memory=memory, **aids))
    return memory


async def test_what_was_translated_before_costs_nothing_and_stands_at_once():
    memory = await memory_after()
    engine = LineEngine(str.lower)
    events = await run(engine, REQUEST, Aids(memory=memory))
    assert engine.prompts == []
    assert isinstance(events[0], Began)
    assert events[0].standing == "- EINS\n- ZWEI\n\n- DREI"
    assert {block.origin for block in events[0].known} == {BlockOrigin.MEMORY}
    assert events[1:3] == [BlocksDone(3), TextAdded("\n", 2, 1)]
    ending = events[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.text == THREE.upper()
    assert ending.translation.usage == Usage(from_memory=3)
    assert [block.origin for block in ending.translation.finished] == [BlockOrigin.MEMORY] * 3


async def test_what_came_from_the_memory_is_settled_at_the_end_and_carried_over_after_it():
    memory = await memory_after()
    checks = SayingChecks({"zwei": [TOO_LONG]})
    events = await run(LineEngine(str.lower), REQUEST, Aids(memory=memory, checks=checks))
    settled = [event.block for event in events if isinstance(event, BlockSettled)]
    assert [block.target for block in settled] == ["EINS", "ZWEI", "DREI"]
    assert [block.findings for block in settled] == [(), (TOO_LONG,), ()]
    assert all(block.links for block in settled)
    memory.answers.clear()
    engine = LineEngine(str.lower)
    again = await translation_by(engine, replace(REQUEST, finished=settled), Aids(memory=memory))
    assert (engine.prompts, list(again.finished), again.usage) == ([], settled, Usage())


async def test_only_what_the_memory_does_not_have_is_asked_for():
    memory = await memory_after()
    engine = LineEngine(str.lower)
    text = "- DREI und\n" + THREE + "eins"
    translation = await translation_by(engine, replace(REQUEST, text=text), Aids(memory=memory))
    assert [prompt.lines for prompt in engine.prompts] == [("DREI und",)]
    assert translation.text == "- drei und\n" + THREE.upper() + "EINS"
    assert translation.usage == Usage(requests=1, from_memory=4)


async def test_the_memory_is_asked_only_for_what_an_earlier_run_did_not_leave():
    memory = ListedMemory()
    known = [*finished((0, "eins", "one")), replace(*finished((2, "drei", "three")), key=b"another")]
    await translation_by(LineEngine(str.upper), replace(REQUEST, finished=known), Aids(memory=memory))
    assert [key.text for key in memory.looked_up] == ["zwei", "drei"]
    await translation_by(ScriptedEngine([]), TranslationRequest("42\n%s\n", EN, DE), Aids(memory=memory))
    assert len(memory.looked_up) == 2


async def test_what_the_user_has_written_for_the_same_words_is_taken():
    edited = unit_from("zwei", "a pair", UnitOrigin.EDITED, LanguagePair(DE, EN))
    translation = await translation_by(LineEngine(str.upper), REQUEST, Aids(memory=ListedMemory([edited])))
    assert translation.text == "- EINS\n- a pair\n\n- DREI\n"
    assert translation.finished[1].origin is BlockOrigin.MEMORY


@pytest.mark.parametrize("is_guess", [True, False])
async def test_it_is_kept_under_all_that_it_depends_on(is_guess):
    bank = Term("zwei", "two", "a figure")
    request = replace(REQUEST, style=Style("formal"), source_is_guess=is_guess)
    memory = await memory_after(request, service="https://api.example/v1", glossary=FixedTerms(bank))
    source = None if is_guess else DE
    keys = [
        MemoryKey(text, source, EN, "https://api.example/v1", "line-1", Style("formal").identity(), terms)
        for text, terms in [("eins", ()), ("zwei", (bank.identity(),)), ("drei", ())]
    ]
    assert memory.looked_up == keys
    assert memory.answers == {key.digest(): key.text.upper() for key in keys}


async def test_everything_is_asked_for_afresh_where_the_user_wants_it_and_kept_anew():
    memory = await memory_after()
    memory.looked_up.clear()
    engine = LineEngine(str.title)
    translation = await translation_by(engine, replace(REQUEST, afresh=True), Aids(memory=memory))
    assert (memory.looked_up, translation.text) == ([], THREE.title())
    assert sorted(memory.answers.values()) == ["Drei", "Eins", "Zwei"]


@pytest.mark.parametrize(
    ("request_", "remembers"), [(replace(REQUEST, uses_memory=False), True), (REQUEST, False)], ids=["user", "demo"]
)
async def test_nothing_is_taken_and_nothing_is_kept_where_it_is_not_wanted(request_, remembers):
    memory = await memory_after()
    kept = dict(memory.answers)
    memory.looked_up.clear()
    engine = LineEngine(str.title)
    translation = await translation_by(engine, request_, Aids(memory=memory, remembers=remembers))
    assert (memory.looked_up, memory.answers, translation.text) == ([], kept, THREE.title())
    assert translation.usage.from_memory == 0


# What is good enough, and when.


async def test_what_a_request_has_answered_is_kept_when_it_has_ended():
    memory, gate = ListedMemory(), asyncio.Event()
    engine = ScriptedEngine(
        {"Zeile 1": [english(1, 60)], "Zeile 61": [[*english(61, 69)[:-2], gate, *english(70, 70)]]}
    )
    watching = Watching(engine, TranslationRequest(german(70), EN, DE), Aids(memory=memory))
    await settle()
    assert list(memory.answers.values()) == [f"Line {number}" for number in range(1, 61)]
    gate.set()
    await watching.task
    assert len(memory.answers) == 70


async def test_a_whole_reply_behind_a_break_is_kept_and_not_told():
    memory = ListedMemory()
    engine = ScriptedEngine(
        {"Zeile 1": [[TextDelta("Line 1\nLi"), 0.0, ConnectionLost("s")]], "Zeile 61": [english(61, 70)]}
    )
    events = await run(engine, TranslationRequest(german(70), EN, DE), Aids(memory=memory))
    assert [event.block.index for event in events if isinstance(event, BlockSettled)] == [0]
    assert list(memory.answers.values()) == ["Line 1", *(f"Line {number}" for number in range(61, 71))]
    ending = events[-1]
    assert isinstance(ending, Incomplete)
    assert all(block.links and block.key for block in ending.translation.finished)


@pytest.mark.parametrize(
    "end", [ConnectionLost("s"), Finished(IncompleteReason.LENGTH), Finished(IncompleteReason.REFUSED)]
)
async def test_a_block_that_was_cut_is_not_kept(end):
    memory = ListedMemory()
    engine = ScriptedEngine([[TextDelta("one\ntw"), end]])
    translation = await translation_by(engine, REQUEST, Aids(memory=memory))
    assert translation.text == "- one\n- tw"
    assert list(memory.answers.values()) == ["one"]


async def test_a_reply_that_never_ends_is_broken_off_and_not_kept():
    memory = ListedMemory()
    engine = LineEngine(lambda line: f"{line} " * 10_000, size=1000)
    ending = (await run(engine, TranslationRequest("eins", EN, DE), Aids(memory=memory)))[-1]
    assert isinstance(ending, Incomplete)
    assert isinstance(ending.error, RunawayReply)
    assert memory.answers == {}


async def test_nothing_is_kept_where_nothing_came():
    memory = ListedMemory()
    events = await run(ScriptedEngine([[ConnectionLost("s")]]), REQUEST, Aids(memory=memory))
    assert isinstance(events[-1], Failed)
    assert memory.answers == {}


async def test_a_block_that_lost_a_code_is_not_kept():
    memory = ListedMemory()
    engine = ScriptedEngine([reply("one thing\ntwo"), reply("one thing")])
    ending = (await run(engine, TranslationRequest("eins %s Ding\nzwei", EN, DE), Aids(memory=memory)))[-1]
    assert isinstance(ending, Incomplete)
    assert ending.reason is IncompleteReason.CODES_LOST
    assert list(memory.answers.values()) == ["two"]


async def test_lines_that_were_told_again_are_not_kept_while_nobody_knows_whose_they_are():
    """A request is laid out once more while another one, before it, breaks off."""
    memory, gate = StuckMemory("similar", after=12), asyncio.Event()
    engine = ScriptedEngine({"Zeile 1": [[gate, ConnectionLost("s")]], "Zeile 61": [english(61, 71)]})
    watching = Watching(engine, TranslationRequest(german(70), EN, DE), Aids(memory=memory))
    await memory.stuck.wait()
    gate.set()
    await watching.task
    assert isinstance(watching.events[-1], Failed)
    assert memory.answers == {}


@pytest.mark.parametrize(
    ("findings", "kept"),
    [
        ((WRONG_NUMBER,), ["EINS", "DREI"]),
        ((TOO_LONG, WRONG_NUMBER), ["EINS", "DREI"]),
        ((TOO_LONG,), ["EINS", "ZWEI", "DREI"]),
    ],
)
async def test_what_is_surely_wrong_is_not_kept_and_what_only_looks_so_is(findings: Sequence[Finding], kept):
    memory = await memory_after(checks=SayingChecks({"zwei": findings}, lambda _: [(0, OTHER_WORDS)]))
    assert list(memory.answers.values()) == kept


# A memory that does not keep its contract.


@pytest.mark.parametrize("where", ["exact", "similar"])
async def test_a_fault_of_the_memory_is_raised_and_everything_is_closed(where):
    memory = StuckMemory(where, RuntimeError("no memory"))
    engine = ScriptedEngine({"Zeile 1": [english(1, 60)], "Zeile 61": [[TextDelta("Line 61"), float("inf")]]})
    with pytest.raises(RuntimeError, match="no memory"):
        await run(engine, TranslationRequest(german(70), EN, DE), Aids(memory=memory))
    assert engine.open == 0
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_fault_where_answers_are_kept_is_logged_without_its_words_and_nothing_else(expected_log):
    expected_log("The memory failed: RuntimeError$")
    memory = StuckMemory("remember", RuntimeError("EINS"))
    ending = (await run(LineEngine(str.upper), REQUEST, Aids(memory=memory)))[-1]
    assert isinstance(ending, Completed)


@pytest.mark.parametrize("where", ["exact", "similar", "remember"])
async def test_a_run_that_is_cancelled_while_the_memory_hangs_leaves_nothing_behind(where):
    memory = StuckMemory(where)
    engine = ScriptedEngine({"Zeile 1": [english(1, 60)], "Zeile 61": [[TextDelta("Line 61"), float("inf")]]})
    watching = Watching(engine, TranslationRequest(german(70), EN, DE), Aids(memory=memory))
    await memory.stuck.wait()
    watching.task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await watching.task
    assert engine.open == 0
    assert asyncio.all_tasks() == {asyncio.current_task()}
