from hypothesis import given
from hypothesis import strategies as st

from translator.text.blocks import Block, cut
from translator.text.tokens import estimate_tokens
from translator.translation.plan import MOST_BLOCKS, MOST_TOKENS, plan_requests


def test_no_blocks_need_no_request():
    assert list(plan_requests([])) == []


def test_a_short_text_is_one_request():
    assert list(plan_requests(cut("one\ntwo\nthree").blocks)) == [range(3)]


def test_a_long_text_is_cut_where_a_request_is_full():
    blocks = cut("Ein Satz mit einigen Wörtern darin, der nicht gar so kurz ist.\n" * 400).blocks
    requests = list(plan_requests(blocks))
    costs = [sum(estimate_tokens(blocks[index].text) for index in request) for request in requests]
    assert max(costs) <= MOST_TOKENS
    assert min(costs[:-1]) > MOST_TOKENS * 0.9


def test_very_many_short_lines_are_not_asked_for_at_once():
    requests = list(plan_requests([Block("\n", "a")] * (3 * MOST_BLOCKS)))
    assert [len(request) for request in requests] == [MOST_BLOCKS] * 3


def test_a_block_that_is_too_large_goes_alone():
    blocks = [Block("", "a"), Block("\n", "字" * 1600), Block("\n", "b")]
    assert list(plan_requests(blocks)) == [range(1), range(1, 2), range(2, 3)]


@given(st.lists(st.integers(1, 6000), max_size=30))
def test_every_block_is_asked_for_once_and_in_order(sizes):
    requests = list(plan_requests([Block("", "a" * size) for size in sizes]))
    assert [index for request in requests for index in request] == list(range(len(sizes)))


def test_a_request_behind_a_known_block_begins_empty():
    blocks = [Block("\n", "a" * 3500), Block("\n", "b"), *[Block("\n", "c" * 1000)] * 3]
    assert list(plan_requests(blocks, {1})) == [range(1), range(2, 5)]


@given(st.lists(st.integers(1, 6000), max_size=30), st.sets(st.integers(0, 30)))
def test_known_blocks_are_not_asked_for_and_the_others_once(sizes, known):
    requests = list(plan_requests([Block("", "a" * size) for size in sizes], known))
    asked = [index for request in requests for index in request]
    assert asked == [index for index in range(len(sizes)) if index not in known]
    assert all(requests)
