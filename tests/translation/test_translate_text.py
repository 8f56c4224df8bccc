import asyncio
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.engine import ScriptedEngine, reply
from tests.translation.helpers import EN, JA, ending_of, english, german, plain, run, translate
from translator.language.tag import LanguageTag
from translator.text.blocks import cut
from translator.translation.errors.connections import (
    AddressInsecure,
    AddressInvalid,
    ConnectionLost,
    ConnectionRefused,
    TimedOut,
)
from translator.translation.errors.keys import KeyMalformed, KeyMissing, KeyRefused, KeyStoreLocked
from translator.translation.errors.limits import OutOfCredit, OverBudget
from translator.translation.errors.servers import ServerFailed
from translator.translation.ports import Finished, ReplyForm, TextDelta
from translator.translation.request import (
    Began,
    BlocksDone,
    BlockSettled,
    Completed,
    Failed,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TextTakenBack,
    Thinking,
    TranslationRequest,
    Usage,
    Waiting,
)
from translator.translation.translate_text import TranslateText


async def test_a_single_block_streams_and_is_complete():
    events = await translate("  Hallo Welt!\n", reply("Hello", " world!"))
    ending = events[-1]
    assert isinstance(ending, Completed)
    assert events[0] == Began([(2, 13)])
    assert events[1:-1] == [
        TextAdded("  Hello", 0, 2),
        TextAdded(" world!", 0),
        BlocksDone(1),
        BlockSettled(ending.translation.finished[0]),
        TextAdded("\n", 0, 1),
    ]
    assert ending.translation.text == "  Hello world!\n"


async def test_the_layout_of_the_source_stays():
    ending = await ending_of("# Titel\r\n\r\n- eins  \n- zwei\n\n42\n", reply("Title\none\n", "\ntwo"))
    assert isinstance(ending, Completed)
    assert ending.translation.text == "# Title\r\n\r\n- one  \n- two\n\n42\n"


async def test_each_block_is_linked_with_its_translation():
    text = "# Titel\n- eins"
    translation = (await ending_of(text, reply("A title\none"))).translation
    assert [
        (text[link.source_start : link.source_end], translation.text[link.target_start : link.target_end])
        for link in translation.segments
    ] == [("Titel", "A title"), ("eins", "one")]


@pytest.mark.parametrize("text", ["", " \n", "42", "1 + 1 = 2\n---\n"])
async def test_a_text_without_words_comes_back_as_it_is_and_is_not_sent(text):
    events = await translate(text)
    assert events[0] == Began([])
    assert isinstance(events[-1], Completed)
    assert events[-1].translation.text == text
    assert events[-1].translation.usage == Usage()


async def test_pieces_of_a_long_line_touch_where_the_target_writes_so():
    text = "This is a sentence. " * 160
    count = len(cut(text).blocks)
    assert count > 1
    ending = await ending_of(text, reply("\n".join(["文。"] * count)), target=JA)
    assert ending.translation.text == "文。" * count + " "


async def test_a_long_text_is_asked_for_in_several_requests():
    events = await translate(german(70), english(1, 60), english(61, 70))
    assert [event for event in events if isinstance(event, BlocksDone)] == [BlocksDone(60), BlocksDone(70)]
    translation = events[-1].translation
    assert translation.text == german(70).replace("Zeile", "Line")
    assert len(translation.segments) == 70


async def test_usage_is_summed_and_requests_are_counted():
    replies = [
        [*english(1, 60)[:-2], Usage(100, 90), Finished()],
        [*english(61, 70)[:-2], Usage(20, 10, 2), Finished()],
    ]
    ending = await ending_of(german(70), *replies)
    assert ending.translation.usage == Usage(120, 100, 3)


async def test_the_engine_and_its_model_are_named():
    translation = (await ending_of("Hallo", reply("Hello"))).translation
    assert (translation.engine, translation.model) == ("Scripted", "script-1")


async def test_thinking_and_waiting_are_told():
    until = datetime(2030, 1, 1, tzinfo=UTC)
    events = await translate("Hallo", [Thinking(), Waiting(until), *reply("Hello")])
    assert events[1:3] == [Thinking(), Waiting(until)]


