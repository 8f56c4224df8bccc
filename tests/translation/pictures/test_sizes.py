"""How large a picture is sent."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.translation.pictures.sizes import LONGEST_SIDE, MOST_PIXELS, fitted_size

SIDES = st.integers(1, 20_000)


@pytest.mark.parametrize(
    ("given_size", "sent"),
    [
        ((640, 480), (640, 480)),
        ((2048, 1536), (2048, 1536)),
        ((3840, 2160), (2364, 1330)),
        ((1536, 8192), (768, 4096)),
        ((300, 6000), (204, 4096)),
        ((1, 20_000), (1, 4096)),
    ],
)
def test_a_picture_is_made_as_small_as_services_make_it(given_size: tuple[int, int], sent: tuple[int, int]) -> None:
    assert fitted_size(*given_size) == sent


@given(SIDES, SIDES)
def test_no_picture_grows_nor_vanishes_nor_is_larger_than_what_is_sent(width: int, height: int) -> None:
    across, down = fitted_size(width, height)
    assert 1 <= across <= min(width, LONGEST_SIDE)
    assert 1 <= down <= min(height, LONGEST_SIDE)
    assert across * down <= MOST_PIXELS
