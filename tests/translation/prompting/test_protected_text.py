"""Placeholders, links, tags and code travel as codes, and come back as they were."""

import asyncio
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.engine import LineEngine, ScriptedEngine, Step, reply
from tests.translation.helpers import EN, run
from translator.text.blocks import cut
from translator.translation.errors.connections import ConnectionLost
from translator.translation.ports import Finished, TextDelta
from translator.translation.prompting.protected_text import ProtectedText
from translator.translation.request import (
    Began,
    Completed,
    Incomplete,
    IncompleteReason,
    TextTakenBack,
    TranslationRequest,
)


def protected(text: str) -> ProtectedText:
    return ProtectedText(text, cut(text), masks=False)


def lines(text: str) -> list[str]:
    return protected(text).lines


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hallo %s, du hast {n} Dateien", "Hallo <x1/>, du hast <x2/> Dateien"),
        ("Von %s bis %s", "Von <x1/> bis <x2/>"),
        ("Siehe https://example.org/a, ann@example.org", "Siehe <x1/>, <x2/>"),
        ("Gib `git log` ein, oder ~/bin/x", "Gib <x1/> ein, oder <x2/>"),
        ("Ein <b>fettes</b> und ein <b>anderes</b> Wort", "Ein <g1>fettes</g1> und ein <g2>anderes</g2> Wort"),
        ("Das <b><i>Wort</i></b> hier<br>und da", "Das <g1>Wort</g1> hier<x2/>und da"),
        ("Das <b> <i>Wort</i></b>, ja", "Das <g1> <g2>Wort</g2></g1>, ja"),
        ("Das <b>Wort</i> hier", "Das <x1/>Wort<x2/> hier"),
        ("Der [Text](https://example.org) da", "Der <g1>Text</g1> da"),
        ("Ein {{#if x}}Wort{{/if}} und {{name}}", "Ein <g1>Wort</g1> und <x2/>"),
        ("{n, plural, one {# Datei} other {# Dateien}}", "<x1/><x2/> Datei<x3/><x4/> Dateien<x5/>"),
        ("<b>Dies <i>ist</b> so</i> da", "<g1>Dies <x2/>ist</g1> so<x3/> da"),
    ],
)
def test_what_has_to_come_back_is_a_code(text, line):
    assert lines(text) == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<p>Hallo</p>", "Hallo"),
        ("<li><p> Hallo <b>Welt</b> </p>", "Hallo <g1>Welt</g1>"),
        ("<string name='a'>Hallo %s!</string>", "Hallo <x1/>!"),
        ("[Hallo](https://example.org)", "Hallo"),
        ("Hallo<br/><!-- so -->", "Hallo"),
        ("<![CDATA[Hallo]]>", "Hallo"),
        ("<b>Hallo</b> Welt", "<g1>Hallo</g1> Welt"),
        ("%s Hallo %s", "<x1/> Hallo <x2/>"),
        ("<name> war hier", "<x1/> war hier"),
        ("Hier war <?= name ?>", "Hier war <x1/>"),
        ("Hallo <code>x</code>", "Hallo <x1/>"),
    ],
)
def test_what_stands_around_a_line_whatever_it_says_is_not_sent(text, line):
    assert lines(text) == [line]
    restoring = protected(text).restoring(0)
    assert restoring.feed(line) + restoring.finish() == text


def test_lines_without_a_word_of_their_own_are_not_sent():
    text = "https://example.org/a\n<br/>\n`git log` = 5\n<ul>\n{n, plural, one {#} other {#}}\n<td></td>\nWort"
    assert sorted(protected(text).untranslatable) == [0, 1, 2, 3, 4, 5]
    assert list(protected(text).untranslatable.values()) == text.split("\n")[:-1]


def test_a_tag_over_several_lines_is_protected_in_each_of_them():
    text = 'Ein <a\n  href="https://example.org"\n  title="x">Wort</a> da'
    assert lines(text) == ["Ein", "<x1/>", "<x2/>Wort<x3/> da"]
    assert list(protected(text).untranslatable) == [1]


async def test_codes_come_back_as_what_they_stand_for():
    text = '<p>Siehe <a href="/x">hier</a>: %s</p>\nhttps://example.org'
    engine = ScriptedEngine([reply("%", "", "<x2", "/>: see <G", "1>here</", "g1>")])
    ending = (await run(engine, TranslationRequest(text, EN)))[-1]
    assert engine.prompts[0].lines == ("Siehe <g1>hier</g1>: <x2/>",)
    assert isinstance(ending, Completed)
    assert ending.translation.text == '<p>%%s: see <a href="/x">here</a></p>\nhttps://example.org'


async def test_a_text_of_nothing_but_links_is_complete_and_not_sent():
    events = await run(ScriptedEngine([]), TranslationRequest("https://example.org\n%s", EN))
    assert isinstance(events[0], Began)
    assert (events[0].standing, events[0].masked) == ("https://example.org\n%s", ())
    assert isinstance(events[-1], Completed)
    assert events[-1].translation.text == "https://example.org\n%s"


SEEN = 0.01  # seconds, in which what was said is seen
THREE = "Hallo %s\nSag {a} und {b}\nJa %d"