async def test_what_models_put_around_a_translation_is_not_shown():
    ending = await ending_of("Hallo", reply("<think>Hm", "m.</think>\n", "Sure! Here is the translation:\n", "Hello"))
    assert ending.translation.text == "Hello"


# When the lines are not those that were asked for.


# So that the reply is told before the next request.
SEEN = 0.0


async def test_lines_that_disagree_are_taken_back_and_asked_for_numbered():
    engine = ScriptedEngine([[*reply("one and two"), SEEN], reply("1. one\n2. two")])
    events = await run(engine, TranslationRequest("eins\nzwei", EN))
    assert TextTakenBack(0) in events
    assert isinstance(events[-1], Completed)
    assert events[-1].translation.text == "one\ntwo"
    assert [prompt.form for prompt in engine.prompts] == [ReplyForm.LINES, ReplyForm.NUMBERED]
    assert events[-1].translation.usage.requests == 2


async def test_only_the_request_that_disagrees_is_taken_back():
    numbered = reply("\n".join(f"{number}. Line {number + 60}" for number in range(1, 11)))
    seen = asyncio.Event()
    engine = ScriptedEngine({"Zeile 1": [english(1, 60)], "Zeile 61": [[*english(61, 69), seen], numbered]})
    events = []
    async for event in TranslateText(engine).run(TranslationRequest(german(70), EN)):
        events.append(event)
        if isinstance(event, TextAdded) and event.block == 68:
            seen.set()
    assert isinstance(events[-1], Completed)
    taken_back = next(event for event in events if isinstance(event, TextTakenBack))
    assert taken_back.length == len("\n".join(f"Line {number}" for number in range(1, 61)))


async def test_numbered_lines_that_disagree_are_replaced_by_an_object_that_has_them_all():
    engine = ScriptedEngine(
        [reply("one"), [*reply("1. one"), SEEN], reply('```json\n{"1": "one", ', '"2": "t\\u0077o"}\n```')]
    )
    events = await run(engine, TranslationRequest("- eins\n- zwei", EN))
    assert [prompt.form for prompt in engine.prompts] == list(ReplyForm)
    assert plain(events)[1:-1] == [
        TextAdded("- one", 0),
        TextTakenBack(0),
        TextAdded("- one", 0),
        TextAdded("\n- two", 1),
        BlocksDone(2),
    ]
    assert isinstance(events[-1], Completed)
    assert events[-1].translation.usage.requests == 3


async def test_what_was_numbered_stays_where_the_object_is_no_better():
    events = await translate("eins\n- zwei\ndrei\n", reply("one"), reply("1. one\n3. three"), reply('{"1": "uno"}'))
    ending = events[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error) == (IncompleteReason.BLOCKS_MISSING, None)
    assert ending.translation.text == "one\n- \nthree"
    assert [link.source_start for link in ending.translation.segments] == [0, 12]
    assert [block.index for block in ending.translation.finished] == [0, 2]
    assert plain(events)[-2] == BlocksDone(2)


async def test_an_object_that_was_cut_is_not_used_and_what_follows_is_translated():
    whole = json.dumps({str(number): f"Line {number}" for number in range(1, 61)})
    replies = {
        "Zeile 1": [english(1, 59), reply("1. Line 1"), [TextDelta(whole), Finished(IncompleteReason.LENGTH)]],
        "Zeile 61": [english(61, 70)],
    }
    ending = (await run(ScriptedEngine(replies), TranslationRequest(german(70), EN)))[-1]
    assert isinstance(ending, Incomplete)
    assert ending.reason is IncompleteReason.BLOCKS_MISSING
    assert ending.translation.text.startswith("Line 1\n")
    assert ending.translation.text.endswith("Line 69\nLine 70")


@pytest.mark.parametrize("error", [ServerFailed("s"), TimedOut("s"), KeyRefused("s"), OutOfCredit("s")])
async def test_an_error_in_place_of_the_object_costs_nothing_that_was_numbered(error):
    ending = await ending_of("eins\nzwei\ndrei", reply("one"), reply("1. one\n2. two"), [error])
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error) == (IncompleteReason.BLOCKS_MISSING, None)
    assert ending.translation.text == "one\ntwo"
    assert [block.target for block in ending.translation.finished] == ["one", "two"]
    assert ending.translation.usage.requests == 3


