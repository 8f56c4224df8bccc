"""What was deleted, packed, until it is brought back or given up."""

import pickle
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from translator.pace import Pace

T = TypeVar("T")

_AT_ONCE = 25
"""Units or entries that are packed at a time: from a quarter of a millisecond to four, with texts of several pages."""
_FASTEST = 1


@dataclass(frozen=True, slots=True)
class Packed(Generic[T]):
    """Some things, in a quarter of the room or less; ``count`` of them, of which ``least`` is the least key."""

    count: int
    least: int
    _slices: Sequence[bytes]

    def __iter__(self) -> Iterator[T]:
        """Yield them, made anew."""
        for part in self._slices:
            yield from pickle.loads(zlib.decompress(part))  # noqa: S301 - packed here, and never out of this process


async def pack(things: Sequence[T], key: Callable[[T], int]) -> Packed[T]:
    """Pack these, one at least, letting others have their turn."""
    pace, slices = Pace(), list[bytes]()
    for first in range(0, len(things), _AT_ONCE):
        slices.append(zlib.compress(pickle.dumps(things[first : first + _AT_ONCE]), _FASTEST))
        await pace.breathe()
    return Packed(len(things), min(map(key, things)), slices)


def in_order(every: Sequence[Packed[T]], key: Callable[[T], int]) -> Iterator[T]:
    """Yield all that is packed, ordered by its keys; no more is unpacked at a time than what they mix up."""
    waiting = sorted(every, key=lambda packed: packed.least)
    held: list[T] = []
    for place, packed in enumerate(waiting):
        held = sorted([*held, *packed], key=key)
        if place + 1 < len(waiting):
            limit = waiting[place + 1].least
            ready = sum(key(thing) < limit for thing in held)
            yield from held[:ready]
            held = held[ready:]
    yield from held
