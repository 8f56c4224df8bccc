"""What is gone from a match, and what is new beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.ui.matches.differences import Kind, Piece, differences

GONE, NEW, SAME = Kind.GONE, Kind.NEW, Kind.SAME


def side(pieces, kind: Kind) -> str:
    return "".join(piece.text for piece in pieces if piece.kind in (SAME, kind))


def test_texts_that_are_the_same_differ_nowhere() -> None:
    assert list(differences("One cup.", "One cup.")) == [Piece("One cup.")]


def test_another_word_is_gone_and_new() -> None:
    assert list(differences("It costs 5 euros.", "It costs 6 euros.")) == [
        Piece("It costs "), Piece("5", GONE), Piece("6", NEW), Piece(" euros."),
    ]  # fmt: skip


def test_words_beside_each_other_make_one_phrase() -> None:
    assert list(differences("a red house", "a blue boat")) == [
        Piece("a "), Piece("red house", GONE), Piece("blue boat", NEW),
    ]  # fmt: skip


def test_scripts_without_spaces_differ_by_letter() -> None:
    assert list(differences("我喝茶", "我喝水")) == [Piece("我喝"), Piece("茶", GONE), Piece("水", NEW)]


@pytest.mark.parametrize("words", [1, 2_000])
@given(start=st.text(max_size=8), gone=st.text(max_size=8), new=st.text(max_size=8))
def test_either_text_can_be_read_from_the_pieces(words: int, start: str, gone: str, new: str) -> None:
    match, text = start + gone + " x" * words, start + new + " x" * words
    pieces = differences(match, text)

    assert side(pieces, GONE) == match
    assert side(pieces, NEW) == text
