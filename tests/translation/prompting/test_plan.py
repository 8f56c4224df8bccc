from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from translator.text.blocks import Block, cut
from translator.text.tokens import estimate_tokens
from translator.translation.prompting.plan import MOST_BLOCKS, MOST_TOKENS, plan_requests


def test_no_blocks_need_no_request():
    assert list(plan_requests([])) == []


def test_a_short_text_is_one_request():
    assert list(plan_requests(cut("one\ntwo\nthree").blocks)) == [(0, 1, 2)]


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
    assert list(plan_requests(blocks)) == [(0,), (1,), (2,)]


@given(st.lists(st.integers(1, 6000), max_size=30))
def test_every_block_is_asked_for_once_and_in_order(sizes):
    requests = list(plan_requests([Block("", "a" * size) for size in sizes]))
    assert [index for request in requests for index in request] == list(range(len(sizes)))


def test_known_blocks_are_passed_over_and_end_no_request():
    blocks = [Block("\n", "a")] * (4 * MOST_BLOCKS)
    requests = list(plan_requests(blocks, range(0, 4 * MOST_BLOCKS, 2)))
    assert [len(request) for request in requests] == [MOST_BLOCKS] * 2
    assert requests[0][:3] == (1, 3, 5)


def test_what_is_known_takes_no_room():
    blocks = [Block("\n", "b"), Block("\n", "a" * 9000), Block("\n", "c")]
    assert list(plan_requests(blocks, {1})) == [(0, 2)]


@given(st.lists(st.integers(1, 6000), max_size=30), st.sets(st.integers(0, 30)))
def test_known_blocks_are_not_asked_for_and_the_others_once(sizes, known):
    requests = list(plan_requests([Block("", "a" * size) for size in sizes], known))
    asked = [index for request in requests for index in request]
    assert asked == [index for index in range(len(sizes)) if index not in known]
    assert all(requests)


@given(st.lists(st.integers(1, 6000), max_size=30), st.sets(st.integers(0, 30)))
def test_no_request_could_have_taken_the_first_block_of_the_next(sizes, known):
    blocks = [Block("", "a" * size) for size in sizes]
    requests = list(plan_requests(blocks, known))
    for request, following in pairwise(requests):
        costs = [estimate_tokens(blocks[index].text) for index in (*request, following[0])]
        assert sum(costs) > MOST_TOKENS or len(request) == MOST_BLOCKS
