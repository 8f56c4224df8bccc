"""Cut a very long line where an edit will not move the cuts.

The line is halved again and again until every piece is short enough. Where it is cut depends on what is written
there, not on how far from the start it is: of all the sentence ends that leave both sides long enough, the one whose
preceding characters have the smallest checksum is taken. An edit elsewhere does not change that, so it leaves the
pieces away from it as they are, and their translations can be kept. (The idea is that of a treap's keys: Seidel and
Aragon, "Randomized search trees", 1996.)
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self
from zlib import crc32

Piece = tuple[int, int]

# In characters. A piece of the most is some 400 tokens of English or 1,000 of Japanese: one request holds it.
MOST = 1600
LEAST = 300
_CHECKED = 32

# A full stop behind a single letter ("J. Smith", "z. B.") or a short title ("Dr. Smith") ends no sentence.
# The group is what the next sentence begins with.
_SENTENCE_END = re.compile(
    r"""(?:
        (?: (?<!\b\w)(?<!\b[A-Z][a-z])\. | [!?…؟۔։।॥။።។] ) [.!?…]* ["'”’»›)\]]* (?=\s)
      | [。！？｡]+ [」』”’）】》]*
    ) (?=\s*(\S?))""",
    re.VERBOSE,
)
_BLANK = re.compile(r"(?<!\s)(?=\s)")

_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class _Places:
    """Where a line may be cut, in order, with the checksum of what stands before each place."""

    places: Sequence[int]
    checksums: Sequence[int]

    @classmethod
    def of(cls, line: str, piece: Piece, places: Sequence[int]) -> Self:
        first = max(0, piece[0] - _CHECKED)
        raw = line[first : piece[1]].encode("utf-32-le", "surrogatepass")
        ends = [4 * (place - first) for place in places]
        return cls(places, [crc32(raw[max(0, end - 4 * _CHECKED) : end]) for end in ends])

    def best_between(self, low: int, high: int) -> int | None:
        """Return the place with the smallest checksum; of equal ones, one near the middle."""
        first, last = bisect_left(self.places, low), bisect_right(self.places, high)
        if first == last:
            return None
        smallest = min(self.checksums[first:last])
        middle = (first + last) // 2
        is_behind = smallest in self.checksums[middle:last]
        return self.places[self.checksums.index(smallest, middle if is_behind else first)]


def pieces_of(line: str, start: int, end: int) -> list[Piece]:
    """Return the places of the pieces between ``start`` and ``end``, without the blanks between them.

    They are in order and none is longer than MOST. It is cut at sentence ends; where those are too far apart at
    blanks; and where there are none between any two characters. A line that is not longer comes back whole.
    """
    pieces = [(start, end)]
    for find in (_sentence_ends, _blanks):
        pieces = [part for piece in pieces for part in _cut_at(line, piece, find)]
    return [part for piece in pieces for part in _cut_anywhere(line, piece)]


def _cut_at(line: str, piece: Piece, find: Callable[[str, Piece], list[int]]) -> Iterator[Piece]:
    """Cut the piece at what ``find`` finds, as long as it is too long and there are such places."""
    start, end = piece
    if end - start <= MOST:
        yield piece
        return
    places = _Places.of(line, piece, find(line, piece))
    waiting = [piece]
    while waiting:
        start, end = waiting.pop()
        start = _skip_blanks(line, start, end)
        place = places.best_between(start + LEAST, end - LEAST) if end - start > MOST else None
        if place is None:
            yield start, end
        else:
            waiting += [(place, end), (start, place)]


def _cut_anywhere(line: str, piece: Piece) -> Iterator[Piece]:
    """Cut the piece where it is too long."""
    start, end = piece
    while end - start > MOST:
        place = _between_characters(line, start + MOST)
        yield start, place
        start = place
    yield start, end


def _sentence_ends(line: str, piece: Piece) -> list[int]:
    """Return the places behind sentence ends; a small letter behind it means that the sentence goes on."""
    return [match.end() for match in _SENTENCE_END.finditer(line, *piece) if not match[1].islower()]


def _blanks(line: str, piece: Piece) -> list[int]:
    return [match.start() for match in _BLANK.finditer(line, *piece)]


def _skip_blanks(line: str, start: int, end: int) -> int:
    return end - len(line[start:end].lstrip())


def _between_characters(line: str, place: int) -> int:
    """Step back from a place inside what is seen as one character: marks, joined emoji, halves of a pair."""
    for candidate in range(place, place - LEAST, -1):
        if line[candidate - 1] != _JOINER and not _extends(line[candidate]):
            return candidate
    return place


def _extends(character: str) -> bool:
    """Whether the character belongs to the one before it."""
    is_mark = unicodedata.category(character).startswith("M")
    is_skin_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
    is_second_half = "\udc00" <= character <= "\udfff"
    return is_mark or is_skin_tone or is_second_half or character == _JOINER
