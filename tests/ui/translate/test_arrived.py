"""Which blocks of a translation are known to be there in full, from its text alone."""

from collections.abc import Sequence

import pytest

from tests.ui.translate.room import tag
from translator.text.blocks import cut
from translator.translation.request import Began, FinishedBlock, TextAdded, TranslationRequest
from translator.ui.translate.arrived import Arrived

SOURCE = "- one\n\n- two\n- three\n"
FIRST = FinishedBlock(0, "one", "eins")


def arrived(*added: tuple[int, str], finished: Sequence[FinishedBlock] = (), standing: str = "", **began) -> Arrived:
    made = Arrived(TranslationRequest(SOURCE, tag("de"), finished=finished))
    made.begin(Began(cut(SOURCE).spans(), standing, **began))
    for block, text in added:
        made.add(TextAdded(text, block))
    return made


def test_text_is_put_together() -> None:
    made = arrived((0, "- ei"), (0, "ns"), (1, "\n\n- zw"))

    assert made.text == "- eins\n\n- zw"
    assert made.length == len(made.text)
    assert made.block == 1


def test_blocks_before_the_one_being_written_are_finished_without_their_gaps() -> None:
    made = arrived((0, "- ei"), (0, "ns"), (1, "\n\n- zwei"), (2, "\n- dr"))

    assert made.finished() == (FIRST, FinishedBlock(1, "two", "zwei"))


def test_the_block_being_written_is_never_finished() -> None:
    assert arrived((0, "- eins")).finished() == ()
    assert arrived().finished() == ()


def test_a_block_that_was_passed_over_is_not_there() -> None:
    made = arrived((0, "- eins"), (2, "\n\n- \n- drei"))

    assert made.finished() == (FIRST,)
    made.add(TextAdded("\n", 2))
    assert made.finished() == (FIRST,)


def test_the_gaps_of_what_was_passed_over_are_no_part_of_the_next_block() -> None:
    made = arrived((1, "- \n\n- zwei"), (2, "\n- dr"))

    assert made.finished() == (FinishedBlock(1, "two", "zwei"),)


def test_where_gaps_are_not_those_of_the_source_nothing_is_claimed() -> None:
    assert arrived((0, "eins"), (1, "\n\n- zwei")).finished() == ()


@pytest.mark.parametrize("text", ["- ", "-  "])
def test_a_block_without_text_is_not_there(text: str) -> None:
    assert arrived((0, text), (1, "\n\n- zwei")).finished() == ()


def test_what_earlier_runs_finished_stays_finished() -> None:
    third = FinishedBlock(2, "three", "drei")
    made = arrived((1, "\n\n- zw"), finished=[FIRST, third], standing="- eins")

    assert made.finished() == (FIRST, third)
    assert made.text == "- eins\n\n- zw"


def test_behind_what_stands_the_next_block_is_finished_in_its_turn() -> None:
    made = arrived((1, "\n\n- zwei"), (2, "\n- "), finished=[FIRST], standing="- eins")

    assert made.finished() == (FIRST, FinishedBlock(1, "two", "zwei"))


def test_more_may_stand_than_earlier_runs_finished() -> None:
    """A block with nothing to translate in it stands from the beginning."""
    made = arrived((1, "\n\n- zwei"), (2, "\n- "), standing="- eins")

    assert made.finished() == (FinishedBlock(1, "two", "zwei"),)


def test_what_an_earlier_run_finished_in_another_text_is_nothing() -> None:
    assert arrived(finished=[FinishedBlock(0, "other", "x"), FinishedBlock(9, "one", "x")]).finished() == ()


def test_what_is_taken_back_is_not_there() -> None:
    made = arrived((0, "- eins"), (1, "\n\n- zwei"), (2, "\n- dr"))
    made.take_back(len("- eins"))

    assert (made.text, made.block) == ("- eins", 0)
    assert made.finished() == ()
    made.add(TextAdded("\n\n- zw", 1))
    assert made.finished() == (FIRST,)


def test_all_may_be_taken_back() -> None:
    made = arrived((0, "- eins"))
    made.take_back(0)

    assert (made.text, made.length, made.block) == ("", 0, -1)


def test_what_was_masked_and_did_not_come_back_is_not_whole() -> None:
    assert arrived((0, "- eins"), (1, "\n\n- zwei"), masked=["one"]).finished() == ()
    assert arrived((0, "- eins (one)"), (1, "\n\n- zwei"), masked=["one"]).finished() == (
        FinishedBlock(0, "one", "eins (one)"),
    )


def test_blocks_that_the_text_does_not_have_are_not_claimed() -> None:
    assert arrived((7, "x"), (8, "y")).finished() == ()


def test_the_places_of_the_blocks_are_those_that_were_told_or_else_the_texts_own() -> None:
    assert arrived().spans == cut(SOURCE).spans()
    assert Arrived(TranslationRequest(SOURCE, tag("de"))).spans == cut(SOURCE).spans()
    told = Arrived(TranslationRequest(SOURCE, tag("de")))
    told.begin(Began([]))
    assert told.spans == []
