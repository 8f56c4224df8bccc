from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.engines.replies.sse import MAX_EVENT_BYTES, MAX_REPLY_BYTES, EventReader, TooMuch


def read(*chunks: bytes) -> list[bytes]:
    reader = EventReader()
    return [data for chunk in chunks for data in reader.feed(chunk)] + list(reader.end())


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["lf", "crlf", "cr"])
def test_lines_may_end_in_any_of_three_ways(end: bytes) -> None:
    assert read(b"data: one" + end * 2 + b"data: two" + end * 2) == [b"one", b"two"]


_STREAM = (
    b"\xef\xbb\xbf: hi\r\n\r\ndata: one\r\ndata:two\r\n\r\nevent: x\ndata:  three\n\nid: 7\rdata: four\r\rdata: last"
)


def test_reads_all_that_the_standard_allows() -> None:
    assert read(_STREAM) == [b"one\ntwo", b" three", b"four", b"last"]


@given(st.lists(st.integers(0, len(_STREAM)), max_size=12))
def test_wherever_the_network_cuts_the_events_are_the_same(cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(_STREAM)]
    pieces = [_STREAM[a:b] for a, b in pairwise(edges)]
    assert read(*pieces) == read(_STREAM)


def test_one_byte_at_a_time() -> None:
    assert read(*(_STREAM[i : i + 1] for i in range(len(_STREAM)))) == read(_STREAM)


def test_comments_and_unknown_fields_are_no_events() -> None:
    assert read(b": keep-alive\n\n: again\n\nretry: 5\n\nid: 1\n\nnonsense\n\n") == []


def test_names_the_type_of_each_event() -> None:
    reader = EventReader()
    kinds = [reader.kind for _ in reader.feed(b"event: error\ndata: a\n\ndata: b\n\n")]
    assert kinds == [b"error", b""]


@pytest.mark.parametrize("start", [b"{", b"[", b"<", b"\n\n  {", b"\xef\xbb\xbf<"])
def test_json_and_html_are_no_event_stream_but_kept_as_a_body(start: bytes) -> None:
    reader = EventReader()
    assert list(reader.feed(start + b"\ndata: x\n\n")) == []
    assert list(reader.end()) == []
    assert reader.plain
    assert reader.body.startswith(start.removeprefix(b"\xef\xbb\xbf").strip())


def test_a_bare_json_line_among_events_is_one() -> None:
    assert read(b'data: 1\n\n{"error":"x"}\n\n') == [b"1", b'{"error":"x"}']


@pytest.mark.parametrize("piece", [b"x" * 1000, b"data: " + b"x" * 1000 + b"\n"], ids=["line", "event"])
def test_an_endless_event_is_too_much(piece: bytes) -> None:
    with pytest.raises(TooMuch):
        read(*[piece] * (MAX_EVENT_BYTES // 1000 + 2))


@pytest.mark.parametrize("piece", [b": " + b"c" * 9997 + b"\n", b"data: " + b"x" * 9992 + b"\n\n", b"<" * 10_000])
def test_an_endless_reply_is_too_much(piece: bytes) -> None:
    with pytest.raises(TooMuch):
        read(*[piece] * (MAX_REPLY_BYTES // len(piece) + 2))
