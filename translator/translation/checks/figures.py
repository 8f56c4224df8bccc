"""Read the numbers of a text that are in figures, as the language writes them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from translator.language.tag import LanguageTag
from translator.translation.checks.eras import ERA, THAI_YEARS, year_of_era, year_of_thailand
from translator.translation.checks.numerals import Value, read_numeral
from translator.translation.checks.scales import scale_behind
from translator.translation.checks.times import DAY, HALF_DAY, said_half, says_afternoon, time_value

_BLANK = "\u00a0\u202f\u2009"
_GLYPHS = "¼-¾⅐-⅞"


def _pattern(blanks: str) -> re.Pattern[str]:
    return re.compile(
        rf"""(?P<minus>(?:(?<=[\s(\[:=])|\A)[-−–](?=\d))?
        (?:
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
            |   (?<![\w.,])[.](?=\d)\d+
            )
        )""",
        re.VERBOSE,
    )


_FIGURE = _pattern(_BLANK)
_FIGURE_WITH_BLANKS = _pattern(_BLANK + " ")
# Languages that may part thousands with an ordinary blank.
_BLANK_LANGUAGES = frozenset(
    ["fr", "ru", "uk", "be", "pl", "cs", "sk", "sv", "nb", "nn", "no", "da", "fi", "hu", "bg", "lt", "lv", "et", "de", "es", "pt", "ca", "it", "el", "ro", "hr", "sr", "sl", "kk"]
)
_DECADE = re.compile(r"['’]?s\b|er(?:n|s)?\b|er-|年代|년대|-?(?:е|х|ые|ых|те|і|их)(?!\w)|-tal|-luvu|['’]l[iıuü]|-as\b")
_LETTER_SCALE = re.compile(r"[KMBk](?![\w'’])")
_LETTERS = {"K": 1000, "k": 1000, "M": 10**6, "B": 10**9}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number in figures, and what it may mean.

    ``otherwise`` is what it means where thousands and decimals are marked the other way round; ``parts`` are numbers
    that may say the same apart from each other, as the hours and the minutes of a time do.
    """

    start: int
    end: int
    text: str
    values: frozenset[Value]
    otherwise: frozenset[Value] = frozenset()
    parts: tuple[Value, ...] = ()


def find_figures(prose: str, language: LanguageTag | None) -> list[Figure]:
    """Return the numbers in figures, in order."""
    return list(_joined(prose, _Reader(prose, language).figures()))


class _Reader:
    """Reads the figures of one text."""

    def __init__(self, prose: str, language: LanguageTag | None) -> None:
        self._prose = prose
        self._language = language
        self._afternoon: bool | None = None

    def figures(self) -> Iterator[Figure]:
        code = self._language.language if self._language else ""
        pattern = _FIGURE_WITH_BLANKS if code in _BLANK_LANGUAGES else _FIGURE
        for match in pattern.finditer(self._prose):
            yield self._figure(match)

    def _figure(self, match: re.Match[str]) -> Figure:
        if match["era"]:
            return self._of_era(match)
        if match["hour"]:
            return self._clock(match)
        if match["measure"]:
            return self._made(match, {Decimal(re.sub(r"\D", ".", match["measure"]))})
        if match["denominator"] or match["glyph"]:
            return self._fraction(match)
        return self._number(match)

    def _of_era(self, match: re.Match[str]) -> Figure:
        return self._made(match, {Decimal(year_of_era(match["era"], match["era_year"]))})

    def _clock(self, match: re.Match[str]) -> Figure:
        hour = int(match["hour"])
        minute = 30 if match["half"] else int(match["colon"] or match["unit"])
        hours, end = self._hours(hour, match.start(), match.end())
        values: set[Value] = {time_value(one, minute) for one in hours} or {f"{hour}:{minute}"}
        return self._made(match, values, end, parts=(Decimal(hour), Decimal(minute)))

    def _fraction(self, match: re.Match[str]) -> Figure:
        if match["glyph"]:
            whole, part = int(match["before"] or 0), Decimal(str(round(unicodedata.numeric(match["glyph"]), 6)))
            return self._made(match, {_signed(match, whole + part)})
        top, bottom = Decimal(match["numerator"]), Decimal(match["denominator"])
        value = int(match["whole"] or 0) + round(top / bottom, 6)
        return self._made(match, {_signed(match, value), f"{top}/{bottom}"}, parts=(top, bottom))

    def _number(self, match: re.Match[str]) -> Figure:
        plain, otherwise, parts = read_numeral(match["number"], self._language)
        scale, end = scale_behind(self._prose, match.end(), self._language)
        values = {_scaled(_signed(match, value), scale) for value in plain}
        if scale == 1 and not match["minus"]:
            end = self._add_readings(match, values)
        others = frozenset(_scaled(value, scale) for value in otherwise)
        return self._made(match, values, end, others, parts)

    def _add_readings(self, match: re.Match[str], values: set[Value]) -> int:
        """Add what a number is as an hour, a decade, a year of another era, or with a letter for thousands."""
        text, place = match["number"], match.end()
        if letter := _LETTER_SCALE.match(self._prose, place):
            values |= {value * _LETTERS[letter[0]] for value in values if isinstance(value, Decimal)}
        elif len(text) <= 2 and text.isdecimal() and int(text) <= 24:
            return self._add_hours(int(text), match.start(), place, values)
        elif text.isdecimal() and len(text) in (2, 4) and text[-1] == "0" and _DECADE.match(self._prose, place):
            year = int(text)
            values.add(Decimal(year % 100 if year >= 100 else 1900 + year))
        elif text.isdecimal() and len(text) == 4 and int(text) in THAI_YEARS:
            values.add(Decimal(year_of_thailand(int(text))))
        elif clock := re.fullmatch(r"([01]?\d|2[0-3])\.([0-5]\d)", text):
            hours, end = self._hours(int(clock[1]), match.start(), place)
            values |= {time_value(hour, int(clock[2])) for hour in hours}
            return end
        return place

    def _add_hours(self, number: int, start: int, end: int, values: set[Value]) -> int:
        hours, after = self._hours(number, start, end)
        if said_half(self._prose, start, end):
            values.clear()
        values |= {time_value(hour) for hour in hours} | {Decimal(hour) for hour in hours}
        return after

    def _hours(self, hour: int, start: int, end: int) -> tuple[set[int], int]:
        """Return which hours of the day this may be, and where it ends with "am" or "pm" behind it."""
        if hour > DAY:
            return set(), end
        if said := said_half(self._prose, start, end):
            return {hour % HALF_DAY + said.hours if hour <= HALF_DAY else hour % DAY}, said.end
        if self._afternoon is None:
            self._afternoon = says_afternoon(self._prose, self._language)
        return {hour % DAY, hour % HALF_DAY + HALF_DAY} if self._afternoon and hour <= HALF_DAY else {hour % DAY}, end

    def _made(
        self,
        match: re.Match[str],
        values: set[Value],
        end: int = 0,
        otherwise: frozenset[Value] = frozenset(),
        parts: tuple[Value, ...] = (),
    ) -> Figure:
        start, end = match.start(), max(end, match.end())
        return Figure(start, end, self._prose[start:end], frozenset(values), otherwise, parts)


def _signed(match: re.Match[str], value: Value) -> Value:
    return -value if match["minus"] and isinstance(value, Decimal) else value


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
    between = prose[one.end : other.start]
    if between not in ("", " ") or prose[one.end - 1].isdecimal() or not one.text[0].isdecimal():
        return None
    if len(one.values) != 1 or prose[one.end - 1] not in "万萬億亿兆千百만억조천백":
        return None
    (large,) = one.values
    smaller = [value for value in other.values if isinstance(value, Decimal)]
    if not isinstance(large, Decimal) or not smaller:
        return None
    total = frozenset({large + value for value in smaller})
    return Figure(one.start, other.end, prose[one.start : other.end], total)
