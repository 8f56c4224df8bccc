"""Changes that take something away, of which a client can know.

What nobody can know is left out: a delta that is missing in the midst of a line, or a single line cut short by a
gateway that then says "stop". A reply changed like these must never be told as complete, unless its text is there to
the last character all the same.
"""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.fuzz.sample import Chunk, Stream, chunk_with, finish_in, text_in
from tests.fuzz.written import end_mark, written, written_events
from translator.translation.ports import ReplyForm

Truncating = Callable[[Random, Stream], bytes | None]

_OTHER_ENDS = ("length", "content_filter", "tool_calls", "function_call", "error", "refusal", "max_tokens", "klingon")
_ERRORS: tuple[Chunk, ...] = (
    {"error": {"message": "overloaded", "code": 503}},
    {"error": "overloaded"},
    {"object": "error", "message": "overloaded"},
    {"detail": "overloaded"},
)


def cut_anywhere(random: Random, stream: Stream) -> bytes:
    """Break off at any byte."""
    body = written(stream)
    return body[: random.randrange(len(body))]


def cut_near_the_end(random: Random, stream: Stream) -> bytes:
    """Break off in the last events, where it is hardest to tell."""
    body = written(replace(stream, style=replace(stream.style, behind=b"")))
    return body[: max(0, len(body) - random.randint(1, 400))]


def cut_and_marked(random: Random, stream: Stream) -> bytes:
    """Break off between two events, and close the stream as though it were whole."""
    events = written_events(_streamed(stream))
    return b"".join(events[: random.randrange(len(events))]) + end_mark(stream.style)


def without_a_finish(_: Random, stream: Stream) -> bytes:
    """Do not say why it ends."""
    return written(replace(stream, chunks=tuple(map(_unfinished, stream.chunks))))


def with_another_finish(random: Random, stream: Stream) -> bytes:
    """Say that it ends for a reason that is none to be content with."""
    reason = random.choice(_OTHER_ENDS)
    return written(replace(stream, chunks=tuple(_finished(chunk, reason) for chunk in stream.chunks)))


def with_an_error(random: Random, stream: Stream) -> bytes:
    """Report an error before the text has ended, and go on."""
    chunks = list(stream.chunks)
    texts = [place for place, chunk in enumerate(chunks) if text_in(chunk)]
    chunks.insert(random.choice(texts), random.choice(_ERRORS))
    return written(_streamed(replace(stream, chunks=tuple(chunks))))


def with_a_torn_event(random: Random, stream: Stream) -> bytes:
    """Break off within the JSON of an event, and go on with the next."""
    label, end = stream.style.label, stream.style.line_end
    events = written_events(stream)
    place = random.choice([place for place, chunk in enumerate(stream.chunks) if text_in(chunk)])
    torn = events[place][: random.randint(len(label) + 1, len(events[place]) - len(end * 2) - 1)]
    events[place] = torn + end * 2
    return b"".join(events) + end_mark(stream.style)


def with_a_refusal(_: Random, stream: Stream) -> bytes:
    """Refuse, and say "stop"."""
    return written(_streamed(replace(stream, chunks=(chunk_with({"refusal": "No."}), *stream.chunks))))


def finish_first_and_cut(random: Random, stream: Stream) -> bytes:
    """Say why it ends before the text, and then break off."""
    finishes = [chunk for chunk in stream.chunks if finish_in(chunk) and not text_in(chunk)] or [chunk_with({}, "stop")]
    others = [_unfinished(chunk) for chunk in stream.chunks if chunk not in finishes]
    style = replace(stream.style, behind=b"", is_whole=False)
    body = written(replace(stream, chunks=(*finishes, *others), style=style))
    return body[: random.randrange(len(body) - len(end_mark(style)) + 1)] if style.has_mark else body[:-20]


def without_a_line(random: Random, stream: Stream) -> bytes | None:
    """Leave out a block, and end as though nothing had been left out."""
    lines = stream.sample.lines
    if stream.sample.form is ReplyForm.OBJECT or len(lines) == 1:
        return None
    del lines[random.randrange(len(lines))]
    return written(_saying("\n".join(lines), stream))


def cut_before_the_last_line(random: Random, stream: Stream) -> bytes | None:
    """Break off before the last block, as a gateway that then says "stop" and counts the tokens."""
    sample = stream.sample
    begins = sample.reply.rfind('"' if sample.form is ReplyForm.OBJECT else "\n")
    if begins <= 0:
        return None
    return written(_saying(sample.reply[: random.randrange(begins)], stream))


def _saying(text: str, stream: Stream) -> Stream:
    chunks = (chunk_with({"content": text}), chunk_with({}, "stop"), {"choices": [], "usage": {"prompt_tokens": 7}})
    return replace(stream, chunks=chunks)


def _streamed(stream: Stream) -> Stream:
    return replace(stream, style=replace(stream.style, is_whole=False))


def _unfinished(chunk: Chunk) -> Chunk:
    return _finished(chunk, None)


def _finished(chunk: Chunk, reason: str | None) -> Chunk:
    """Return the chunk with this for a finish reason, if it has one at all."""
    if not finish_in(chunk):
        return chunk
    return {**chunk, "choices": [{**choice, "finish_reason": reason} for choice in chunk["choices"]]}


TRUNCATING: tuple[Truncating, ...] = (
    cut_anywhere, cut_anywhere, cut_near_the_end, cut_near_the_end, cut_and_marked, without_a_finish,
    with_another_finish, with_an_error, with_a_torn_event, with_a_refusal, finish_first_and_cut, without_a_line,
    cut_before_the_last_line,
)  # fmt: skip
NEVER_COMPLETE: tuple[Truncating, ...] = (with_another_finish, with_an_error, with_a_refusal)
"""Whatever the text is."""
