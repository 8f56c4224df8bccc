"""Writes a stream down as bytes, in its style, and cuts bytes into what a network might deliver."""

import json
from random import Random

from tests.fuzz.sample import Chunk, Stream, Style, finish_in, text_in

_MARK = b"[DONE]"


def written(stream: Stream) -> bytes:
    """Return all of it: an event stream, or a whole reply where the style wants that."""
    style = stream.style
    if style.is_whole:
        return style.before + _json(_whole(stream), style)
    events = [_event(chunk, style) for chunk in stream.chunks]
    if style.has_mark:
        events.append(style.label + _MARK + style.line_end * 2)
    between = style.between
    joined = b"".join(between[number % len(between)] + event for number, event in enumerate(events))
    return style.before + joined + style.behind


def written_events(stream: Stream) -> list[bytes]:
    """Return the events one by one, without the end mark."""
    return [_event(chunk, stream.style) for chunk in stream.chunks]


def end_mark(style: Style) -> bytes:
    """Return the event that closes a stream."""
    return style.label + _MARK + style.line_end * 2


def cut_up(random: Random, body: bytes) -> list[bytes]:
    """Return the bytes in pieces: one, single bytes, or of mixed lengths."""
    way = random.random()
    if way < 0.2:
        return [body]
    most = 1 if way < 0.3 and len(body) < 5_000 else random.choice((3, 40, 1500))
    pieces = []
    place = 0
    while place < len(body):
        length = random.randint(1, max(most, len(body) // 400))
        pieces.append(body[place : place + length])
        place += length
    return pieces


def _event(chunk: Chunk, style: Style) -> bytes:
    lines = _json(chunk, style).split(b"\n")
    return b"".join(style.label + line + style.line_end for line in lines) + style.line_end


def _json(value: object, style: Style) -> bytes:
    text = json.dumps(value, ensure_ascii=style.is_ascii, indent=style.indent)
    return text.encode("utf-8", "surrogatepass")


def _whole(stream: Stream) -> Chunk:
    message = {"role": "assistant", "content": "".join(map(text_in, stream.chunks))}
    finishes = [c["choices"][0]["finish_reason"] for c in stream.chunks if finish_in(c)]
    choice = {"index": 0, "message": message, "finish_reason": finishes[-1] if finishes else None}
    return {"id": "x", "object": "chat.completion", "choices": [choice], "usage": {"prompt_tokens": 7}}
