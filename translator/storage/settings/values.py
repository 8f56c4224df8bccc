"""What a setting may be: a check for each kind of value. None of them raises, whatever it is given."""

from collections.abc import Callable, Mapping
from typing import Any, get_args

from translator.storage.settings.errors import ValueNotAllowed

Check = Callable[[Any], bool]
"""Says whether a value can be meant."""

Table = Mapping[str, Any]


def is_flag(value: object) -> bool:
    """Return whether this is true or false."""
    return type(value) is bool


def is_text(value: object) -> bool:
    """Return whether this is text."""
    return type(value) is str


def text_up_to(longest: int) -> Check:
    """Take texts of so many characters at most."""
    return lambda value: type(value) is str and len(value) <= longest


def one_of(literal: object) -> Check:
    """Take the words of a Literal."""
    words = get_args(literal)
    return lambda value: value in words


def whole_number(lowest: int, highest: int) -> Check:
    """Take whole numbers within these bounds."""
    return lambda value: type(value) is int and lowest <= value <= highest  # a bool is an int to isinstance


def number_up_to(highest: float) -> Check:
    """Take numbers from 0 to this one. NaN lies within no bounds."""
    return lambda value: type(value) in (int, float) and 0 <= value <= highest


def known_values(table: Table, checks: Mapping[str, Check], prefix: str = "") -> dict[str, Any]:
    """Return what the table has of the keys that are known. Raises ValueNotAllowed, with the prefix before the key."""
    known = {key: table[key] for key in checks if key in table}
    for key, value in known.items():
        if not checks[key](value):
            raise ValueNotAllowed(prefix + key)
    return known
