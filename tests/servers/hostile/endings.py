"""Servers whose replies do not end well, or say too much or nothing."""

from collections.abc import Iterator

from tests.servers.hostile.row import HASTY, REPLY, Breaks, Completes, Fails, Flood, Reset, Row, Silence, each
from tests.servers.hostile.speech import (
    CHUNKED,
    DONE,
    GOOD,
    HALF,
    LAST_CHUNK,
    OPEN,
    PIECES,
    ROLE,
    STOP,
    USAGE,
    chunk,
    event,
    finish,
    framed,
    said,
)
from translator.translation.errors.connections import ConnectionLost, TimedOut
from translator.translation.errors.servers import BadReply, RunawayReply
from translator.translation.request import IncompleteReason

_CUT = Breaks(IncompleteReason.CUT, HALF)
_NOTHING = Breaks(IncompleteReason.BLOCKS_MISSING)
_TIMEOUT = Breaks(IncompleteReason.TIMEOUT, HALF, TimedOut)
_TOO_SLOW = Fails(TimedOut)
_HALF = OPEN + ROLE + said(HALF)


def rows() -> Iterator[Row]:
    """Yield them."""
    yield from _cut_short()
    yield from _finished_otherwise()
    yield from _nothing_said()
    yield from _unreadable()
    yield from _stalls()
    yield from _floods()


def _cut_short() -> Iterator[Row]:
    yield from each(
        ("cut between two events", (_HALF,)),
        ("cut in an event", (_HALF + PIECES[1][:30],)),
        ("cut in a character", (_HALF + said("世")[:-8],)),
        ("the end mark without a finish", (_HALF + DONE,)),
        ("usage and the end mark without a finish", (_HALF + USAGE + DONE,)),
        ("chunks that end without a finish", (CHUNKED + framed([ROLE, said(HALF)]) + LAST_CHUNK,)),
        ("finish null and the end mark", (_HALF + finish(None) + DONE,)),
        ("only another choice finishes", (_HALF + event({"choices": [{"index": 1, "finish_reason": "stop"}]}) + DONE,)),
        ("finished first, and then cut", (OPEN + STOP + said(HALF),)),
        outcome=_CUT,
    )
    lost = Breaks(IncompleteReason.CUT, HALF, ConnectionLost)
    yield Row("reset in the midst of text", lost, (_HALF, Reset()))
    yield Row("finished first, and then reset", lost, (OPEN + STOP + said(HALF), Reset()))
    yield Row("the finish in the midst, and then cut", _CUT, (OPEN + said(HALF[:5]) + STOP + said(HALF[5:]),))


def _finished_otherwise() -> Iterator[Row]:
    reasons = {
        "length": IncompleteReason.LENGTH,
        "max_tokens": IncompleteReason.LENGTH,
        "content_filter": IncompleteReason.FILTERED,
        "SAFETY": IncompleteReason.FILTERED,
        "refusal": IncompleteReason.REFUSED,
        "tool_calls": IncompleteReason.CUT,
        "function_call": IncompleteReason.CUT,
        "error": IncompleteReason.CUT,
        "klingon": IncompleteReason.CUT,
        "x" * 100_000: IncompleteReason.CUT,
    }
    for reason, why in reasons.items():
        yield Row(f"finish {reason[:20]}", Breaks(why, HALF), (_HALF + finish(reason) + USAGE + DONE,))
    call = {"index": 0, "id": "x", "type": "function", "function": {"name": "rm", "arguments": '{"path":"/"}'}}
    asked = event(chunk({"tool_calls": [call]}))
    old = event(chunk({"function_call": {"name": "rm", "arguments": "{}"}}))
    yield Row(
        "a tool call nobody asked for", Breaks(IncompleteReason.CUT), (OPEN + asked + finish("tool_calls") + DONE,)
    )
    yield Row(
        "a function call nobody asked for", Breaks(IncompleteReason.CUT), (OPEN + old + finish("function_call") + DONE,)
    )
    yield Row("a tool call after text", _CUT, (_HALF + asked + finish("tool_calls") + DONE,))
    yield Row("a tool call beside a whole reply", Completes(), (OPEN + asked + GOOD,))
    refusal = event(chunk({"refusal": "I can't help with that."}))
    yield Row("a refusal", Breaks(IncompleteReason.REFUSED), (OPEN + refusal + STOP + DONE,))
    yield Row("a refusal after text", Breaks(IncompleteReason.REFUSED, HALF), (_HALF + refusal + STOP + DONE,))


