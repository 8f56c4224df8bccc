"""An edit by hand belongs to the blocks that it touches, and they to the user from then on."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.translate.target.layouts import SAID, TEXTS, applied, check_places, layout_of
from translator.text.blocks import BlockedText
from translator.text.difference import TextEdit
from translator.translation.request import BlockOrigin, FinishedBlock
from translator.ui.translate.by_hand.by_hand import is_by_hand, use_mine, write_by_hand
from translator.ui.translate.target.later_version import rewrite
from translator.ui.translate.target.target_layout import TargetLayout


@pytest.mark.parametrize(
    ("edit", "said", "by_hand"),
    [
        (TextEdit(1, 0, "x"), ["Ax", "B", "C"], [0]),
        (TextEdit(3, 1, "new"), ["A", "new", "C"], [1]),
        (TextEdit(1, 2, " "), ["A B", "", "C"], [0, 1]),
        (TextEdit(0, 6, "all"), ["all", "", ""], [0, 1, 2]),
        (TextEdit(2, 0, "x"), ["A\nx", "B", "C"], [0]),
        (TextEdit(7, 0, "x"), ["A", "B", "C\nx"], [2]),
        (TextEdit(3, 3, ""), ["A", "", ""], [1, 2]),
        (TextEdit(0, 6, ""), ["", "", ""], []),
        (TextEdit(2, 1, ""), ["A", "B", "C"], []),
        (TextEdit(1, 0, "\n"), ["A\n", "B", "C"], [0]),
    ],
)
def test_an_edit_by_hand_belongs_to_the_blocks_it_touches(edit: TextEdit, said: list[str], by_hand: list[int]) -> None:
    layout = layout_of("a\n\nb\nc\n", "A", "B", "C")
    layout.show_tail()
    wanted = edit.applied_to(layout.text)
    write_by_hand(layout, edit)

    assert layout.text == wanted
    assert [slot.text for slot in layout.slots] == said
    assert [index for index, slot in enumerate(layout.slots) if is_by_hand(slot)] == by_hand


def test_before_a_list_marker_and_behind_it_an_edit_belongs_to_that_line() -> None:
    layout = layout_of("- a\n- b", "A", "B")
    write_by_hand(layout, TextEdit(1, 0, "x"))
    write_by_hand(layout, TextEdit(6, 0, "y"))

    assert layout.text == "-x A\n-y B"
    assert [slot.text for slot in layout.slots] == ["x A", "y B"]


def test_what_is_written_back_as_it_was_is_the_machines_again() -> None:
    layout = layout_of("a\nb", "A", "B")
    assert write_by_hand(layout, TextEdit(0, 1, "X")) == (0,)
    assert is_by_hand(layout.slots[0])
    write_by_hand(layout, TextEdit(0, 1, "A"))

    assert [block.origin for block in layout.finished()] == [BlockOrigin.SERVICE, BlockOrigin.SERVICE]


def test_a_block_that_was_emptied_stays_empty_unless_nothing_is_left() -> None:
    layout = layout_of("a\nb", "A", "B")
    write_by_hand(layout, TextEdit(0, 1, ""))

    assert layout.text == "\nB"
    assert [(block.target, block.origin) for block in layout.finished()] == [
        ("", BlockOrigin.USER),
        ("B", BlockOrigin.SERVICE),
    ]
    write_by_hand(layout, TextEdit(1, 1, ""))
    assert layout.slots[1].finished is None


def test_where_nothing_is_shown_what_is_written_is_the_first_blocks() -> None:
    layout = layout_of("- a\nb")
    write_by_hand(layout, TextEdit(0, 0, "X"))

    assert layout.text == "X"
    assert [block.target for block in layout.finished()] == ["X"]


def test_a_text_without_blocks_can_be_edited() -> None:
    layout = TargetLayout.of_text("some text")
    write_by_hand(layout, TextEdit(4, 5, ""))

    assert layout.text == "some"


def test_what_the_user_had_written_can_take_the_place_of_what_came() -> None:
    layout = layout_of("a\nb", "A", "B")

    assert applied(use_mine(layout, 0, "mine"), "A\nB") == layout.text == "mine\nB"
    assert is_by_hand(layout.slots[0])
    write_by_hand(layout, TextEdit(0, 4, "A"))
    assert not is_by_hand(layout.slots[0])


@pytest.mark.parametrize(
    ("source", "said", "edit", "later", "text"),
    [
        ("a\n\nb\n\nc", "ABC", TextEdit(1, 2, " "), "a\n\nb\n\nc", "A B\n\nC"),
        ("a\n\nb\n\nc", "ABC", TextEdit(3, 3, ""), "a\n\nb\n\nc", "A\n\nC"),
        ("a\n\nb\n\nc", "ABC", TextEdit(3, 1, ""), "a\n\nb\n\nc", "A\n\nC"),
        ("a\n\nb", "AB", TextEdit(1, 2, " "), "a\n\nb\n\nnew", "A B"),
        ("- a\n- b\n- c", "ABC", TextEdit(0, 4, ""), "- a\n- b\n- c", "- B\n- C"),
        ("a\n\nb\n\nc", "ABC", TextEdit(1, 2, " "), "a\nb\nc", "A B\nC"),
    ],
    ids=["joined", "deleted", "emptied", "joined at the end", "the first deleted", "joined, and the source too"],
)
def test_the_blank_lines_of_what_was_joined_or_emptied_do_not_come_back_with_the_next_version(
    source: str, said: str, edit: TextEdit, later: str, text: str
) -> None:
    layout = layout_of(source, *said)
    write_by_hand(layout, edit)
    new = layout_of(later)

    assert applied(rewrite(layout, new), layout.text) == new.text == text


def test_a_block_that_was_joined_stands_for_itself_again_once_it_says_something() -> None:
    joined = layout_of("a\n\nb\n\nc", "A", "B", "C")
    write_by_hand(joined, TextEdit(1, 2, " "))
    layout = layout_of("a\n\nb\n\nc")
    rewrite(joined, layout)
    edits = layout.finish([FinishedBlock(1, "b", "new")])

    assert applied(edits, "A B\n\nC") == layout.text == "A B\n\nnew\n\nC"


EDITS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 8), st.sampled_from(["", "x", "\n", " y\n"])), max_size=6)


@given(TEXTS, SAID, EDITS, st.booleans())
@settings(deadline=None)
def test_after_any_edits_by_hand_what_is_shown_is_what_was_written(
    blocked: BlockedText, said: list[str | None], edits: list[tuple[int, int, str]], tail: bool
) -> None:
    layout = TargetLayout(blocked, sentences_spaced=True)
    for index in range(len(layout.slots)):
        layout.put(index, said[index] or "")
    if tail:
        layout.show_tail()
    for position, removed, inserted in edits:
        start = min(position, len(layout.text))
        edit = TextEdit(start, min(removed, len(layout.text) - start), inserted)
        wanted = edit.applied_to(layout.text)
        write_by_hand(layout, edit)

        assert layout.text == wanted
        check_places(layout)