async def lost(*replies: Sequence[Step]) -> tuple[ScriptedEngine, Completed | Incomplete, bool]:
    engine = ScriptedEngine(replies)
    events = await run(engine, TranslationRequest(THREE, EN))
    assert isinstance(events[-1], Completed | Incomplete)
    return engine, events[-1], any(isinstance(event, TextTakenBack) for event in events)


async def test_blocks_that_lost_a_code_are_asked_for_once_more_and_no_others():
    engine, ending, is_taken_back = await lost(
        [*reply("Hello\nSay <x2/> and <x3/>\nYes <x1/>"), SEEN], reply("Hello <x1/>\nYes <x4/>")
    )
    assert isinstance(ending, Completed)
    assert ending.translation.text == "Hello %s\nSay {a} and {b}\nYes %d"
    assert is_taken_back
    assert engine.prompts[1].lines == ("Hallo <x1/>", "Ja <x4/>")
    assert engine.prompts[1].priority == engine.prompts[0].priority
    assert engine.prompts[1].user.endswith("(line 1: <x1/>; line 2: <x4/>).")
    assert ending.translation.usage.requests == 2


async def test_codes_are_named_in_the_order_of_the_line():
    text = "Zeig <b>{b} %s</b> an"
    engine = ScriptedEngine([reply("Show <g1>"), reply("Show <g1><x3/> <x2/></g1>")])
    ending = (await run(engine, TranslationRequest(text, EN)))[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.text == "Show <b>%s {b}</b>"
    assert "(line 1: <g1> <x2/> <x3/> </g1>)" in engine.prompts[1].user


async def test_what_comes_back_whole_the_second_time_is_taken_though_another_does_not():
    first = [*reply("Hello\nSay <x2/>\nYes <x4/>"), SEEN]
    _, ending, is_taken_back = await lost(first, reply("Hi <x1/>\nSay it"))
    assert isinstance(ending, Incomplete)
    assert ending.reason is IncompleteReason.CODES_LOST
    assert ending.translation.text == "Hi %s\nSay {a}\nYes %d"
    assert [block.index for block in ending.translation.finished] == [0, 2]
    assert is_taken_back


@pytest.mark.parametrize(
    "second",
    [
        reply("Hi"), reply(""), reply("Hi\nthere\nyou"), [TextDelta("Hi <x1/>"), ConnectionLost("s")],
        [ConnectionLost("s")], [TextDelta("Hi <x1/>"), Finished(IncompleteReason.LENGTH)],
    ],
)  # fmt: skip
async def test_what_was_said_first_stays_and_is_flagged_where_the_second_reply_is_no_better(second):
    _, ending, is_taken_back = await lost([*reply("Hello\nSay <x2/> and\nYes <x4/>"), SEEN], second)
    assert isinstance(ending, Incomplete)
    assert (ending.reason, ending.error) == (IncompleteReason.CODES_LOST, None)
    assert ending.translation.text == "Hello\nSay {a} and\nYes %d"
    assert not is_taken_back


async def test_nothing_is_asked_for_again_where_the_reply_broke_off():
    engine, ending, _ = await lost([TextDelta("Hello\nSay <x2/>\nYes"), Finished(IncompleteReason.LENGTH)])
    assert isinstance(ending, Incomplete)
    assert (ending.reason, len(engine.prompts)) == (IncompleteReason.LENGTH, 1)


async def test_lines_that_disagree_are_numbered_first_and_lost_codes_asked_for_then():
    engine, ending, _ = await lost(
        reply("Hello"), reply("1. Hello\n2. Say <x2/>, <x3/>\n3. Yes <x4/>"), reply("Hello <x1/>")
    )
    assert isinstance(ending, Completed)
    assert [len(prompt.lines) for prompt in engine.prompts] == [3, 3, 1]


PARTS = [
    "Wort", "%s", "{name}", "https://example.org/a?b=c", "ann@example.org", "<b>", "</b>", "<br/>", "<x1/>", "<g2>",
    "`x`", "[", "](y)", "/a/b", "{n, plural, one {", "} other {", "}}", "$x^2$", "<a href='https://example.org'>",
    "</a>", "\n", " ", ".", "<p>", "</p>", "<!-- a -->", "😀", "\u200b", "\ud800", "```\n",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PARTS) | st.text(st.characters(), max_size=5), max_size=25).map("".join)


@given(TEXTS, st.booleans())
def test_every_block_comes_back_as_it_was(text, masks):
    blocked = cut(text)
    it = ProtectedText(text, blocked, masks=masks)
    for index, block in enumerate(blocked.blocks):
        restoring = it.restoring(index)
        pieces = [restoring.feed(character) for character in it.lines[index]] or [restoring.feed("")]
        assert "".join(pieces) + restoring.finish() == block.text
        assert not restoring.missing
        assert not restoring.unexpected


@given(st.lists(st.sampled_from(PARTS[:-1]), max_size=25).map(" ".join), st.integers(1, 9))
def test_an_echo_gives_the_text_back(text, size):
    text = text.replace("\ud800", "")
    ending = asyncio.run(run(LineEngine(str, size=size), TranslationRequest(text, EN)))[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.text == text
