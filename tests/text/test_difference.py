"""Which blocks an edit left unchanged, and which stand in the place of which."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.text.difference import TextEdit, edit_between, likeness, longest_rising, match_blocks, replaced

BLOCKS = st.lists(st.sampled_from("abcdefg"), max_size=14)
CHANGED = st.lists(st.sampled_from("xyz"), max_size=6)


# One edit


@pytest.mark.parametrize(
    ("old", "new", "edit"),
    [
        ("one two", "one 2 two", TextEdit(4, 0, "2 ")),
        ("one two", "one", TextEdit(3, 4, "")),
        ("", "one", TextEdit(0, 0, "one")),
        ("aaa", "aa", TextEdit(2, 1, "")),
        ("a\U0001f600b", "a\U0001f601b", TextEdit(1, 1, "\U0001f601")),
    ],
)
def test_an_edit_is_what_the_ends_do_not_have_in_common(old: str, new: str, edit: TextEdit) -> None:
    assert edit_between(old, new) == edit


def test_equal_texts_have_no_edit_between_them() -> None:
    assert edit_between("one", "one") is None


@given(st.text("ab", max_size=12), st.text("ab", max_size=12))
@settings(deadline=None)
def test_an_edit_makes_the_one_text_of_the_other(old: str, new: str) -> None:
    edit = edit_between(old, new)

    assert (old if edit is None else edit.applied_to(old)) == new


# Equal blocks


@pytest.mark.parametrize(
    ("old", "new", "matches"),
    [
        ("abc", "abc", [0, 1, 2]),
        ("abc", "axc", [0, None, 2]),
        ("abc", "ac", [0, 2]),
        ("abc", "axbc", [0, None, 1, 2]),
        ("", "a", [None]),
        ("abcd", "acbd", [0, 2, 1, 3]),
        ("aaaa", "aa", [0, 1]),
        ("aab", "aaab", [0, 1, None, 2]),
        ("xaybz", "paqbr", [None, 1, None, 3, None]),
        ("xaaybbz", "1aa2bb3", [None, 1, 2, None, 4, 5, None]),
    ],
)
def test_equal_blocks_are_found(old: str, new: str, matches: list[int | None]) -> None:
    assert match_blocks(list(old), list(new)) == matches


def test_between_two_blocks_that_stand_once_repeated_ones_keep_their_order() -> None:
    assert match_blocks(list("1--2--3"), list("0--2--4")) == [None, 1, 2, 3, 4, 5, None]


@given(BLOCKS, BLOCKS)
@settings(deadline=None)
def test_matches_are_equal_and_each_old_block_is_used_once(old: list[str], new: list[str]) -> None:
    matches = match_blocks(old, new)
    used = [at for at in matches if at is not None]

    assert len(matches) == len(new)
    assert all(at is None or old[at] == text for at, text in zip(matches, new, strict=True))
    assert len(used) == len(set(used))
    unmatched = {text for at, text in zip(matches, new, strict=True) if at is None}
    assert not unmatched & {text for at, text in enumerate(old) if at not in used}


@given(BLOCKS, CHANGED, CHANGED, BLOCKS)
@settings(deadline=None)
def test_what_both_ends_have_in_common_is_matched(
    start: list[str], middle: list[str], other: list[str], end: list[str]
) -> None:
    matches = match_blocks([*start, *middle, *end], [*start, *other, *end])

    assert matches[: len(start)] == list(range(len(start)))
    assert all(at is not None for at in matches[len(start) + len(other) :])


def test_many_blocks_are_compared_in_a_moment() -> None:
    """Comparing each with each would take 25,000,000 comparisons, which no test could wait for."""
    old = [f"block {number % 4000}" for number in range(5000)]
    new = [*old[2500:], "new", *old[:2500]]

    assert match_blocks(old, new).count(None) == 1


# Other versions


def test_a_changed_block_stands_in_the_place_of_its_old_version() -> None:
    old = ["The first line.", "The second line here.", "The third."]
    new = ["The first line.", "Something quite else!", "The second line there.", "The third."]

    assert replaced(old, new, match_blocks(old, new)) == [None, None, 1, None]


def test_a_block_that_was_rewritten_stands_in_no_others_place() -> None:
    assert replaced(["Good morning to all."], ["A cat sat down."], [None]) == [None]


def test_each_old_block_is_replaced_once_by_the_likest() -> None:
    old, new = ["one two three"], ["one two four", "one two three four"]

    assert replaced(old, new, [None, None]) == [None, 0]


def test_of_very_many_changed_blocks_each_is_compared_with_one() -> None:
    old = [f"line {number} stays" for number in range(100)]
    new = [f"line {number} goes" for number in range(100)]

    assert replaced(old, new, [None] * 100) == list(range(100))


@given(BLOCKS, BLOCKS)
@settings(deadline=None)
def test_only_blocks_without_a_match_replace_and_are_replaced(old: list[str], new: list[str]) -> None:
    matches = match_blocks(old, new)
    found = [(at, new_at) for new_at, at in enumerate(replaced(old, new, matches)) if at is not None]

    assert all(matches[new_at] is None and at not in matches for at, new_at in found)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("same", "same", True),
        ("helo", "hello", True),
        ("今日は天気がいい", "今日はとても天気がいい", True),
        ("The cat sat on the mat.", "On the mat sat the cat.", True),
        ("The cat sat on the mat.", "Prices rose by 3 % in May.", False),
        ("!", "?", False),
    ],
)
def test_what_is_alike(one: str, other: str, alike: bool) -> None:
    assert (likeness(one, other) >= 0.4) is alike
    assert likeness(one, other) == likeness(other, one)


# Rising


@given(st.lists(st.integers(0, 30), max_size=20, unique=True))
@settings(deadline=None)
def test_the_longest_rising_places_rise(values: list[int]) -> None:
    places = longest_rising(values)

    assert places == sorted(places)
    assert [values[place] for place in places] == sorted(values[place] for place in places)
    best = [0] * len(values)
    for at, value in enumerate(values):
        best[at] = 1 + max((best[other] for other in range(at) if values[other] < value), default=0)
    assert len(places) == max(best, default=0)
