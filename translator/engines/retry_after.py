"""When a service says to come back."""

import math
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

_LONGEST_SECONDS = 366 * 24 * 3600


def read_retry_after(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return when to come back (aware), or None where the headers do not say it readably.

    ``retry-after-ms`` is OpenAI's and Azure's; ``retry-after`` holds seconds or a date (RFC 9110, 10.2.3). Names
    are in lower case. A time that has passed is now.
    """
    exact = _after(headers.get("retry-after-ms", ""), 1000, now)
    if exact is not None:
        return exact
    text = headers.get("retry-after", "")
    return _after(text, 1, now) or _at(text, now)


def _after(text: str, per_second: int, now: datetime) -> datetime | None:
    try:
        seconds = float(text) / per_second
    except ValueError:
        return None
    if not math.isfinite(seconds) or seconds > _LONGEST_SECONDS:
        return None
    return now + timedelta(seconds=max(0.0, seconds))


def _at(text: str, now: datetime) -> datetime | None:
    try:
        when = parsedate_to_datetime(text)
    except ValueError:
        return None
    return max(now, when if when.tzinfo else when.replace(tzinfo=UTC))
