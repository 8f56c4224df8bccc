"""Servers that answer with status 200 and something that is no stream, or with more than anybody asked for."""

import gzip
import json
import zlib
from collections.abc import Iterator

from tests.servers.hostile.row import REPLY, Breaks, Completes, Fails, Flood, Mass, Row, each
from tests.servers.hostile.speech import (
    CLOSE,
    DONE,
    GOOD,
    HALF,
    OPEN,
    ROLE,
    STOP,
    STREAM,
    answer,
    chunk,
    event,
    head,
    said,
    whole,
)
from translator.translation.errors.connections import NotAnOpenAIApi
from translator.translation.errors.servers import BadReply
from translator.translation.request import IncompleteReason

_NO_API = Fails(NotAnOpenAIApi)
_HTML = b"<!DOCTYPE html><html><body>Welcome to the hotel's Wi-Fi</body></html>"
_ONE_MB = b"x" * 1_000_000


def rows() -> Iterator[Row]:
    """Yield them."""
    yield from _no_api()
    yield from _whole_replies()
    yield from _compressed()
    yield from _too_large()


def _no_api() -> Iterator[Row]:
    deep = b"[" * 100_000
    yield from each(
        ("HTML with 200", (answer(200, _HTML, "content-type: text/html"),)),
        ("HTML that claims to be a stream", (answer(200, _HTML, STREAM),)),
        ("nothing with 200", (answer(200),)),
        ("blanks with 200", (answer(200, b" \r\n\t" * 100),)),
        ("words with 200", (answer(200, b"Hallo Welt."),)),
        ("XML with 200", (answer(200, b"<?xml version='1.0'?><a/>"),)),
        ("a picture with 200", (answer(200, b"\x89PNG\r\n\x1a\n" + bytes(1_000)),)),
        ("UTF-16 with 200", (answer(200, json.dumps(whole()).encode("utf-16")),)),
        ("a bare list with 200", (answer(200, b"[1, 2, 3]"),)),
        ("an empty object with 200", (answer(200, {}),)),
        ("another object with 200", (answer(200, {"hello": "world"}),)),
        ("null with 200", (answer(200, b"null"),)),
        ("a string with 200", (answer(200, b'"Hallo Welt."'),)),
        ("half an object with 200", (answer(200, json.dumps(whole()).encode()[:-30]),)),
        ("JSON nested deeply with 200", (answer(200, deep),)),
        ("objects nested deeply with 200", (answer(200, b'{"choices":' * 50_000),)),
        ("JSON nested deeply in an event", (OPEN + b"data: " + deep + b"\n\n" + DONE,)),
        ("only comments", (OPEN + b": keep-alive\n\n" * 100,)),
        ("only other fields", (OPEN + b"id: 7\nretry: 5\nevent: ping\n\n" * 10,)),
        ("only the end mark", (OPEN + DONE,)),
        ("the end mark before the text", (OPEN + DONE + GOOD,)),
        ("an event that is no JSON", (OPEN + b"data: hello\n\n" + DONE,)),
        ("an event of numbers", (OPEN + b"data: 42\n\ndata: 43\n\n" + DONE,)),
        outcome=_NO_API,
    )


def _whole_replies() -> Iterator[Row]:
    body = json.dumps(whole()).encode()
    yield from each(
        ("a whole reply", (answer(200, body),)),
        ("a whole reply, laid out", (answer(200, json.dumps(whole(), indent=2).encode()),)),
        ("a whole reply behind a BOM", (answer(200, b"\xef\xbb\xbf" + body),)),
        ("a whole reply behind blanks", (answer(200, b"\r\n  " + body + b"\r\n"),)),
        ("a whole reply as one event", (OPEN + b"data: " + body + b"\n\n",)),
        ("a whole reply with NaN", (answer(200, body[:-1] + b', "score": NaN, "other": -Infinity}'),)),
        ("a whole reply in parts", (answer(200, whole([{"type": "text", "text": REPLY}])),)),
        outcome=Completes(),
    )
    yield Row("a whole reply cut short", Breaks(IncompleteReason.LENGTH, HALF), (answer(200, whole(HALF, "length")),))
    yield Row("a whole reply without a finish", Breaks(IncompleteReason.CUT, HALF), (answer(200, whole(HALF, None)),))
    yield Row("a whole refusal", Breaks(IncompleteReason.REFUSED), (answer(200, _refusal()),))
    yield Row("a whole reply without choices", Breaks(IncompleteReason.CUT), (answer(200, {"choices": []}),))


