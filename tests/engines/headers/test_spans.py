from datetime import UTC, datetime

import pytest

from translator.engines.headers.retry_after import read_retry_words
from translator.engines.headers.spans import read_span

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("20", 20),
        (" 1.5 ", 1.5),
        ("-5", 0),
        ("0", 0),
        ("1s", 1),
        ("6m0s", 360),
        ("20ms", 0.02),
        ("2m59.56s", 179.56),
        ("1h2m3s", 3723),
        ("1d", 86400),
        ("1 minute 30 seconds", 90),
        ("250 milliseconds", 0.25),
        (str(NOW.timestamp() + 30), 30),
        (str(int(NOW.timestamp() + 30) * 1000), 30),
        (str(NOW.timestamp() - 30), 0),
        ("2026-11-22T12:00:45Z", 45),
        ("2026-11-22T13:00:45+01:00", 45),
        ("2026-11-22T12:00:45", 45),
        ("2020-11-22T12:00:45Z", 0),
        ("0001-01-01T00:00:00+23:00", 0),
        ("Sun, 22 Nov 2026 12:01:00 GMT", 60),
    ],
)
def test_a_span_is_read_in_every_form(text: str, seconds: float) -> None:
    assert read_span(text, NOW) == pytest.approx(seconds)


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "s", "ms", "5x", "1s later", "nan", "inf", "1e300", "99999999999999999", "400d", "9" * 100,
     "Sun, 99 Nov 2026 12:01:00 GMT", "9999-12-31T23:59:59-23:00", "١٢"],
)  # fmt: skip
def test_what_is_none_is_none_and_nothing_breaks(text: str) -> None:
    assert read_span(text, NOW) is None


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("Rate limit reached for gpt-x. Please try again in 6m0s. Visit https://…", 360),
        ("Please retry in 34.07s.", 34.07),
        ("Too many requests, try again after 3 seconds", 3),
    ],
)
def test_a_services_own_words_may_say_when(words: str, seconds: float) -> None:
    when = read_retry_words(words, NOW)
    assert when is not None
    assert (when - NOW).total_seconds() == pytest.approx(seconds)


@pytest.mark.parametrize("words", ["", "Try again later.", "retry in due course", "try again in 5 apples"])
def test_or_not(words: str) -> None:
    assert read_retry_words(words, NOW) is None