def _nothing_said() -> Iterator[Row]:
    yield from each(
        ("finish stop without text", (OPEN + ROLE + STOP + DONE,)),
        ("text that is empty", (OPEN + said("") * 5 + STOP + DONE,)),
        ("text of blanks", (OPEN + said(" \n\t ") * 5 + STOP + DONE,)),
        ("only a think block", (OPEN + said("<think>hm</think>") + STOP + DONE,)),
        ("a think block that never ends", (OPEN + said("<think>hm ") + said("Hallo Welt.") + STOP + DONE,)),
        ("only reasoning", (OPEN + event(chunk({"reasoning": "hm"})) + STOP + DONE,)),
        outcome=_NOTHING,
    )
    only_other = event({"choices": [{"index": 1, "delta": {"content": "no"}, "finish_reason": "stop"}]})
    yield Row("only another choice", Breaks(IncompleteReason.CUT), (OPEN + only_other + DONE,))


def _unreadable() -> Iterator[Row]:
    bad = Breaks(IncompleteReason.CUT, HALF, BadReply)
    broken = b'data: {"choices":[{"index":0,"delta":{"conte\n\n'
    yield from each(
        ("half an event in the midst", (_HALF + broken + PIECES[1] + STOP + DONE,)),
        ("no JSON in the midst", (_HALF + b"data: hello\n\n" + PIECES[1] + STOP + DONE,)),
        ("deep nesting in the midst", (_HALF + b"data: " + b"[" * 100_000 + b"\n\n" + STOP + DONE,)),
        ("zeros in the midst", (_HALF + b"data: " + bytes(1_000) + b"\n\n" + PIECES[1] + STOP + DONE,)),
        outcome=bad,
    )


def _stalls() -> Iterator[Row]:
    keep_alive = b": keep-alive\n\n"
    empty = said("")
    role = event(chunk({"role": "assistant"}))
    for name, block in {
        "comments": keep_alive,
        "empty events": b"data:\n\n",
        "blank lines": b"\n\n",
        "text that is empty": empty,
        "roles": role,
        "usage": USAGE,
        "bytes of a line": b"x",
        "another choice": event({"choices": [{"index": 1, "delta": {"content": "no"}}]}),
        "tool calls": event(chunk({"tool_calls": [{"index": 0, "function": {"arguments": "x"}}]})),
    }.items():
        yield Row(f"{name} in drips before the text", _TOO_SLOW, (OPEN, Flood(block, 0.05)), HASTY)
        yield Row(f"{name} in drips after text", _TIMEOUT, (_HALF, Flood(block, 0.05)), HASTY)
    yield Row("silence in mid-stream", _TIMEOUT, (_HALF, Silence()), HASTY)
    yield Row("silence in an event", _TIMEOUT, (_HALF + PIECES[1][:30], Silence()), HASTY)
    thought = event(chunk({"reasoning": "hm"}))
    yield Row("reasoning in drips without an end", _TOO_SLOW, (OPEN, Flood(thought, 0.05)), HASTY)
    drips = Breaks(IncompleteReason.TIMEOUT, "x x x", TimedOut, runaway=True)
    yield Row("text in drips without an end", drips, (OPEN, Flood(said("x "), 0.05)), HASTY)


def _floods() -> Iterator[Row]:
    times = 500
    wordy = Breaks(IncompleteReason.CUT, "Hallo Hallo", RunawayReply, runaway=True)
    yield Row("text without an end", wordy, (OPEN, Flood(said("Hallo ") * times)))
    yield Row(
        "text without an end in large pieces",
        Fails(RunawayReply),
        (OPEN, Flood(said("Hallo " * 10_000))),
    )
    yield Row("text without an end in one event", Fails(BadReply),
              (OPEN, b'data: {"choices":[{"delta":{"content":"', Flood(b"Hallo " * 10_000)))  # fmt: skip
    for name, block in {
        "comments": b": keep-alive\n\n",
        "empty events": b"data:\n\n",
        "blank lines": b"\n",
        "text that is empty": said(""),
        "reasoning": event(chunk({"reasoning": "hm"})),
        "usage": USAGE,
    }.items():
        yield Row(f"a flood of {name}", Fails(BadReply), (OPEN, Flood(block * times)))
    yield Row("a flood of blanks for text", Fails(RunawayReply), (OPEN, Flood(said(" \n") * times)))
    yield Row("a flood of thought in the text", Fails(BadReply),
              (OPEN, said("<think>"), Flood(said("hm ") * times)))  # fmt: skip
    yield Row(
        "a flood of finishes",
        Breaks(IncompleteReason.CUT, REPLY, BadReply),
        (OPEN + b"".join(PIECES), Flood(STOP * times)),
    )
