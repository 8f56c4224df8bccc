"""What was deleted is kept in little room, and comes back as it was, in order."""

import sys
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.history import entry_of
from translator.translation.request import FinishedBlock
from translator.ui.packed import Packed, in_order, pack


def same(number: int) -> int:
    return number


async def test_what_is_packed_comes_back_as_it_was() -> None:
    blocks = (FinishedBlock(0, "Guten Tag.", "Good day.", key=b"k"),)
    entries = [entry_of(f"Guten Tag {number}. \ud800", blocks=blocks, id=number) for number in range(60, 0, -1)]
    packed = await pack(entries, lambda entry: entry.id)
    assert list(packed) == entries
    assert (packed.count, packed.least) == (60, 1)


async def test_it_takes_less_than_half_of_the_room_of_the_texts_alone() -> None:
    texts = [f"Die Anlage {number} wird am {number % 28 + 1}. Mai in Betrieb genommen." for number in range(500)]
    packed = await pack(texts, len)
    assert sum(map(len, packed._slices)) < sum(map(sys.getsizeof, texts)) / 2


async def test_portions_that_follow_each_other_are_unpacked_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[int] = []
    plain = Packed.__iter__
    monkeypatch.setattr(Packed, "__iter__", lambda packed: (opened.append(packed.least), plain(packed))[1])
    every = [await pack([6, 5], same), await pack([4, 3], same), await pack([2, 1], same)]
    numbers = in_order(every, same)
    assert [next(numbers), next(numbers), *opened] == [1, 2, 1]
    assert list(numbers) == [3, 4, 5, 6]


@given(st.lists(st.lists(st.integers(), min_size=1, max_size=60), max_size=6))
async def test_whatever_was_packed_apart_comes_in_order(portions: Sequence[Sequence[int]]) -> None:
    every = [await pack(portion, same) for portion in portions]
    assert list(in_order(every, same)) == sorted(number for portion in portions for number in portion)
