"""The time of day, for all who are not handed another clock."""

from datetime import UTC, datetime


def now() -> datetime:
    """Return the time: aware, in UTC."""
    return datetime.now(UTC)
