"""Code in a text comes back as it was: between backticks, and in fences."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator

from translator.text.span import Span
from translator.translation.checks.finding import Check, Finding
from translator.translation.checks.pieces import Piece, compared
from translator.translation.checks.sides import Pair

_TICKS = re.compile(r"`+")
_FENCE = 3
"""So many backticks and more may have lines between them."""


def find_code(text: str) -> tuple[Piece, ...]:
    """Return what stands between backticks: as many as began it end it (CommonMark 0.31, section 6.1)."""
    if "`" not in text:
        return ()
    pieces = (_piece(text, opener, closer) for opener, closer in _pairs(text))
    return tuple(piece for piece in pieces if piece.key)


def check_code(pair: Pair) -> Iterator[Finding]:
    """Yield the code that is not in both texts alike."""
    yield from compared(Check.CODE, pair.source.code, pair.target.code)


def _pairs(text: str) -> Iterator[tuple[Span, Span]]:
    runs = [run.span() for run in _TICKS.finditer(text)]
    later: dict[int, deque[Span]] = defaultdict(deque)
    for start, end in runs:
        later[end - start].append((start, end))
    past = 0
    for start, end in runs:
        same = later[end - start]
        same.popleft()
        if start < past or not same or _is_apostrophe(text, start, end):
            continue
        closer = same[0]
        if end - start >= _FENCE or "\n" not in text[end : closer[0]]:
            yield (start, end), closer
            past = closer[1]


def _is_apostrophe(text: str, start: int, end: int) -> bool:
    """Whether the mark is within a word, as in O`zbekiston."""
    return end - start == 1 and start > 0 and text[start - 1].isascii() and text[start - 1].isalpha()


def _piece(text: str, opener: Span, closer: Span) -> Piece:
    return Piece(opener[0], closer[1], text[opener[0] : closer[1]], text[opener[1] : closer[0]].strip())
