"""What requests took, in a sixth of the room that records of their own take."""

import math
from array import array
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from translator.translation.spending.usage import UsageRecord

_NUMBERS = 6
_MOST_TOKENS = 2**53  # beyond that, a number here is not exact
_NOWHERE = datetime.fromtimestamp(0, UTC)


class PackedUsage:
    """Records of requests, in order. A program that stays private for weeks keeps thousands of them in memory.

    Those of one model are alike but for six numbers: 48 bytes for each, where a record takes 290. There are never more
    than 2**53 tokens.
    """

    def __init__(self) -> None:
        self._kinds: dict[UsageRecord, int] = {}  # records without their numbers, each with its place
        self._numbers = array("d")

    def append(self, record: UsageRecord) -> None:
        """Keep this."""
        kind = replace(
            record, at=_NOWHERE, input_tokens=0, output_tokens=0, cost=None, first_token_seconds=None
        )  # fmt: skip
        place = self._kinds.setdefault(kind, len(self._kinds))
        tokens = (min(count, _MOST_TOKENS) for count in (record.input_tokens, record.output_tokens))
        unknowable = (_packed(number) for number in (record.cost, record.first_token_seconds))
        self._numbers.extend((place, record.at.timestamp(), *tokens, *unknowable))

    def __iter__(self) -> Iterator[UsageRecord]:
        """Yield the records, made anew; ``at`` is in UTC."""
        kinds, numbers = list(self._kinds), self._numbers
        for begin in range(0, len(numbers), _NUMBERS):
            place, at, read, written, cost, first = numbers[begin : begin + _NUMBERS]
            yield replace(
                kinds[int(place)], at=datetime.fromtimestamp(at, UTC), input_tokens=int(read),
                output_tokens=int(written), cost=_unpacked(cost), first_token_seconds=_unpacked(first),
            )  # fmt: skip


def _packed(number: float | None) -> float:
    return math.nan if number is None else number


def _unpacked(number: float) -> float | None:
    return None if math.isnan(number) else number
