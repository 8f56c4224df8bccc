"""What the target shows of its blocks, and that its edits do the same to a copy of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.translate.target.layouts import LETTERS, TEXTS, applied, check_places, layout_of
from translator.text.blocks import BlockedText
from translator.text.difference import TextEdit
from translator.translation.request import FinishedBlock
from translator.translation.running.target_text import TargetText
from translator.ui.translate.target.missing import gaps_of
from translator.ui.translate.target.target_layout import TargetLayout

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
        check_places(layout)


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
