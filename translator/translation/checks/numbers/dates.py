"""Dates are the same days in both texts, however they are written."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.numbers.pairing import without_equal
from translator.translation.checks.numbers.reading.date_forms import Date, Day, find_dates, knows_months
from translator.translation.checks.numbers.reading.figures import find_figures
from translator.translation.checks.numbers.reading.written_numbers import written_values
from translator.translation.checks.pieces import Piece, covered, findings_of
from translator.translation.checks.sides import Pair, Side

DayKey = tuple[int, int, str]
"""Month, day and year that a date is found by: two figures of the year behind ``'`` if it has no more, or ``*``."""


@dataclass(frozen=True, slots=True)
class DatesCompared:
    """The dates of both texts: what is wrong with them, and where they are, since their figures are no numbers."""

    findings: tuple[Finding, ...] = ()
    source: tuple[Date, ...] = ()
    target: tuple[Date, ...] = ()


def compare_dates(pair: Pair) -> DatesCompared:
    """Compare the dates of the two texts.

    A date that has no partner is right still where its day, month and year are in the other text, apart from each
    other: "5 and 6 May", or a day written out.
    """
    source, target = (find_dates(side.prose, side.language) for side in (pair.source, pair.target))
    if not (source or target):
        return DatesCompared()
    missing, extra = without_equal(list(map(_asked, source)), list(map(_offered, target)))
    lost = _wrong([source[index] for index in missing], target, pair.target)
    found = _wrong([target[index] for index in extra], source, pair.source)
    findings = findings_of(Check.DATES, Severity.ERROR, *_without_lone_months(lost, found))
    return DatesCompared(tuple(findings), _kept(source, missing), _kept(target, extra))


def _kept(dates: Sequence[Date], without_partner: Sequence[int]) -> tuple[Date, ...]:
    """Return those that are dates for certain, by themselves or by what the other text says."""
    unsure = {index for index in without_partner if not dates[index].sure}
    return tuple(date for index, date in enumerate(dates) if index not in unsure)


def _asked(date: Date) -> list[DayKey]:
    """Return what is the same day as this one; a year in two figures is any that ends so."""
    keys = []
    for year, month, day in date.days:
        short = f"{year % 100:02}"
        years = (f"*{short}",) if 0 < year < 100 else (str(year), f"'{short}")
        keys += [(month, day, key) for key in years]
    return keys


def _offered(date: Date) -> list[DayKey]:
    keys = []
    for year, month, day in date.days:
        short = f"{year % 100:02}"
        keys += [(month, day, f"'{short}" if 0 < year < 100 else str(year)), (month, day, f"*{short}")]
    return keys


def _wrong(without_partner: Sequence[Date], others: Sequence[Date], other: Side) -> list[Date]:
    """Return the dates whose parts are not all in the other text, which has those dates."""
    dates = [date for date in without_partner if date.sure or date.is_month]
    if not any(date.sure for date in dates):
        return dates
    months = {day.month for date in others for day in date.days} if knows_months(other.language) else range(1, 13)
    numbers = _numbers(other, others)
    return [date for date in dates if not any(_is_in(day, months, numbers) for day in date.days)]


def _is_in(day: Day, months: Collection[int], numbers: Collection[object]) -> bool:
    return day.month in months and all(not part or Decimal(part) in numbers for part in (day.day, day.year))


def _numbers(side: Side, dates: Sequence[Date]) -> set[object]:
    rest = covered(side.prose, [date.span for date in dates])
    parts = {Decimal(part) for date in dates for day in date.days for part in (day.day, day.year) if part}
    in_figures = {value for figure in find_figures(rest, side.language) for value in figure.values}
    return parts | in_figures | written_values(rest, side.language)


def _without_lone_months(lost: Sequence[Date], found: Sequence[Date]) -> tuple[list[Piece], list[Piece]]:
    """Drop months by themselves that one text has and the other has not: a name may mean something else."""
    both = any(date.is_month for date in lost) and any(date.is_month for date in found)
    pieces = [[_piece(date) for date in dates if both or date.sure] for dates in (lost, found)]
    return pieces[0], pieces[1]


def _piece(date: Date) -> Piece:
    return Piece(date.start, date.end, date.text, date.text)


def covered_by_dates(side: Side, dates: Sequence[Date]) -> str:
    """Return the prose with the dates covered."""
    return covered(side.prose, [date.span for date in dates])


def values_of_dates(dates: Sequence[Date]) -> Iterator[Decimal]:
    """Yield the numbers that the dates are made of."""
    return (Decimal(part) for date in dates for day in date.days for part in day if part)
