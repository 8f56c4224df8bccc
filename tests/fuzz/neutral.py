"""Changes that mean nothing: the reply must come out whole, and the same."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.fuzz.sample import Chunk, Stream, chunk_with, finish_in, pieces_of, text_in

Neutral = Callable[[Random, Stream], Stream]

_JUNK: tuple[object, ...] = (None, True, -1, 1e300, 10**30, "", "x", [], [None, [1]], {}, {"a": {"b": []}})
_DONE_REASONS = ("stop", "end_turn", "eos", "STOP", "stop_sequence", "complete")
_THINK = "<think>\nIt says 1. and ``` and </source>.\n</think>\n\n"


def other_line_ends(random: Random, stream: Stream) -> Stream:
    """Write CRLF or CR for LF."""
    return replace(stream, style=replace(stream.style, line_end=random.choice((b"\r\n", b"\r"))))


def other_label(_: Random, stream: Stream) -> Stream:
    """Leave out the blank behind ``data:``."""
    return replace(stream, style=replace(stream.style, label=b"data:"))


def laid_out(_: Random, stream: Stream) -> Stream:
    """Lay the JSON out over several data: lines."""
    return replace(stream, style=replace(stream.style, indent=1))


def in_ascii(_: Random, stream: Stream) -> Stream:
    """Escape all that is not ASCII."""
    return replace(stream, style=replace(stream.style, is_ascii=True))


def with_bom(_: Random, stream: Stream) -> Stream:
    """Begin with a BOM."""
    return replace(stream, style=replace(stream.style, before=b"\xef\xbb\xbf"))


def without_mark(_: Random, stream: Stream) -> Stream:
    """Leave out the end mark: the finish reason is there."""
    return replace(stream, style=replace(stream.style, has_mark=False))


def with_more_behind(random: Random, stream: Stream) -> Stream:
    """Send more after the end mark."""
    more = random.choice((b"data: [DONE]\n\n", b": bye\n\n", b'data: {"error":"late"}\n\n', b"\xff\xfe\x00"))
    style = replace(stream.style, has_mark=True, behind=more, line_end=b"\n")
    return replace(stream, style=style)


def with_comments(random: Random, stream: Stream) -> Stream:
    """Put comments, blank lines and other fields between the events."""
    end = stream.style.line_end
    lines = (b"", b": keep-alive" + end * 2, end * 3, b"id: 7" + end, b"retry: 5" + end, b"event: message" + end)
    between = tuple(random.choice(lines) for _ in range(5))
    return replace(stream, style=replace(stream.style, between=between))


def as_whole_reply(_: Random, stream: Stream) -> Stream:
    """Do not stream it at all."""
    return replace(stream, style=replace(stream.style, is_whole=True, indent=None))


def resplit(random: Random, stream: Stream) -> Stream:
    """Cut the text into other deltas, in the midst of characters that are written as surrogate pairs as well."""
    text = "".join(map(text_in, stream.chunks))
    halves = text.encode("utf-16-be")
    units = [halves[place : place + 2].decode("utf-16-be", "surrogatepass") for place in range(0, len(halves), 2)]
    as_units = random.random() < 0.5
    pieces = pieces_of(random, "".join(units) if as_units else text, random.choice((1, 3, 30, 10_000)))
    style = replace(stream.style, is_ascii=stream.style.is_ascii or as_units)
    at = next(place for place, chunk in enumerate(stream.chunks) if text_in(chunk))
    others = [chunk for chunk in stream.chunks if not text_in(chunk)]
    others[at:at] = [chunk_with({"content": piece}) for piece in pieces]
    return replace(stream, chunks=tuple(others), style=style)


def with_chunks_that_say_nothing(random: Random, stream: Stream) -> Stream:
    """Put roles, empty texts, usages, other choices and reasoning between the chunks."""
    nothing: tuple[Chunk, ...] = (
        chunk_with({"role": "assistant"}),
        chunk_with({"content": ""}),
        chunk_with({"content": None, "refusal": None, "tool_calls": None}),
        chunk_with({}),
        {"choices": [], "usage": {"prompt_tokens": 7, "completion_tokens": random.choice((-1, 5, 1e9))}},
        {"choices": None, "usage": {}},
        chunk_with({"content": "no"}, random.choice((None, "length")), index=1),
        chunk_with({"reasoning_content": "hm"}),
        chunk_with({"reasoning": "hm"}),
    )
    chunks = list(stream.chunks)
    for _ in range(random.randint(1, 6)):
        chunks.insert(random.randint(0, len(chunks)), random.choice(nothing))
    return replace(stream, chunks=tuple(chunks))


def with_unknown_fields(random: Random, stream: Stream) -> Stream:
    """Add fields that nobody knows, with values of any type."""

    def changed(chunk: Chunk) -> Chunk:
        return {**chunk, f"x_{random.randint(0, 9)}": random.choice(_JUNK), "created": random.choice(_JUNK)}

    return replace(stream, chunks=tuple(map(changed, stream.chunks)))


def other_order_of_keys(_: Random, stream: Stream) -> Stream:
    """Write the keys of each chunk backwards."""
    return replace(stream, chunks=tuple(dict(reversed(chunk.items())) for chunk in stream.chunks))


def other_reason(random: Random, stream: Stream) -> Stream:
    """Call the end by another of its names."""
    reason = random.choice(_DONE_REASONS)
    chunks = (chunk_with({}, reason) if finish_in(chunk) else chunk for chunk in stream.chunks)
    return replace(stream, chunks=tuple(chunks))


def finish_with_the_text(_: Random, stream: Stream) -> Stream:
    """Say why it ends with the last piece of the text."""
    last = max(place for place, chunk in enumerate(stream.chunks) if text_in(chunk))
    chunks = [chunk for chunk in stream.chunks if not finish_in(chunk)]
    chunks[last] = chunk_with({"content": text_in(stream.chunks[last])}, "stop")
    return replace(stream, chunks=tuple(chunks))


def with_a_thought(_: Random, stream: Stream) -> Stream:
    """Begin the text with a think block."""
    at = next(place for place, chunk in enumerate(stream.chunks) if text_in(chunk))
    chunks = (*stream.chunks[:at], *(chunk_with({"content": letter}) for letter in _THINK), *stream.chunks[at:])
    return replace(stream, chunks=chunks)


NEUTRAL: tuple[Neutral, ...] = (
    other_reason, resplit, with_a_thought, finish_with_the_text, with_chunks_that_say_nothing, with_unknown_fields,
    other_order_of_keys, other_line_ends, other_label, laid_out, in_ascii, with_bom, without_mark, with_comments,
    with_more_behind, as_whole_reply,
)  # fmt: skip
"""In the order in which they may follow one another."""
