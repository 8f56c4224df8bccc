"""Numbers are the same in both texts: in figures as the language writes them, or in words."""

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.numbers.dates import DatesCompared, covered_by_dates, values_of_dates
from translator.translation.checks.numbers.pairing import without_equal
from translator.translation.checks.numbers.reading.date_forms import Date
from translator.translation.checks.numbers.reading.figures import Figure, find_figures
from translator.translation.checks.numbers.reading.numerals import Value
from translator.translation.checks.numbers.reading.times import says_afternoon
from translator.translation.checks.numbers.reading.written_numbers import written_times, written_values
from translator.translation.checks.phrases import Phrases
from translator.translation.checks.pieces import Piece, findings_of
from translator.translation.checks.sides import Pair, Side

_ROUND_THE_CLOCK = "24/7"
"""An idiom, which other languages have no figures for."""
_DIGITS = re.compile(r"\d+")
_BELOW_ZERO = Phrases("""
    minus moins menos meno mínus negativ* below_zero unter_null under_noll under_null bajo_cero sous_zéro sotto_zero
    abaixo_de_zero poniżej_zera pod_nulou минус* ниже_нуля мінус нижче_нуля eksi âm ناقص سالب تحت_الصفر
    零下+ 负+ 負+ マイナス+ 氷点下+ 영하+ 마이너스+ ลบ+
""")
_DASH = re.compile(r"[-−–]\d")

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
    lost, left = without_equal(*([figure.values for figure in side.figures] for side in (source, target)))
    missing = source.not_said_by(target, lost)
    extra = target.not_said_by(source, left)
    yield from _copied(missing, extra)
    copied = {figure.text for figure in missing} & {figure.text for figure in extra}
    yield from findings_of(Check.NUMBERS, Severity.ERROR, _pieces(missing, copied), _pieces(extra, copied))


class _Numbers:
    """The numbers of one text."""

    def __init__(self, side: Side, dates: Sequence[Date]) -> None:
        self._side = side
        self._dates = dates
        self._prose = covered_by_dates(side, dates)
        self.figures = find_figures(self._prose, side.language)

    def not_said_by(self, other: "_Numbers", indices: Sequence[int]) -> list[Figure]:
        """Return those of these figures that the other text does not say, in whatever way."""
        figures = [self.figures[index] for index in indices]
        return [figure for figure in figures if not other.has(figure, self.meanings(figure))]

    def meanings(self, figure: Figure) -> frozenset[Value]:
        """Return what a figure of this text may mean."""
        return figure.values | figure.later if figure.later and self._says_afternoon else figure.values

    def has(self, figure: Figure, meanings: frozenset[Value]) -> bool:
        """Whether the text says this number of the other one, in whatever way."""
        known = self._known
        if figure.text == _ROUND_THE_CLOCK or meanings & known or (figure.parts and set(figure.parts) <= known):
            return True
        opposite = {-value for value in meanings if isinstance(value, Decimal)}
        prose = self._side.prose
        return bool(opposite & known) and (
            _DASH.search(prose) is not None or _BELOW_ZERO.are_in(prose, self._side.words)
        )

    @cached_property
    def _says_afternoon(self) -> bool:
        return says_afternoon(self._side.prose, self._side.words, self._side.language)

    @cached_property
    def _known(self) -> set[Value]:
        """All that is said: in figures, in words, what dates are made of, and what stands in code, links and tags."""
        known: set[Value] = {
            value for figure in self.figures for value in (*self.meanings(figure), *figure.parts)
        }  # fmt: skip
        known |= set(values_of_dates(self._dates)) | written_values(self._prose, self._side.language)
        known |= written_times(self._prose, self._side.language, known)
        return known | _in_pieces(self._side) | set(_implied(self._prose, self._side))


def _in_pieces(side: Side) -> set[Value]:
    pieces = (*side.code, *side.links, *side.tags, *side.placeholders)
    return {Decimal(digits) for piece in pieces for digits in _DIGITS.findall(piece.text)}


def _implied(prose: str, side: Side) -> Iterator[Decimal]:
    """Yield the numbers that the form of a noun says, where a language has forms for one and two of a thing."""
    if side.language and side.language.language in _DUALS:
        yield Decimal(1)
        if re.search(_DUALS[side.language.language], prose):
            yield Decimal(2)


def _copied(missing: Sequence[Figure], extra: Sequence[Figure]) -> Iterator[Finding]:
    """Yield the figures that stand in both texts alike, though they mean something else in each language."""
    found = {figure.text: figure for figure in extra}
    for figure in missing:
        if other := found.get(figure.text):
            spans = (figure.start, figure.end), (other.start, other.end)
            yield Finding(Check.NUMBERS, Severity.WARNING, *spans, expected=figure.text, found=other.text)


def _pieces(figures: Sequence[Figure], without: Collection[str]) -> Iterator[Piece]:
    return (Piece(one.start, one.end, one.text, one.text) for one in figures if one.text not in without)
