"""Find phone numbers, cautiously: what may be a date, a price, a range or a version is none.

International numbers (ITU-T E.164: a plus sign and at most 15 digits) are found anywhere, national ones by forms that
other numbers seldom have: a trunk zero before groups of digits, the forms of North America, Russia, China, India and
Brazil, or a word such as "Tel." before them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SEPARATOR = r"[ \u00a0\u2007\u2009\u202f.\-\u2010-\u2014/()（）－]"
# Digits with at most three separators between them, and what may stand before: a plus sign, an opening bracket.
_RUN = re.compile(rf"(?:[+＋] ?)?[(（]?(?:[+＋] ?)?\d(?:{_SEPARATOR}{{0,3}}\d)*")

# What stands directly before or behind a number that is no phone number.
_STICKS_BEFORE = re.compile(r"(?:[A-Za-z_#§$€£¥₹₽@+\d]|\d[.,:/-])\Z")
_STICKS_BEHIND = re.compile(r"[A-Za-z_\d]|[,:]\d|[^\S\r\n]?[%‰$€£¥₹₽°]")
_OTHER_NUMBER = re.compile(
    r"\b(?:ISBN|ISSN|EAN|GTIN|UPC|DOI|arXiv|PMID|PZN|ID|IP)(?:-1[03])?[\s:.]{0,3}\Z", re.IGNORECASE
)
_LABEL = re.compile(
    r"""(?<![^\W\d_])(?: tel | tél | telefon(?:nummer|o|e)? | téléphone | teléfono | phone(?:[ ](?:no|number))?
        | mobile? | móvil | cell(?:ulare)? | handy(?:nummer)? | fax | whatsapp | тел | телефон | τηλ | τηλέφωνο | טלפון
        | 電話(?:番号)? | 电话(?:号码)? | 手机(?:号码?)? | 手機 | 携帯(?:電話)? | 전화(?:번호)? | 휴대폰 | 연락처
        | هاتف | الهاتف | تليفون | جوال | تلفن | โทร | फ़ोन | फोन | điện[ ]thoại
        )(?:[.-]{0,2}nr)? [\s.:：#]{0,4}\Z""",
    re.VERBOSE | re.IGNORECASE,
)
_LONGEST_LABEL = 24

_DAY = "(?:0?[1-9]|[12]\\d|3[01])"
_YEAR = "(?:1[5-9]|2[01])\\d\\d"
_DATE = re.compile(
    rf"""(?<![+\d])(?: {_DAY}([./-]){_DAY}\1{_YEAR} | {_YEAR}([./-]){_DAY}\2{_DAY}
        | (?:0?[1-9]|1[0-2])[./-]{_YEAR} )(?!\d)
    | (?<![+\d])(?<!\d[./-]){_DAY}([./-]){_DAY}\3\d\d(?![./-]?\d)""",
    re.VERBOSE,
)
_APART = re.compile(r"\.[ ]|[ ]{2,}")
_PERHAPS_APART = re.compile(r"[ ][-/][ ]|[ ](?=\()|/")
_LONGEST = 34
"""Characters: fifteen digits, each with a separator, and a little more."""

_NATIONAL = re.compile(
    r"""(?:1[-. ])?(?:\([2-9]\d\d\)[ ]?|[2-9]\d\d[-. ])\d{3}[-. ]\d{4}  # North America
    | \([1-9]\d{1,2}\)[ ]?\d{3,5}(?:[ .]\d{2,4})?-\d{2,5}(?:-\d\d)?  # an area code in brackets
    | 8[ -]?\(?[3489]\d\d\)?[ -]?\d{3}[ -]\d\d[ -]?\d\d | 89\d{9}  # Russia
    | 1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})  # China, mobile
    | [6-9]\d{4}[ -]\d{5}  # India
    | [1-9]\d[ ]9\d{4}-\d{4}  # Brazil, mobile
    """,
    re.VERBOSE,
)
_GROUP = re.compile(r"\d+")
_INTERNATIONAL = re.compile(r"\(?\+ ?\(?[1-9]")
_DIALLED = re.compile(r"\(?00 ?[1-9]")
_TRUNK = re.compile(r"\(?0[1-9]")
_DECIMAL = re.compile(r"\d+\.\d+")
_ROUND = re.compile(r"\d+0{6}")
_FIXED_LENGTH = {"1": 11, "7": 11}
"""Digits of international numbers, by the country code they begin with, where all have as many."""


