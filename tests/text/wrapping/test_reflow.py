"""Lines that were broken for their width are joined, and nothing else is.

The corpus is frozen: tests/corpora/reflow/joined holds texts and, behind a mark, the paragraphs they were made of;
tests/corpora/reflow/untouched holds what has to stay as it is.
"""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.text.wrapping.hyphens import Hyphens
from translator.text.wrapping.reflow import joined_lines

CORPUS = Path(__file__).parents[2] / "corpora" / "reflow"
MARK = "\n=====8<=====\n"
JOINED = {path.stem: path.read_bytes().decode() for path in sorted((CORPUS / "joined").glob("*.txt"))}
UNTOUCHED = {path.stem: path.read_bytes().decode() for path in sorted((CORPUS / "untouched").glob("*.txt"))}


def test_the_corpus_is_there():
    assert len(JOINED) >= 20
    assert len(UNTOUCHED) >= 20


@pytest.mark.parametrize("name", JOINED)
def test_broken_lines_become_the_paragraphs_they_were(name):
    text, _, paragraphs = JOINED[name].partition(MARK)
    assert joined_lines(text) == paragraphs


@pytest.mark.parametrize("name", JOINED)
def test_what_was_joined_is_joined_for_good(name):
    assert joined_lines(JOINED[name].partition(MARK)[2]) is None


@pytest.mark.parametrize("name", UNTOUCHED)
def test_verse_lists_code_and_the_like_stay_as_they_are(name):
    assert joined_lines(UNTOUCHED[name]) is None


@pytest.mark.parametrize("text", ["", "\n", "one line", "one\ntwo", "\n".join(["x" * 70] * 2)])
def test_what_is_too_short_to_tell_stays(text):
    assert joined_lines(text) is None


SENTENCE = "the water had risen over night and nobody knew how far it would go"
PROSE = "\n".join([SENTENCE + " on"] * 6)


def joined(text: str) -> str:
    reflowed = joined_lines(text)
    assert reflowed is not None
    return reflowed


def test_lines_in_two_blanks_or_a_backslash_stay_apart():
    text = f"{PROSE}\n\n{SENTENCE} it  \n{SENTENCE}\\\n{SENTENCE} it"
    assert joined(text).partition("\n\n")[2] == text.partition("\n\n")[2]


def test_a_line_behind_which_something_else_ends_stays():
    assert joined(f"{PROSE}\f{PROSE}").count("\f") == 1


def test_code_beside_prose_stays():
    code = "\n".join(["call_something_with(the_first_argument, the_second_argument, third);"] * 2)
    assert joined(f"{PROSE}\n\n{code}").endswith(code)


def test_headings_and_their_lines_stay():
    text = f"# A heading that is rather long, longer than most headings are, in fact\n{PROSE}"
    assert joined(text).count("\n") == 1


def test_speakers_stay_apart_but_a_colon_within_a_paragraph_does_not_end_it():
    said = f"Anna: {SENTENCE}."
    assert joined(f"{PROSE}\n\n{said}\n{said}").endswith(f"{said}\n{said}")
    assert joined(f"{PROSE} and\nNote: {SENTENCE}").count("\n") == 0


def test_a_dash_or_a_slash_without_a_blank_gets_none():
    assert "far\u2014and" in joined(PROSE + "\n" + SENTENCE.replace("go", "far\u2014") + "\nand then " + SENTENCE)
    assert "and/or" in joined(PROSE + "\n" + SENTENCE + " and/\nor then " + SENTENCE)
    assert "far \u2014 and" in joined(PROSE + "\n" + SENTENCE.replace("go", "far \u2014") + "\nand then " + SENTENCE)


def test_a_line_that_ends_a_little_early_goes_on_where_the_sentence_does():
    early = SENTENCE.partition(" how")[0] + " well"
    assert "\n" not in joined(f"{PROSE}\n{early}\nand {SENTENCE}\n{PROSE}")
    assert "\n" in joined(f"{PROSE}\n{early}.\nBut {SENTENCE}\n{PROSE}")


def test_quotes_of_different_depth_are_judged_apart():
    quoted = "\n".join(f"> {line}" for line in PROSE.split("\n"))
    verse = "\n".join(f">> {line}" for line in UNTOUCHED["sonnet_english"].strip().split("\n"))
    assert joined(f"{verse}\n{quoted}") == f"{verse}\n> {PROSE.replace(chr(10), ' ')}"


HYPHENATED = [
    ("the finan-", "cing of it", True),
    ("ein Zet\u00ad", "Tel", True),
    ("the inter\u2010", "national", True),
    ("a north-", "South road", False),
    ("of 1999-", "2003", False),
    ("an X-", "ray", False),
    ("the US-", "led effort", False),
    ("state-of-", "the-art", False),
    ("a well-", "known man", False),
    ("good well-", "nes", True),
    ("a sea-", "side walk", False),
    ("the under-", "ground line", True),
    ("the pre\u2010", "set", True),
]


@pytest.mark.parametrize(("before", "after", "goes"), HYPHENATED)
def test_hyphens_stay_where_the_word_has_one(before, after, goes):
    hyphens = Hyphens("There is a sea-side walk and an Underground line.")
    assert hyphens.is_hyphenated(before, after)
    assert hyphens.goes_away(before, after) is goes


@pytest.mark.parametrize(
    ("before", "after"), [("Vor-", "und Nachteile"), ("and so -", "he said"), ("no hyphen", "here"), ("5-", "(and)")]
)
def test_what_ends_in_a_hyphen_is_not_always_half_a_word(before, after):
    assert not Hyphens("").is_hyphenated(before, after)


LINES = st.sampled_from(
    [line for text in [*JOINED.values(), *UNTOUCHED.values()] for line in text.splitlines()] + ["> ", "-- ", "\t"]
)
REMOVABLE = re.compile(r"[\s>\u200b\ufeff\u00ad\u2010-]")


@given(st.lists(LINES | st.text(max_size=80), max_size=20).map("\n".join))
def test_nothing_but_line_ends_with_what_is_around_them_goes_away(text):
    reflowed = joined_lines(text)
    if reflowed is not None:
        assert REMOVABLE.sub("", reflowed) == REMOVABLE.sub("", text)


ADVERSARIAL = ["a\n", ">\n", "> a\n", "a-\n", "字\n", " ", ">", "-", "a'a'", f"{SENTENCE}\n", f"{SENTENCE}-\n", "x: \n"]


def seconds(unit: str, length: int) -> float:
    text = (unit * (length // len(unit) + 1))[:length]
    began = time.process_time()
    joined_lines(text)
    return time.process_time() - began


@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_time_goes_with_the_length_whatever_the_text(unit):
    """Ten times the text takes about ten times as long; what is quadratic would take a hundred times."""
    small = min(seconds(unit, 10_000) for _ in range(3))
    large = min(seconds(unit, 100_000) for _ in range(2))
    assert large < 35 * max(small, 0.0005)
