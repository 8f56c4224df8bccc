import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translator.text.blocks import Block, BlockedText, cut
from translator.text.long_lines import MOST

NEWLINES = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
INVISIBLE = ["\u200b", "\u200c", "\u200d", "\u200f", "\u2060", "\ufeff", "\x00", "\ud800", "\udfff"]
MARKS = ["- ", "1. ", "> ", "[ ] ", "| a | b |", "```", "~~~", "```\n", "\n```python\n"]
PARTS = st.sampled_from(
    [*NEWLINES, *INVISIBLE, *MARKS, " ", "\t", "\u3000", "\xa0", "a", "Wort", "。", "7", "😀", "e\u0301"]
)
TEXTS = st.text(st.characters(), max_size=60) | st.lists(PARTS, max_size=40).map("".join)


def source(blocked: BlockedText) -> str:
    return "".join(block.gap + block.text for block in blocked.blocks) + blocked.tail


@given(TEXTS)
@example("a\r\n\r\nb\u2029c\ud800")
@example("a\n```\nb\u2028c\x1c```\n\ud800 d")
def test_gives_the_text_back_character_for_character(text):
    assert source(cut(text)) == text


@given(TEXTS)
def test_every_block_holds_a_letter_and_no_line_end_or_outer_blank(text):
    for block in cut(text).blocks:
        assert any(character.isalnum() for character in block.text)
        assert block.text == block.text.strip()
        assert len(block.text.splitlines()) == 1


@given(TEXTS)
def test_spans_are_the_places_of_the_blocks_in_the_source(text):
    blocked = cut(text)
    assert [text[start:end] for start, end in blocked.spans()] == [block.text for block in blocked.blocks]


@pytest.mark.parametrize("newline", NEWLINES)
def test_each_line_is_a_block_whatever_ends_it(newline):
    assert cut(f"one{newline}two").blocks == (Block("", "one"), Block(newline, "two"))


@pytest.mark.parametrize(
    "marker",
    ["  ", "\t", "- ", "* ", "+ ", "• ", "•", "・", "— ", "1. ", "12) ", "(3) ", "a) ", "iv) ", "(b) ", "> ", "> > ",
     ">", "# ", "### ", "[ ] ", "- [x] ", "  - ", "\ufeff", "\u200b"],
)  # fmt: skip
def test_what_stands_before_the_text_of_a_line_is_gap(marker):
    assert cut(f"{marker}Wort eins").blocks == (Block(marker, "Wort eins"),)


@pytest.mark.parametrize(
    "text", ["#hashtag", "-5 degrees", "1.5 litres", "1986. godine", "A. Smith", "the) end", "*bold*"]
)
def test_what_only_looks_like_a_marker_is_text(text):
    assert cut(text).blocks == (Block("", text),)


@pytest.mark.parametrize("line", ["", "   ", "42", "12.50 €", "-----", "***", "😀👍", "1. ", "> ", "=== 7 ==="])
def test_a_line_without_a_letter_is_no_block(line):
    assert cut(f"one\n{line}\ntwo").blocks == (Block("", "one"), Block(f"\n{line}\n", "two"))


def test_trailing_blanks_belong_to_the_next_gap_or_the_tail():
    blocked = cut("one  \n two \n\n")
    assert blocked.blocks == (Block("", "one"), Block("  \n ", "two"))
    assert blocked.tail == " \n\n"


def test_a_text_without_letters_is_all_tail():
    blocked = cut("1 + 1\n= 2")
    assert blocked.blocks == ()
    assert blocked.tail == "1 + 1\n= 2"


def test_a_very_long_line_becomes_blocks_that_continue_it():
    text = "> " + "This is a sentence of a long paragraph. " * 100 + "\nNext."
    first, *middle, last = cut(text).blocks
    assert (first.gap, first.continues) == ("> ", False)
    assert middle
    assert all(block.continues and block.gap == " " and block.text.endswith(".") for block in middle)
    assert (last.gap, last.continues) == (" \n", False)


def test_a_piece_of_a_long_line_without_letters_is_gap_too():
    text = "Words. " * 200 + "12 " * 2000 + "More words. " * 200
    blocks = cut(text).blocks
    assert source(cut(text)) == text
    assert all(any(character.isalpha() for character in block.text) for block in blocks)
    assert any("12 12" in block.gap and block.continues for block in blocks)


def test_the_gap_between_pieces_of_a_line_follows_the_targets_writing():
    spaced, unspaced = Block(" ", "b", continues=True), Block("", "b", continues=True)
    assert spaced.gap_in_target(sentences_spaced=True) == " "
    assert spaced.gap_in_target(sentences_spaced=False) == ""
    assert unspaced.gap_in_target(sentences_spaced=True) == " "
    assert unspaced.gap_in_target(sentences_spaced=False) == ""


def test_every_other_gap_is_kept_in_the_target():
    assert Block("\n  ", "b").gap_in_target(sentences_spaced=False) == "\n  "
    assert Block(" ", "b").gap_in_target(sentences_spaced=False) == " "
    assert Block(" 12 12 ", "b", continues=True).gap_in_target(sentences_spaced=False) == " 12 12 "


def test_no_block_is_longer_than_the_most():
    assert max(len(block.text) for block in cut("Ein Satz. " * 5000).blocks) <= MOST


@pytest.mark.parametrize("unbroken", ["x" * 5000, "https://example.com/" + "abcdefghij" * 500])
def test_what_has_no_blanks_gets_none_where_it_is_cut(unbroken):
    blocks = cut(unbroken).blocks
    assert len(blocks) > 1
    assert "".join(block.gap_in_target(sentences_spaced=True) + block.text for block in blocks) == unbroken


def test_sentences_that_stand_without_blanks_get_one_in_a_language_that_has_them():
    blocks = cut("今天天气很好，我们去公园。" * 300).blocks
    assert {block.gap_in_target(sentences_spaced=True) for block in blocks[1:]} == {" "}


@given(TEXTS)
def test_the_gaps_and_any_translation_of_the_blocks_keep_every_line_break(text):
    blocked = cut(text)
    translated = "".join(block.gap_in_target(sentences_spaced=True) + "x" for block in blocked.blocks) + blocked.tail
    ends = "".join(NEWLINES)
    assert [c for c in translated if c in ends] == [c for c in text if c in ends]


def test_code_between_fences_is_gap():
    text = "Run this:\n\n```python\nprint('hello')\n```\nThen that.\n> ~~~~\n> ~~~\n> code\n> ~~~~\nEnd"
    assert [block.text for block in cut(text).blocks] == ["Run this:", "Then that.", "End"]
    assert source(cut(text)) == text


@pytest.mark.parametrize(
    "text", ["one\n```\ntwo", "one\n```two```\nthree", "one\n```\ntwo\n~~~", "one\n```\ntwo\n````", "one\n``\ntwo\n``"]
)
def test_what_is_no_pair_of_fences_is_text(text):
    assert "two" in "".join(block.text for block in cut(text).blocks)


def test_a_fence_that_is_never_closed_hides_none_that_is():
    text = "one\n````\ntwo\n```\ncode\n```\nthree"
    assert [block.text for block in cut(text).blocks] == ["one", "two", "three"]


def test_what_a_fence_calls_text_is_translated_and_the_fences_are_gap():
    assert cut("one\n```text\ntwo\n```").blocks == (Block("", "one"), Block("\n```text\n", "two"))


def test_nothing_but_fenced_code_is_translated_after_all():
    assert [block.text for block in cut("```\nDear Ann\n```\n").blocks] == ["Dear Ann"]
    assert cut("```\n1\n```\n").blocks == ()
