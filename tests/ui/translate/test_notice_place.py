"""Where a notice lies in its pane, and what gives way to it."""

import pytest

from translator.ui.translate.notice_place import Around, place_notice

ROOMY = Around(height=600, above=0, text=24, parts=0, least=0, footer=56)
LOW = ROOMY._replace(height=190)


def test_where_there_is_room_it_stands_above_the_footer() -> None:
    place = place_notice(100, ROOMY)
    assert (place.bottom, place.height, place.keeps_footer, place.parts) == (544, 100, True, None)


def test_where_there_is_room_it_stands_above_what_is_above_the_footer() -> None:
    place = place_notice(100, ROOMY._replace(parts=80, least=72))
    assert place.bottom - place.height > 300
    assert (place.bottom, place.height, place.keeps_footer, place.parts) == (600 - 56 - 81 - 12, 100, True, None)


@pytest.mark.parametrize("above", [0, 44, 66])
@pytest.mark.parametrize(("parts", "least"), [(0, 0), (72, 72), (180, 72)])
@pytest.mark.parametrize("height", [130, 150, 190, 240, 300])
@pytest.mark.parametrize("wanted", [40, 108, 400])
def test_it_never_lies_over_the_search_or_over_what_is_left_below(
    wanted: int, height: int, parts: int, least: int, above: int
) -> None:
    place = place_notice(wanted, Around(height, above, 24, parts, least, 56))
    kept = parts if place.parts is None else place.parts
    assert above < place.bottom - place.height
    assert place.bottom <= height - kept - (56 if place.keeps_footer else 0)
    assert place.height >= min(wanted, 40)


def test_the_footer_gives_way_first_then_the_parts_and_then_the_text() -> None:
    with_panel = LOW._replace(parts=100, least=72)
    assert place_notice(108, LOW._replace(height=230)).keeps_footer
    assert place_notice(104, LOW)._replace(bottom=0, covered=0) == (0, 104, 0, True, None)
    assert not place_notice(112, LOW).keeps_footer  # beside it the notice would cover the only line of the text
    lower = place_notice(140, LOW)
    assert (lower.height, lower.keeps_footer) == (140, False)
    assert place_notice(108, with_panel).parts == 72
    assert place_notice(108, with_panel._replace(above=66)).parts == 0


def test_a_line_of_the_text_is_left_where_two_lines_of_the_notice_are() -> None:
    assert place_notice(400, LOW).height == 190 - 4 - 12 - 24
    assert place_notice(400, LOW._replace(height=90)).height == 64
