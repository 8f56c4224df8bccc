"""Servers that answer with another status than 200."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.servers.hostile.row import Completes, Fails, Flood, Row, Way, each
from tests.servers.hostile.speech import CLOSE, answer, chunked, complaint, head
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import NotAnOpenAIApi, PathNotFound, Redirected, ServiceTimedOut
from translator.translation.errors.keys import KeyRefused
from translator.translation.errors.limits import OutOfCredit, RateLimited
from translator.translation.errors.models import ModelUnknown
from translator.translation.errors.requests import NotAllowed, RequestRejected, TextTooLong
from translator.translation.errors.servers import ServerFailed

_HTML = b"<html><head><title>Oops</title></head><body><h1>Oops</h1></body></html>"
_ELSEWHERE = "https://elsewhere.example/v1/chat/completions"
_DEEP = b"[" * 50_000
_TYPE = "content-type: application/json"

_PLAIN = {
    400: RequestRejected,
    401: KeyRefused,
    402: OutOfCredit,
    403: KeyRefused,
    404: PathNotFound,
    405: PathNotFound,
    408: ServiceTimedOut,
    409: ServerFailed,
    410: PathNotFound,
    413: TextTooLong,
    415: RequestRejected,
    418: RequestRejected,
    422: RequestRejected,
    429: RateLimited,
    431: RequestRejected,
    451: RequestRejected,
    500: ServerFailed,
    501: ServerFailed,
    502: ServerFailed,
    503: ServerFailed,
    504: ServiceTimedOut,
    520: ServerFailed,
    524: ServiceTimedOut,
    529: ServerFailed,
    599: ServerFailed,
    999: ServerFailed,
}

_TELLING: tuple[tuple[str, int, object, type[TranslationError]], ...] = (
    ("400, context too short", 400, complaint("too many", "context_length_exceeded"), TextTooLong),
    ("400, model unknown", 400, complaint("no such model", "model_not_found"), ModelUnknown),
    ("400, key invalid", 400, complaint("API key not valid", "invalid_api_key"), KeyRefused),
    ("403, country", 403, complaint("Country, region, or territory not supported"), NotAllowed),
    ("404, model unknown", 404, complaint("The model `mock` does not exist"), ModelUnknown),
    ("422, FastAPI", 422, {"detail": [{"loc": ["body", "x"], "msg": "Field required"}]}, RequestRejected),
    ("429, out of credit", 429, complaint("You exceeded your quota", "insufficient_quota"), OutOfCredit),
    ("500, too long", 500, complaint("the request exceeds the available context size"), TextTooLong),
    ("error without words", 500, {"error": None}, ServerFailed),
    (
        "error in wrong types",
        400,
        {"error": {"message": {"a": [1]}, "code": [2], "type": True}},
        RequestRejected,
    ),
    ("error in a list", 503, [complaint("busy")], ServerFailed),
    ("error in a string", 500, '"oops"', ServerFailed),
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
        yield Row(f"429, retry after: {name}", Fails(RateLimited), (answer(429, busy, wait),))
        yield Row(f"503, retry after: {name}", Fails(ServerFailed), (answer(503, busy, wait),))
    yield Row("429, retry after milliseconds", Fails(RateLimited), (answer(429, b"", "retry-after-ms: 1500"),))
    yield Row("204", Fails(NotAnOpenAIApi), (head(204, CLOSE),))
    yield Row("201 with a good reply", Completes(), (_with_status(201),), keeps=True)


def _with_status(status: int) -> bytes:
    from tests.servers.hostile.speech import GOOD

    return chunked(GOOD).replace(b"200", str(status).encode(), 1)


def _redirects() -> Iterator[Row]:
    for status in (300, 301, 302, 303, 307, 308):
        sent = answer(status, _HTML, f"location: {_ELSEWHERE}")
        yield Row(f"redirect {status}", Fails(Redirected), (sent,))
    for name, place in _PLACES.items():
        yield Row(f"redirect to {name}", Fails(Redirected), (answer(307, b"", f"location: {place}"),))
    yield Row("redirect to nowhere", Fails(Redirected), (answer(307),))
    yield Row("redirect of IPv6", Fails(Redirected), (answer(308, b"", f"location: {_ELSEWHERE}"),), way=Way.IPV6)


def _bodies() -> Iterator[Row]:
    """Error answers whose bodies are the trouble; the status says enough."""
    failed = Fails(ServerFailed)
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
        yield Row(f"complaint that says it is {encoding}", Fails(KeyRefused), (told + b"\x1f\x8b\x08" * 100,))
