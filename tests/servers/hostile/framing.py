"""Servers whose HTTP is the trouble."""

from collections.abc import Iterator

from tests.servers.hostile.row import HASTY, REPLY, Breaks, Completes, Fails, Flood, Mass, Reset, Row, Silence, each
from tests.servers.hostile.speech import (
    CHUNKED,
    CLOSE,
    DONE,
    GOOD,
    HALF,
    LAST_CHUNK,
    OPEN,
    PIECES,
    REST,
    STOP,
    STREAM,
    chunked,
    framed,
    head,
    said,
)
from translator.translation.errors.connections import ConnectionLost, NotAnOpenAIApi, TimedOut
from translator.translation.request import IncompleteReason

_LOST = Fails(ConnectionLost)
_CUT = Breaks(IncompleteReason.CUT, HALF, ConnectionLost)
_SAID = b"".join((*PIECES, STOP, DONE))
_CONTINUE = b"HTTP/1.1 100 Continue\r\n\r\n"
_HINTS = b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n"
_TOP = b"HTTP/1.1 200 OK\r\n"


def rows() -> Iterator[Row]:
    """Yield them."""
    yield from _no_http()
    yield from _headers()
    yield from _lengths()
    yield from _chunks()
    yield from _interim()
    yield from _odd_but_whole()


def _no_http() -> Iterator[Row]:
    yield from each(
        ("no answer", ()),
        ("reset at once", (Reset(),)),
        ("half a status line", (b"HTTP/1.1 2",)),
        ("garbage for a status line", (b"\x00\xff" * 50 + b"\r\n\r\n",)),
        ("a status that is no number", (b"HTTP/1.1 abc OK\r\n\r\n",)),
        ("a status below 100", (b"HTTP/1.1 007 Bond\r\n\r\n",)),
        ("a status of many digits", (b"HTTP/1.1 20000000000 OK\r\n\r\n",)),
        ("HTTP/0.9", (b"Hallo Welt.\r\n",)),
        ("HTTP/2 without being asked", (b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + b"\x00" * 18,)),
        ("ssh", (b"SSH-2.0-OpenSSH_9\r\n",)),
        ("a status line without an end", (b"HTTP/1.1 200 ", Flood(b"O" * 65_536))),
        outcome=_LOST,
    )


def _headers() -> Iterator[Row]:
    yield from each(
        ("half a head", (b"HTTP/1.1 200 OK\r\ncontent-",)),
        ("100,000 headers", (_TOP, Mass(b"x-a: b\r\n" * 1_000, 100), b"\r\n", GOOD)),
        ("a header of 10 MB", (_TOP + b"x-a: ", Mass(b"x" * 100_000, 100), b"\r\n\r\n", GOOD)),
        ("a header line without an end", (_TOP + b"x-a: ", Flood(b"x" * 65_536))),
        ("a header without a name", (_TOP + b": b\r\n\r\n" + GOOD,)),
        ("a header with a zero in it", (_TOP + b"x-a: \0b\r\n\r\n" + GOOD,)),
        ("a header without a colon", (_TOP + b"nonsense\r\n\r\n" + GOOD,)),
        ("reset after the head", (OPEN, Reset())),
        outcome=_LOST,
    )
    yield Row("headers that never end", Fails(TimedOut), (_TOP, Flood(b"x-a: b\r\n", 0.01)), HASTY)
    yield Row("headers in drips", Fails(TimedOut), (Flood(b"H", 0.05),), HASTY)
    yield Row("nothing after the head", Fails(NotAnOpenAIApi), (OPEN,))
    yield Row("silence after the head", Fails(TimedOut), (OPEN, Silence()), HASTY)
    yield Row("silence", Fails(TimedOut), (Silence(),), HASTY)


def _lengths() -> Iterator[Row]:
    short, long = len(PIECES[0]), len(_SAID) + 999
    yield from each(
        ("length below zero", (head(200, STREAM, "content-length: -1") + _SAID,)),
        ("length that is no number", (head(200, STREAM, "content-length: many") + _SAID,)),
        ("two lengths", (head(200, STREAM, "content-length: 5", "content-length: 7") + _SAID,)),
        outcome=_LOST,
    )
    yield Row(
        "length too short, between two events",
        Breaks(IncompleteReason.CUT, HALF),
        (head(200, STREAM, f"content-length: {short}") + _SAID,),
    )
    yield Row(
        "length too short, in an event",
        Breaks(IncompleteReason.CUT, HALF),
        (head(200, STREAM, f"content-length: {short + 20}") + _SAID,),
    )
    yield Row("length too long, but finished", Completes(), (head(200, STREAM, f"content-length: {long}") + _SAID,))
    yield Row("length too long, unfinished", _CUT, (head(200, STREAM, f"content-length: {long}") + PIECES[0],))
    yield Row("length of an exabyte", Completes(), (head(200, STREAM, f"content-length: {10**18}") + _SAID, Silence()))
    yield Row(
        "length and chunks",
        Completes(),
        (head(200, STREAM, "content-length: 5", "transfer-encoding: chunked") + framed([_SAID]) + LAST_CHUNK,),
    )