async def test_an_error_in_place_of_the_object_holds_back_nothing_that_follows():
    replies = {
        "Zeile 1": [english(1, 59), reply("1. Line 1"), [TextDelta('{"1": "Li'), ServerFailed("s")]],
        "Zeile 61": [[0.0, 0.0, *english(61, 70)]],
    }
    ending = (await run(ScriptedEngine(replies), TranslationRequest(german(70), EN)))[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error) == (IncompleteReason.BLOCKS_MISSING, None)
    assert ending.translation.text.endswith("Line 69\nLine 70")


async def test_what_was_said_first_stays_where_nothing_comes_in_its_place():
    error = ConnectionLost("s")
    events = await translate("eins\nzwei\ndrei", [*reply("one\ntwo"), SEEN], [Thinking(), error])
    ending = events[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error, ending.translation.text) == (IncompleteReason.CUT, error, "one\ntwo")
    # Nobody knows which of its lines are whose.
    assert (ending.translation.finished, ending.translation.segments) == ([], [])
    assert not any(isinstance(event, TextTakenBack) for event in events)


@pytest.mark.parametrize(
    "numbered", [[Finished(IncompleteReason.REFUSED)], [TextDelta("1. "), Finished(IncompleteReason.LENGTH)]]
)
async def test_what_was_said_first_stays_where_the_second_reply_breaks_off_at_once(numbered):
    ending = await ending_of("eins\nzwei", reply("one"), numbered)
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.translation.text) == (numbered[-1].reason, "one")


async def test_what_was_said_first_stays_where_nothing_better_is_ever_said():
    ending = await ending_of("eins\nzwei", reply("one"), reply(""), reply("{}"))
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.translation.text) == (IncompleteReason.BLOCKS_MISSING, "one")
    assert ending.translation.finished == []


async def test_an_object_takes_the_place_of_what_was_said_first():
    events = await translate("eins\nzwei", [*reply("one"), SEEN], reply(""), reply('{"1": "one", "2": "two"}'))
    assert isinstance(events[-1], Completed)
    assert events[-1].translation.text == "one\ntwo"
    assert TextTakenBack(0) in events


@pytest.mark.parametrize(
    ("error", "requests"),
    [
        (OverBudget("s"), 0), (KeyMissing("s"), 0), (KeyMalformed("s"), 0), (KeyStoreLocked("s"), 0),
        (AddressInvalid("s"), 0), (AddressInsecure("s"), 0), (KeyRefused("s"), 1), (ConnectionRefused("s"), 1),
    ],
)  # fmt: skip
async def test_only_what_was_sent_counts_as_a_request(error, requests):
    ending = await ending_of("eins\nzwei", reply("one"), [error])
    assert isinstance(ending, Incomplete)
    assert ending.translation.usage.requests == 1 + requests


@pytest.mark.parametrize("reason", IncompleteReason)
async def test_a_reply_that_broke_off_is_not_asked_for_again(reason):
    engine = ScriptedEngine([reply("one"), [TextDelta("1. one"), Finished(reason)]])
    ending = (await run(engine, TranslationRequest("eins\nzwei", EN)))[-1]
    assert isinstance(ending, Incomplete)
    assert (ending.reason, len(engine.prompts)) == (reason, 2)


async def test_what_follows_a_missing_block_is_still_translated():
    replies = {"Zeile 1": [english(1, 59)] * 3, "Zeile 61": [english(61, 70)]}
    ending = (await run(ScriptedEngine(replies), TranslationRequest(german(70), EN)))[-1]
    assert isinstance(ending, Incomplete)
    assert ending.translation.text.endswith("Line 69\nLine 70")


async def test_an_empty_reply_is_asked_for_again_and_then_missing():
    events = await translate("Hallo", reply(""), reply("Hello"))
    assert isinstance(events[-1], Completed)
    assert not any(isinstance(event, TextTakenBack) for event in events)
    ending = await ending_of("Hallo", reply(""), reply("\n"))
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.translation.text) == (IncompleteReason.BLOCKS_MISSING, "")


