"""Read figures with their separators: 1,234.50 is 1.234,50 elsewhere, and 1 234,50, and ١٬٢٣٤٫٥٠."""

import re
from decimal import Decimal

from translator.language.tag import LanguageTag
from translator.translation.checks.phrases import each

Value = Decimal | str
"""A number; or, as ``t`` with the minutes since midnight, a time; or figures that are no number, such as a version."""

Reading = tuple[set[Value], set[Value], tuple[Value, ...]]
"""What figures mean, what they would mean with the separators the other way round, and numbers that they consist of."""

_GROUP = 3
_MOST_DIGITS = 40
"""Longer ones are no quantities, but are compared as they are written."""

_COMMA = each(
    "de fr es it pt nl pl cs sk ru uk be bg sr hr bs sl mk tr sv da nb nn no fi hu ro el id vi et lv lt is ca gl eu sq"
    " az kk hy ka uz af lb"
)
_POINT_REGIONS = each("MX US GT PR DO HN NI PA PE SV CH LI")
_EITHER = frozenset({"ar", "fa", "ur", "ps", "ckb"})
"""Languages that have both in use with Latin figures."""


def read_numeral(text: str, language: LanguageTag | None) -> Reading:
    """Read figures; the text is digits with single separators between them, or a point before them."""
    groups, marks = _taken_apart(text)
    if not marks:
        return {_number(groups[0])}, set(), ()
    if len(set(marks)) > 1:
        return _of_two_marks(groups, marks), set(), ()
    if len(marks) > 1:
        return _of_many_groups(groups, marks[0])
    decimal = _number(*groups)
    if len(groups[1]) != _GROUP or not 0 < len(groups[0]) <= _GROUP or groups[0].startswith("0"):
        return {decimal}, set(), ()
    whole = _number("".join(groups))
    if language is None or language.language in _EITHER:
        return {decimal, whole}, set(), ()
    return ({decimal}, {whole}, ()) if marks[0] == _decimal_mark(language) else ({whole}, {decimal}, ())


def _taken_apart(text: str) -> tuple[list[str], list[str]]:
    """Return the digits between the marks that may be decimal ones; those that never are go."""
    text = text.replace("٫", "." if "," in text else ",").replace("．", ".").replace("，", ",")
    text = re.sub(r"[^\d.,]", "", text)
    return re.split("[.,]", text), re.findall("[.,]", text)


def _decimal_mark(language: LanguageTag) -> str:
    return "," if language.language in _COMMA and language.region not in _POINT_REGIONS else "."


def _of_two_marks(groups: list[str], marks: list[str]) -> set[Value]:
    """Read what has points and commas: the last is the decimal mark if it is there once."""
    if marks.count(marks[-1]) > 1:
        return {".".join(groups)}
    return {_number("".join(groups[:-1]), groups[-1])}


def _of_many_groups(groups: list[str], mark: str) -> Reading:
    """Read thousands (in India hundreds of them too), or else a version, a list or the like."""
    if len(groups[-1]) == _GROUP and all(len(group) in (2, _GROUP) for group in groups[1:]):
        return {_number("".join(groups))}, set(), ()
    return {mark.join(groups)}, set(), tuple(_number(group) for group in groups)


def _number(digits: str, decimals: str = "") -> Value:
    if len(digits) + len(decimals) > _MOST_DIGITS:
        return f"{digits}.{decimals}"
    return Decimal(f"{digits or 0}.{decimals or 0}")
