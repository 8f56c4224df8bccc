"""Numbers as the language of the interface writes them: 1,234.5 in English, 1.234,5 in German."""

from typing import NamedTuple

from translator.i18n import interface_language


class _Separators(NamedTuple):
    """Between thousands, before the fraction, and from how many digits on there is something between thousands."""

    group: str
    decimal: str
    grouped_from: int = 4


# From CLDR 47, with the digits that everything else here is written in.
_ENGLISH = _Separators(",", ".")
_BY_LANGUAGE = {
    "de": _Separators(".", ","),
    "fr": _Separators("\u202f", ","),
    "es": _Separators(".", ",", 5),
    "pt_BR": _Separators(".", ","),
    "ru": _Separators("\u00a0", ","),
}


def grouped(value: float) -> str:
    """Return a number with its thousands apart."""
    return localised(f"{value:,}")


class Localised(float):
    """A number that a message lays out by itself, as ``{seconds:.1f}``; it comes out as the language writes it."""

    def __format__(self, spec: str) -> str:
        return localised(super().__format__(spec))


def localised(written: str) -> str:
    """Return a number that is written as in English as the language of the interface writes it."""
    separators = _BY_LANGUAGE.get(interface_language(), _ENGLISH)
    whole, point, fraction = written.partition(".")
    digits = sum(char.isdigit() for char in whole)
    group = separators.group if digits >= separators.grouped_from else ""
    return whole.replace(",", group) + (separators.decimal if point else "") + fraction