def find_phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where there is one, as half-open ranges."""
    for run in _RUN.finditer(text):
        if _OTHER_NUMBER.search(text, max(0, run.start() - _LONGEST_LABEL), run.start()):
            continue
        plain = _plain(run[0])
        for start, end in _pieces(plain):
            for from_, to in _numbers(text, plain, start, end, run.start()):
                yield run.start() + from_, run.start() + to


def _plain(run: str) -> str:
    """Return the run with the digits, blanks, hyphens and brackets of ASCII, in the same places."""
    return "".join(map(_plain_character, run))


def _plain_character(character: str) -> str:
    if character.isascii():
        return character
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    if character.isspace():
        return " "
    return {"（": "(", "）": ")", "＋": "+"}.get(character, "-")


def _pieces(plain: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between dates, ends of sentences and wide gaps."""
    borders = sorted(
        (*(date.span() for date in _DATE.finditer(plain)), *(gap.span() for gap in _APART.finditer(plain)))
    )
    return _between(borders, 0, len(plain))


def _between(borders: Iterable[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    for border_start, border_end in borders:
        if border_start > start:
            yield start, border_start
        start = max(start, border_end)
    yield start, end


def _numbers(text: str, plain: str, start: int, end: int, offset: int) -> Iterator[tuple[int, int]]:
    """Yield the phone number that this piece is, or those that it is made of."""
    if _is_phone_number(text, plain, start, end, offset):
        yield _trimmed(plain, start, end)
        return
    borders = [border.span() for border in _PERHAPS_APART.finditer(plain, start, end)]
    for from_, to in _between(borders, start, end) if borders else ():
        if _is_phone_number(text, plain, from_, to, offset):
            yield _trimmed(plain, from_, to)


def _is_phone_number(text: str, plain: str, start: int, end: int, offset: int) -> bool:
    start, end = _trimmed(plain, start, end)
    if not 6 <= end - start <= _LONGEST:
        return False
    before = text[max(0, offset + start - _LONGEST_LABEL) : offset + start]
    if _STICKS_BEFORE.search(before, max(0, len(before) - 2)) or _STICKS_BEHIND.match(text, offset + end):
        return False
    number = plain[start:end]
    groups = _GROUP.findall(number)
    return _has_form(number, groups) or (bool(_LABEL.search(before)) and 6 <= len("".join(groups)) <= 15)


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    """Return the piece without blanks, hyphens and the like at its ends; a bracket or a plus sign may begin it."""
    piece = plain[start:end]
    outer = " -./)" if ")" in piece else " -./("
    return start + len(piece) - len(piece.lstrip(outer)), start + len(piece.rstrip(" -./("))


def _has_form(number: str, groups: list[str]) -> bool:
    digits = "".join(groups)
    if _INTERNATIONAL.match(number):
        return 8 <= len(digits) <= 16 and len(digits) == _FIXED_LENGTH.get(digits[0], len(digits))
    if _DIALLED.match(number):
        return 11 <= len(digits) <= 17 and not set(digits) <= {"0", "1"}
    if _ROUND.fullmatch(digits):
        return False
    return bool(_NATIONAL.fullmatch(number)) or (bool(_TRUNK.match(number)) and _has_trunk_form(number, groups))


def _has_trunk_form(number: str, groups: list[str]) -> bool:
    """Whether the groups behind a trunk zero are those of a phone number; pairs are, where there are five of them."""
    count = len("".join(groups))
    if len(groups) == 1:
        return 10 <= count <= 11
    if {len(group) for group in groups} == {2}:
        return len(groups) == 5
    has_groups = 2 <= len(groups[0]) <= 5 and all(len(group) > 1 for group in groups[:-1]) and len(groups) <= 5
    return 9 <= count <= 12 and has_groups and not _DECIMAL.fullmatch(number)
