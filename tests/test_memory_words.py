"""The translation memory in words."""

import pytest

from translator.memory_words import explain_taken
from translator.translation.memory.exchange import TakenIn


@pytest.mark.parametrize(
    ("taken", "words"),
    [
        (TakenIn(1, 1), "1 unit of a.tmx is in the memory."),
        (TakenIn(3000, 3000), "3,000 units of a.tmx are in the memory."),
        (TakenIn(3000, 1), "3,000 units of a.tmx are in the memory. 1 of them is new."),
        (TakenIn(3000, 1200), "3,000 units of a.tmx are in the memory. 1,200 of them are new."),
        (TakenIn(2, 0), "2 units of a.tmx are in the memory. Nothing in it is new."),
    ],
)
def test_how_many_units_of_a_file_are_new_is_said_where_not_all_are(taken: TakenIn, words: str) -> None:
    assert explain_taken("a.tmx", taken) == words
