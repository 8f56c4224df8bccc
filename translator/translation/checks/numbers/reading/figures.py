"""Read the numbers of a text that are in figures, as the language writes them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from translator.language.tag import LanguageTag
from translator.translation.checks.numbers.reading.eras import ERA, THAI_YEARS, year_of_era, year_of_thailand
from translator.translation.checks.numbers.reading.numerals import Value, read_numeral
from translator.translation.checks.numbers.reading.scales import scale_behind
from translator.translation.checks.numbers.reading.times import DAY, HALF_DAY, MINUTES, said_half, time_value
from translator.translation.checks.phrases import each

_BLANK = "\u00a0\u202f\u2009"
_GLYPHS = "¼-¾⅐-⅞"


def _pattern(blanks: str) -> re.Pattern[str]:
    return re.compile(
        rf"""(?:
            {ERA}(?=年)
        |   (?<![\d.,:])(?P<hour>\d{{1,2}})(?:
                :(?P<colon>[0-5]\d)(?::[0-5]\d)?(?![\d:])
            |   [ {_BLANK}]?(?:[hH]|Uhr|時|时|点|點|시|ч\.?|godz\.?|giờ)[ {_BLANK}]?(?P<unit>[0-5]?\d)(?!\d)
                (?:[ {_BLANK}]?(?:分|분|mn\b|min\b|phút))?
            |   (?:時|时|点|點|시)[ ]?(?P<half>半|반)
            )
        |   (?<![\d.,])(?P<measure>\d{{1,4}}[米块塊]\d)(?![\d.,])
        |   (?<![\d/])(?:(?P<whole>\d{{1,3}})[ ])?(?P<numerator>\d{{1,2}})[/⁄](?P<denominator>[1-9]\d{{0,2}})(?![\d/])
        |   (?P<before>\d{{1,3}})?[ {_BLANK}]?(?P<glyph>[{_GLYPHS}])
        |   (?P<number>
                (?<![\d.,])\d{{1,3}}(?:[{blanks}]\d{{3}}(?!\d))+(?:[.,]\d+)?
            |   \d+(?:[.,٬٫．，]\d+|['’]\d{{3}}(?!\d))*
            )
        )""",
        re.VERBOSE,
    )


_BEGIN = re.compile(rf"[\d{_GLYPHS}令平昭大明]")
# What stands directly before a figure, of two characters.
_MINUS = re.compile(r"(?:[\s(\[:=]|\A)[-−–]\Z")
_POINT = re.compile(r"(?:[^\w.,]|\A)\.\Z")
_FIGURE = _pattern(_BLANK)
_FIGURE_WITH_BLANKS = _pattern(_BLANK + " ")
# Languages that may part thousands with an ordinary blank.
_BLANK_LANGUAGES = each("fr ru uk be pl cs sk sv nb nn no da fi hu bg lt lv et de es pt ca it el ro hr sr sl kk")
_DECADE = re.compile(
    r"['’]?s\b|er(?:n|s)?\b|er-|年代|년대|-?(?:е|х|ые|ых|те|і|их)(?!\w)|-tal|-lu[kv]u|['’]l[iıuü]|-as\b"
)
_POINTED_TIME = re.compile(r"([01]?\d|2[0-3])\.([0-5]\d)")
_LONGEST_YEAR = 4
"""Digits."""
_PLACES = 6
"""Decimals that a part of a whole is compared by."""
_LETTER_SCALE = re.compile(r"[KMBk](?![\w'’])")
_SCALES_THAT_GO_ON = "万萬億亿兆千百만억조천백"
_LETTERS = {"K": 1000, "k": 1000, "M": 10**6, "B": 10**9}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in figures, and what it may mean.

    ``later`` is what it means where it is an hour after noon, ``otherwise`` where thousands and decimals are marked the
    other way round; ``parts`` are numbers that say the same apart from each other, as hours and minutes do.
    """

    start: int
    end: int
    text: str
    values: frozenset[Value]
    later: frozenset[Value] = frozenset()
    otherwise: frozenset[Value] = frozenset()
    parts: tuple[Value, ...] = ()


def find_figures(prose: str, language: LanguageTag | None) -> list[Figure]:
    """Return the numbers in figures, in order."""
    return list(_joined(prose, _figures(prose, language)))


def _figures(prose: str, language: LanguageTag | None) -> Iterator[Figure]:
    pattern = _FIGURE_WITH_BLANKS if language and language.language in _BLANK_LANGUAGES else _FIGURE
    place = 0
    while begin := _BEGIN.search(prose, place):
        place = begin.end()
        if match := pattern.match(prose, begin.start()):
            figure = _Reading(prose, language, match).figure()
            yield figure
            place = max(place, figure.end)


class _Reading:
    """Reads one figure. ``match`` is what the pattern found."""

    def __init__(self, prose: str, language: LanguageTag | None, match: re.Match[str]) -> None:
        self._prose = prose
        self._language = language
        self._match = match
        self._start, self._end = match.span()
        self._values: set[Value] = set()
        self._later: set[Value] = set()
        self._otherwise: set[Value] = set()
        self._parts: tuple[Value, ...] = ()

    def figure(self) -> Figure:
        match = self._match
        if match["era"]:
            self._values = {Decimal(year_of_era(match["era"], match["era_year"]))}
        elif match["hour"]:
            self._read_clock()
        elif match["measure"]:
            self._values = {Decimal(re.sub(r"\D", ".", match["measure"]))}
        elif match["denominator"] or match["glyph"]:
            self._read_fraction()
        else:
            self._read_number()
        return Figure(
            self._start,
            self._end,
            self._prose[self._start : self._end],
            frozenset(self._values),
            frozenset(self._later),
            frozenset(self._otherwise),
            self._parts,
        )

    def _read_clock(self) -> None:
        match = self._match
        hour, minute = int(match["hour"]), 30 if match["half"] else int(match["colon"] or match["unit"])
        self._parts = Decimal(hour), Decimal(minute)
        self._add_time(hour, minute)
        if not self._values:
            self._values = {f"{hour}:{minute}"}

    def _read_fraction(self) -> None:
        match = self._match
        if match["glyph"]:
            part = Decimal(str(round(unicodedata.numeric(match["glyph"]), _PLACES)))
            self._values = {int(match["before"] or 0) + part}
            return
        top, bottom = Decimal(match["numerator"]), Decimal(match["denominator"])
        self._parts = top, bottom
        self._values = {int(match["whole"] or 0) + round(top / bottom, _PLACES), f"{top}/{bottom}"}

    def _read_number(self) -> None:
        text = self._match["number"]
        before = self._prose[max(0, self._start - 2) : self._start]
        if _POINT.search(before) and text.isdecimal():
            text, self._start = f"0.{text}", self._start - 1
        plain, otherwise, self._parts = read_numeral(text, self._language)
        scale, self._end = scale_behind(self._prose, self._end, self._language)
        self._values = {_scaled(value, scale) for value in plain}
        self._otherwise = {_scaled(value, scale) for value in otherwise}
        if _MINUS.search(before):
            self._start -= 1
            self._values = {-value if isinstance(value, Decimal) else value for value in self._values}
        elif scale == 1:
            self._add_readings(text)

    def _add_readings(self, text: str) -> None:
        """Add what a number is as an hour, a decade, a year of another era, or with a letter for thousands."""
        number = int(text) if text.isdecimal() and len(text) <= _LONGEST_YEAR else -1
        if letter := _LETTER_SCALE.match(self._prose, self._end):
            self._values |= {value * _LETTERS[letter[0]] for value in self._values if isinstance(value, Decimal)}
        elif 0 <= number <= DAY:
            self._add_hour(number)
        elif number >= 0 and len(text) != 3 and number % 10 == 0 and _DECADE.match(self._prose, self._end):
            self._values.add(Decimal(number % 100 if number >= 100 else 1900 + number))
            if number % 100 == 0:  # "1700-talet" is the 18th century
                self._values.add(Decimal(number // 100 + 1))
        elif number in THAI_YEARS and self._language and self._language.language == "th":
            self._values.add(Decimal(year_of_thailand(number)))
        elif clock := _POINTED_TIME.fullmatch(text):
            self._add_time(int(clock[1]), int(clock[2]))

    def _add_hour(self, hour: int) -> None:
        if said_half(self._prose, self._start, self._end):
            self._values.clear()
        self._add_time(hour, 0)
        for values in (self._values, self._later):
            values |= {Decimal(value[1:]) / MINUTES for value in values if isinstance(value, str)}

    def _add_time(self, hour: int, minute: int) -> None:
        if hour > DAY:
            return
        if said := said_half(self._prose, self._start, self._end):
            self._end = said.end
            self._values.add(time_value(hour % HALF_DAY + said.hours if hour <= HALF_DAY else hour, minute))
            return
        self._values.add(time_value(hour, minute))
        if hour <= HALF_DAY:
            self._later.add(time_value(hour % HALF_DAY + HALF_DAY, minute))


def _scaled(value: Value, scale: Decimal) -> Value:
    return value * scale if scale != 1 and isinstance(value, Decimal) else value


def _joined(prose: str, figures: Iterator[Figure]) -> Iterator[Figure]:
    """Put together what is one number: 1億2000万, 1만 4천."""
    last: Figure | None = None
    for figure in figures:
        if last and (together := _together(prose, last, figure)):
            last = together
            continue
        if last:
            yield last
        last = figure
    if last:
        yield last


def _together(prose: str, one: Figure, other: Figure) -> Figure | None:
    is_large = prose[one.end - 1] in _SCALES_THAT_GO_ON and one.text[0].isdecimal()
    if not is_large or prose[one.end : other.start] not in ("", " "):
        return None
    totals = {
        large + small
        for large in one.values
        for small in other.values
        if isinstance(large, Decimal) and isinstance(small, Decimal)
    }
    return Figure(one.start, other.end, prose[one.start : other.end], frozenset(totals)) if totals else None
