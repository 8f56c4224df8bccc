"""Linking sentences by their lengths."""

from hypothesis import given
from hypothesis import strategies as st

from translator.text.alignment.gale_church import chain

_LENGTHS = st.lists(st.floats(1, 500), min_size=1, max_size=12)


def _chain(source: list[float], target: list[float], anchors=None) -> list[tuple[list[int], list[int]]]:
    return [(list(ours), list(theirs)) for ours, theirs in chain(source, target, anchors or {})]


@given(_LENGTHS, _LENGTHS)
def test_every_sentence_is_in_one_link_and_all_are_in_order(source: list[float], target: list[float]) -> None:
    links = _chain(source, target)
    assert [number for ours, _ in links for number in ours] == list(range(len(source)))
    assert [number for _, theirs in links for number in theirs] == list(range(len(target)))
    assert all(ours and theirs for ours, theirs in links)


def test_equal_lengths_are_linked_one_to_one() -> None:
    assert _chain([50, 20, 90], [52, 18, 95]) == [([0], [0]), ([1], [1]), ([2], [2])]


def test_two_sentences_are_linked_to_one_that_is_as_long_as_both() -> None:
    assert _chain([50, 40, 60, 90], [48, 103, 88]) == [([0], [0]), ([1, 2], [1]), ([3], [2])]


def test_equal_numbers_do_not_hide_a_merge_and_a_split() -> None:
    assert _chain([30, 30, 100], [61, 50, 50]) == [([0, 1], [0]), ([2], [1, 2])]


def test_an_anchor_decides_where_lengths_do_not() -> None:
    source, target = [40.0, 40.0, 40.0], [60.0, 60.0]
    assert _chain(source, target, {(1, 0): 3.0}) == [([0, 1], [0]), ([2], [1])]
    assert _chain(source, target, {(1, 1): 3.0}) == [([0], [0]), ([1, 2], [1])]


def test_one_side_may_have_many_times_as_many_sentences() -> None:
    assert _chain([50.0, 100.0], [10.0] * 15) == [([0], list(range(5))), ([1], list(range(5, 15)))]
    assert _chain([10.0] * 15, [50.0, 100.0]) == [(list(range(5)), [0]), (list(range(5, 15)), [1])]