def _chunks() -> Iterator[Row]:
    half = CHUNKED + framed(PIECES[:1])
    yield from each(
        ("a chunk's size is no number", (half + b"zz\r\nabc\r\n",)),
        ("a chunk's size is below zero", (half + b"-5\r\nabc\r\n",)),
        ("a chunk's size is missing", (half + b"\r\n\r\n" + PIECES[1],)),
        ("a chunk is longer than it says", (half + b"5\r\n" + PIECES[1],)),
        ("a chunk is shorter than it says", (half + b"ffff\r\n" + b"\r\n",)),
        ("chunks without the last", (half,)),
        ("a chunk of 16 exabytes", (half + b"ffffffffffffffff\r\n",)),
        ("a chunk's size has 100 digits", (half + b"1" * 100 + b"\r\n",)),
        ("reset in mid-stream", (half, Reset())),
        ("a chunk's extension without an end", (half + b"5;", Flood(b"x" * 65_536))),
        outcome=_CUT,
    )
    yield Row("reset after the finish", Completes(), (OPEN, *PIECES, STOP, Reset()))
    yield Row(
        "trailers without an end",
        Completes(),
        (CHUNKED + framed([_SAID]) + b"0\r\n", Flood(b"x-a: b\r\n" * 8_000)),
    )
    yield Row("an unknown transfer encoding", _LOST, (head(200, STREAM, "transfer-encoding: rot13", CLOSE) + _SAID,))
    yield Row("answers nobody asked for behind the reply", Completes(), (chunked(_SAID) + chunked(said("no")),))
    yield Row("chunks in capitals with extensions", Completes(), (CHUNKED + _in_capitals(_SAID) + LAST_CHUNK,))


def _in_capitals(body: bytes) -> bytes:
    return b'%X;name="value"\r\n%b\r\n' % (len(body), body)


def _interim() -> Iterator[Row]:
    yield Row("a few continues and hints", Completes(), (_CONTINUE * 3 + _HINTS * 3 + chunked(GOOD),))
    yield Row("10,000 continues", Completes(), (Mass(_CONTINUE * 100, 100), chunked(GOOD)))
    yield Row("continues without an end", Fails(TimedOut), (Flood(_CONTINUE, 0.005),), HASTY)
    yield Row("a flood of continues", Fails(TimedOut), (Flood(_CONTINUE * 500),), HASTY)
    yield Row("another protocol", _LOST, (b"HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\n\r\n", Silence()), HASTY)


def _odd_but_whole() -> Iterator[Row]:
    yield from each(
        ("HTTP/7.3", (b"HTTP/7.3 200 OK\r\n\r\n" + GOOD,)),
        ("HTTP/1.0", (head(200, STREAM, version="1.0") + GOOD,)),
        ("no content type", (head(200, CLOSE) + GOOD,)),
        ("content type of a picture", (head(200, "content-type: image/png", CLOSE) + GOOD,)),
        ("content type with nonsense", (head(200, "content-type: text/event-stream; charset=klingon", CLOSE) + GOOD,)),
        ("no reason in the status line", (b"HTTP/1.1 200\r\n\r\n" + GOOD,)),
        ("lines of HTTP that end in LF", (b"HTTP/1.1 200 OK\nconnection: close\n\n" + GOOD,)),
        ("a folded header", (b"HTTP/1.1 200 OK\r\nx-a: b\r\n c\r\n\r\n" + GOOD,)),
        ("identity, said aloud", (head(200, "content-encoding: identity", CLOSE) + GOOD,)),
        ("limits that are nonsense", (head(200, *_ODD_LIMITS, CLOSE) + GOOD,)),
        ("finished, then silent", (OPEN, *PIECES, STOP, DONE, Silence())),
        outcome=Completes(REPLY),
    )
    unmarked = (OPEN, *PIECES, STOP, Silence())
    yield Row("finished without a mark, then silent", Completes(), unmarked, HASTY)
    yield Row(
        "drips after the finish",
        Completes(HALF + REST),
        (OPEN, *PIECES, STOP, Flood(b": ", 0.05)),
        HASTY,
    )


_ODD_LIMITS = (
    "x-ratelimit-limit-requests: many",
    "x-ratelimit-remaining-requests: -5",
    "x-ratelimit-reset-requests: 99999999999999h",
    "x-ratelimit-limit-tokens: 1e999",
    "x-ratelimit-remaining-tokens: nan",
    "x-ratelimit-reset-tokens: \udcff",
)
