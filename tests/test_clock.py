"""The one clock."""

from datetime import UTC, datetime, timedelta

from translator.clock import now


def test_the_time_is_that_of_this_computer_in_utc() -> None:
    before, told, after = datetime.now().astimezone(), now(), datetime.now().astimezone()
    assert before <= told <= after
    assert told.utcoffset() == timedelta(0)
    assert told.tzinfo is UTC
