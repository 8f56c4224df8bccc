"""Brackets that are balanced in the source are so in the target."""

import re
from collections.abc import Iterator

from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.pieces import Piece
from translator.translation.checks.sides import Pair

# Each with the plain one that it stands for. Corner brackets are quotation marks.
_KINDS = {
    "(": "(", ")": ")", "（": "(", "）": ")", "﹙": "(", "﹚": ")",
    "[": "[", "]": "]", "［": "[", "］": "]", "【": "[", "】": "]", "〔": "[", "〕": "]",
    "{": "{", "}": "}", "｛": "{", "｝": "}",
}  # fmt: skip
_CLOSED_BY = {")": "(", "]": "[", "}": "{"}
_BRACKET = re.compile(f"[{re.escape(''.join(_KINDS))}]")
# What only looks like a bracket: a face, or the letter of an item: a) (b and 1).
_NO_BRACKET = re.compile(
    r"[:;=8xX]['’]?-?[()\[\]{}]+|(?:^|(?<=[\s;,(（]))\(?(?:\d{1,2}|[A-Za-zА-я])[)）](?=\s|$)", re.MULTILINE
)


def check_brackets(pair: Pair) -> Iterator[Finding]:
    """Yield the first bracket in the target without its partner, if all have theirs in the source."""
    unpaired = _first_unpaired(pair.target.prose)
    if unpaired and not _first_unpaired(pair.source.prose):
        yield Finding(Check.BRACKETS, Severity.ERROR, target=unpaired.span, found=unpaired.text)


def _first_unpaired(prose: str) -> Piece | None:
    found = list(_BRACKET.finditer(prose))
    if not found:
        return None
    apart = {place for match in _NO_BRACKET.finditer(prose) for place in range(*match.span())}
    opened: list[Piece] = []
    for match in found:
        place, kind = match.start(), _KINDS[match[0]]
        piece = Piece(place, place + 1, match[0], kind)
        if kind not in _CLOSED_BY:
            opened.append(piece)
        elif opened and opened[-1].key == _CLOSED_BY[kind]:
            opened.pop()
        elif place not in apart:
            return piece
    return next((piece for piece in opened if piece.start not in apart), None)
