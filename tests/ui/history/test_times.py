"""When something was, as one says it."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from translator.ui.history.times import explain_time

NOW = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)  # a Sunday


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(), "Just now"),
        (timedelta(seconds=59), "Just now"),
        (timedelta(seconds=60), "1 minute ago"),
        (timedelta(minutes=59, seconds=59), "59 minutes ago"),
        (timedelta(hours=1), "Today, 11:30"),
        (timedelta(hours=12, minutes=30), "Today, 00:00"),
        (timedelta(hours=12, minutes=31), "Yesterday, 23:59"),
        (timedelta(days=1, hours=12, minutes=31), "Friday, 23:59"),
        (timedelta(days=6), "Monday, 12:30"),
        (timedelta(days=7), "15 November 2026"),
        (timedelta(days=330), "27 December 2025"),
        (timedelta(minutes=-5), "Today, 12:35"),
        (timedelta(days=-1), "23 November 2026"),
    ],
)
def test_it_is_told_as_near_as_it_is(ago: timedelta, words: str) -> None:
    assert explain_time(NOW - ago, NOW, UTC) == words


def test_days_are_those_of_this_place() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert explain_time(NOW - timedelta(hours=12), NOW, tokyo) == "Today, 09:30"
    assert explain_time(NOW - timedelta(hours=12), NOW, timezone(timedelta(hours=-9))) == "Yesterday, 15:30"
