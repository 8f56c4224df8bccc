"""What there is to go on with, and where the gaps are."""

from dataclasses import replace

import pytest

from tests.ui.translate.room import tag
from translator.translation.request import FinishedBlock, Segment, Translation, TranslationRequest
from translator.ui.translate.continuing import Gap, Unfinished, find_gaps

REQUEST = TranslationRequest("one\ntwo", tag("de"), tag("en"))
FIRST = FinishedBlock(0, "one", "eins")
LEFT = Unfinished(REQUEST, "box", (FIRST,))
SPANS = [(0, 3), (4, 7), (8, 11), (12, 15)]


def finished(*indices: int) -> list[FinishedBlock]:
    return [FinishedBlock(index, "x", "x") for index in indices]


def test_the_same_request_goes_on_with_what_is_finished() -> None:
    assert LEFT.goes_on_as(REQUEST, "box") == replace(REQUEST, finished=(FIRST,))


@pytest.mark.parametrize(
    "change",
    [{"text": "one\ntwo."}, {"target": tag("fr")}, {"source": None}],
    ids=["text", "target", "source"],
)
def test_another_request_does_not(change: dict[str, object]) -> None:
    assert LEFT.goes_on_as(replace(REQUEST, **change), "box") is None  # type: ignore[arg-type]


def test_another_service_does_not() -> None:
    assert LEFT.goes_on_as(REQUEST, "other") is None


@pytest.mark.parametrize(("before", "now"), [(True, False), (False, True)])
def test_what_was_allowed_over_the_budget_stays_allowed(before: bool, now: bool) -> None:
    left = Unfinished(replace(REQUEST, over_budget=before), "box", ())
    going_on = left.goes_on_as(replace(REQUEST, over_budget=now), "box")

    assert going_on is not None
    assert going_on.over_budget


# Gaps


def test_a_whole_translation_has_none() -> None:
    assert find_gaps(SPANS, Translation("a\nb\nc\nd", finished=finished(0, 1, 2, 3))) == []


def test_what_broke_off_has_one_behind_its_last_letter() -> None:
    translation = Translation("a\nbb\n", [Segment(0, 3, 0, 1)], finished=finished(0))

    assert find_gaps(SPANS, translation) == [Gap((4, 7), 4)]


def test_behind_the_end_there_is_one_at_most() -> None:
    translation = Translation("a\nb", [Segment(0, 3, 0, 1)], finished=finished(0, 2))

    assert find_gaps(SPANS, translation) == [Gap((4, 7), 3)]


def test_a_block_that_was_left_out_is_a_gap_in_the_middle() -> None:
    segments = [Segment(0, 3, 0, 1), Segment(8, 11, 3, 4)]
    translation = Translation("a\n\nc\nd", segments, finished=finished(0, 2))

    assert find_gaps(SPANS, translation) == [Gap((4, 7), 1), Gap((12, 15), 6)]


def test_nothing_but_a_piece_of_the_first_block_is_a_gap_behind_it() -> None:
    assert find_gaps(SPANS, Translation("a")) == [Gap((0, 3), 1)]


def test_a_text_without_blocks_has_none() -> None:
    assert find_gaps([], Translation("\n")) == []
