"""Pieces of a text that have to come back as they are, and how the two lists of them differ."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from translator.text.span import Span
from translator.translation.checks.finding import Check, Finding, Severity

COVER = "\ufffc"
"""Stands for every character of a piece where only the prose around it matters. It is no letter, digit or blank."""


class Piece(NamedTuple):
    """A piece of a text, and the ``key`` that it is compared by."""

    start: int
    end: int
    text: str
    key: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


def differing(source: Sequence[Piece], target: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Return the pieces of the source that the target lacks, and those of the target that the source lacks."""
    return _lacking(source, target), _lacking(target, source)


def _lacking(some: Sequence[Piece], others: Sequence[Piece]) -> list[Piece]:
    left = Counter(piece.key for piece in others)
    lacking = []
    for piece in some:
        if left[piece.key] > 0:
            left[piece.key] -= 1
        else:
            lacking.append(piece)
    return lacking


def findings_of(
    check: Check, severity: Severity, missing: Iterable[Piece], extra: Iterable[Piece]
) -> Iterator[Finding]:
    """Yield what is missing beside what stands there instead, in order; then the rest of either."""
    for lost, found in zip_longest(missing, extra):
        yield Finding(
            check,
            severity,
            source=lost.span if lost else None,
            target=found.span if found else None,
            expected=lost.text if lost else "",
            found=found.text if found else "",
        )


def compared(check: Check, source: Sequence[Piece], target: Sequence[Piece]) -> Iterator[Finding]:
    """Yield how the pieces differ; their order does not matter."""
    if source or target:
        yield from findings_of(check, Severity.ERROR, *differing(source, target))


def covered(text: str, spans: Iterable[Span]) -> str:
    """Return the text with every character of these places covered, so that all others stay where they are."""
    kept: list[str] = []
    end = 0
    for start, stop in sorted(spans):
        if stop > end:
            kept += (text[end:start], COVER * (stop - max(start, end)))
            end = stop
    return "".join((*kept, text[end:])) if kept else text
