"""What the events of a run put into the target, and which blocks of it are known to be there in full."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.translate.target.layouts import applied
from translator.text.blocks import cut
from translator.translation.errors.connections import ConnectionLost
from translator.translation.request import (
    Began,
    BlockOrigin,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    Translation,
)
from translator.translation.running.target_text import TargetText
from translator.ui.translate.running.arrived import Arrived
from translator.ui.translate.target.target_layout import TargetLayout

SOURCE = "- one\n\n- two\n- three\n"
FIRST, SECOND, THIRD = (
    FinishedBlock(0, "one", "eins"), FinishedBlock(1, "two", "zwei"), FinishedBlock(2, "three", "drei"),
)  # fmt: skip
GAPS = ["- ", "\n\n- ", "\n- "]


def add(block: int, text: str, *, begins: bool = True) -> TextAdded:
    gap = GAPS[block] if begins else ""
    return TextAdded(gap + text, block, len(gap))


def arrived(*added: TextAdded, known: Sequence[FinishedBlock] = (), masked: Sequence[str] = ()) -> Arrived:
    made = Arrived(TargetLayout(cut(SOURCE), sentences_spaced=True))
    made.begin(Began(cut(SOURCE).spans(), known=known, masked=masked))
    for event in added:
        made.add(event)
    return made


def test_text_is_put_together() -> None:
    made = arrived(add(0, "ei"), add(0, "ns", begins=False), add(1, "zw"))

    assert made.layout.text == "- eins\n\n- zw"
    assert made.block == 1


def test_what_is_known_is_there_from_the_beginning_and_not_written_twice() -> None:
    made = arrived(known=[FIRST, THIRD])
    assert made.layout.text == "- eins\n\n- \n- drei"
    for event in (add(1, "zw"), add(1, "ei", begins=False), add(2, "drei")):
        made.add(event)

    assert made.layout.text == "- eins\n\n- zwei\n- drei"
    assert made.layout.finished() == (FIRST, THIRD)
    assert made.block == 1


def test_a_block_keeps_what_an_earlier_run_left_until_its_own_text_comes() -> None:
    made = Arrived(TargetLayout(cut(SOURCE), sentences_spaced=True))
    made.layout.finish([FIRST, SECOND])
    made.begin(Began(cut(SOURCE).spans(), known=[FIRST]))
    assert made.layout.text == "- eins\n\n- zwei"
    assert made.layout.finished() == (FIRST,)

    made.add(add(1, "ne"))
    assert made.layout.text == "- eins\n\n- ne"


def test_what_is_told_of_blocks_that_the_text_does_not_have_is_passed_over() -> None:
    made = arrived(TextAdded("x", 7), known=[FinishedBlock(9, "x", "y")])
    made.settle(FinishedBlock(9, "x", "y"))

    assert made.layout.text == ""


# Taken back


def test_what_is_taken_back_is_not_there_and_comes_again() -> None:
    made = arrived(add(0, "eins"), add(1, "zwei"), add(2, "dr"))
    made.take_back(len("- eins"))
    assert (made.layout.text, made.block) == ("- eins", 0)

    made.add(add(1, "zw"))
    assert made.layout.text == "- eins\n\n- zw"


def test_all_may_be_taken_back_or_part_of_a_block() -> None:
    made = arrived(add(0, "eins"))
    made.take_back(4)
    assert made.layout.text == "- ei"
    made.take_back(0)

    assert (made.layout.text, made.block) == ("", -1)


def test_what_is_known_stays_when_it_is_taken_back() -> None:
    made = arrived(add(0, "eins"), add(1, "zwei"), add(2, "drei"), known=[SECOND])
    made.take_back(0)
    assert made.layout.text == "\n\n- zwei".replace("\n\n- ", "- \n\n- ")
    for event in (add(0, "EINS"), add(1, "zwei"), add(2, "DREI")):
        made.add(event)

    assert made.layout.text == "- EINS\n\n- zwei\n- DREI"


# There in full


def test_a_settled_block_says_what_it_settled_to() -> None:
    made = arrived(add(0, "eins "), add(1, "zw"))
    made.settle(FIRST)

    assert made.layout.text == "- eins\n\n- zw"
    assert made.layout.finished() == (FIRST,)


def test_when_it_is_stopped_the_blocks_before_the_one_being_written_are_there() -> None:
    made = arrived(add(0, "ei"), add(0, "ns", begins=False), add(1, "zwei"), add(2, "dr"))
    made.stop()

    assert made.layout.finished() == (FIRST, SECOND)


def test_the_block_being_written_and_one_without_a_word_are_not() -> None:
    made = arrived(add(0, " "), add(1, "zwei"))
    made.stop()

    assert made.layout.finished() == ()


@pytest.mark.parametrize(("text", "is_there"), [("eins", False), ("eins (one)", True)])
def test_what_was_masked_and_did_not_come_back_is_not_whole(text: str, is_there: bool) -> None:
    made = arrived(add(0, text), add(1, "zw"), masked=["one"])
    made.stop()

    assert bool(made.layout.finished()) is is_there


def test_at_the_end_all_is_there_with_what_stands_behind_it() -> None:
    made = arrived(add(0, "eins"), add(1, "zwei"), add(2, "drei"))
    made.add(TextAdded("\n", 2, 1))
    made.end(Completed(Translation("", finished=(FIRST, SECOND, THIRD))))

    assert made.layout.text == "- eins\n\n- zwei\n- drei\n"
    assert made.layout.is_whole


def test_what_was_answered_behind_a_break_is_shown_at_the_end() -> None:
    made = arrived(add(0, "eins"))
    made.end(Incomplete(IncompleteReason.CUT, Translation("- eins", finished=(FIRST, THIRD))))

    assert made.layout.text == "- eins\n\n- \n- drei"


def test_a_failure_changes_nothing() -> None:
    made = arrived(known=[FIRST])

    assert made.end(Failed(ConnectionLost("Box"))) == []
    assert made.layout.text == "- eins"


def test_what_the_user_wrote_remembers_what_was_there_before() -> None:
    mine = FinishedBlock(0, "one", "mine", BlockOrigin.USER)
    made = Arrived(TargetLayout(cut(SOURCE), sentences_spaced=True))
    made.layout.finish([mine])
    made.layout.slots[0].by_machine = FIRST
    made.begin(Began(cut(SOURCE).spans(), known=[mine]))
    assert made.layout.slots[0].by_machine == FIRST

    made.settle(FIRST)
    assert made.layout.slots[0].by_machine is None


# As the core has it


@given(
    st.lists(
        st.tuples(st.booleans(), st.lists(st.text("ab ", min_size=1, max_size=4), min_size=1, max_size=3)), max_size=6
    ),
    st.data(),
)
@settings(deadline=None)
def test_whatever_is_told_the_text_is_that_of_the_core_and_the_edits_make_it(
    blocks: list[tuple[bool, list[str]]], data: st.DataObject
) -> None:
    blocked = cut("".join(f"{number}.  word{number}\n" for number in range(len(blocks))))
    core = TargetText(blocked, sentences_spaced=True)
    known = [FinishedBlock(at, f"word{at}", "".join(p)) for at, (is_known, p) in enumerate(blocks) if is_known]
    made = Arrived(TargetLayout(blocked, sentences_spaced=True))
    shown = applied(made.begin(Began(blocked.spans(), known=known)), "")
    start, mark = 0, core.mark()
    at = 0
    retries = data.draw(st.integers(0, 2))
    while at < len(blocks):
        is_known, pieces = blocks[at]
        for piece in ["".join(pieces)] if is_known else pieces:
            written = core.write(at, piece)
            shown = applied(made.add(TextAdded(written, at, len(written) - len(piece))), shown)
            assert shown == made.layout.text
        at += 1
        if retries and data.draw(st.booleans()):
            retries -= 1
            core.take_back(mark)
            shown = applied(made.take_back(core.length), shown)
            assert shown == made.layout.text
            at = start
        elif data.draw(st.booleans()):
            start, mark = at, core.mark()
    core.write_tail(blocked.tail)
    shown = applied(made.end(Completed(Translation(core.text))), shown)

    assert shown == made.layout.text == core.text


def test_blocks_that_the_user_has_joined_at_the_end_stay_theirs() -> None:
    joined = [
        FinishedBlock(1, "two", "zwei drei", BlockOrigin.USER), FinishedBlock(2, "three", "", BlockOrigin.USER),
    ]  # fmt: skip
    made = arrived(add(0, "eins"), add(1, "zwei drei"), add(2, ""), known=joined)
    whole = Translation("- eins\n\n- zwei drei\n", finished=(FIRST, *joined))
    made.end(Completed(whole))

    assert made.layout.text == whole.text
    assert made.layout.finished() == whole.finished


def test_what_was_asked_for_otherwise_stands_again_after_a_stop_and_counts_as_missing() -> None:
    layout = TargetLayout(cut("a"), sentences_spaced=True)
    before = FinishedBlock(0, "a", "what another service said")
    for stand, is_whole in (((), False), ((before,), True)):
        layout.finish([before])
        arrived = Arrived(layout, stand)
        arrived.begin(Began([(0, 1)]))
        arrived.add(TextAdded("what", 0))
        arrived.stop()
        assert (layout.text, layout.is_whole) == (before.target, is_whole)
