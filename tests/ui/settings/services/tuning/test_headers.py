"""Headers as they are typed."""

import pytest

from translator.ui.settings.services.tuning.headers import HeadersInvalid, format_headers, parse_headers


def test_headers_come_back_as_they_were_typed() -> None:
    text = "X-Title: Translator\nHTTP-Referer: https://example.org:443/a"
    assert format_headers(parse_headers(text)) == text


def test_blank_lines_and_blanks_around_do_not_matter() -> None:
    assert parse_headers("\n  X-A :  1 \n\n") == (("X-A", "1"),)


@pytest.mark.parametrize(
    "text",
    [
        "no colon", ": no name", "X A: blank", "X-Ä: letter", "X-A:", "X-A: Wert für", "X-A: a\x07b",
        "Host: example.org", "Content-Length: 3", "X-A: 1\nx-a: 2",
        "Authorization: Bearer x", "api-key: x", "X-API-Key: x", "X-Auth-Token: x", "Cookie: x", "x-goog-api-key: x",
    ],
)  # fmt: skip
def test_what_cannot_or_must_not_be_sent_is_refused(text: str) -> None:
    with pytest.raises(HeadersInvalid):
        parse_headers(text)
