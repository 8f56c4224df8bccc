"""Quotation marks that are paired in the source are so in the target, in whatever style."""

import re
from collections.abc import Iterator

from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.pieces import Piece
from translator.translation.checks.sides import Pair

# Those that say by themselves which of a pair they are, whatever the language.
_DIRECTED = {"「": "」", "『": "』", "《": "》", "〈": "〉", "«": "»", "‹": "›"}
_MIRRORED = {"»": "«", "›": "‹"}
# Those whose place in a pair is another in each language: “ closes in German, ” opens in Swedish.
_UNDIRECTED = '"“”„‟〝〞＂'
_MARK = re.compile(f"[{''.join((*_DIRECTED, *_DIRECTED.values()))}{_UNDIRECTED}]")
_INCHES = re.compile(r"(?<=\d)[\"”″]")


def check_quotes(pair: Pair) -> Iterator[Finding]:
    """Yield the quotation mark in the target without its partner, as a warning, if all have theirs in the source.

    Apostrophes and single marks are not looked at: nobody can tell one from the other.
    """
    unpaired = _unpaired(pair.target.prose)
    if unpaired and not _unpaired(pair.source.prose):
        yield Finding(Check.QUOTES, Severity.WARNING, target=unpaired.span, found=unpaired.text)


def _unpaired(prose: str) -> Piece | None:
    marks = [Piece(match.start(), match.end(), match[0], match[0]) for match in _MARK.finditer(prose)]
    return (_unpaired_directed(marks) or _unpaired_undirected(prose, marks)) if marks else None


def _unpaired_directed(marks: list[Piece]) -> Piece | None:
    """Return the first of these without its partner; guillemets may point to each other either way (»so« or «so»)."""
    opened: list[Piece] = []
    for mark in marks:
        if opened and mark.key in {_DIRECTED.get(opened[-1].key), _MIRRORED.get(opened[-1].key)}:
            opened.pop()
        elif mark.key not in _UNDIRECTED:
            opened.append(mark)
    return opened[0] if opened else None


def _unpaired_undirected(prose: str, marks: list[Piece]) -> Piece | None:
    """Return one of these if their number is odd, with those behind figures taken for inches if it is even then."""
    marks = [mark for mark in marks if mark.key in _UNDIRECTED]
    inches = {match.start() for match in _INCHES.finditer(prose)}
    if len(marks) % 2 == 0:
        return None
    without = [mark for mark in marks if mark.start not in inches]
    return without[-1] if len(without) % 2 else None
