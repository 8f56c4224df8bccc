"""Find the dates of a text: in figures, as in 12/05/2024 and 5月3日, or with the name of the month."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from translator.language.tag import LanguageTag
from translator.text.span import Span
from translator.translation.checks.numbers.reading.eras import ERA, THAI_YEARS, year_of_era, year_of_thailand
from translator.translation.checks.numbers.reading.month_names import MONTHS


class Day(NamedTuple):
    """A day, a month of a year, or a month; 0 for what is not told. A year below 100 is told by two figures."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True)
class Date:
    """A date in a text, and the days that it may mean.

    It is not ``sure`` where it may be something else as well: 3/4, or the name of a month by itself.
    """

    start: int
    end: int
    text: str
    days: frozenset[Day]
    sure: bool = True

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end

    @property
    def is_month(self) -> bool:
        """Whether it is a month by itself."""
        return not self.sure and not any(day.day for day in self.days)


_IN_FIGURES = re.compile(
    r"(?<![\d.,/:-])(?P<one>\d{1,4})(?P<mark>[./-])[ \u00a0]?(?P<two>\d{1,2})"
    r"(?:(?P=mark)[ \u00a0]?(?P<three>\d{4}|\d{2}|\d(?=\D|\Z))(?![\d/:]|[.,-]\d)|(?P<stop>\.)?(?![\d/:-]|[.,]\d))"
)
_HAN = "〇零一二三四五六七八九十廿"
_DIGITS = {**{digit: number for number, digit in enumerate("〇一二三四五六七八九")}, "零": 0}
_EASTERN = re.compile(
    rf"(?:(?:{ERA}|(?P<year>\d{{2,4}}|[〇零一二三四五六七八九]{{4}}))[ ]?[年년][ ]?)?"
    rf"(?<!\d)(?P<month>\d{{1,2}}|[{_HAN}]{{1,2}})[ ]?[月월](?!间)"
    rf"(?:[ ]?(?P<day>\d{{1,2}}|[{_HAN}]{{1,3}})[ ]?[日号號일])?"
)
_BEFORE = re.compile(
    r"(?<![\d.,:/])(?P<day>\d{1,2})(?:st|nd|rd|th|ère|er|e|º|ª|°|\.|-?го|-?е)?"
    r"[\s\u00a0]*(?:(?:day )?of |de |d['’])?[\s\u00a0]*\Z"
)
_YEAR_BEFORE = re.compile(r"(?<!\d)(?P<year>\d{4})(?:\.|年| m\.)?[\s\u00a0]*\Z")
_DAY_BEHIND = re.compile(
    r"\.?[\s\u00a0]*(?P<day>\d{1,2})(?:st|nd|rd|th|\.|-[a-z]{1,3})?(?![\d:]|[.,]\d)"
    r"(?:,?[\s\u00a0]+(?:of )?(?P<year>\d{4})(?!\d))?"
)
_YEAR_BEHIND = re.compile(r"\.?,?[\s\u00a0]*(?:(?:del?|of|du|năm|พ\.ศ\.|ค\.ศ\.) ?)?['’]?(?P<year>\d{4})(?![\d.,]\d|\d)")
_NEAR = 24
"""Characters before the name of a month in which its day is looked for."""

# In these the day may stand behind the month: May 3. Elsewhere a figure there counts something else.
_DAY_LAST = frozenset({"en", "hu", "lt", "lv", "fil", "eu", "ko", "zh", "ja", ""})
_CAPITALS = frozenset({"en", "de"})
# What may be joined to the name: endings, and the small words of Arabic and Hebrew.
_ENDINGS = {"fi": r"\w{0,5}", "hu": r"\w{0,5}", "tr": r"(?:['’]?[dt][ae]n?|['’]?[ıiuü]n)?", "uk": ""}
_PREFIXES = {"ar": "[وفبل]?", "he": "[ובלמה]{0,2}"}
# "May" and "March" are other words as well, unless one of these is before them.
_TWO_MEANINGS = {"may", "march", "mars", "mart", "maj", "mai", "mei"}
_MONTH_FOLLOWS = re.compile(
    r"\b(?:in|since|until|till|of|by|from|to|and|through|last|next|this|early|late|mid|before|after|during|every|each|im|seit|bis|ab|ende"
    r"|anfang|mitte|en|depuis|dès|fin|début|i|w|od|do|em|de)[ -]\Z",
    re.IGNORECASE,
)


def find_dates(prose: str, language: LanguageTag | None) -> list[Date]:
    """Return the dates, in order."""
    code = language.language if language else ""
    found = [*_in_figures(prose, code), *_eastern(prose), *_named(prose, code)]
    dates: list[Date] = []
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if not dates or date.start >= dates[-1].end:
            dates.append(date)
    return dates


def knows_months(language: LanguageTag | None) -> bool:
    """Whether the names of months in this language are known here."""
    return language is None or _like(language.language) in {*MONTHS, "zh", "ja", "ko", "yue"}


