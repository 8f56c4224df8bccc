"""Places in a text, counted as Qt does and as Python does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.ui.utf16 import from_utf16, to_utf16, utf16_length


@given(st.text(), st.integers(0, 40), st.integers(0, 40))
def test_a_place_comes_back_as_it_was(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    units = to_utf16(text, (start, end))

    assert (from_utf16(text, units[0]), from_utf16(text, units[1])) == (start, end)
    assert units[1] - units[0] == utf16_length(text[start:end])


@pytest.mark.parametrize(("text", "place", "wanted"), [("abc", 9, 3), ("a\U0001f600", 9, 2), ("a\U0001f600b", 2, 1)])
def test_a_place_beyond_the_end_is_the_end_and_one_inside_a_character_its_beginning(
    text: str, place: int, wanted: int
) -> None:
    assert from_utf16(text, place) == wanted
