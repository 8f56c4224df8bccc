"""What a service says of its limits in the headers of an answer.

The names are OpenAI's, Azure's and Groq's (``x-ratelimit-limit-requests``), Mistral's and Cerebras' (the same for a
minute or a day, and ``x-ratelimitbysize-*`` for tokens), Anthropic's, Together's, and the plain ones that OpenRouter
and many gateways use for requests.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from translator.engines.headers.spans import read_span
from translator.translation.limits import Allowance, RateLimits

_MINUTE_SECONDS = 60.0
_COUNT = re.compile(r"\s*([0-9]{1,15})(\.0*)?\s*(;.*)?")  # what follows a semicolon is the policy

# Each row: the names of the limit, of what is left, and of when all is there again. The first that says something
# counts.
_REQUESTS = (
    ("x-ratelimit-limit-requests", "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"),
    ("x-ratelimit-limit-req-minute", "x-ratelimit-remaining-req-minute", "x-ratelimit-reset-req-minute"),
    ("x-ratelimit-limit-requests-minute", "x-ratelimit-remaining-requests-minute", "x-ratelimit-reset-requests-minute"),
    ("x-ratelimit-limit-requests-day", "x-ratelimit-remaining-requests-day", "x-ratelimit-reset-requests-day"),
    (
        "anthropic-ratelimit-requests-limit",
        "anthropic-ratelimit-requests-remaining",
        "anthropic-ratelimit-requests-reset",
    ),
    ("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset"),
    ("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset"),
)
_TOKENS = (
    ("x-ratelimit-limit-tokens", "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"),
    ("x-ratelimit-limit-tokens-minute", "x-ratelimit-remaining-tokens-minute", "x-ratelimit-reset-tokens-minute"),
    ("x-ratelimitbysize-limit-minute", "x-ratelimitbysize-remaining-minute", "x-ratelimitbysize-reset-minute"),
    ("ratelimitbysize-limit", "ratelimitbysize-remaining", "ratelimitbysize-reset"),
    ("anthropic-ratelimit-tokens-limit", "anthropic-ratelimit-tokens-remaining", "anthropic-ratelimit-tokens-reset"),
    ("x-tokenlimit-limit", "x-tokenlimit-remaining", "x-tokenlimit-reset"),
)


def read_rate_limits(headers: Mapping[str, str], now: datetime) -> RateLimits | None:
    """Return what these headers say, or None where they say nothing readable. Names are in lower case.

    A limit for a minute that does not say when it is whole again is so after a minute. Values below 0, which Azure
    sends for "none", say nothing.
    """
    limits = RateLimits(_first_of(_REQUESTS, headers, now), _first_of(_TOKENS, headers, now))
    return None if limits == RateLimits() else limits


def _first_of(rows: tuple[tuple[str, str, str], ...], headers: Mapping[str, str], now: datetime) -> Allowance:
    for limit_name, left_name, reset_name in rows:
        limit, left = _count(headers.get(limit_name, "")), _count(headers.get(left_name, ""))
        if limit is None and left is None:
            continue
        full_in = read_span(headers.get(reset_name, ""), now)
        if full_in is None and limit_name.endswith("-minute"):
            full_in = _MINUTE_SECONDS
        return Allowance(limit, left, full_in)
    return Allowance()


def _count(text: str) -> int | None:
    found = _COUNT.fullmatch(text)
    return int(found[1]) if found else None
