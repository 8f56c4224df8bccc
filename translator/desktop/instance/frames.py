"""How a call and its answer travel: a length of four bytes, then that many bytes of JSON, one call a connection.

Whoever reads this knows nothing of who wrote it: every field is checked, and what is not known is left out.
"""

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

from translator.desktop.instance.errors import CutOff, NoAnswer
from translator.surroundings.summons import Call, Summons

VERSION = 1
"""Of what is said. A later one may say more, and is understood as far as it says the same."""

LARGEST = 64 * 1024
"""Bytes of JSON in one frame."""

LENGTH_BYTES = 4
LONGEST_TOKEN = 1024
LONGEST_PATH = 32 * 1024
LONGEST_TAG = 64


class Answer(StrEnum):
    """What becomes of a call."""

    OK = "ok"
    BUSY = "busy"
    """It came, but too many came with it."""
    REFUSED = "refused"
    """It came, and is not understood."""


class Garbage(ValueError):
    """This is not what we write to each other."""


def encode_call(call: Call) -> bytes:
    """Return the frame of a call. Raises Garbage where it is larger than a frame may be.

    Of thousands of other files, only as many go along as there is room for.
    """
    said: dict[str, object] = {
        "version": VERSION,
        "summons": str(call.summons),
        "activation": call.activation,
        "file": call.file,
        "source": call.source,
        "target": call.target,
        "others": call.others,
    }
    try:
        return _frame(said)
    except Garbage:
        if not call.others:
            raise
        return encode_call(call._replace(others=call.others[: len(call.others) // 2]))


def decode_call(body: bytes) -> Call:
    """Return the call in a frame, whose length is taken off. Raises Garbage."""
    said = _object(body)
    try:
        summons = Summons(_text(said, "summons", LONGEST_TAG))
    except ValueError:
        raise Garbage("summons") from None
    return Call(
        summons,
        _text(said, "activation", LONGEST_TOKEN),
        _path(said.get("file", "")),
        _text(said, "source", LONGEST_TAG),
        _text(said, "target", LONGEST_TAG),
        _paths(said),
    )


def encode_answer(answer: Answer) -> bytes:
    """Return the frame of an answer."""
    return _frame({"version": VERSION, "answer": str(answer)})


def decode_answer(body: bytes) -> Answer:
    """Return the answer in a frame, whose length is taken off. Raises Garbage."""
    try:
        return Answer(_text(_object(body), "answer", LONGEST_TAG))
    except ValueError:
        raise Garbage("answer") from None


class FrameReader:
    """Puts a frame together from the pieces in which it comes."""

    def __init__(self) -> None:
        self._read = bytearray()

    def take(self, piece: bytes) -> bytes | None:
        """Return the frame's body once it is there; what comes after it is nobody's. Raises Garbage."""
        self._read += piece
        if len(self._read) < LENGTH_BYTES:
            return None
        length = int.from_bytes(self._read[:LENGTH_BYTES], "big")
        if not 0 < length <= LARGEST:
            raise Garbage("length")
        whole = LENGTH_BYTES + length
        return bytes(self._read[LENGTH_BYTES:whole]) if len(self._read) >= whole else None


def body_in(pieces: Iterable[bytes]) -> bytes:
    """Return the body of the frame that comes in these pieces.

    Raises NoAnswer where it is none, or does not come in time, and CutOff where it ends or breaks off too early.
    """
    reader = FrameReader()
    try:
        for piece in pieces:
            if (body := reader.take(piece)) is not None:
                return body
    except (TimeoutError, Garbage):
        raise NoAnswer from None
    except OSError:
        raise CutOff from None
    raise CutOff


def _frame(said: dict[str, object]) -> bytes:
    body = json.dumps(said).encode("ascii")  # lone surrogates, as of paths in no known encoding, are escaped
    if len(body) > LARGEST:
        raise Garbage("length")
    return len(body).to_bytes(LENGTH_BYTES, "big") + body


def _object(body: bytes) -> dict[str, object]:
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise Garbage("json") from None
    if not isinstance(said, dict) or not _is_version(said.get("version")):
        raise Garbage("version")
    return said


def _is_version(version: object) -> bool:
    return isinstance(version, int) and not isinstance(version, bool) and version >= 1


def _paths(said: dict[str, object]) -> tuple[str, ...]:
    value = said.get("others", [])
    if not isinstance(value, list) or "" in value:
        raise Garbage("others")
    return tuple(map(_path, value))


def _path(value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_PATH:
        raise Garbage("file")
    if value and ("\0" in value or not Path(value).is_absolute()):  # a relative one would be looked for elsewhere
        raise Garbage("file")
    return value


def _text(said: dict[str, object], name: str, longest: int) -> str:
    value = said.get(name, "")
    if not isinstance(value, str) or len(value) > longest:
        raise Garbage(name)
    return value
