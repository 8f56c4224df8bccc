"""Servers whose streams are odd, and complete all the same."""

import json
from collections.abc import Iterator
from typing import Any

from tests.servers.hostile.row import REPLY, Completes, Row, each
from tests.servers.hostile.speech import (
    DONE,
    GOOD,
    HALF,
    OPEN,
    PIECES,
    REST,
    ROLE,
    STOP,
    USAGE,
    byte_by_byte,
    chunk,
    chunked,
    event,
    said,
)

_BOM = b"\xef\xbb\xbf"
_TEXT = b"".join(PIECES)


def rows() -> Iterator[Row]:
    """Yield them."""
    yield Row("good", Completes(), (chunked(GOOD),), keeps=True)
    yield from each(*_lines(), *_shapes(), *_orders(), *_usages(), outcome=Completes())
    yield from _characters()
    yield from _thoughts()


def _lines() -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Yield events that are written in other ways."""
    yield "cut at every byte", (byte_by_byte(GOOD),)
    yield "CRLF", (OPEN + GOOD.replace(b"\n", b"\r\n"),)
    yield "CRLF, cut at every byte", (byte_by_byte(GOOD.replace(b"\n", b"\r\n")),)
    yield "bare CR", (OPEN + GOOD.replace(b"\n", b"\r"),)
    yield "bare CR, cut at every byte", (byte_by_byte(GOOD.replace(b"\n", b"\r")),)
    yield "CR, LF and CRLF by turns", (OPEN + _by_turns(),)
    yield "a BOM", (OPEN + _BOM + GOOD,)
    yield "a BOM, cut at every byte", (byte_by_byte(_BOM + GOOD),)
    yield "data: without a space", (OPEN + GOOD.replace(b"data: ", b"data:"),)
    yield "several data: lines", (OPEN + _in_lines(),)
    yield "several data: lines, cut at every byte", (byte_by_byte(_in_lines()),)
    yield "other fields", (OPEN + GOOD.replace(b"data: ", b"id: 1\nretry: 5\nevent: message\nnonsense\ndata: "),)
    yield "comments", (OPEN + GOOD.replace(b"data: ", b": x\n\n:\n: data: {}\ndata: "),)
    yield "many blank lines", (OPEN + GOOD.replace(b"\n\n", b"\n\n\n\n\n\n"),)
    yield "empty data", (OPEN + GOOD.replace(b"data: ", b"data:\n\ndata: \n\ndata: "),)
    yield "no blank line at the end", (OPEN + b"".join((*PIECES, STOP.rstrip())),)
    yield "no end mark", (OPEN + _TEXT + STOP,)
    yield "no end mark, but chunks that end", (chunked(*PIECES, STOP),)
    yield "the end mark twice, and text after it", (OPEN + GOOD + said("no") + DONE,)
    yield "the end mark without a blank line", (OPEN + _TEXT + STOP + b"data: [DONE]",)
    yield "the end mark with more behind it", (OPEN + _TEXT + STOP + b"data: [DONE] \n\n",)


def _by_turns() -> bytes:
    ends = (b"\n", b"\r", b"\r\n", b"\n")  # never CR before a LF that is to end another line
    return b"".join(line + ends[number % 4] for number, line in enumerate(GOOD.split(b"\n")))


def _in_lines() -> bytes:
    """Return the good reply with each chunk laid out over several lines."""
    values = [json.loads(line[6:]) for line in GOOD.split(b"\n\n") if line.startswith(b"data: {")]
    laid_out = [json.dumps(value, indent=1, ensure_ascii=False).encode() for value in values]
    return b"".join(b"data: " + body.replace(b"\n", b"\ndata: ") + b"\n\n" for body in laid_out) + DONE


def _shapes() -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Yield chunks that hold other things, or fewer."""

    def stream(*chunks: dict[str, Any]) -> tuple[bytes, ...]:
        return (OPEN + b"".join(map(event, chunks)) + DONE,)

    def bare(text: str, finish: object = None) -> dict[str, Any]:
        return {"choices": [{"delta": {"content": text}, **({"finish_reason": finish} if finish else {})}]}

    yield "only what is needed", stream(bare(HALF), bare(REST, "stop"))
    yield "text and finish in one", stream(chunk({"content": REPLY}, "stop"))
    yield "a role in every chunk", stream(chunk({"role": "assistant", "content": REPLY}), chunk({}, "stop"))
    yield "no delta at the end", stream(bare(REPLY), {"choices": [{"index": 0, "finish_reason": "stop"}]})
    yield "null for a delta", stream(bare(REPLY), {"choices": [{"delta": None, "finish_reason": "stop"}]})
    yield "null for all that may be", stream(_full_of_null(), bare(REPLY, "stop"))
    yield "finish reasons that are empty", stream(chunk({"content": REPLY}, ""), chunk({}, "stop"))
    yield "message for a delta", stream({"choices": [{"message": {"content": REPLY}, "finish_reason": "stop"}]})
    yield "content in parts", stream(chunk({"content": [{"type": "text", "text": REPLY}]}), chunk({}, "stop"))
    yield "a thinking part", stream(chunk({"content": [{"type": "thinking", "thinking": []}]}), bare(REPLY, "stop"))
    for reason in ("end_turn", "eos", "STOP", "stop_sequence", "COMPLETE"):
        yield f"finish {reason}", stream(bare(REPLY), chunk({}, reason))
    yield "unknown fields of every type", stream(bare(HALF), {**bare(REST, "stop"), "x": [None, {"y": 1e300}]})
    yield "numbers that no machine holds", (OPEN + _with(b'"n": 1e999, "m": %s' % (b"9" * 4_000)),)
    yield "NaN", (OPEN + _with(b'"n": NaN'),)
    yield "a key twice", (OPEN + _with(b'"object": "error", "object": "chat.completion.chunk"'),)
    yield "a zero behind the JSON", (OPEN + GOOD.replace(b"}\n\n", b"}  \n\n"),)


