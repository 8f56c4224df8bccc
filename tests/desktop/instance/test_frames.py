"""What is written to each other, and what is made of everything else."""

import contextlib
import json
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.desktop.instance.frames import (
    LARGEST,
    LENGTH_BYTES,
    Answer,
    FrameReader,
    Garbage,
    decode_answer,
    decode_call,
    encode_answer,
    encode_call,
)
from translator.surroundings.summons import Call, Summons


def body(frame: bytes) -> bytes:
    return frame[LENGTH_BYTES:]


def said(**fields: object) -> bytes:
    return json.dumps({"version": 1, "summons": "open", **fields}).encode()


@pytest.mark.parametrize(
    "call",
    [
        Call(Summons.CLIPBOARD),
        Call(Summons.SELECTION, "token_TIME12"),
        Call(Summons.OPEN, "", "/home/me/Ünïcode.txt", "de", "zh-Hant"),
        Call(Summons.OPEN, file=os.fsdecode(b"/home/me/\xff")),
        Call(Summons.OPEN, file="/home/me/a.txt", others=("/home/me/b.txt", "/home/me/Ü.txt")),
    ],
)
def test_a_call_arrives_as_it_was_sent(call: Call) -> None:
    frame = encode_call(call)
    assert int.from_bytes(frame[:LENGTH_BYTES], "big") == len(body(frame))
    assert decode_call(body(frame)) == call


@pytest.mark.parametrize("answer", list(Answer))
def test_an_answer_arrives_as_it_was_sent(answer: Answer) -> None:
    assert decode_answer(body(encode_answer(answer))) is answer


def test_a_later_version_is_understood_as_far_as_it_says_the_same() -> None:
    assert decode_call(said(version=2, colour="red", text="never taken")) == Call(Summons.OPEN)


def test_of_very_many_files_as_many_go_along_as_there_is_room_for() -> None:
    others = tuple(f"/home/me/letters/{number}.txt" for number in range(10_000))
    arrived = decode_call(body(encode_call(Call(Summons.OPEN, file="/home/me/a.txt", others=others))))
    assert arrived.file == "/home/me/a.txt"
    assert len(arrived.others) > 500
    assert arrived.others == others[: len(arrived.others)]


def test_a_call_that_fits_into_no_frame_is_not_sent() -> None:
    with pytest.raises(Garbage):
        encode_call(Call(Summons.OPEN, file="/" + "x" * LARGEST))


@pytest.mark.parametrize(
    "garbage",
    [
        said(others=7), said(others=["b.txt"]), said(others=[""]), said(others=[["/b"]]), said(others=["/a\0b"]),
        b"", b"\xff\xfe", b"null", b"[]", b'"open"', b"{", b"[" * LARGEST, b"1" * LARGEST, b"{}",
        said(version=0), said(version="1"), said(version=True), said(version=None), said(summons="quit"),
        said(summons=None), said(summons=["open"]), said(file=7), said(file=None), said(file="/a\0b"),
        said(file="/" + "x" * 40_000), said(file="letter.txt"), said(activation="x" * 2_000),
        said(source="x" * 65), said(target={}),
    ],
)  # fmt: skip
def test_what_is_no_call_is_garbage(garbage: bytes) -> None:
    with pytest.raises(Garbage):
        decode_call(garbage)


@pytest.mark.parametrize("garbage", [b"", b"{}", b'{"version": 1}', b'{"version": 1, "answer": "perhaps"}', b"[1]"])
def test_what_is_no_answer_is_garbage(garbage: bytes) -> None:
    with pytest.raises(Garbage):
        decode_answer(garbage)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_call_or_garbage(anything: bytes) -> None:
    with contextlib.suppress(Garbage):
        assert isinstance(decode_call(anything), Call)


@given(st.lists(st.integers(1, 20), min_size=1, max_size=30))
def test_a_frame_is_put_together_whatever_the_pieces(sizes: list[int]) -> None:
    frame = encode_call(Call(Summons.REGION, "a token"))
    reader, at = FrameReader(), 0
    for size in sizes:
        piece, at = frame[at : at + size], at + size
        whole = reader.take(piece)
        assert whole == (body(frame) if at >= len(frame) else None)


@pytest.mark.parametrize("length", [0, LARGEST + 1, 2**32 - 1])
def test_a_length_that_no_frame_has_is_garbage_at_once(length: int) -> None:
    with pytest.raises(Garbage):
        FrameReader().take(length.to_bytes(LENGTH_BYTES, "big"))


def test_what_follows_a_frame_is_nobodys() -> None:
    frame = encode_answer(Answer.BUSY)
    assert FrameReader().take(frame + b"and more") == body(frame)
