"""Spans of time as services write them: "20", "1s", "6m0s", "20ms", "2m59.56s", an epoch, a date."""

import math
import re
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

LONGEST_SECONDS = 366 * 24 * 3600
_EPOCH = 1e9  # seconds: September 2001; what is below is a span
_EPOCH_MILLISECONDS = 1e12

_UNITS = {"ms": 0.001, "s": 1, "m": 60, "h": 3600, "d": 86400}
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*(milliseconds?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|h|days?|d)\s*")
_LONGEST_TEXT = 64


def read_span(text: str, now: datetime) -> float | None:
    """Return how many seconds from now (aware) a text says, none below 0; None where it says nothing readable."""
    text = text.strip().lower()
    if not text.isascii() or not text or len(text) > _LONGEST_TEXT:
        return None
    seconds = _number(text, now)
    if seconds is None:
        seconds = _units(text)
    if seconds is None:
        seconds = _date(text, now)
    if seconds is None or not math.isfinite(seconds) or seconds > LONGEST_SECONDS:
        return None
    return max(0.0, seconds)


def _number(text: str, now: datetime) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    if number >= _EPOCH_MILLISECONDS:
        number /= 1000
    return number - now.timestamp() if number >= _EPOCH else number


def _units(text: str) -> float | None:
    parts = list(_PART.finditer(text))
    if not parts or "".join(part[0] for part in parts) != text:
        return None
    return sum(float(part[1]) * _seconds_in(part[2]) for part in parts)


def _seconds_in(unit: str) -> float:
    return _UNITS["ms"] if unit.startswith(("ms", "milli")) else _UNITS[unit[0]]


def _date(text: str, now: datetime) -> float | None:
    for read in (_iso, parsedate_to_datetime):
        try:
            when = read(text)
            return ((when if when.tzinfo else when.replace(tzinfo=UTC)) - now) / timedelta(seconds=1)
        except (ValueError, TypeError, OverflowError):
            continue
    return None


def _iso(text: str) -> datetime:
    return datetime.fromisoformat(text.upper())
