"""What an edit left of a text: which blocks are the same as before, and which stand in the place of which.

Equal blocks are found as in a patience diff (Bram Cohen): what both ends have in common, then the blocks that stand
once in either text, as far as they are in the same order, and so on between them. What is left is matched by its text
alone, wherever it has been moved to.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product, takewhile
from typing import NamedTuple

LEAST_LIKENESS = 0.4
"""From here on a block is another version of another one, see ``likeness``; below, it is a new one."""

_MOST_PAIRS = 2_500
"""Pairs of blocks that are compared with each other; where there are more, blocks are paired in their order."""

# A word, or a character of a script that has no blanks between words. ``re`` compiles it when it is first wanted, and
# keeps it: that takes 2 ms, and the window imports this before its first paint.
_WORD = r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+"


@dataclass(frozen=True, slots=True)
class TextEdit:
    """At ``position`` (code points), ``removed`` code points give way to ``inserted``."""

    position: int
    removed: int
    inserted: str

    def applied_to(self, text: str) -> str:
        """Return the text as it is after the edit."""
        return text[: self.position] + self.inserted + text[self.position + self.removed :]


def edit_between(old: str, new: str) -> TextEdit | None:
    """Return the one edit that makes the new text of the old one; None where they are equal."""
    if old == new:
        return None
    most = min(len(old), len(new))
    start = bisect_left(range(most), True, key=lambda n: old[: n + 1] != new[: n + 1])
    most -= start
    end = bisect_left(range(most), True, key=lambda n: old[len(old) - n - 1 :] != new[len(new) - n - 1 :])
    return TextEdit(start, len(old) - end - start, new[start : len(new) - end])


def match_blocks(old: Sequence[str], new: Sequence[str]) -> list[int | None]:
    """Return for each new block the old one with the same text, each old one once; None where there is none."""
    matches: list[int | None] = [None] * len(new)
    for old_at, new_at in _in_order(old, new):
        matches[new_at] = old_at
    taken = set(matches)
    left = defaultdict[str, deque[int]](deque)
    for old_at, text in enumerate(old):
        if old_at not in taken:
            left[text].append(old_at)
    for new_at, text in enumerate(new):
        if matches[new_at] is None and left.get(text):
            matches[new_at] = left[text].popleft()
    return matches


def replaced(old: Sequence[str], new: Sequence[str], matches: Sequence[int | None]) -> list[int | None]:
    """Return for each new block without a match the old one it is another version of; None for all others.

    Both stand between the same matched blocks, and are alike. Each old block is used once.
    """
    found: list[int | None] = [None] * len(new)
    taken = set(matches)
    matched = [(old_at, new_at) for new_at, old_at in enumerate(matches) if old_at is not None]
    anchors = [matched[place] for place in longest_rising([old_at for old_at, _ in matched])]
    for part in _parts_between(anchors, _Part(0, len(old), 0, len(new))):
        news = [at for at in part.news if matches[at] is None]
        olds = [at for at in part.olds if at not in taken] if news else []
        for old_at, new_at in _pairs(old, new, olds, news):
            found[new_at] = old_at
    return found


def longest_rising(values: Sequence[int]) -> list[int]:
    """Return the places of a longest rising subsequence, in order (patience sorting, O(n log n))."""
    tops: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(places[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [value]
        places[pile : pile + 1] = [place]
    rising = []
    place = places[-1] if places else -1
    while place >= 0:
        rising.append(place)
        place = before[place]
    return rising[::-1]


class _Part(NamedTuple):
    """The old blocks and the new ones that are compared with each other, as half-open ranges."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    @property
    def olds(self) -> range:
        """The old blocks."""
        return range(self.old_start, self.old_end)

    @property
    def news(self) -> range:
        """The new blocks."""
        return range(self.new_start, self.new_end)


def _in_order(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that are equal and in the same order."""
    parts = [_Part(0, len(old), 0, len(new))]
    while parts:
        part = parts.pop()
        at_start = _in_common(old, new, zip(part.olds, part.news, strict=False))
        yield from zip(part.olds[:at_start], part.news[:at_start], strict=True)
        part = part._replace(old_start=part.old_start + at_start, new_start=part.new_start + at_start)
        at_end = _in_common(old, new, zip(reversed(part.olds), reversed(part.news), strict=False))
        part = part._replace(old_end=part.old_end - at_end, new_end=part.new_end - at_end)
        yield from zip(
            range(part.old_end, part.old_end + at_end), range(part.new_end, part.new_end + at_end), strict=True
        )
        anchors = _unique_in_order(old, new, part)
        yield from anchors
        if anchors:
            parts += _parts_between(anchors, part)


def _in_common(old: Sequence[str], new: Sequence[str], pairs: Iterator[tuple[int, int]]) -> int:
    """Return how many of the first pairs are equal."""
    return sum(1 for _ in takewhile(lambda pair: old[pair[0]] == new[pair[1]], pairs))


def _unique_in_order(old: Sequence[str], new: Sequence[str], part: _Part) -> list[tuple[int, int]]:
    """Return the pairs of blocks that stand once in either text, as many as are in the same order."""
    in_old = Counter(old[at] for at in part.olds)
    in_new = Counter(new[at] for at in part.news)
    places = {old[at]: at for at in part.olds if in_old[old[at]] == 1 == in_new[old[at]]}
    pairs = [(places[new[at]], at) for at in part.news if new[at] in places]
    return [pairs[place] for place in longest_rising([old_at for old_at, _ in pairs])]


def _parts_between(anchors: Sequence[tuple[int, int]], whole: _Part) -> list[_Part]:
    starts = [(whole.old_start, whole.new_start), *((old_at + 1, new_at + 1) for old_at, new_at in anchors)]
    ends = [*anchors, (whole.old_end, whole.new_end)]
    return [_Part(*(a, c), *(b, d)) for (a, b), (c, d) in zip(starts, ends, strict=True)]


def _pairs(old: Sequence[str], new: Sequence[str], olds: Sequence[int], news: Sequence[int]) -> list[tuple[int, int]]:
    """Return pairs of blocks that are alike, the likest first, each block in one pair at most."""
    candidates = product(olds, news) if len(olds) * len(news) <= _MOST_PAIRS else zip(olds, news, strict=False)
    rated = [(likeness(old[old_at], new[new_at]), old_at, new_at) for old_at, new_at in candidates]
    pairs: dict[int, int] = {}
    for rate, old_at, new_at in sorted(rated, key=lambda each: (-each[0], abs(each[1] - each[2]))):
        if rate >= LEAST_LIKENESS and old_at not in pairs and new_at not in pairs.values():
            pairs[old_at] = new_at
    return list(pairs.items())


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, 0 to 1: by the words in common, or by what both begin and end with."""
    words, others = Counter(re.findall(_WORD, one)), Counter(re.findall(_WORD, other))
    total = words.total() + others.total()
    by_words = 2 * (words & others).total() / total if total else 0.0
    edit = edit_between(one, other)
    if edit is None:
        return 1.0
    longer = max(len(one), len(other))
    return max(by_words, (longer - max(edit.removed, len(edit.inserted))) / longer)
