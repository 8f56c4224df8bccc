"""Dates are the same days in both texts, however they are written."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from translator.translation.checks.date_forms import Date, Day, find_dates
from translator.translation.checks.figures import find_figures
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.pieces import Piece, covered, findings_of
from translator.translation.checks.sides import Pair, Side
from translator.translation.checks.written_numbers import written_values


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
    matched, lost, found = _matched(source, target)
    lost = _wrong(lost, target, pair.target)
    found = _wrong(found, source, pair.source)
    lost, found = _without_lone_months(lost, found)
    findings = tuple(findings_of(Check.DATES, Severity.ERROR, map(_piece, lost), map(_piece, found)))
    kept = [tuple(date for date in dates if date.sure or date in matched) for dates in (source, target)]
    return DatesCompared(findings, *kept)


def _matched(source: Sequence[Date], target: Sequence[Date]) -> tuple[list[Date], list[Date], list[Date]]:
    """Return the dates that have a partner, and those of the source and of the target that have none."""
    matched, left = [], list(target)
    lost = []
    for date in source:
        partner = next((other for other in left if _agree(date, other)), None)
        if partner is None:
            lost.append(date)
        else:
            left.remove(partner)
            matched += [date, partner]
    return matched, [date for date in lost if _stands(date)], [date for date in left if _stands(date)]


def _stands(date: Date) -> bool:
    return date.sure or date.is_month


def _agree(one: Date, other: Date) -> bool:
    return any(_same(a, b) for a in one.days for b in other.days)


def _same(one: Day, other: Day) -> bool:
    return one[1:] == other[1:] and _same_year(one.year, other.year)


def _same_year(one: int, other: int) -> bool:
    return one == other or (min(one, other) < 100 <= max(one, other) and 0 < min(one, other) == max(one, other) % 100)


def _wrong(dates: Sequence[Date], others: Sequence[Date], other: Side) -> list[Date]:
    """Return the dates whose parts are not all in the other text, which has those dates."""
    if not any(date.sure for date in dates):
        return list(dates)
    months = {day.month for date in others for day in date.days}
    numbers = _numbers(other, others)
    return [date for date in dates if not any(_is_in(day, months, numbers) for day in date.days)]


def _is_in(day: Day, months: Collection[int], numbers: Collection[object]) -> bool:
    return day.month in months and all(not part or Decimal(part) in numbers for part in (day.day, day.year))


def _numbers(side: Side, dates: Sequence[Date]) -> set[object]:
    rest = covered(side.prose, [date.span for date in dates])
    parts = {Decimal(part) for date in dates for day in date.days for part in (day.day, day.year) if part}
    in_figures = {value for figure in find_figures(rest, side.language) for value in figure.values}
    return parts | in_figures | written_values(rest, side.language)


def _without_lone_months(lost: Sequence[Date], found: Sequence[Date]) -> tuple[list[Date], list[Date]]:
    """Drop months by themselves that one text has and the other has not: a name may mean something else."""
    if any(date.is_month for date in lost) and any(date.is_month for date in found):
        return list(lost), list(found)
    return [date for date in lost if date.sure], [date for date in found if date.sure]


def _piece(date: Date) -> Piece:
    return Piece(date.start, date.end, date.text, date.text)


def covered_by_dates(side: Side, dates: Sequence[Date]) -> str:
    """Return the prose with the dates covered."""
    return covered(side.prose, [date.span for date in dates])


def values_of_dates(dates: Sequence[Date]) -> Iterator[Decimal]:
    """Yield the numbers that the dates are made of."""
    return (Decimal(part) for date in dates for day in date.days for part in day if part)

