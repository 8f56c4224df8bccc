"""HTTP and event streams as bytes, for servers that put them together wrongly."""

import json
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from tests.servers.hostile.row import REPLY

DONE = b"data: [DONE]\n\n"
CLOSE = "connection: close"
STREAM = "content-type: text/event-stream"
LAST_CHUNK = b"0\r\n\r\n"


def head(status: int = 200, *headers: str, version: str = "1.1") -> bytes:
    """Return a status line and these headers."""
    known = {code.value: code.phrase for code in HTTPStatus}
    lines = "".join(f"{line}\r\n" for line in headers)
    return f"HTTP/{version} {status} {known.get(status, 'Oops')}\r\n{lines}\r\n".encode("utf-8", "surrogateescape")


OPEN = head(200, STREAM, CLOSE)
"""The head of a stream that ends when the connection does."""

CHUNKED = head(200, STREAM, "transfer-encoding: chunked")
"""The head of a stream that says itself where it ends."""


def answer(status: int, body: bytes | object = b"", *headers: str) -> bytes:
    """Return a whole answer; a body that is not bytes is sent as JSON."""
    sent = body if isinstance(body, bytes) else json.dumps(body).encode()
    return head(status, f"content-length: {len(sent)}", CLOSE, *headers) + sent


def complaint(message: str, code: str | None = None, kind: str = "invalid_request_error") -> dict[str, object]:
    """Return a body in the shape of OpenAI's errors."""
    return {"error": {"message": message, "type": kind, "param": None, "code": code}}


def event(value: object, *, ascii_only: bool = False) -> bytes:
    """Return an event that holds this, as JSON."""
    return b"data: " + json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass") + b"\n\n"


def chunk(delta: object = None, finish: object = None, **more: object) -> dict[str, Any]:
    """Return one chunk of a reply."""
    choice = {"index": 0, "delta": delta if delta is not None else {}, "finish_reason": finish}
    return {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice], **more}


def said(text: str, **more: object) -> bytes:
    """Return the event that says this."""
    return event(chunk({"content": text, **more}))


def finish(reason: object = "stop") -> bytes:
    """Return the event that says why the reply ends."""
    return event(chunk({}, reason))


ROLE = event(chunk({"role": "assistant", "content": ""}))
USAGE = event({**chunk(), "choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12}})
STOP = finish()
HALF = REPLY[: len(REPLY) // 2]
REST = REPLY[len(REPLY) // 2 :]
PIECES = (said(HALF), said(REST))
GOOD = b"".join((ROLE, *PIECES, STOP, USAGE, DONE))
"""The events of a good reply."""


def framed(pieces: Iterable[bytes]) -> bytes:
    """Return these in HTTP's chunked encoding, one chunk each."""
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces if piece)


def chunked(*pieces: bytes) -> bytes:
    """Return a whole stream in these chunks."""
    return CHUNKED + framed(pieces) + LAST_CHUNK


def byte_by_byte(body: bytes) -> bytes:
    """Return a whole stream in chunks of one byte, so that a client gets it cut at every byte."""
    return chunked(*(body[place : place + 1] for place in range(len(body))))


def whole(text: object = REPLY, reason: object = "stop", **more: object) -> dict[str, Any]:
    """Return a reply that is not streamed."""
    message = {"role": "assistant", "content": text}
    choices = [{"index": 0, "message": message, "finish_reason": reason}]
    return {"id": "x", "object": "chat.completion", "choices": choices, "usage": {"prompt_tokens": 7}, **more}
