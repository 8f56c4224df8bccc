"""Recognise a text that was broken into lines of a certain width, and join them to the paragraphs they were.

Text from PDF, mail, manual pages and the like has a line end wherever the page was full. Only what is certain is
joined: lines of some width that are full, as the first word of the next one would not have fitted, that mostly go on
with a small letter, and have their sentence ends rather within them than at their ends. Verse, lists, addresses,
tables, logs, code and lines that end in two blanks stay as they are; so does a text too short to tell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Self

from translator.text.protected.letters import UNSPACED
from translator.text.wrapping.hyphens import Hyphens
from translator.text.wrapping.printed_lines import PrintedLine, printed_lines, width_of

# Columns. What is broken for a page of paper or a mail is this wide; Han and kana take two columns each.
_NARROWEST, _WIDEST = 45, 100
_NARROWEST_UNSPACED = 36
# Of the usual width: a line that would be longer with the next word is full. Characters of a book are not equally wide.
_FULL = 0.92
_ALMOST_FULL = 0.7
_UNSPACED_SLACK = 5
# Characters: no line of the least width is shorter.
_SHORT = 16
# Shares of lines.
_MOST_SHORT = 0.34
_MOST_CODE = 0.25
_MOST_ENDING = 0.5
_LEAST_SMALL = 0.35
_LEAST_SMALL_OF_FEW = 0.6
_FEW = 4

_SENTENCE_END = re.compile(r"[.!?…:;。！？：；؟।։።]+[\"'”’»›)\]」』）】]*\Z")
_SENTENCE_END_WITHIN = re.compile(r"[.!?…؟।։።;:]+[\"'”’»›)\]]*\s+\S|[。！？；]+[」』”’）】]*(?=[^\s」』”’）】])")
_OPENING = "\"'“‘«„(—…"
_IS_UNSPACED = re.compile(rf"(?![가-힣\u1100-\u11ff])[{UNSPACED}\u3000-\u303f\uff00-\uff65]")
_WORD_END = re.compile(rf"\s|{_IS_UNSPACED.pattern}|\Z")


@dataclass(slots=True)
class _Pair:
    """Two lines of which the second may go on with the first.

    ``overhang`` is how wide the first one would be with the next word. ``is_unspaced`` says that the second one begins
    in a script without blanks, ``has_case`` that it begins with a letter that can be large or small, and
    ``goes_on_small`` that it is small.
    """

    first: PrintedLine
    second: PrintedLine
    overhang: int
    is_unspaced: bool
    has_case: bool
    goes_on_small: bool
    ends_sentence: bool

    @classmethod
    def of(cls, first: PrintedLine, second: PrintedLine) -> Self:
        begin = second.text[:4].lstrip(_OPENING)[:1] or second.text[0]
        is_unspaced = _is_unspaced(begin)
        return cls(
            first,
            second,
            first.width + (2 if is_unspaced else 1 + _width_of_word(second.text)),
            is_unspaced,
            begin.lower() != begin.upper(),
            begin.islower(),
            bool(_SENTENCE_END.search(first.text, max(0, len(first.text) - 8))),
        )

    def is_full(self, width: int) -> bool:
        """Whether the first line has no room for the next word."""
        return self.overhang > (width - _UNSPACED_SLACK if self.is_unspaced else width * _FULL)

    def is_out_of_place(self, width: int) -> bool:
        """Whether the first line ends early, and no sentence with it."""
        return not self.is_full(width) and (not self.ends_sentence or self.goes_on_small)


def joined_lines(text: str) -> str | None:
    """Return the text with its lines joined, or None where it is not certain that they were broken for their width.

    Takes time in proportion to the text: about 0.1 s for half a million characters.
    """
    raw = text.splitlines(keepends=True)
    if not _may_be_wrapped(raw):
        return None
    lines = list(printed_lines(raw))
    by_depth: dict[int, list[Sequence[_Pair]]] = {}
    for chain in _chains(lines):
        by_depth.setdefault(chain[0].first.quotes, []).append(chain)
    pairs = [pair for chains in by_depth.values() for pair in _to_join(chains)]
    if not pairs or _is_code(lines):
        return None
    return _joined(text, sorted(pairs, key=lambda pair: pair.first.start))


def _may_be_wrapped(lines: Sequence[str]) -> bool:
    """Whether enough lines are long enough for a closer look, which takes its time."""
    long = sum(len(line) > _SHORT for line in lines)
    return long >= _FEW - 1 and long * 4 >= sum(len(line) > 2 for line in lines)


def _is_code(lines: Sequence[PrintedLine]) -> bool:
    """Whether the text is a program: what is prose in it are its comments, whose lines are better left alone."""
    return sum(line.is_code for line in lines) > _MOST_CODE * sum(bool(line.text) for line in lines)


# Which lines may belong together


def _chains(lines: Iterable[PrintedLine]) -> Iterator[Sequence[_Pair]]:
    """Yield runs of lines that may be a paragraph each, as pairs of neighbours."""
    chain: list[_Pair] = []
    is_signature = False
    for first, second in pairwise(lines):
        is_signature = first.is_signature_mark or (is_signature and first.quotes == second.quotes)
        if not is_signature and _may_go_on(first, second, is_begun=bool(chain)):
            chain.append(_Pair.of(first, second))
        elif chain:
            yield chain
            chain = []
    if chain:
        yield chain


def _may_go_on(first: PrintedLine, second: PrintedLine, *, is_begun: bool) -> bool:
    """Whether the second line can be the rest of the paragraph that the first one is of, by where they stand."""
    if not (first.text and second.text and first.ends_softly and first.quotes == second.quotes):
        return False
    if first.text.startswith("#") or second.begins_something or not (first.is_prose and second.is_prose):
        return False
    # A name or an address may be as wide as it likes: nothing has been broken there.
    if " " not in first.text and not _is_unspaced(first.text[0]):
        return False
    if second.is_spoken and (first.is_spoken or _SENTENCE_END.search(first.text)):
        return False
    if first.marker:
        return first.indent < second.indent <= first.indent + first.marker + 2
    # The first line of a paragraph may stand further in than the others.
    return second.indent == first.indent or (second.indent < first.indent and not is_begun)


# Which of them do


def _to_join(chains: Sequence[Sequence[_Pair]]) -> list[_Pair]:
    """Return the pairs to join of text that is quoted equally deep; none where it is not certain."""
    width = _usual_width(chains)
    good = [chain for chain in chains if width and _is_paragraph(chain, width)]
    full = [pair for chain in good for pair in chain if pair.is_full(width)]
    if not _are_certain(full) or sum(map(len, good)) * 2 < sum(map(len, chains)):
        return []
    return [pair for chain in good for pair in chain if _goes_on(pair, width)]


def _usual_width(chains: Sequence[Sequence[_Pair]]) -> int:
    """Return the width that one line in ten surpasses, or 0 where nothing is broken at such a width."""
    widths = sorted(pair.first.width for chain in chains for pair in chain)
    width = widths[len(widths) * 9 // 10]
    unspaced = sum(pair.is_unspaced for chain in chains for pair in chain)
    least = _NARROWEST_UNSPACED if unspaced * 2 > len(widths) else _NARROWEST
    return width if least <= width <= _WIDEST else 0


def _is_paragraph(chain: Sequence[_Pair], width: int) -> bool:
    """Whether these lines are prose: few end early within a sentence, and not all begin with a capital."""
    early = sum(pair.is_out_of_place(width) for pair in chain)
    code = sum(pair.first.is_code for pair in chain)
    if early > _MOST_SHORT * len(chain) or code > _MOST_CODE * len(chain):
        return False
    cased = [pair for pair in chain if pair.has_case]
    return len(cased) < _FEW or any(pair.goes_on_small for pair in cased)


def _are_certain(full: Sequence[_Pair]) -> bool:
    """Whether full lines are full because they were broken, and not by chance."""
    cased = [pair for pair in full if pair.has_case]
    small = sum(pair.goes_on_small for pair in cased)
    ending = sum(pair.ends_sentence for pair in full)
    if len(full) < 2 or ending > _MOST_ENDING * len(full):
        return False
    if len(cased) * 2 > len(full):
        return small >= (_LEAST_SMALL if len(full) >= _FEW else _LEAST_SMALL_OF_FEW) * len(cased)
    # Without small letters to go by, there have to be more of them, and sentences have to end within lines.
    within = sum(bool(_SENTENCE_END_WITHIN.search(pair.first.text)) for pair in full)
    return len(full) >= _FEW - 1 and within > ending


def _goes_on(pair: _Pair, width: int) -> bool:
    if pair.is_full(width):
        return True
    return pair.goes_on_small and not pair.ends_sentence and pair.overhang > width * _ALMOST_FULL


# How they are joined


def _joined(text: str, pairs: Sequence[_Pair]) -> str:
    hyphens = Hyphens(text)
    pieces: list[str] = []
    done = 0
    for pair in pairs:
        end, start = pair.first.end, pair.second.start
        removed, between = _seam(pair, hyphens)
        pieces += [text[done : end - removed], between]
        done = start
    return "".join([*pieces, text[done:]])


def _seam(pair: _Pair, hyphens: Hyphens) -> tuple[int, str]:
    """Return how many characters of the first line's end go away, and what stands between both lines now."""
    before, after = pair.first.text, pair.second.text
    if hyphens.is_hyphenated(before, after):
        return (1, "") if hyphens.goes_away(before, after) else (0, "")
    if pair.is_unspaced or _is_unspaced(before[-1]):
        return 0, ""
    return 0, "" if before[-1] in "—/" and before[-2:-1].isalnum() else " "


def _width_of_word(text: str) -> int:
    """Return how wide the word is that the text begins with."""
    end = text.find(" ") if text.isascii() else next(_WORD_END.finditer(text)).start()
    return width_of(text[:end] if end >= 0 else text)


def _is_unspaced(character: str) -> bool:
    return character > "\u0e00" and bool(_IS_UNSPACED.match(character))
