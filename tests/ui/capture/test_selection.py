"""The rectangle over a screen, by mouse and by key, in its own pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.ui.capture.selection import SMALLEST, Box, Selection


def test_a_rectangle_is_drawn_in_any_direction() -> None:
    selection = Selection(800, 600)
    selection.press(300, 200)
    selection.drag(100, 250)
    assert selection.is_dragging
    assert selection.box == Box(100, 200, 200, 50)
    assert selection.release()
    assert not selection.is_dragging


def test_a_rectangle_ends_at_the_screens_edge() -> None:
    selection = Selection(800, 600)
    selection.press(700, 500)
    selection.drag(2_000, -5)
    assert selection.box == Box(700, 0, 100, 500)


def test_a_click_selects_nothing() -> None:
    selection = Selection(800, 600)
    for to in ((103, 200), (100, 200)):
        selection.press(100, 100)
        selection.drag(*to)
        assert not selection.release()
        assert selection.box is None


def test_what_is_not_pressed_is_not_dragged() -> None:
    selection = Selection(800, 600)
    selection.drag(100, 100)
    assert selection.box is None


@pytest.mark.parametrize("way", [Selection.move, Selection.resize])
def test_the_first_arrow_puts_a_rectangle_into_the_middle(way: object) -> None:
    selection = Selection(800, 600)
    way(selection, 16, 0)  # type: ignore[operator]
    assert selection.box == Box(200, 225, 400, 150)


def test_arrows_move_and_size_it_within_the_screen() -> None:
    selection = Selection(800, 600)
    selection.move(0, 0)
    selection.move(-16, 16)
    assert selection.box == Box(184, 241, 400, 150)
    selection.resize(16, -1)
    assert selection.box == Box(184, 241, 416, 149)
    selection.move(9_999, 9_999)
    assert selection.box == Box(384, 451, 416, 149)
    selection.resize(9_999, -9_999)
    assert selection.box == Box(384, 451, 416, SMALLEST)
    selection.clear()
    assert selection.box is None


@pytest.mark.parametrize(
    ("box", "scale", "pixels"),
    [
        (Box(10, 20, 30, 40), 1, (10, 20, 30, 40)),
        (Box(10, 20, 30, 40), 2, (20, 40, 60, 80)),
        (Box(10.5, 20, 30, 40), 1.5, (15, 30, 46, 60)),
        (Box(0, 0, 100, 100), 1.25, (0, 0, 125, 125)),
    ],
)
def test_every_pixel_that_is_touched_belongs_to_it(box: Box, scale: float, pixels: tuple[int, ...]) -> None:
    assert box.in_pixels(scale, scale, (1_000, 1_000)) == pixels


@given(st.floats(0, 800), st.floats(0, 600), st.floats(0, 800), st.floats(0, 600), st.sampled_from([1, 1.25, 1.5, 2]))
def test_no_pixel_beyond_the_screen_belongs_to_it(x: float, y: float, to_x: float, to_y: float, scale: float) -> None:
    most = int(800 * scale), int(600 * scale)
    left, top, width, height = Box.between((x, y), (to_x, to_y)).in_pixels(scale, scale, most)
    assert 0 <= left <= left + width <= most[0]
    assert 0 <= top <= top + height <= most[1]
