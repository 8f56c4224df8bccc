"""Where the popup stands: beside the pointer, inside the work area, and growing away from where one points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.ui.popup.placement import ENOUGH, GAP, LEAST, Area, Point, Spot

WORK = Area(0, 32, 1920, 1048)
"""A screen with a panel of 32 above."""


def test_with_room_all_around_it_stands_below_and_right_of_the_pointer() -> None:
    assert Spot.beside(Point(500, 300), WORK, 420).area(250) == Area(500 + GAP, 300 + GAP, 420, 250)


def test_it_grows_down_from_where_it_stands() -> None:
    spot = Spot.beside(Point(500, 300), WORK, 420)
    assert [spot.area(height).top for height in (200, 300, 480)] == [312] * 3


def test_without_room_below_it_stands_above_and_grows_up() -> None:
    spot = Spot.beside(Point(500, 1000), WORK, 420)
    assert [spot.area(height).bottom for height in (200, 300, 480)] == [1000 - GAP] * 3
    assert not spot.grows_down


def test_it_stays_below_where_most_texts_have_room_and_scrolls_there() -> None:
    spot = Spot.beside(Point(500, WORK.bottom - ENOUGH - GAP), WORK, 420)
    assert (spot.grows_down, spot.highest) == (True, ENOUGH)
    assert spot.area(480).bottom == WORK.bottom


def test_without_room_on_the_right_it_stands_left_of_the_pointer() -> None:
    assert Spot.beside(Point(1800, 300), WORK, 420).area(250).right == 1800 - GAP


def test_with_room_on_neither_side_it_ends_where_the_work_area_does() -> None:
    narrow = Area(100, 0, 500, 900)
    assert Spot.beside(Point(350, 100), narrow, 420).area(250).right == narrow.right


def test_with_room_neither_above_nor_below_it_stands_beside_the_pointer() -> None:
    low = Area(0, 0, 1200, 2 * LEAST - 10)
    spot = Spot.beside(Point(600, LEAST - 5), low, 420)
    assert spot.area(480) == Area(600 + GAP, 0, 420, low.height)


def test_where_the_text_is_large_so_is_the_height_that_is_too_little() -> None:
    small = Area(0, 0, 800, 600)
    assert Spot.beside(Point(400, 300), small, 800).highest == 300 - GAP
    assert Spot.beside(Point(400, 300), small, 800, enough=2 * ENOUGH, least=2 * LEAST).area(480) == Area(
        0, 0, 800, 480
    )


def test_it_is_no_wider_than_the_work_area() -> None:
    assert Spot.beside(Point(10, 10), Area(0, 0, 360, 800), 420).area(250) == Area(0, 10 + GAP, 360, 250)


def test_on_another_screen_it_stays_there() -> None:
    left = Area(-1280, 200, 1280, 984)
    area = Spot.beside(Point(-30, 1100), left, 420).area(300)
    assert (area.right, area.bottom) == (-30 - GAP, 1100 - GAP)


def test_a_pointer_on_a_panel_has_it_beside_the_panel() -> None:
    assert Spot.beside(Point(500, 10), WORK, 420).area(250).top == WORK.top
    below = Area(0, 0, 1920, 1040)
    assert Spot.beside(Point(500, 1070), below, 420).area(250).bottom == below.bottom


def test_where_the_user_has_put_it_it_grows_down_to_the_end_of_the_work_area() -> None:
    spot = Spot.of(Area(700, 800, 420, 200), WORK)
    assert (spot.area(200), spot.area(900)) == (Area(700, 800, 420, 200), Area(700, 800, 420, 280))


def test_put_half_out_of_the_work_area_it_is_as_high_as_it_was() -> None:
    assert Spot.of(Area(700, 1000, 420, 200), WORK).area(480) == Area(700, 1000, 420, 200)


def test_an_area_with_its_surroundings() -> None:
    assert Area(10, 20, 100, 50).grown(1, 2, 3, 4) == Area(9, 18, 104, 56)


@given(
    st.integers(-4000, 4000), st.integers(-2000, 2000), st.integers(600, 5120), st.integers(400, 2880), st.data(),
    st.integers(320, 900), st.integers(150, 700),
)  # fmt: skip
def test_it_is_always_inside_and_never_under_the_pointer(
    left: int, top: int, width: int, height: int, data: st.DataObject, wanted: int, high: int
) -> None:
    work = Area(left, top, width, height)
    pointer = Point(data.draw(st.integers(left, work.right - 1)), data.draw(st.integers(top, work.bottom - 1)))
    area = Spot.beside(pointer, work, wanted).area(high)

    assert (area.left >= work.left, area.top >= work.top) == (True, True)
    assert (area.right <= work.right, area.bottom <= work.bottom) == (True, True)
    covers = area.left <= pointer.x < area.right and area.top <= pointer.y < area.bottom
    crowded = max(pointer.y - GAP - work.top, work.bottom - pointer.y - GAP) < LEAST
    beside = max(pointer.x - GAP - work.left, work.right - pointer.x - GAP) >= wanted
    assert not covers or (crowded and not beside), "only where there is no room on any side"


@pytest.mark.parametrize("pointer", [Point(500, 300), Point(500, 1000)])
def test_what_it_grows_away_from_stays_where_it_is(pointer: Point) -> None:
    spot = Spot.beside(pointer, WORK, 420)
    areas = [spot.area(height) for height in range(200, 480, 20)]
    assert len({area.left for area in areas}) == 1
    assert len({area.top if spot.grows_down else area.bottom for area in areas}) == 1
