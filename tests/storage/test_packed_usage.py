"""Records of requests in little room: what comes out is what went in."""

import math
import tracemalloc
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from tests.fakes.usage import record_of
from translator.storage.packed_usage import PackedUsage
from translator.translation.request import Action
from translator.translation.spending.usage import UsageRecord


def packed(*records: UsageRecord) -> list[UsageRecord]:
    packed = PackedUsage()
    for record in records:
        packed.append(record)
    return list(packed)


def test_what_comes_out_is_what_went_in_in_the_same_order() -> None:
    at = datetime(2026, 3, 29, 2, 30, 0, 123457, timezone(timedelta(hours=5, minutes=45)))
    records = [
        record_of(at=at, cost=0.1, first_token_seconds=0.3),
        replace(record_of(model="other", cost=None), action=Action.POPUP),
        record_of(at=at, estimated=True, error="cut"),
    ]
    assert packed(*records, *records) == [*records, *records]
    assert packed(*records)[0].at.tzinfo is UTC
    assert packed() == []


def test_numbers_that_mean_nothing_take_nothing_with_them() -> None:
    strange = replace(record_of(cost=math.nan), input_tokens=10**400, output_tokens=-1)
    assert packed(strange) == [replace(strange, input_tokens=2**53, cost=None)]


def test_it_takes_a_fraction_of_the_room() -> None:
    many, sizes = 2_000, []
    for kept in (PackedUsage(), []):
        tracemalloc.start()
        for number in range(many):
            kept.append(record_of(at=datetime.fromtimestamp(number, UTC), cost=number / 7))
        sizes.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
    assert sizes[0] < many * 64 < sizes[1] / 2
