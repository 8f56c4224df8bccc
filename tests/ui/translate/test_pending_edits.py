"""Edits that wait are as few as do the same, and are done in parts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from translator.text.difference import TextEdit
from translator.ui.translate.pending_edits import PendingEdits, place_after


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
