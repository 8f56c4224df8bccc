"""When a service says to come back."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from translator.engines.headers.spans import read_span

# "Please try again in 6m0s." (OpenAI, Groq), "Please retry in 34.07s." (Gemini, which has no header for it)
_WORDS = re.compile(r"(?:try again|retry) (?:in|after) ((?:\d+(?:\.\d+)?\s*[a-z]+\s*)+)", re.IGNORECASE)


def read_retry_after(headers: Mapping[str, str], now: datetime) -> datetime | None:
    """Return when to come back (aware), or None where the headers do not say it readably.

    ``retry-after-ms`` is OpenAI's and Azure's; ``retry-after`` holds seconds or a date (RFC 9110, 10.2.3). Names
    are in lower case. A time that has passed is now.
    """
    exact = headers.get("retry-after-ms", "").strip()
    return _at(f"{exact}ms", now) or _at(headers.get("retry-after", ""), now)


def read_retry_words(words: str, now: datetime) -> datetime | None:
    """Return when to come back (aware), or None where a service's own words do not say it."""
    found = _WORDS.search(words)
    return _at(found[1], now) if found else None


def _at(text: str, now: datetime) -> datetime | None:
    seconds = read_span(text, now)
    return None if seconds is None else now + timedelta(seconds=seconds)
