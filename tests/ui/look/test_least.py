"""The smallest size of a window grows with the letters, as far as screens go."""

import pytest
from PySide6.QtCore import QSize

from translator.ui.look.theme import Theme


@pytest.mark.parametrize(
    ("percent", "least"),
    [(80, (360, 480)), (100, (360, 480)), (125, (450, 600)), (150, (540, 640)), (200, (720, 640))],
)
def test_the_smallest_size_of_a_window_grows_with_the_letters(
    theme: Theme, percent: int, least: tuple[int, int]
) -> None:
    theme.choose("light", percent)

    assert theme.least(QSize(360, 480)).toTuple() == least


def test_what_was_larger_from_the_beginning_stays_so(theme: Theme) -> None:
    theme.choose("light", 100)

    assert theme.least(QSize(800, 700)) == QSize(800, 700)
