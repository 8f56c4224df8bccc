"""Years that are counted from another beginning: Japanese eras, and the Buddhist years of Thailand."""

ERA = r"(?P<era>令和|平成|昭和|大正|明治)[ ]?(?P<era_year>\d{1,2}|元)"
"""For a regular expression: an era, and the year of it."""

THAI_YEARS = range(2400, 2700)
"""Years that are Buddhist ones in a Thai text."""

_BEFORE_FIRST = {"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867}
_BUDDHIST = 543


def year_of_era(era: str, year: str) -> int:
    """Return the year of an era in the common one; the first is written 元 as well."""
    return _BEFORE_FIRST[era] + (1 if year == "元" else int(year))


def year_of_thailand(year: int) -> int:
    """Return a year of a Thai text in the common era; others than ``THAI_YEARS`` are taken for that."""
    return year - _BUDDHIST if year in THAI_YEARS else year
