"""Edits that wait are as few as do the same, and are done in parts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.text.difference import TextEdit
from translator.ui.translate.target.pending_edits import PendingEdits, moved, place_after


def test_what_is_added_piece_by_piece_is_one_edit() -> None:
    pending = PendingEdits()
    for edit in (TextEdit(3, 0, "a"), TextEdit(4, 0, "b"), TextEdit(5, 0, "")):
        pending.add(edit)

    assert list(pending.take(10)) == [TextEdit(3, 0, "ab")]
    assert not pending


def test_what_is_added_and_taken_back_leaves_nothing_to_insert() -> None:
    pending = PendingEdits()
    pending.add(TextEdit(3, 0, "abc"))
    pending.add(TextEdit(2, 4, "x"))

    assert list(pending.take(10)) == [TextEdit(2, 1, "x")]


def test_a_long_edit_is_done_in_parts() -> None:
    pending = PendingEdits()
    pending.add(TextEdit(1, 2, "abcde"))
    pending.add(TextEdit(20, 0, "z"))

    assert list(pending.take(3)) == [TextEdit(1, 2, "abc")]
    assert list(pending.take(3)) == [TextEdit(4, 0, "de"), TextEdit(20, 0, "z")]


EDITS = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 6), st.text("xyz", max_size=5)), max_size=8)


@given(st.text("ab", max_size=12), EDITS, st.integers(1, 5))
@settings(deadline=None)
def test_done_in_whatever_parts_they_make_the_same_text(
    text: str, edits: list[tuple[int, int, str]], most: int
) -> None:
    pending, wanted = PendingEdits(), text
    for position, removed, inserted in edits:
        start = min(position, len(wanted))
        edit = TextEdit(start, min(removed, len(wanted) - start), inserted)
        wanted = edit.applied_to(wanted)
        pending.add(edit)
    assert pending.applied_to(text) == wanted
    while pending:
        for edit in pending.take(most):
            text = edit.applied_to(text)
    assert text == wanted


def test_where_a_place_is_after_an_edit() -> None:
    assert [place_after(place, 2, 3, 1) for place in range(7)] == [0, 1, 2, 3, 3, 3, 4]


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (TextEdit(0, 0, "abc"), [(5, 7), (9, 12)]),
        (TextEdit(4, 0, "x"), [(2, 4), (7, 10)]),
        (TextEdit(2, 0, "x"), [(3, 5), (7, 10)]),
        (TextEdit(9, 3, ""), [(2, 4), (6, 9)]),
        (TextEdit(3, 0, "xx"), [(2, 6), (8, 11)]),
        (TextEdit(3, 4, ""), [(2, 3), (3, 5)]),
        (TextEdit(1, 20, "y"), [(1, 1), (1, 1)]),
    ],
)
def test_ranges_move_with_the_text_that_they_belong_to(edit: TextEdit, after: list[tuple[int, int]]) -> None:
    assert list(moved([(2, 4), (6, 9)], [edit])) == after


def test_no_range_moves_nowhere() -> None:
    assert list(moved([], [TextEdit(0, 0, "a")])) == []
