"""Changes of which nobody can say what ought to come out: only that the app must live, and not lie about its text."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

Corrupting = Callable[[Random, bytes], bytes]

_TOKENS: tuple[bytes, ...] = (
    b"\n", b"\r", b"\r\n\r\n", b"\n\n", b"data:", b"data: ", b"data: [DONE]\n\n", b"[DONE]", b"event: error\n", b":",
    b"id:", b"{", b"}", b"[", b"]", b'"', b"\\", b",", b"null", b"1e999", b"-1e999", b"NaN", b"9" * 400, b"\\ud800",
    b"\\udc00", b"\\u0000", b"\0", b"\xff", b"\xed\xa0\x80", b"\xf0\x9f", b"\xc0\xaf", b"\xef\xbb\xbf", b"[" * 3_000,
    b'{"a":' * 3_000, b'"finish_reason":"stop"', b'"finish_reason":"length"', b'"error":{"message":"x"}',
    b'"choices":[]', b'"content":', b'"refusal":"no"', b'"index":1', b"<think>", b"</think>", b"```", b"</source>",
    b"<\\/source>", b"<x1/>", b"<x2/>", b"1. ", b"3. ", b"<html>", b"\x1f\x8b\x08", b"\xe2\x80\xae", b"\xe2\x80\xa8",
)  # fmt: skip
_VALUES: tuple[object, ...] = (
    None, True, False, 0, -1, 1.5, 10**30, 1e300, "", "x", "stop", "length", "\ud800", "\udc00 ", "\0", [], [[]], {},
    {"x": 1}, ["x", None], [{"type": "text", "text": "x"}], "<think>", "\n\n1. x", "x" * 3_000,
)  # fmt: skip
_LARGE = 200_000


def flip(random: Random, body: bytes) -> bytes:
    """Flip some bits."""
    changed = bytearray(body)
    for _ in range(random.randint(1, 8)):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def drop(random: Random, body: bytes) -> bytes:
    """Leave out a slice."""
    start, end = _slice(random, body)
    return body[:start] + body[end:]


def duplicate(random: Random, body: bytes) -> bytes:
    """Repeat a slice."""
    start, end = _slice(random, body)
    return body[:end] + body[start:end] + body[end:]


def swap(random: Random, body: bytes) -> bytes:
    """Exchange two slices."""
    places = sorted(random.randint(0, len(body)) for _ in range(4))
    one, two, three, four = places
    return body[:one] + body[three:four] + body[two:three] + body[one:two] + body[four:]


def insert(random: Random, body: bytes) -> bytes:
    """Insert what means something somewhere."""
    for _ in range(random.randint(1, 4)):
        place = random.randint(0, len(body))
        body = body[:place] + random.choice(_TOKENS) + body[place:]
    return body


def blow_up(random: Random, body: bytes) -> bytes:
    """Repeat a short slice until it is large."""
    start, end = _slice(random, body)
    piece = body[start:end][:200]
    return body[:end] + piece * (_LARGE // max(1, len(piece))) + body[end:] if piece else body


def other_line_ends(random: Random, body: bytes) -> bytes:
    """Write each end of a line in another way."""
    ends = (b"\n", b"\r", b"\r\n", b"\n\n", b"")
    return b"".join(line.rstrip(b"\r\n") + random.choice(ends) for line in body.splitlines(keepends=True))


def other_values(random: Random, body: bytes) -> bytes:
    """Replace values within the JSON of some events."""
    lines = body.split(b"\n")
    places = [place for place, line in enumerate(lines) if line.startswith(b"data: {")]
    for place in random.sample(places, min(len(places), random.randint(1, 3))):
        try:
            value: Any = json.loads(lines[place][6:])
        except (ValueError, RecursionError):
            continue
        _change(random, value)
        lines[place] = b"data: " + json.dumps(value).encode("utf-8", "surrogatepass")
    return b"\n".join(lines)


def _change(random: Random, value: Any) -> None:
    """Replace, drop or rename something in an object, at any depth."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = random.choice(keys)
        inner = value[key]
        if isinstance(inner, dict | list) and inner and random.random() < 0.7:
            value = inner
            continue
        way = random.random()
        if way < 0.7 or isinstance(value, list):
            value[key] = random.choice(_VALUES)
        elif way < 0.85:
            del value[key]
        else:
            value[random.choice(("message", "error", "text", "choices", "content"))] = value.pop(key)
        return


def _slice(random: Random, body: bytes) -> tuple[int, int]:
    start = random.randint(0, len(body))
    return start, min(len(body), start + random.choice((1, 5, 50, 500)))


CORRUPTING: tuple[Corrupting, ...] = (
    flip, drop, duplicate, swap, insert, insert, blow_up, other_line_ends, other_values, other_values, other_values,
)  # fmt: skip
