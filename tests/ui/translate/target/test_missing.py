"""Where a target is not there in full, and where it broke off."""

import pytest

from tests.ui.translate.target.layouts import layout_of
from translator.ui.translate.target.later_version import rewrite
from translator.ui.translate.target.missing import first_gap, gaps_of


@pytest.mark.parametrize(
    ("said", "gaps"),
    [
        (("A", "B", "C"), []),
        (("A", None, "C"), [([1], 1)]),
        (("A", None, None), [([1, 2], 1)]),
        ((None, None, "C"), [([0, 1], 0)]),
        ((None, "B", None), [([0], 0), ([2], 3)]),
    ],
)
def test_gaps_are_where_blocks_are_missing(said: tuple[str | None, ...], gaps: list[tuple[list[int], int]]) -> None:
    assert list(gaps_of(layout_of("a\n\nb\nc", *said))) == gaps


def test_a_block_that_is_there_in_part_is_missed_behind_that_part() -> None:
    layout = layout_of("a\nb\nc", "A", None, "C")
    layout.put(1, "part")

    assert list(gaps_of(layout)) == [([1], len("A\npart"))]


def test_it_broke_off_behind_the_first_part_and_not_in_the_list_that_follows() -> None:
    layout = layout_of("a\n\nb\n\n- c\n- d\n- e", "A", None, None, "D", None)
    layout.put(1, "part ")

    assert list(gaps_of(layout)) == [([1, 2], len("A\n\npart")), ([4], len(layout.text))]


def test_what_is_stale_leaves_its_place_empty_and_nothing_broke_off_there() -> None:
    old = layout_of("a\nb\nc\nd", "A", "B", "C", "D")
    new = layout_of("a!\nb\nc!\nd!")
    rewrite(old, new)
    assert (new.text, new.own_text, new.has_stale) == ("A\nB\nC\nD", "\nB", True)
    assert list(gaps_of(new)) == [([0], None), ([2, 3], None)]
    assert first_gap(new) == 1

    new.put(2, "part")
    assert (new.own_text, list(gaps_of(new))) == ("\nB\npart", [([0], None), ([2], 8), ([3], None)])
    later = layout_of("a!\nb\nc!\nd!")
    rewrite(new, later)
    assert later.own_text == new.own_text
