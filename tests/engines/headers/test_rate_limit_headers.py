from datetime import UTC, datetime

import pytest

from translator.engines.headers.rate_limit_headers import read_rate_limits
from translator.translation.limits import Allowance, RateLimits

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def limits(**headers: str) -> RateLimits | None:
    return read_rate_limits({name.replace("_", "-"): value for name, value in headers.items()}, NOW)


def test_openai_and_groq_say_all() -> None:
    assert limits(
        x_ratelimit_limit_requests="60",
        x_ratelimit_remaining_requests="59",
        x_ratelimit_reset_requests="1s",
        x_ratelimit_limit_tokens="150000",
        x_ratelimit_remaining_tokens="149984",
        x_ratelimit_reset_tokens="6m0s",
    ) == RateLimits(Allowance(60, 59, 1), Allowance(150_000, 149_984, 360))


def test_mistral_counts_by_the_minute() -> None:
    assert limits(
        x_ratelimit_limit_tokens_minute="5000000",
        x_ratelimit_remaining_tokens_minute="4999911",
        x_ratelimit_limit_req_minute="720",
        x_ratelimit_remaining_req_minute="717",
    ) == RateLimits(Allowance(720, 717, 60), Allowance(5_000_000, 4_999_911, 60))
    assert limits(x_ratelimitbysize_limit_minute="500000", x_ratelimitbysize_remaining_minute="499000") == RateLimits(
        tokens=Allowance(500_000, 499_000, 60)
    )


def test_anthropic_names_the_time() -> None:
    assert limits(
        anthropic_ratelimit_requests_limit="50",
        anthropic_ratelimit_requests_remaining="0",
        anthropic_ratelimit_requests_reset="2026-11-22T12:00:30Z",
        anthropic_ratelimit_tokens_limit="40000",
        anthropic_ratelimit_tokens_remaining="1000",
        anthropic_ratelimit_tokens_reset="2026-11-22T12:01:00Z",
    ) == RateLimits(Allowance(50, 0, 30), Allowance(40_000, 1_000, 60))


def test_gateways_count_requests_alone() -> None:
    reset = str(int(NOW.timestamp() + 20) * 1000)
    assert limits(x_ratelimit_limit="20", x_ratelimit_remaining="3", x_ratelimit_reset=reset) == RateLimits(
        Allowance(20, 3, 20)
    )
    assert limits(ratelimit_limit="10;w=60", ratelimit_remaining="9", ratelimit_reset="5") == RateLimits(
        Allowance(10, 9, 5)
    )


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"x_ratelimit_limit_tokens": "-1", "x_ratelimit_remaining_tokens": "-1", "x_ratelimit_reset_tokens": "0"},
        {"x_ratelimit_limit_requests": "many", "x_ratelimit_remaining_requests": ""},
        {"x_ratelimit_limit_requests": "9" * 5000},
        {"x_ratelimit_limit_requests": "nan"},
        {"x_ratelimit_limit_requests": "٣"},
        {"x_ratelimit_reset_requests": "1s"},
    ],
)
def test_what_says_nothing_readable_is_none(headers: dict[str, str]) -> None:
    assert limits(**headers) is None


def test_half_of_it_is_something() -> None:
    assert limits(x_ratelimit_remaining_requests="5") == RateLimits(Allowance(left=5))
    assert limits(x_ratelimit_limit_tokens="100.0", x_ratelimit_reset_tokens="soon") == RateLimits(
        tokens=Allowance(100)
    )
