"""Put codes in place of the protected pieces of a line."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translator.text.codes import Codes
from translator.text.protected.pairs import may_stay_outside, pairs_in
from translator.text.span import Span

_Coded = tuple[int, int, str]
"""Where a piece begins and ends, and its code."""


@dataclass(frozen=True, slots=True)
class CodedLine:
    """A line with codes. ``before`` and ``behind`` stand around ``text`` whatever it says, and need not travel."""

    before: str
    text: str
    behind: str


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The protected pieces of a line, and which of them closes which."""

    line: str
    spans: Sequence[Span]
    pairs: Mapping[int, int]

    def text(self, index: int) -> str:
        start, end = self.spans[index]
        return self.line[start:end]


def code_line(line: str, spans: Sequence[Span], codes: Codes, shared: Collection[str] = ()) -> CodedLine:
    """Return the line with a code in place of each span; they are in order and do not overlap.

    Equal pieces of one line have codes of their own, so that none can be lost unseen; but those that are ``shared``
    have the same code wherever they stand, as they are words, and a code stands for one of them.
    """
    pieces = _Pieces(line, spans, pairs_in([line[start:end] for start, end in spans]))
    first, last, start, end = _core(pieces)
    coded = []
    done = start
    for from_, to, code in sorted(_codes_of(pieces, range(first, last), codes, shared)):
        coded += [line[done:from_], code]
        done = to
    return CodedLine(line[:start], "".join([*coded, line[done:end]]), line[end:])


def _core(pieces: _Pieces) -> tuple[int, int, int, int]:
    """Return which pieces are left without those at both ends that need not travel, and what of the line."""
    first, last, start, end = 0, len(pieces.spans), 0, len(pieces.line)
    closing = set(pieces.pairs.values())
    while first < last:
        begins, ends = pieces.spans[first][0] == start, pieces.spans[last - 1][1] == end
        if begins and ends and pieces.pairs.get(first) == last - 1:
            start, end = pieces.spans[first][1], pieces.spans[last - 1][0]
            first, last = first + 1, last - 1
        elif begins and first not in pieces.pairs and may_stay_outside(pieces.text(first)):
            start = pieces.spans[first][1]
            first += 1
        elif ends and last - 1 not in closing and may_stay_outside(pieces.text(last - 1)):
            end = pieces.spans[last - 1][0]
            last -= 1
        else:
            break
        inside = pieces.line[start:end]
        start += len(inside) - len(inside.lstrip())
        end -= len(inside) - len(inside.rstrip()) if inside.strip() else 0
    return first, last, start, end


def _codes_of(pieces: _Pieces, indices: range, codes: Codes, shared: Collection[str]) -> Iterator[_Coded]:
    """Yield the codes, in no order. Pairs that stand directly around each other are one."""
    done: set[int] = set()
    counts: Counter[tuple[str, ...]] = Counter()
    for index in indices:
        if index in done:
            continue
        closing = pieces.pairs.get(index)
        if closing is None:
            text = pieces.text(index)
            yield *pieces.spans[index], codes.code_for(text, 0 if text in shared else counts[text,])
            counts[text,] += 1
        else:
            depth = _depth(pieces, index)
            done.update(range(index, index + depth), range(closing - depth + 1, closing + 1))
            opens = pieces.spans[index][0], pieces.spans[index + depth - 1][1]
            closes = pieces.spans[closing - depth + 1][0], pieces.spans[closing][1]
            texts = pieces.line[slice(*opens)], pieces.line[slice(*closes)]
            for place, code in zip((opens, closes), codes.pair_for(*texts, counts[texts]), strict=True):
                yield *place, code
            counts[texts] += 1


def _depth(pieces: _Pieces, index: int) -> int:
    """Return how many pairs stand directly around each other from this one inwards, itself included."""
    depth = 1
    closing = pieces.pairs[index]
    while pieces.pairs.get(index + depth) == closing - depth and (
        pieces.spans[index + depth - 1][1] == pieces.spans[index + depth][0]
        and pieces.spans[closing - depth][1] == pieces.spans[closing - depth + 1][0]
    ):
        depth += 1
    return depth
