"""Messages of ICU: ``{count, plural, one {# file} other {# files}}``.

What must stay is the argument, the kind and the keywords. A language has its own plural categories (CLDR), so that of
those only ``other`` and exact numbers (``=0``) are the same in every translation.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translator.text.span import Span
from translator.translation.checks.pieces import Piece

_HEAD = re.compile(r"\{\s*+(?P<name>\w++)\s*+,\s*+(?P<kind>plural|selectordinal|select)\s*+,")
_BRACE = re.compile(r"[{}]")
_OFFSET = re.compile(r"offset:\d+")
_CATEGORIES = {"zero", "one", "two", "few", "many"}


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages of a text.

    ``pieces`` are what is no prose in them; those without a key need not be in the translation. ``branches`` is where
    the braces around prose open, and ``spans`` where the outermost messages are.
    """

    pieces: tuple[Piece, ...] = ()
    branches: frozenset[int] = frozenset()
    spans: tuple[Span, ...] = ()

    def once(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """Yield the pieces that are no branch; of equal ones in a message, whose branches repeat them, the first."""
        starts = [start for start, _ in self.spans]
        seen: set[tuple[int, str]] = set()
        for piece in pieces:
            if piece.start in self.branches:
                continue
            number = bisect_right(starts, piece.start) - 1
            if not piece.key or number < 0 or piece.end > self.spans[number][1]:
                yield piece
            elif (number, piece.key) not in seen:
                seen.add((number, piece.key))
                yield piece


def find_messages(text: str) -> Messages:
    """Return the messages in the text; none where braces are not closed."""
    heads = list(_HEAD.finditer(text)) if "," in text else []
    if not heads:
        return Messages()
    closing, within = _braces(text)
    whole = [head for head in heads if head.start() in closing]
    pieces = [piece for head in whole for piece in _pieces(text, head, within[head.start()], closing)]
    branches = frozenset(branch for head in whole for branch in within[head.start()])
    spans = _outermost((head.start(), closing[head.start()] + 1) for head in whole)
    return Messages(tuple(pieces), branches, tuple(spans))


def _braces(text: str) -> tuple[dict[int, int], dict[int, list[int]]]:
    """Return where each brace is closed, and which braces open directly within it."""
    closing: dict[int, int] = {}
    within: dict[int, list[int]] = {-1: []}
    opened = [-1]
    for brace in _BRACE.finditer(text):
        place = brace.start()
        if brace[0] == "{":
            within[opened[-1]].append(place)
            within[place] = []
            opened.append(place)
        elif len(opened) > 1:
            closing[opened.pop()] = place
    return closing, within


def _pieces(text: str, head: re.Match[str], branches: Sequence[int], closing: dict[int, int]) -> Iterator[Piece]:
    """Yield what must stay of one message: its head, its keywords, and a ``#`` if a branch has one."""
    name, kind = head["name"], head["kind"]
    yield Piece(*head.span(), head[0], f"{{{name},{kind},")
    start = head.end()
    for branch in branches:
        keyword = _OFFSET.sub("", text[start:branch]).strip()
        begin = branch - len(text[start:branch].lstrip())
        is_free = kind != "select" and keyword in _CATEGORIES
        yield Piece(begin, branch, keyword, "" if is_free else f"{name}:{keyword}")
        start = closing[branch] + 1
        if kind != "select" and (sign := text.find("#", branch, start)) >= 0:
            yield Piece(sign, sign + 1, "#", "#")


def _outermost(spans: Iterable[Span]) -> Iterator[Span]:
    past = 0
    for start, end in spans:
        if start >= past:
            yield start, end
            past = end
