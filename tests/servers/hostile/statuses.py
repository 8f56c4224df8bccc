"""Servers that answer with another status than 200."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.servers.hostile.row import Completes, Fails, Flood, Row, Way, each
from tests.servers.hostile.speech import CLOSE, answer, chunked, complaint, head
from translator.translation import errors

_HTML = b"<html><head><title>Oops</title></head><body><h1>Oops</h1></body></html>"
_ELSEWHERE = "https://elsewhere.example/v1/chat/completions"
_DEEP = b"[" * 50_000
_TYPE = "content-type: application/json"

_PLAIN = {
    400: errors.RequestRejected,
    401: errors.KeyRefused,
    402: errors.OutOfCredit,
    403: errors.KeyRefused,
    404: errors.PathNotFound,
    405: errors.PathNotFound,
    408: errors.ServiceTimedOut,
    409: errors.ServerFailed,
    410: errors.PathNotFound,
    413: errors.TextTooLong,
    415: errors.RequestRejected,
    418: errors.RequestRejected,
    422: errors.RequestRejected,
    429: errors.RateLimited,
    431: errors.RequestRejected,
    451: errors.RequestRejected,
    500: errors.ServerFailed,
    501: errors.ServerFailed,
    502: errors.ServerFailed,
    503: errors.ServerFailed,
    504: errors.ServiceTimedOut,
    520: errors.ServerFailed,
    524: errors.ServiceTimedOut,
    529: errors.ServerFailed,
    599: errors.ServerFailed,
    999: errors.ServerFailed,
}

_TELLING: tuple[tuple[str, int, object, type[errors.TranslationError]], ...] = (
    ("400, context too short", 400, complaint("too many", "context_length_exceeded"), errors.TextTooLong),
    ("400, model unknown", 400, complaint("no such model", "model_not_found"), errors.ModelUnknown),
    ("400, key invalid", 400, complaint("API key not valid", "invalid_api_key"), errors.KeyRefused),
    ("403, country", 403, complaint("Country, region, or territory not supported"), errors.NotAllowed),
    ("404, model unknown", 404, complaint("The model `mock` does not exist"), errors.ModelUnknown),
    ("422, FastAPI", 422, {"detail": [{"loc": ["body", "x"], "msg": "Field required"}]}, errors.RequestRejected),
    ("429, out of credit", 429, complaint("You exceeded your quota", "insufficient_quota"), errors.OutOfCredit),
    ("500, too long", 500, complaint("the request exceeds the available context size"), errors.TextTooLong),
    ("error without words", 500, {"error": None}, errors.ServerFailed),
    (
        "error in wrong types",
        400,
        {"error": {"message": {"a": [1]}, "code": [2], "type": True}},
        errors.RequestRejected,
    ),
    ("error in a list", 503, [complaint("busy")], errors.ServerFailed),
    ("error in a string", 500, '"oops"', errors.ServerFailed),
)

_WAITS = {
    "seconds": "30",
    "no seconds": "0",
    "a fraction": "1.5",
    "an hour": "3600",
    "a date": format_datetime(datetime.now(UTC) + timedelta(minutes=5), usegmt=True),
    "a distant date": "Fri, 31 Dec 2049 23:59:59 GMT",
    "a past date": "Fri, 31 Dec 1999 23:59:59 GMT",
    "below zero": "-5",
    "absurd": "99999999999999999999",
    "infinite": "inf",
    "not a number": "nan",
    "words": "soon",
    "an impossible date": "Fri, 99 Foo 2049 99:99:99 GMT",
    "bytes": "\udcff\udcfe",
    "digits of another script": "\udcd9\udca3\udcd9\udca0",
}

_PLACES = {
    "https": _ELSEWHERE,
    "http": "http://elsewhere.example/",
    "this computer": "http://127.0.0.1:1/v1/chat/completions",
    "a file": "file:///etc/passwd",
    "a script": "javascript:alert(1)",
    "nonsense": "http://[:::",
    "bytes": "\udcff\udcfe",
    "a path": "/v2",
    "with a password": "https://user:secret@elsewhere.example/",
}


def rows() -> Iterator[Row]:
    """Yield them."""
    yield from _statuses()
    yield from _redirects()
    yield from _bodies()


def _statuses() -> Iterator[Row]:
    for status, error in _PLAIN.items():
        yield Row(f"status {status}", Fails(error), (answer(status, _HTML, "content-type: text/html"),))
    for name, status, body, error in _TELLING:
        yield Row(f"status {name}", Fails(error), (answer(status, body, _TYPE),))
    for name, value in _WAITS.items():
        wait = f"retry-after: {value}"
        busy = complaint("busy")
        yield Row(f"429, retry after: {name}", Fails(errors.RateLimited), (answer(429, busy, wait),))
        yield Row(f"503, retry after: {name}", Fails(errors.ServerFailed), (answer(503, busy, wait),))
    yield Row("429, retry after milliseconds", Fails(errors.RateLimited), (answer(429, b"", "retry-after-ms: 1500"),))
    yield Row("204", Fails(errors.NotAnOpenAIApi), (head(204, CLOSE),))
    yield Row("201 with a good reply", Completes(), (_with_status(201),), keeps=True)


def _with_status(status: int) -> bytes:
    from tests.servers.hostile.speech import GOOD

    return chunked(GOOD).replace(b"200", str(status).encode(), 1)


def _redirects() -> Iterator[Row]:
    for status in (300, 301, 302, 303, 307, 308):
        sent = answer(status, _HTML, f"location: {_ELSEWHERE}")
        yield Row(f"redirect {status}", Fails(errors.Redirected), (sent,))
    for name, place in _PLACES.items():
        yield Row(f"redirect to {name}", Fails(errors.Redirected), (answer(307, b"", f"location: {place}"),))
    yield Row("redirect to nowhere", Fails(errors.Redirected), (answer(307),))
    yield Row(
        "redirect of IPv6", Fails(errors.Redirected), (answer(308, b"", f"location: {_ELSEWHERE}"),), way=Way.IPV6
    )


def _bodies() -> Iterator[Row]:
    """Error answers whose bodies are the trouble; the status says enough."""
    failed = Fails(errors.ServerFailed)
    yield from each(
        ("complaint without an end", (head(500), Flood(b"x" * 65_536))),
        ("complaint in drips", (head(500, CLOSE), Flood(b"x", 0.005))),
        ("complaint without an end in JSON", (head(500, CLOSE, _TYPE), Flood(b'{"error":' * 8_000))),
        ("complaint nested deeply", (answer(500, _DEEP),)),
        ("complaint that is no UTF-8", (answer(500, b'{"error":"\xff\xfe\xed\xa0\x80"}'),)),
        ("complaint with lone surrogates", (answer(500, b'{"error":{"message":"\\ud800 \\udfff"}}'),)),
        ("complaint of numbers", (answer(500, b'{"error":{"message":1e999,"code":-9e999,"status":NaN}}'),)),
        ("complaint in half", (head(500, "content-length: 999", CLOSE) + b'{"error":',)),
        ("complaint with control characters", (answer(500, json.dumps("\0\x1b[31m\u202e\n\r").encode()),)),
        outcome=failed,
    )
    for encoding in ("gzip", "br", "zstd", "nonsense"):
        told = head(401, f"content-encoding: {encoding}", CLOSE)
        yield Row(f"complaint that says it is {encoding}", Fails(errors.KeyRefused), (told + b"\x1f\x8b\x08" * 100,))
