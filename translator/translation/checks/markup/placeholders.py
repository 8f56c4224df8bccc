"""Placeholders come back exactly: printf, braces, ``${x}``, ``%(name)s``, and messages of ICU."""

import re
from collections.abc import Iterator, Sequence

from translator.text.protected.placeholders import find_placeholders as find_spans
from translator.translation.checks.finding import Check, Finding
from translator.translation.checks.markup.icu import find_messages
from translator.translation.checks.pieces import Piece, compared
from translator.translation.checks.sides import Pair

# Beyond those that travel as codes: Qt's, and line ends and tabs as they are written in programs.
_MORE = re.compile(r"(?<![\d%])(?<!\d[\s\u00a0\u202f])%L?\d{1,2}(?![\w%$]|[.,]\d)|\\[nrt](?![a-z]{2})")
_SIGNS = ("%", "{", "$", "\\")
_NUMBERED = re.compile(r"%(\d{1,2})\$(.+)")
_PLAIN = re.compile(r"%[^\d%({<][^$%({<]*")
_PERCENTAGE = re.compile(r"%\d{1,2}")
# Languages that write the percent sign first: %50.
_PERCENT_FIRST = {"tr", "eu", "ku"}


def find_placeholders(text: str, language: str = "") -> tuple[Piece, ...]:
    """Return the placeholders of the text, in order. ``language`` tells whether ``%50`` is half."""
    if not any(sign in text for sign in _SIGNS):
        return ()
    messages = find_messages(text)
    spans = [*find_spans(text), *(match.span() for match in _MORE.finditer(text))]
    pieces = [*messages.pieces, *(_piece(text, start, end) for start, end in spans)]
    if language in _PERCENT_FIRST:
        pieces = [piece for piece in pieces if not _PERCENTAGE.fullmatch(piece.key)]
    return tuple(messages.once(sorted(pieces)))


def check_placeholders(pair: Pair) -> Iterator[Finding]:
    """Yield the placeholders that are not in both texts alike. ``%s`` may have become ``%1$s``."""
    source, target = (_that_stay(side.placeholders) for side in (pair.source, pair.target))
    if _has_numbered(source) != _has_numbered(target):
        source, target = _numbered(source), _numbered(target)
    yield from compared(Check.PLACEHOLDERS, source, target)


def _that_stay(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    return tuple(piece for piece in pieces if piece.key)


def _piece(text: str, start: int, end: int) -> Piece:
    return Piece(start, end, text[start:end], "".join(text[start:end].split()))


def _has_numbered(pieces: Sequence[Piece]) -> bool:
    return any(_NUMBERED.fullmatch(piece.key) for piece in pieces)


def _numbered(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with those of printf compared as if each said which argument it is for."""
    numbered, count = [], 0
    for piece in pieces:
        if _PLAIN.fullmatch(piece.key):
            count += 1
            numbered.append(piece._replace(key=f"%{count}${piece.key[1:]}"))
        else:
            numbered.append(piece)
    return tuple(numbered)
