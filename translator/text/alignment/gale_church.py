"""Which sentences answer which, by their lengths.

After Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993): the
length of a translation is that of its source times a ratio, with an error whose variance grows with the length, and the
likeliest chain of links is found by dynamic programming. Other than there, no sentence is left without an answer, as
both sides are known to say the same; one may be answered by up to four; and anchors add what they tell.
"""

from collections.abc import Sequence
from itertools import accumulate
from math import erfc, log, sqrt
from operator import add

from translator.text.alignment.anchors import Anchors

Bead = tuple[range, range]
"""The numbers of some source sentences, and of the target sentences that answer them."""

_STEPS = ((1, 1, 0.0), (1, 2, 2.4), (2, 1, 2.4), (1, 3, 4.2), (3, 1, 4.2), (1, 4, 6.0), (4, 1, 6.0), (2, 2, 8.0))
"""Sentences of source and target in a link, and by how many nats that is less likely than one to one.

The paper has 2.3 for two to one, from parliament's debates; here these were set by ``tests/corpora/alignment``, where
they may be a third more or less without much effect.
"""
_VARIANCE = 2.0
"""Of a sentence's length, per character. The paper has 6.8, over whole documents; within a paragraph it is less."""
_LEAST_VARIANCE = 8.0
_LEAST_LIKELY = 1e-15
_BEAM = 8.0
"""Nats. A way that is so much less likely than another one that got as far is given up."""

_Cell = tuple[int, int]
_Sums = Sequence[float]
_Way = tuple[float, _Cell]  # what it has cost to get there, and the cell before


def chain(source: Sequence[float], target: Sequence[float], anchors: Anchors) -> list[Bead]:
    """Return the likeliest links, in order; each sentence is in exactly one.

    ``source`` and ``target`` are the lengths of the sentences, at least one of each, in characters of one language:
    those of the other side have been multiplied by the ratio of both.
    """
    sums = (list(accumulate(source, initial=0.0)), list(accumulate(target, initial=0.0)))
    ways = _search(*sums, _summed(anchors, len(source), len(target)))
    cell = (len(source), len(target))
    if cell not in ways[sum(cell)]:
        return _by_share(*sums)
    beads: list[Bead] = []
    while cell != (0, 0):
        before = ways[sum(cell)][cell][1]
        beads.append((range(before[0], cell[0]), range(before[1], cell[1])))
        cell = before
    return beads[::-1]


def _search(source: _Sums, target: _Sums, anchored: Sequence[_Sums]) -> list[dict[_Cell, _Way]]:
    """Return the best ways to have linked so many sentences of both sides, by the sum of these numbers."""
    most, others = len(source) - 1, len(target) - 1
    ways: list[dict[_Cell, _Way]] = [{} for _ in range(most + others + 1)]
    ways[0][0, 0] = (0.0, (0, 0))
    for reached in ways:
        limit = min((cost for cost, _ in reached.values()), default=0.0) + _BEAM
        for (i, j), (cost, _) in reached.items():
            if cost > limit:
                continue
            for down, right, price in _STEPS:
                x, y = i + down, j + right
                if x > most or y > others:
                    continue
                total = cost + price + _unlikelihood(source[x] - source[i], target[y] - target[j])
                total -= anchored[x][y] - anchored[i][y] - anchored[x][j] + anchored[i][j]
                known = ways[x + y].get((x, y))
                if known is None or total < known[0]:
                    ways[x + y][x, y] = (total, (i, j))
    return ways


def _summed(anchors: Anchors, sources: int, targets: int) -> list[_Sums]:
    """Return the weight of all anchors in so many first sentences of source and target."""
    table = [[0.0] * (targets + 1) for _ in range(sources + 1)]
    for (i, j), weight in anchors.items():
        table[i + 1][j + 1] = weight
    rows = [list(accumulate(row)) for row in table]
    return list(accumulate(rows, lambda above, row: list(map(add, above, row))))


def _unlikelihood(source: float, target: float) -> float:
    """Return how unlikely it is that these lengths belong together, in nats: 0 where they are equal."""
    deviations = abs(source - target) / sqrt(_VARIANCE * (source + target) / 2 + _LEAST_VARIANCE)
    return -log(erfc(deviations / sqrt(2)) + _LEAST_LIKELY)


def _by_share(source: Sequence[float], target: Sequence[float]) -> list[Bead]:
    """Link by place, where one side has too many sentences for the steps: those at the same share of the length."""
    if len(source) > len(target):
        return [(theirs, ours) for ours, theirs in _by_share(target, source)]
    beads = []
    begun = 0
    for number, done in enumerate(source[1:]):
        left = len(source) - 2 - number
        share = done / source[-1] * target[-1]
        # The nearest place, with at least one for this sentence and for each of those left.
        places = range(begun + 1, len(target) - left)
        end = min(places, key=lambda place: abs(target[place] - share)) if left else len(target) - 1
        beads.append((range(number, number + 1), range(begun, end)))
        begun = end
    return beads