# When the reply breaks off.


@pytest.mark.parametrize("reason", IncompleteReason)
async def test_a_reply_that_ends_for_another_reason_is_incomplete_and_its_text_is_kept(reason):
    ending = await ending_of("eins\nzwei\ndrei", [TextDelta("one\ntw"), Finished(reason)])
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error, ending.translation.text) == (reason, None, "one\ntw")
    assert [link.target_end for link in ending.translation.segments] == [3]


async def test_no_block_is_finished_in_a_reply_of_too_many_lines_that_broke_off():
    ending = await ending_of("eins\nzwei", [TextDelta("one\nand\ntwo\nand"), Finished(IncompleteReason.LENGTH)])
    assert isinstance(ending, Incomplete)
    assert (ending.translation.text, ending.translation.finished) == ("one\nand", [])


async def test_a_refusal_without_text_is_incomplete_too():
    ending = await ending_of("Hallo", [Finished(IncompleteReason.REFUSED)])
    assert isinstance(ending, Incomplete)
    assert ending.reason is IncompleteReason.REFUSED


async def test_a_stream_that_ends_without_saying_so_is_cut():
    ending = await ending_of("Hallo Welt", [TextDelta("Hello")])
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.translation.text) == (IncompleteReason.CUT, "Hello")


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (TimedOut("s"), IncompleteReason.TIMEOUT),
        (ConnectionLost("s"), IncompleteReason.CUT),
        (ServerFailed("s"), IncompleteReason.CUT),
    ],
)
async def test_an_error_after_text_is_incomplete_with_that_error(error, reason):
    ending = await ending_of("Hallo Welt", [TextDelta("Hello "), TextDelta("<"), error])
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error) == (reason, error)
    assert ending.translation.text == "Hello <"
    assert ending.translation.segments == []


async def test_an_error_in_a_later_request_keeps_the_earlier_ones():
    error = ConnectionLost("s")
    ending = await ending_of(german(70), english(1, 60), [error])
    assert isinstance(ending, Incomplete)
    assert ending.error is error
    assert len(ending.translation.segments) == 60
    assert ending.translation.usage.requests == 2


async def test_an_error_after_the_end_of_a_reply_leaves_its_last_block_unfinished():
    error = ConnectionLost("s")
    ending = await ending_of("eins\nzwei", [TextDelta("one\ntwo"), Finished(), error])
    assert isinstance(ending, Incomplete)
    assert (ending.error, [block.target for block in ending.translation.finished]) == (error, ["one"])


async def test_an_error_before_any_text_is_a_failure():
    error = KeyRefused("s")
    assert await ending_of("Hallo", [error]) == Failed(error)
    assert await ending_of("Hallo", [Thinking(), TextDelta(" \n"), error]) == Failed(error)


async def test_languages_are_named_in_the_prompt():
    engine = ScriptedEngine([reply("Hello")])
    request = TranslationRequest("Hallo", EN, LanguageTag.parse("de"))
    _ = [
        event async for event in TranslateText(engine, names={EN: "English", request.source: "German"}.get).run(request)
    ]
    assert engine.prompts[0].user.startswith("Translate from German (de) into English (en-US).")


@given(
    st.lists(st.sampled_from(["eins", "- zwei", "", "42", "  drei  "]), min_size=1, max_size=8).map("\n".join),
    st.lists(st.sampled_from(["one", "\n", "1. ", "2. ", "three ", "</source>"]), max_size=10),
    st.lists(st.sampled_from(["one", "\n", "1. ", "2. ", "three "]), max_size=10),
    st.sampled_from(["", "{", '{"1": "one"}', '{"1": "one", "2": "two", "3": "three"}']),
)
def test_whatever_comes_back_what_is_shown_is_what_is_said(text, first, second, third):
    events = asyncio.run(translate(text, reply(*first), reply(*second), reply(third)))
    ending = events[-1]
    assert isinstance(ending, Completed) == (len(ending.translation.segments) == len(cut(text).blocks))
