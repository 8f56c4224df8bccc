"""What the target shows of its blocks, and that its edits do the same to a copy of it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.text.blocks import Block, BlockedText, cut
from translator.text.difference import TextEdit
from translator.translation.request import BlockOrigin, FinishedBlock
from translator.translation.running.target_text import TargetText
from translator.ui.translate.by_hand.by_hand import is_by_hand, use_mine, write_by_hand
from translator.ui.translate.target.target_layout import TargetLayout, applied, first_gap, gaps_of

LETTERS = st.text("ab ", max_size=5)
BLOCKS = st.builds(Block, st.sampled_from(["", "\n", "\n\n", " - "]), st.sampled_from("abcdef"), st.booleans())
TEXTS = st.builds(BlockedText, st.lists(BLOCKS, max_size=7).map(tuple), st.sampled_from(["", "\n"]))


def layout_of(source: str, *said: str | None, spaced: bool = True) -> TargetLayout:
    made = TargetLayout(cut(source), sentences_spaced=spaced)
    said_blocks = [(index, text) for index, text in enumerate(said) if text is not None]
    made.finish(FinishedBlock(index, made.slots[index].source, text) for index, text in said_blocks)
    return made


# What is shown


def test_gaps_are_shown_up_to_the_last_block_that_says_something() -> None:
    layout = layout_of("- one\n\n- two\n- three\n", "eins")
    assert layout.text == "- eins"

    assert applied(layout.append(2, "dr"), "- eins") == layout.text == "- eins\n\n- \n- dr"
    assert layout.put(2, "") == [TextEdit(6, 9, "")]
    assert layout.text == "- eins"


def test_what_stands_behind_the_last_block_is_shown_at_the_end() -> None:
    layout = layout_of("one\n\n", "eins")

    assert layout.show_tail() == [TextEdit(4, 0, "\n\n")]
    assert layout.text == "eins\n\n"
    assert layout.show_tail() == []


def test_places_of_blocks_and_blocks_at_places() -> None:
    layout = layout_of("- one\n\ntwo\nthree", "1", "22")

    assert [layout.span(index) for index in range(3)] == [(2, 3), (5, 7), (7, 7)]
    assert [layout.slot_at(place) for place in range(9)] == [-1, -1, 0, 0, 0, 1, 1, 1, 1]


def test_a_text_of_which_nothing_is_known_is_shown_as_it_is() -> None:
    layout = TargetLayout.of_text("any\ntext\n")

    assert layout.text == "any\ntext\n"
    assert layout.finished() == ()
    assert layout.slot_at(3) == -1


def test_a_block_that_goes_on_is_not_there_in_full() -> None:
    layout = layout_of("one", "eins")
    layout.append(0, "!")

    assert layout.finished() == ()
    assert not layout.is_whole


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
    old.rewritten_as(new)
    assert (new.text, new.own_text, new.has_stale) == ("A\nB\nC\nD", "\nB", True)
    assert list(gaps_of(new)) == [([0], None), ([2, 3], None)]
    assert first_gap(new) == 1

    new.put(2, "part")
    assert (new.own_text, list(gaps_of(new))) == ("\nB\npart", [([0], None), ([2], 8), ([3], None)])
    later = layout_of("a!\nb\nc!\nd!")
    new.rewritten_as(later)
    assert later.own_text == new.own_text


def test_a_copy_stays_as_it_was() -> None:
    layout = layout_of("a\nb\n", "A", None)
    layout.put(1, "part")
    layout.show_tail()
    copied = layout.copied()
    layout.put(1, "something else")
    layout.finish([FinishedBlock(0, "a", "Z")])

    assert (copied.text, list(gaps_of(copied))) == ("A\npart\n", [([1], 6)])
    assert copied.span(1) == (2, 6)


CHANGES = st.lists(st.tuples(st.sampled_from(["put", "append", "finish", "tail"]), st.integers(0, 6), LETTERS))


@given(TEXTS, CHANGES, st.booleans())
@settings(deadline=None)
def test_the_edits_do_the_same_to_a_copy(
    blocked: BlockedText, changes: list[tuple[str, int, str]], spaced: bool
) -> None:
    layout = TargetLayout(blocked, sentences_spaced=spaced)
    copy = ""
    for change, at, text in changes:
        copy = applied(_change(layout, change, at, text), copy)
        assert copy == layout.text
        _check_places(layout)


def _change(layout: TargetLayout, change: str, at: int, text: str) -> list[TextEdit]:
    if change == "tail":
        return layout.show_tail()
    if not layout.slots:
        return []
    index = at % len(layout.slots)
    if change == "put":
        return layout.put(index, text)
    if change == "append":
        return layout.append(index, text)
    return layout.finish([FinishedBlock(index, layout.slots[index].source, text)])


def _check_places(layout: TargetLayout) -> None:
    for index in range(layout.shown):
        start, end = layout.span(index)
        assert layout.text[start:end] == layout.slots[index].text
        if start < end:
            assert layout.slot_at(start + 1) == index


@given(TEXTS, st.lists(LETTERS.filter(bool), min_size=7, max_size=7), st.booleans())
@settings(deadline=None)
def test_written_in_order_it_is_the_target_as_the_core_puts_it_together(
    blocked: BlockedText, said: list[str], spaced: bool
) -> None:
    layout, target = TargetLayout(blocked, sentences_spaced=spaced), TargetText(blocked, sentences_spaced=spaced)
    for index in range(0, len(blocked.blocks), 2):
        target.write(index, said[index])
        layout.append(index, said[index])
        assert layout.text == target.text
    target.write_tail(blocked.tail)
    layout.show_tail()
    assert layout.text == target.text


# A later version of the source


def test_unchanged_blocks_are_not_touched_and_changed_ones_keep_their_text() -> None:
    old = layout_of("one\ntwo is here\nthree", "eins", "zwei ist hier", "drei")
    new = layout_of("one\ntwo was here\nthree\nfour")
    edits = old.rewritten_as(new)

    assert edits == []
    assert new.text == "eins\nzwei ist hier\ndrei"
    assert [block.target for block in new.finished()] == ["eins", "drei"]
    assert [block.index for block in new.finished()] == [0, 2]


def test_deleted_blocks_vanish_and_inserted_ones_have_their_place() -> None:
    old = layout_of("one\ntwo\nthree", "eins", "zwei", "drei")
    new = layout_of("two\nfour is new\nthree")

    assert applied(old.rewritten_as(new), old.text) == new.text == "zwei\n\ndrei"


def test_of_another_text_nothing_stays() -> None:
    new = layout_of("Something else.")

    assert layout_of("one", "eins").rewritten_as(new) == [TextEdit(0, 4, "")]
    assert new.text == ""


SAID = st.lists(st.one_of(st.none(), LETTERS.filter(bool)), min_size=7, max_size=7)


@given(TEXTS, TEXTS, SAID, st.booleans())
@settings(deadline=None)
def test_the_edits_to_a_later_version_make_its_text(
    before: BlockedText, after: BlockedText, said: list[str | None], tail: bool
) -> None:
    old = TargetLayout(before, sentences_spaced=True)
    for slot, text in zip(old.slots, said, strict=False):
        old.put(old.slots.index(slot), text or "")
    if tail:
        old.show_tail()
    new = TargetLayout(after, sentences_spaced=True)

    assert applied(old.rewritten_as(new), old.text) == new.text
    _check_places(new)


# By hand


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

    assert applied(layout.rewritten_as(new), layout.text) == new.text == text


def test_a_block_that_was_joined_stands_for_itself_again_once_it_says_something() -> None:
    joined = layout_of("a\n\nb\n\nc", "A", "B", "C")
    write_by_hand(joined, TextEdit(1, 2, " "))
    layout = layout_of("a\n\nb\n\nc")
    joined.rewritten_as(layout)
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
        _check_places(layout)