def _with(field: bytes) -> bytes:
    return GOOD.replace(b'"created": 1', b'"created": 1, ' + field)


def _full_of_null() -> dict[str, Any]:
    nothing = {"role": None, "content": None, "refusal": None, "tool_calls": None, "reasoning": None}
    choice = {"index": None, "delta": nothing, "finish_reason": None, "logprobs": None}
    return {"choices": [choice], "usage": None, "error": None, "detail": None, "message": None, "object": None}


def _orders() -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Yield what comes in another order than it ought to."""
    other = event({"choices": [{"index": 1, "delta": {"content": "no"}, "finish_reason": "length"}]})
    two = event({"choices": [_choice(1, "no"), _choice(0, HALF)]})
    yield "two choices by turns", (OPEN + other.join((ROLE, *PIECES, STOP)) + DONE,)
    yield "two choices in one chunk", (OPEN + two + PIECES[1] + STOP + DONE,)
    yield "the other choice finishes first", (OPEN + PIECES[0] + other + PIECES[1] + STOP + other + DONE,)
    yield "the role late", (OPEN + PIECES[0] + ROLE + PIECES[1] + STOP + DONE,)
    yield "the finish before the text", (OPEN + STOP + _TEXT + DONE,)
    yield "the finish in the midst of the text", (OPEN + PIECES[0] + STOP + PIECES[1] + DONE,)
    yield "the finish twice", (OPEN + _TEXT + STOP + STOP + DONE,)


def _choice(index: int, text: str) -> dict[str, object]:
    return {"index": index, "delta": {"content": text}, "finish_reason": None}


def _usages() -> Iterator[tuple[str, tuple[bytes, ...]]]:
    """Yield counts of tokens in odd shapes and places."""
    counts: dict[str, object] = {
        "below zero": {"prompt_tokens": -7, "completion_tokens": -5},
        "absurd": {"prompt_tokens": 1e300, "completion_tokens": 10**40},
        "fractions": {"prompt_tokens": 7.5, "completion_tokens": 0.1},
        "words": {"prompt_tokens": "seven", "completion_tokens": "5"},
        "lists": {"prompt_tokens": [7], "completion_tokens": {}},
        "truth": {"prompt_tokens": True, "completion_tokens": False},
        "empty": {},
        "a list": [],
        "a number": 12,
        "nested": {"prompt_tokens": 7, "completion_tokens": 5, "completion_tokens_details": {"reasoning_tokens": "x"}},
    }
    for name, count in counts.items():
        yield f"usage: {name}", (OPEN + _TEXT + STOP + event({"choices": [], "usage": count}) + DONE,)
        yield f"usage in each chunk: {name}", (OPEN + event(chunk({"content": REPLY}, "stop", usage=count)) + DONE,)
    infinite = b'data: {"choices":[],"usage":{"prompt_tokens":1e999,"completion_tokens":-1e999}}\n\n'
    yield "usage: infinite", (OPEN + _TEXT + STOP + infinite + DONE,)
    yield "usage: NaN", (OPEN + _TEXT + STOP + infinite.replace(b"1e999", b"NaN").replace(b"-NaN", b"NaN") + DONE,)
    for name, choices in {"no": {}, "null": {"choices": None}, "one empty": chunk()}.items():
        yield f"usage with {name} choices", (OPEN + _TEXT + STOP + event({**choices, "usage": {"prompt_tokens": 7}}),)
    yield "usage first", (OPEN + USAGE + _TEXT + STOP + DONE,)
    yield "usage a hundred times", (OPEN + _TEXT + STOP + USAGE * 100 + DONE,)


def _characters() -> Iterator[Row]:
    """Yield text that is no good Unicode, or is cut where no text is cut."""
    pair = [said_in_ascii(text) for text in ("Hallo \ud83c", "\udf0d Welt")]
    raw = said("Hallo \ud800 Welt")  # three bytes that UTF-8 forbids
    cases: dict[str, tuple[bytes, str]] = {
        "a surrogate pair over two chunks": (b"".join(pair), "Hallo 🌍 Welt"),
        "a lone first half": (said_in_ascii("Hallo \ud800 Welt"), "Hallo \ufffd Welt"),
        "a lone second half": (said_in_ascii("Hallo \udc00 Welt"), "Hallo \ufffd Welt"),
        "halves in the wrong order": (said_in_ascii("Hallo \udc00\ud800 Welt"), "Hallo \ufffd\ufffd Welt"),
        "a first half at the end": (said_in_ascii("Hallo\ud83c"), "Hallo\ufffd"),
        "a raw surrogate": (raw, "Hallo \ufffd\ufffd\ufffd Welt"),
        "bytes that are no UTF-8": (said("Hallo x Welt").replace(b"x", b"\xff"), "Hallo \ufffd Welt"),
        "an overlong slash": (said("Hallo x Welt").replace(b"x", b"\xc0\xaf"), "Hallo \ufffd\ufffd Welt"),
        "half a character at the end of the text": (said("Hallo x").replace(b"x", b"\xf0\x9f"), "Hallo \ufffd"),
        "a zero in the text": (said_in_ascii("Hallo\0 Welt"), "Hallo\0 Welt"),
        "a raw tab in the text": (said("Hallo x Welt").replace(b"x", b"\t"), "Hallo \t Welt"),
        "bidirectional overrides": (said("Hallo \u202e Welt"), "Hallo \u202e Welt"),
        "every character escaped": (b"".join(map(said_in_ascii, REPLY)), REPLY),
    }
    for name, (events, text) in cases.items():
        yield Row(f"text: {name}", Completes(text), (OPEN + events + STOP + DONE,))


def said_in_ascii(text: str) -> bytes:
    """Return the event that says this, with its halves of surrogate pairs escaped."""
    return event(chunk({"content": text}), ascii_only=True)


def _thoughts() -> Iterator[Row]:
    """Yield reasoning, in its own fields and in the text."""
    done = Completes()
    think = "<think>\nLet me see.\n</think>\n\n"
    for name in ("reasoning", "reasoning_content"):
        thought = event(chunk({name: "Let me see."}))
        yield Row(f"{name} before the role", done, (OPEN + thought * 3 + GOOD,))
        yield Row(f"{name} in the midst", done, (OPEN + thought.join((*PIECES, STOP)) + DONE,))
        yield Row(f"{name} beside text", done, (OPEN + said(REPLY, **{name: "hm"}) + STOP + DONE,))
        yield Row(f"{name} of another type", done, (OPEN + event(chunk({name: [{"a": 1}]})) + GOOD,))
    yield Row("a think block, cut at every byte", done, (byte_by_byte(said(think + REPLY) + STOP + DONE),))
    for place in range(1, len(think)):
        cut = said(think[:place]) + said(think[place:] + REPLY) + STOP + DONE
        yield Row(f"a think block, split after {place}", done, (OPEN + cut,))
    letters = b"".join(map(said, think + REPLY))
    yield Row("a think block, letter by letter", done, (OPEN + letters + STOP + DONE,))
