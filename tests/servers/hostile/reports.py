"""Servers that report an error in a reply with status 200."""

import json
from collections.abc import Iterator

from tests.servers.hostile.row import REPLY, Breaks, Completes, Fails, Row
from tests.servers.hostile.speech import (
    DONE,
    GOOD,
    HALF,
    OPEN,
    PIECES,
    ROLE,
    STOP,
    answer,
    chunk,
    complaint,
    event,
    said,
)
from translator.translation.errors.base import TranslationError
from translator.translation.errors.keys import KeyRefused
from translator.translation.errors.limits import OutOfCredit, RateLimited
from translator.translation.errors.models import ModelUnknown
from translator.translation.errors.requests import TextTooLong
from translator.translation.errors.servers import BadReply, ServerFailed
from translator.translation.request import IncompleteReason

_BUSY = complaint("The model is overloaded.", None, "server_error")
_SHAPES: dict[str, tuple[object, type[TranslationError]]] = {
    "OpenAI's": (_BUSY, ServerFailed),
    "a string": ({"error": "overloaded"}, ServerFailed),
    "vLLM's": ({"object": "error", "message": "busy", "type": "x", "code": 500}, ServerFailed),
    "FastAPI's": ({"detail": "Internal Server Error"}, ServerFailed),
    "FastAPI's list": ({"detail": [{"loc": ["body"], "msg": "busy"}]}, ServerFailed),
    "a message": ({"message": "busy"}, ServerFailed),
    "a status in a number": ({"error": {"message": "slow down", "code": 429}}, RateLimited),
    "a status in a string": ({"error": {"message": "slow down", "code": "429"}}, RateLimited),
    "about the key": ({"error": {"message": "x", "code": "invalid_api_key"}}, KeyRefused),
    "about credit": ({"error": {"message": "x", "code": "insufficient_quota"}}, OutOfCredit),
    "about the length": ({"error": {"message": "x", "code": "context_length_exceeded"}}, TextTooLong),
    "about the model": ({"error": {"message": "x", "code": "model_not_found"}}, ModelUnknown),
    "true": ({"error": True}, ServerFailed),
    "without words": ({"error": {"message": None}}, ServerFailed),
    "in wrong types": ({"error": {"message": [1], "code": {"a": 1}, "type": 7}}, ServerFailed),
    "beside choices": ({"choices": [], **_BUSY}, ServerFailed),
    "with lone surrogates": ({"error": {"message": "\ud800 busy \udc00"}}, ServerFailed),
}


def rows() -> Iterator[Row]:
    """Yield them: each shape as the whole body, as the first event, and after some text."""
    for name, (value, error) in _SHAPES.items():
        cut = Breaks(IncompleteReason.CUT, HALF, error)
        body = json.dumps(value).encode()
        told = b"data: " + body + b"\n\n"
        yield Row(f"an error, {name}, as the body", Fails(error), (answer(200, body),))
        yield Row(f"an error, {name}, first", Fails(error), (OPEN + told + DONE,))
        yield Row(f"an error, {name}, after text", cut, (OPEN + ROLE + said(HALF) + told + DONE,))
    yield from _odd_places()


def _odd_places() -> Iterator[Row]:
    cut = Breaks(IncompleteReason.CUT, HALF, ServerFailed)
    failed = Fails(ServerFailed)
    unreadable = Breaks(IncompleteReason.CUT, HALF, BadReply)
    after = Breaks(IncompleteReason.CUT, REPLY, ServerFailed)
    half = OPEN + said(HALF)
    body = json.dumps(_BUSY).encode()
    yield Row("an error event", failed, (OPEN + b"event: error\ndata: " + body + b"\n\n",))
    yield Row("an error event in words", failed, (OPEN + b"event: error\ndata: overloaded\n\n",))
    yield Row("an error event of any JSON", failed, (OPEN + b'event: error\ndata: {"code": 1}\n\n',))
    yield Row("an error event after text", cut, (half + b"event: error\ndata: " + body + b"\n\n" + DONE,))
    yield Row("an error without data:", cut, (half + body + b"\n\n",))
    yield Row("an error without data: and without an end", cut, (half + body,))
    yield Row("an error in words after text", unreadable,
              (half + b"data: error: overloaded\n\n" + DONE,))  # fmt: skip
    yield Row("an error in a list", unreadable, (half + event([_BUSY]) + DONE,))
    yield Row("an error after the finish", after, (OPEN + b"".join(PIECES) + STOP + event(_BUSY) + DONE,))
    yield Row("an error after the end mark", Completes(), (OPEN + GOOD + event(_BUSY),))
    failing = chunk({"content": ""}, "error")
    failing["choices"][0]["error"] = {"message": "upstream broke", "code": 502}
    yield Row("an error in a choice, after text", Breaks(IncompleteReason.CUT, HALF), (half + event(failing) + DONE,))
    yield Row("an error in a choice, first", failed, (OPEN + event(failing) + DONE,))
    yield Row("an empty error beside text", Completes(), (OPEN + GOOD.replace(b'"model"', b'"error": null, "model"'),))
