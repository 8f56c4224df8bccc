"""Numbers are the same in both texts: in figures as the language writes them, or in words."""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from translator.translation.checks.dates import DatesCompared, covered_by_dates, values_of_dates
from translator.translation.checks.date_forms import Date
from translator.translation.checks.figures import Figure, find_figures
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.numerals import Value
from translator.translation.checks.pieces import Piece, findings_of
from translator.translation.checks.sides import Pair, Side
from translator.translation.checks.written_numbers import written_times, written_values

_ROUND_THE_CLOCK = "24/7"
"""An idiom, which other languages have no figures for."""
_DIGITS = re.compile(r"\d+")
_BELOW_ZERO = re.compile(
    r"\b(?:minus|moins|menos|meno|negativ\w*|below zero|unter null|минус\w*|ниже нуля|мінус|eksi|ناقص|سالب|تحت الصفر|mínus|under noll"
    r"|bajo cero|sous zéro|sotto zero|abaixo de zero|poniżej zera|âm)\b|零下|负|負|マイナス|氷点下|영하|마이너스|ลบ|[-−–]\d",
    re.IGNORECASE,
)

# How nouns end that are two of a thing; one of it needs no numeral there.
_DUALS = {"ar": r"(?:ان|ين|َين|انِ|ينِ|تا|تي|ا|ي)(?!\w)", "he": r"\w{2}יים(?!\w)"}


def check_numbers(pair: Pair, dates: DatesCompared) -> Iterator[Finding]:
    """Yield the figures that have no equal in the other text, as a figure or in words.

    Separators that were left as the source's language has them are a warning.
    """
    source = _Numbers(pair.source, dates.source)
    target = _Numbers(pair.target, dates.target)
    if not (source.figures or target.figures):
        return
    missing, extra = _unmatched(source.figures, target.figures)
    missing = [figure for figure in missing if not target.has(figure)]
    extra = [figure for figure in extra if not source.has(figure)]
    yield from _copied(missing, extra)
    copied = {figure.text for figure in missing} & {figure.text for figure in extra}
    yield from findings_of(Check.NUMBERS, Severity.ERROR, _pieces(missing, copied), _pieces(extra, copied))


class _Numbers:
    """The numbers of one text."""

    def __init__(self, side: Side, dates: Sequence[Date]) -> None:
        self._side = side
        self._dates = dates
        self._prose = covered_by_dates(side, dates)
        self._known: set[Value] | None = None
        self.figures = find_figures(self._prose, side.language)

    def has(self, figure: Figure) -> bool:
        """Whether the text says this number, in whatever way."""
        known = self._values()
        if figure.text == _ROUND_THE_CLOCK:
            return True
        if figure.values & known or (figure.parts and set(figure.parts) <= known):
            return True
        opposite = {-value for value in figure.values if isinstance(value, Decimal)}
        return bool(opposite & known) and _BELOW_ZERO.search(self._side.prose) is not None

    def _values(self) -> set[Value]:
        """Return all that is said: figures, words, what dates are made of, and what stands in code, links and tags."""
        if self._known is None:
            known: set[Value] = {value for figure in self.figures for value in (*figure.values, *figure.parts)}
            known |= set(values_of_dates(self._dates)) | written_values(self._prose, self._side.language)
            known |= written_times(self._prose, self._side.language, known)
            known |= _in_pieces(self._side) | set(_implied(self._prose, self._side))
            self._known = known
        return self._known


def _in_pieces(side: Side) -> set[Value]:
    pieces = (*side.code, *side.links, *side.tags, *side.placeholders)
    return {Decimal(digits) for piece in pieces for digits in _DIGITS.findall(piece.text)}


def _implied(prose: str, side: Side) -> Iterator[Decimal]:
    """Yield the numbers that the form of a noun says, where a language has forms for one and two of a thing."""
    if side.language and side.language.language in _DUALS:
        yield Decimal(1)
        if re.search(_DUALS[side.language.language], prose):
            yield Decimal(2)


def _unmatched(source: Sequence[Figure], target: Sequence[Figure]) -> tuple[list[Figure], list[Figure]]:
    """Return the figures without an equal; each is the equal of one other only."""
    waiting: dict[Value, list[int]] = {}
    for index, figure in enumerate(target):
        for value in figure.values:
            waiting.setdefault(value, []).append(index)
    left = set(range(len(target)))
    missing = []
    for figure in source:
        equals = (index for value in figure.values for index in waiting.get(value, ()) if index in left)
        partner = min(equals, default=None)
        if partner is None:
            missing.append(figure)
        else:
            left.discard(partner)
    return missing, [figure for index, figure in enumerate(target) if index in left]


def _copied(missing: Sequence[Figure], extra: Sequence[Figure]) -> Iterator[Finding]:
    """Yield the figures that stand in both texts alike, though they mean something else in each language."""
    found = {figure.text: figure for figure in extra}
    for figure in missing:
        if other := found.get(figure.text):
            spans = (figure.start, figure.end), (other.start, other.end)
            yield Finding(Check.NUMBERS, Severity.WARNING, *spans, expected=figure.text, found=other.text)


def _pieces(figures: Sequence[Figure], without: Collection[str]) -> Iterator[Piece]:
    return (Piece(one.start, one.end, one.text, one.text) for one in figures if one.text not in without)
