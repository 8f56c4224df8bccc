import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.translation.ports import ReplyForm
from translator.translation.reply.lines import lines_of_reply


def read(reply: str, count: int, *, numbered: bool = False, step: int = 0) -> tuple[dict[int, str], bool]:
    """Return the text of each block, and whether the reply agrees with the request."""
    lines = lines_of_reply(["x"] * count, ReplyForm.NUMBERED if numbered else ReplyForm.LINES)
    pieces = [reply[start : start + step] for start in range(0, len(reply), step)] if step else [reply]
    texts: dict[int, str] = {}
    for block, text in [*(found for piece in pieces for found in lines.feed(piece)), *lines.finish()]:
        assert block >= max(texts, default=0)
        texts[block] = texts.get(block, "") + text
    assert set(texts) == lines.answered
    return texts, lines.agrees


def test_one_block_is_the_whole_reply():
    assert read("one\n\ntwo", 1) == ({0: "one\n\ntwo"}, True)
    assert read("1. one", 1, numbered=True) == ({0: "1. one"}, True)
    assert read("", 1) == ({}, False)


def test_one_line_is_one_block():
    assert read("one\ntwo", 2) == ({0: "one", 1: "two"}, True)


def test_empty_lines_and_outer_blanks_do_not_count():
    assert read("\n one \r\n \n\ttwo  words\n\n", 2) == ({0: "one", 1: "two  words"}, True)


def test_a_line_too_few_or_too_many_disagrees():
    assert read("one", 2) == ({0: "one"}, False)
    assert read("one\ntwo\nthree", 2) == ({0: "one", 1: "two"}, False)
    assert read("", 2) == ({}, False)


@pytest.mark.parametrize("separator", [". ", ") ", ": ", "、", "．", ".", " . "])
def test_a_numbered_line_is_the_block_of_its_number(separator):
    reply = f"1{separator}one\n2{separator}two"
    assert read(reply, 2, numbered=True) == ({0: "one", 1: "two"}, True)


def test_a_number_that_is_missing_leaves_its_block_unanswered():
    assert read("1. one\n3. three", 3, numbered=True) == ({0: "one", 2: "three"}, False)
    assert read("1. one\n2. \n3. three", 3, numbered=True) == ({0: "one", 2: "three"}, False)


@pytest.mark.parametrize("line", ["more", "1. more", "9. more", "2024", "3.5 litres", "12"])
def test_a_line_without_a_number_of_its_own_goes_on_with_the_block_before(line):
    assert read(f"1. one\n2. two\n{line}", 3, numbered=True) == ({0: "one", 1: f"two {line}"}, False)


def test_a_block_may_begin_on_the_line_after_its_number():
    assert read("1.\none\n2. two", 2, numbered=True) == ({0: "one", 1: "two"}, True)


def test_what_stands_before_the_first_number_belongs_to_no_block():
    assert read("As you wish\n1. one\n2. two", 2, numbered=True) == ({0: "one", 1: "two"}, True)


def test_a_line_is_given_back_while_it_is_written():
    lines = lines_of_reply(["eins", "zwei"], ReplyForm.NUMBERED)
    told = [list(lines.feed(piece)) for piece in ("1", ".", " He", "llo ", "world\n", "2. ", "B")]
    assert told == [[], [], [(0, "He")], [(0, "llo")], [(0, " world")], [], [(1, "B")]]


PARTS = st.sampled_from(["1. ", "2. ", "3.", "1", "2)", "\n", "\n\n", " ", "\t", "one", "zwei drei", "4.5", "\r\n"])


@given(st.lists(PARTS, max_size=20).map("".join), st.integers(1, 4), st.booleans(), st.integers(1, 5))
def test_the_result_does_not_depend_on_how_the_reply_is_cut(reply, count, numbered, step):
    assert read(reply, count, numbered=numbered, step=step) == read(reply, count, numbered=numbered)