def _in_figures(prose: str, code: str) -> Iterator[Date]:
    for match in _IN_FIGURES.finditer(prose):
        one, two, three = (int(match[name]) if match[name] else 0 for name in ("one", "two", "three"))
        if match["three"] is None:
            is_date = match["mark"] == "/" or (match["mark"] == "." and match["stop"])
            days = _days((0, two, one), (0, one, two)) if is_date else frozenset()
        elif len(match["one"]) == 4:
            days = _days((one, two, three))
        elif len(match["three"]) == 1:
            days = frozenset()
        else:
            year = year_of_thailand(three) if code == "th" else three
            days = _days((year, two, one), *(() if match["mark"] == "." else ((year, one, two),)))
        if days:
            yield Date(*match.span(), match[0], days, sure=match["three"] is not None)


def _days(*readings: tuple[int, int, int]) -> frozenset[Day]:
    return frozenset(Day(*day) for day in readings if 1 <= day[1] <= 12 and 1 <= day[2] <= 31)


def _eastern(prose: str) -> Iterator[Date]:
    if "月" not in prose and "월" not in prose:
        return
    for match in _EASTERN.finditer(prose):
        year = year_of_era(match["era"], match["era_year"]) if match["era"] else _read(match["year"])
        day = Day(year, _read(match["month"]), _read(match["day"]))
        if 1 <= day.month <= 12 and day.day <= 31:
            yield Date(*match.span(), match[0], frozenset({day}), sure=bool(day.year or day.day))


def _read(figures: str | None) -> int:
    """Read figures, or a number below a hundred, or a year, in Han characters."""
    if not figures:
        return 0
    if figures.isdecimal():
        return int(figures)
    tens, ten, ones = figures.replace("廿", "二十").rpartition("十")
    if ten:
        return (_read(tens) or 1) * 10 + _read(ones)
    return int("".join(str(_DIGITS[digit]) for digit in figures))


def _named(prose: str, code: str) -> Iterator[Date]:
    pattern, months = _names(code)
    for match in pattern.finditer(prose) if pattern else ():
        if code in _CAPITALS and match["name"][0].islower():
            continue
        date = _around(prose, match, months[match["name"].casefold().replace(" ", "_")], code)
        if date.sure or _is_month(prose, match):
            yield date


def _around(prose: str, match: re.Match[str], month: int, code: str) -> Date:
    """Return the date that the name of a month is part of: with the day before it or behind, and the year."""
    start, end = match.span()
    before = prose[max(0, start - _NEAR) : start]
    year = day = 0
    if found := _BEFORE.search(before):
        day, start = int(found["day"]), start - len(before) + found.start()
        if behind := _YEAR_BEHIND.match(prose, end):
            year, end = int(behind["year"]), behind.end()
    elif behind := _YEAR_BEHIND.match(prose, end):
        year, end = int(behind["year"]), behind.end()
    elif code in _DAY_LAST and (behind := _DAY_BEHIND.match(prose, end)):
        day, year, end = int(behind["day"]), int(behind["year"] or 0), behind.end()
    if not year and (found := _YEAR_BEFORE.search(prose[max(0, start - _NEAR) : start])):
        year, start = int(found["year"]), start - len(found[0])
    if year in THAI_YEARS and code == "th":
        year = year_of_thailand(year)
    if day > 31:
        day, start, end = 0, *match.span()
    return Date(start, end, prose[start:end], frozenset({Day(year, month, day)}), sure=bool(day or year))


def _is_month(prose: str, match: re.Match[str]) -> bool:
    """Whether this is the name of a month for certain, though it stands alone."""
    name = match["name"].casefold()
    if len(name) <= 3 and name not in _TWO_MEANINGS:
        return not name.isascii()
    before = prose[max(0, match.start() - 10) : match.start()]
    return name not in _TWO_MEANINGS or _MONTH_FOLLOWS.search(before) is not None


@cache
def _names(code: str) -> tuple[re.Pattern[str] | None, dict[str, int]]:
    """Return what finds the names of months of a language, and which is which; of all languages where it is empty."""
    tables: Iterable[str] = [MONTHS[_like(code)]] if _like(code) in MONTHS else () if code else MONTHS.values()
    months = {
        name: number
        for table in tables
        for number, names in enumerate(table.split("|"), 1)
        for name in names.split()
    }  # fmt: skip
    if not months:
        return None, months
    listed = "|".join(re.escape(name).replace("_", "[ \u00a0]") for name in sorted(months, key=len, reverse=True))
    if code == "th":
        return re.compile(rf"(?P<name>{listed})"), months
    before, behind = _PREFIXES.get(code, ""), _ENDINGS.get(code, "")
    return re.compile(rf"(?<![^\W\d_]){before}(?P<name>{listed}){behind}(?![^\W\d_])", re.IGNORECASE), months


def _like(code: str) -> str:
    return {"nn": "nb", "no": "nb", "ca": "es", "gl": "es", "sk": "cs", "ms": "id"}.get(code, code)
