import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.translation.ports import ReplyForm
from translator.translation.reply.lines import lines_of_reply


def read(*pieces: str, lines: tuple[str, ...] = ("eins", "zwei")) -> tuple[dict[int, str], bool]:
    """Return the text of each block, and whether the reply agrees with the request."""
    found = lines_of_reply(lines, ReplyForm.OBJECT)
    assert [told for piece in pieces for told in found.feed(piece)] == []
    texts = dict(found.finish())
    assert set(texts) == found.answered
    assert found.current == -1
    return texts, found.agrees


BOTH = {0: "one", 1: "two"}


def test_each_number_is_a_block():
    assert read('{"1": "o', 'ne", "2": "two"}') == (BOTH, True)
    assert read('{"2": "two", "1": "one", "3": "three", "note": null}') == (BOTH, True)


@pytest.mark.parametrize(
    ("before", "behind"), [("```json\n", "\n```"), ("```\n", "```\n"), ("\ufeff", ""), ("Here it is:\n", "\nDone.")]
)
def test_what_stands_around_the_object_does_not_matter(before, behind):
    assert read(f'{before}{{"1": "one", "2": "two"}}{behind}') == (BOTH, True)


@pytest.mark.parametrize("value", ["2", "null", "true", '["two"]', '{"de": "two"}', '""', '" \\n "'])
def test_what_is_no_text_answers_nothing(value):
    assert read(f'{{"1": "one", "2": {value}}}') == ({0: "one"}, False)


@pytest.mark.parametrize(
    "reply",
    ["", "one\ntwo", "[1, 2]", '{"1": "one", "2": "tw', "{1: one}", '{"1": "a"} {"2": "b"}', '{"a":' * 100_000 + "}"],
)
def test_what_is_no_object_answers_nothing(reply):
    assert read(reply) == ({}, False)


def test_a_block_stays_one_line():
    assert read('{"1": "one\\n\\n  and  more\\r\\n", "2": " two"}') == ({0: "one and  more", 1: "two"}, True)


def test_half_characters_are_repaired():
    assert read('{"1": "a\\ud83d", "2": "\\ud83d\\ude00"}') == ({0: "a\ufffd", 1: "😀"}, True)


def test_an_escaped_closer_is_given_back_as_the_source_has_it():
    lines = ("Ende </SOURCE>", "<\\/source>")
    assert read(r'{"1": "End <\\/SOURCE>", "2": "<\\/source>"}', lines=lines)[0] == {
        0: "End </SOURCE>",
        1: "<\\/source>",
    }


def test_a_single_block_can_be_an_object_too():
    assert read('{"1": "one"}', lines=("eins",)) == ({0: "one"}, True)


@given(st.text(max_size=60), st.integers(1, 7))
def test_no_reply_makes_it_stumble(reply, size):
    pieces = [reply[start : start + size] for start in range(0, len(reply), size)]
    assert read(*pieces) == read(reply)


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=10).map(lambda text: f"a{text}b")))
def test_what_is_written_in_one_line_is_read_as_it_is(texts):
    texts = [" ".join(text.split()) for text in texts]
    written = json.dumps({str(number): text for number, text in enumerate(texts, 1)})
    assert read(written, lines=tuple(texts)) == (dict(enumerate(texts)), True)
