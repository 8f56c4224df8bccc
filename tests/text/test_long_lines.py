import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.text.long_lines import LEAST, MOST, pieces_of


def cut(line: str) -> list[str]:
    return [line[start:end] for start, end in pieces_of(line, 0, len(line))]


def paragraph(sentences: int, seed: int = 7) -> list[str]:
    chance = random.Random(seed)
    words = ["".join(chance.choices("abdeilmnorstu", k=chance.randint(2, 9))) for _ in range(400)]
    return [" ".join(chance.choices(words, k=chance.randint(4, 18))).capitalize() + "." for _ in range(sentences)]


def test_a_line_that_is_short_enough_is_one_piece():
    assert cut("One. Two." * 100) == ["One. Two." * 100]


def test_pieces_end_with_sentences_and_keep_to_their_sizes():
    line = " ".join(paragraph(300))
    pieces = cut(line)
    assert " ".join(pieces) == line
    assert all(piece.endswith(".") for piece in pieces)
    assert all(LEAST <= len(piece) <= MOST for piece in pieces)


@given(st.integers(0, 10_000), st.text("abc XYZ.", max_size=300))
@settings(max_examples=40, deadline=None)
def test_an_edit_near_the_start_moves_no_later_cut(seed, edit):
    sentences = paragraph(200, seed)
    before = cut(" ".join(sentences))
    after = cut(" ".join([*sentences[:3], f"A new {edit} sentence.", *sentences[3:]]))
    unchanged = set(before) & set(after)
    assert len(unchanged) >= len(before) - 3
    assert before[-1] in unchanged


def test_an_edit_in_the_middle_leaves_both_sides_alone():
    sentences = paragraph(300)
    before = cut(" ".join(sentences))
    after = cut(" ".join([*sentences[:150], "Something else.", *sentences[150:]]))
    assert before[:5] == after[:5]
    assert before[-5:] == after[-5:]


@pytest.mark.parametrize(
    ("sentence", "joined_by"),
    [("今天天气很好。", ""), ("本当ですか？", ""), ("「そうです。」", ""), ("هل هذا صحيح؟", " "),
     ("यह एक वाक्य है।", " "), ("Really?!", " "), ("He said “no.”", " ")],
)  # fmt: skip
def test_knows_the_sentence_ends_of_other_scripts(sentence, joined_by):
    line = joined_by.join([sentence] * (4 * MOST // len(sentence)))
    assert all(piece.endswith(sentence[-2:]) for piece in cut(line))


@pytest.mark.parametrize(
    "unit",
    ["Herr J. Smith und Dr. Meier ", "ca. zwei ", "and so on... but "],
    ids=["initial and title", "abbreviation", "small letter"],
)
def test_a_full_stop_that_ends_no_sentence_is_no_place_to_cut(unit):
    filler = "Wort " * 150
    assert cut(f"{filler}Ende. {filler}{unit}{filler}")[0] == f"{filler}Ende."


def test_without_sentence_ends_it_is_cut_at_blanks():
    line = "word " * 1000 + "end"
    pieces = cut(line)
    assert " ".join(pieces) == line
    assert all(len(piece) <= MOST for piece in pieces)


def test_without_blanks_it_is_cut_anywhere():
    pieces = cut("字" * 5000)
    assert "".join(pieces) == "字" * 5000
    assert [len(piece) for piece in pieces] == [MOST, MOST, MOST, 5000 - 3 * MOST]


@pytest.mark.parametrize("character", ["e\u0301", "👍🏽", "👩\u200d👩\u200d👧", "\ud83d\ude00", "❤\ufe0f"])
def test_what_is_seen_as_one_character_is_not_split(character):
    for shift in range(len(character)):
        pieces = cut("x" * shift + character * MOST)
        assert all(piece.startswith(character) for piece in pieces[1:])


def test_a_character_without_end_is_split_all_the_same():
    pieces = cut("a" + "\u0301" * 2 * MOST)
    assert "".join(pieces) == "a" + "\u0301" * 2 * MOST
    assert all(len(piece) <= MOST for piece in pieces)


def test_a_text_that_repeats_itself_is_cut_evenly():
    pieces = cut("Yes. " * 5000)
    assert min(map(len, pieces)) > LEAST


@pytest.mark.parametrize("line", ["Yes. " * 200_000, "word " * 200_000, "x" * 1_000_000])
def test_a_line_of_a_million_characters_is_no_trouble(line):
    assert sum(map(len, cut(line))) >= len(line) - len(line) // 5
