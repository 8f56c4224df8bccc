"""Where a text is another than the one it is compared with, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]+|\d+|\s+|.", re.DOTALL)
"""A word, a figure, a space, or a single letter of a script that has no spaces."""

_LONGEST = 1_000
"""Words beyond which only the beginning and the end are compared: the time taken grows with the square."""


class Kind(Enum):
    """Where a piece stands."""

    SAME = "same"
    GONE = "gone"
    """In the match, and not in the text at hand."""
    NEW = "new"
    """In the text at hand, and not in the match."""


class Piece(NamedTuple):
    """A piece of either text, or of both."""

    text: str
    kind: Kind = Kind.SAME


def differences(match: str, text: str) -> Sequence[Piece]:
    """Return the two texts as one: what is in both, and where they part, what is gone and what is new."""
    before, after = _WORD.findall(match), _WORD.findall(text)
    if len(before) > _LONGEST or len(after) > _LONGEST:
        return tuple(_around(match, text))
    comparing = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(_joined(_pieces(comparing.get_opcodes(), before, after)))


def _pieces(
    steps: Sequence[tuple[str, int, int, int, int]], before: Sequence[str], after: Sequence[str]
) -> Iterator[Piece]:
    for step, start, end, new_start, new_end in steps:
        if step == "equal":
            yield Piece("".join(before[start:end]))
        else:
            yield Piece("".join(before[start:end]), Kind.GONE)
            yield Piece("".join(after[new_start:new_end]), Kind.NEW)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Leave out what is empty, and let a blank between two differences belong to them: whole phrases read better."""
    kept = [piece for piece in pieces if piece.text]
    gone = new = ""
    for place, piece in enumerate(kept):
        if piece.kind is Kind.GONE:
            gone += piece.text
        elif piece.kind is Kind.NEW:
            new += piece.text
        elif (gone or new) and piece.text.isspace() and place + 1 < len(kept):
            gone, new = gone + piece.text, new + piece.text
        else:
            yield from _parted(gone, new)
            gone = new = ""
            yield piece
    yield from _parted(gone, new)


def _parted(gone: str, new: str) -> Iterator[Piece]:
    if gone:
        yield Piece(gone, Kind.GONE)
    if new:
        yield Piece(new, Kind.NEW)


def _around(match: str, text: str) -> Iterator[Piece]:
    most = min(len(match), len(text))
    start = next((at for at in range(most) if match[at] != text[at]), most)
    end = next((at for at in range(most - start) if match[-1 - at] != text[-1 - at]), most - start)
    yield Piece(match[:start])
    yield from _parted(match[start : len(match) - end], text[start : len(text) - end])
    yield Piece(match[len(match) - end :])
