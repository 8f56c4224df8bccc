from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translator.translation.reply.filter import ReplyFilter


def filtered(reply: str, *source: str, cuts: tuple[int, ...] = ()) -> str:
    """Feed the reply in the pieces that the cuts make of it."""
    reply_filter = ReplyFilter(source or ("Hallo Welt",))
    places = [0, *sorted(cut % (len(reply) + 1) for cut in cuts), len(reply)]
    pieces = [reply[start:end] for start, end in pairwise(places)]
    return "".join([*map(reply_filter.feed, pieces), reply_filter.finish()])


def fed(*pieces: str, source: str = "Hallo Welt") -> list[str]:
    """Return what is visible after each piece."""
    reply_filter = ReplyFilter([source])
    return [reply_filter.feed(piece) for piece in pieces]


@pytest.mark.parametrize(
    "reply",
    [
        "Hello world",
        "\n  Hello world \n\n",
        "<think>Hm.\nThe user says <b>hello</b>.</think>\n\nHello world",
        "<thinking>Hm.</thinking>Hello world",
        "<think></think><think>",
        "<source>\nHello world\n</source>",
        "Hello world</source>",
        "```\nHello world\n```",
        "```text\nHello world\n```\n",
        "Sure! Here is the translation:\n\nHello world",
        "**Here’s the translation:**\nHello world",
        "Hier ist die Übersetzung:\nHello world",
        "Voici la traduction :\nHello world",
        "以下是翻译：\nHello world",
        "<think>Hm.</think>Of course, here you go:\r\n```\n<source>Hello world</source>\n```",
    ],
)
def test_what_models_put_around_a_translation_is_dropped(reply):
    assert filtered(reply) in {"Hello world", "<think>"}


@pytest.mark.parametrize(
    ("reply", "source"),
    [
        ("<think>Think!</think> he said", "<think>Denk!</think> sagte er"),
        ("The <source> tag, </source>", "Das Etikett <source>, </source>"),
        ("```\nprint()\n```", "```"),
        ("Here is the list:\nmilk", "Hier ist die Liste:"),
        ("Here is the list:\nmilk", "**Hier ist die Liste:**"),
    ],
)
def test_what_the_source_has_itself_stays(reply, source):
    assert filtered(reply, source) == reply


@pytest.mark.parametrize(
    "reply",
    [
        "Here is the translation:",
        "Here is my house.\nIt is big.",
        "Sure, " + "as you know, " * 20 + "the rule:\nwords",
        "The list:\nmilk",
        "``quoted`` words",
        "```Hello```",
        "a < b",
        "x </sour",
        "5 ` and ``",
        "<thin ice",
    ],
)
def test_what_only_begins_like_it_stays(reply):
    assert filtered(reply) == reply


def test_thoughts_without_an_end_are_no_translation():
    assert filtered("<think>Hm. The user says") == ""


def test_half_characters_are_repaired():
    assert filtered("a\ud83d") == "a\ufffd"


def test_line_breaks_inside_stay():
    assert filtered("one\n\n  two\r\nthree") == "one\n\n  two\r\nthree"


@pytest.mark.parametrize(
    "reply", ["<\\/source> ends it", "</source> ends it", "it ends with <\\/source>", "a <\\/sour", "<\\/SOURCE> too"]
)
def test_an_escaped_closer_is_given_back_as_the_source_has_it(reply):
    for source in ("</source> beendet es", "</Source> beendet es"):
        cuts = tuple(range(len(reply)))
        assert (
            filtered(reply, source, cuts=cuts)
            == filtered(reply, source)
            == reply.replace("\\/sourc", "/sourc").replace("\\/SOURC", "/SOURC")
        )


def test_ordinary_text_is_visible_at_once():
    assert fed("Good", " morning", ", all", "!") == ["Good", " morning", ", all", "!"]


def test_only_blanks_that_may_be_the_last_are_held():
    assert fed("Good \n", "", "\n", "morning") == ["Good", "", "", " \n\nmorning"]


def test_what_may_be_the_beginning_of_something_is_held_until_it_is_not():
    assert fed("<", "thi", "rd>") == ["", "", "<third>"]
    assert fed("Here is ", "my house", " and it is very big and old and standing on a hill" * 3) == [
        "",
        "",
        "Here is my house" + " and it is very big and old and standing on a hill" * 3,
    ]
    assert fed("a <", "/s", "pan>") == ["a", "", " </span>"]


def test_thoughts_are_not_kept():
    reply_filter = ReplyFilter(["Hallo"])
    for piece in ["<think>", *["thought " * 100] * 1000, "</th", "ink>", "Hello"]:
        text = reply_filter.feed(piece)
    assert text == "Hello"


PARTS = st.sampled_from(
    ["<think>", "</think>", "<source>", "</source>", "<\\/source", "```", "```text\n", "`", "<", "Here is", "Sure",
     "Übersetzung", ":", "：", "\n", "\r\n", " ", "\t", "Hello", "世界", "1. "],
)  # fmt: skip
REPLIES = st.lists(PARTS, max_size=14).map("".join) | st.text(max_size=30)
SOURCES = st.sampled_from(["Hallo Welt", "Liste:", "</source>", "```", "<think>", "<source>"])


@given(REPLIES, SOURCES, st.lists(st.integers(0, 200), max_size=12).map(tuple))
@example("```\nHello\n```\n</source>", "Hallo", (3, 12, 15))
def test_the_result_does_not_depend_on_how_the_reply_is_cut(reply, source, cuts):
    whole = filtered(reply, source)
    assert filtered(reply, source, cuts=cuts) == whole
    assert filtered(reply, source, cuts=tuple(range(len(reply)))) == whole