def _refusal() -> dict[str, object]:
    message = {"role": "assistant", "content": None, "refusal": "No."}
    return {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}


def _compressed() -> Iterator[Row]:
    bomb = gzip.compress(bytes(100_000_000), 9)
    squeezed = {
        "gzip": bomb,
        "x-gzip": bomb,
        "deflate": zlib.compress(bytes(10_000_000)),
        "br": b"\xcf\xff\xff\x7f\xf8\x27\x00\xe2\xb1\x40\x20\xf7\xfe\x9f" * 100,
        "zstd": b"\x28\xb5\x2f\xfd" + bytes(1_000),
        "gzip, gzip": gzip.compress(bomb),
        "GZIP": bomb,
        "nonsense": GOOD,
    }
    for encoding, body in squeezed.items():
        sent = answer(200, body, f"content-encoding: {encoding}", STREAM)
        yield Row(f"a bomb that says it is {encoding}", _NO_API, (sent,))
    good = gzip.compress(GOOD)
    yield Row("a good reply in gzip", _NO_API, (answer(200, good, "content-encoding: gzip", STREAM),))
    yield Row("a bomb that does not say what it is", _NO_API, (answer(200, bomb, STREAM),))


def _too_large() -> Iterator[Row]:
    large = Fails(BadReply)
    yield from each(
        ("a line of 100 MB", (OPEN, b"data: ", Mass(_ONE_MB, 100), b"\n\n")),
        ("a line of 100 MB of text", (OPEN, b'data: {"choices":[{"delta":{"content":"', Mass(_ONE_MB, 100))),
        ("a comment of 100 MB", (OPEN, b":", Mass(_ONE_MB, 100), b"\n\n", GOOD)),
        ("an event of 100 MB in short lines", (OPEN, Mass(b"data: x\n" * 100_000, 125), b"\n\n")),
        ("an event's name of 100 MB", (OPEN, b"event: ", Mass(_ONE_MB, 100), b"\n\n", GOOD)),
        ("a whole reply of 100 MB", (head(200, CLOSE), b'{"choices":[{"message":{"content":"', Mass(_ONE_MB, 100))),
        ("HTML without an end", (head(200, CLOSE), b"<html>", Flood(b"<br>" * 16_384))),
        ("blanks without an end", (OPEN, Flood(b" " * 65_536))),
        ("a list without an end", (head(200, CLOSE), b"[", Flood(b"1," * 32_768))),
        ("zeros without an end", (OPEN, Flood(bytes(65_536)))),
        outcome=large,
    )
    cut = Breaks(IncompleteReason.CUT, HALF, BadReply)
    yield from each(
        ("a line of 100 MB after some text", (OPEN, ROLE, said(HALF), b"data: ", Mass(_ONE_MB, 100), b"\n\n")),
        ("a usage of 100 MB after some text", (OPEN, said(HALF), b'data: {"usage":"', Mass(_ONE_MB, 100))),
        ("an event too large after some text", (OPEN, said(HALF), event(chunk({"x": "y" * 2_000_000})), STOP, DONE)),
        outcome=cut,
    )
    yield Row("a flood after the end mark", Completes(), (OPEN, GOOD, Flood(b"data: x\n\n" * 8_000)))
    yield Row(
        "100 MB between finish and end mark",
        Breaks(IncompleteReason.CUT, REPLY, BadReply),
        (OPEN, said(REPLY), STOP, Mass(b": x\n\n" * 20_000, 1_000)),
    )
