"""Which letters to use: the interface's font, and for each script the font, size and line height to read in."""

import sys
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from translator.i18n import interface_language

SHORT_TEXT = 60
"""Texts up to this many characters are shown large."""

_LINUX_FALLBACKS = ("Inter", "Noto Sans", "Cantarell", "Ubuntu", "DejaVu Sans")
_GENERIC = {"", "sans", "sans serif", "sans-serif"}


class Reading(NamedTuple):
    """How a text is set: sizes and line heights in device-independent pixels, families best first."""

    size: int
    line: int
    large_size: int
    large_line: int
    families: tuple[str, ...] = ()


def _han(*families: str) -> Reading:
    return Reading(17, 28, 24, 36, families)


_ARABIC = Reading(19, 34, 26, 44, ("SF Arabic", "Segoe UI", "Noto Naskh Arabic"))
_TALL = Reading(17, 32, 24, 40)
_LATIN = Reading(17, 28, 24, 36)

_BY_SCRIPT = {
    "Hans": _han("PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC"),
    "Hant": _han("PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC"),
    "Jpan": _han("Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP"),
    "Kore": _han("Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR"),
    "Arab": _ARABIC,
    "Hebr": Reading(19, 34, 26, 44, ("SF Hebrew", "Segoe UI", "Noto Sans Hebrew")),
    "Thai": Reading(17, 32, 24, 40, ("Thonburi", "Leelawadee UI", "Noto Sans Thai")),
    "Deva": Reading(17, 32, 24, 40, ("Kohinoor Devanagari", "Nirmala UI", "Noto Sans Devanagari")),
}
# Scripts that stack marks above and below their letters need the room of Thai and Devanagari.
_BY_SCRIPT |= dict.fromkeys(("Beng", "Gujr", "Guru", "Khmr", "Knda", "Laoo", "Mlym", "Mymr", "Orya", "Sinh"), _TALL)
_BY_SCRIPT |= dict.fromkeys(("Taml", "Telu", "Tibt"), _TALL)
# The popup's 16 px in lines of 26, against the window's 17 in lines of 28.
_POPUP_SIZE, _POPUP_LINE = 16 / 17, 26 / 28
# Han letters have other shapes in each of these languages, and the system may prefer another's.
_INTERFACE_SCRIPTS = {"zh_CN": "Hans", "zh_TW": "Hant", "ja": "Jpan", "ko": "Kore"}
# Other scripts may need contextual alternates (the OpenType feature "calt") to join their letters.
_AS_WRITTEN = {"Latn", "Grek", "Cyrl"}


def interface_family() -> str:
    """Return the family of labels and buttons: the platform's own, or on Linux the first good one that is there."""
    family = QGuiApplication.font().family()
    if sys.platform == "win32":
        return _first_present("Segoe UI Variable Text", "Segoe UI") or family
    if sys.platform == "darwin" or family.casefold() not in _GENERIC:
        return family
    return _first_present(*_LINUX_FALLBACKS) or family


def _first_present(*families: str) -> str | None:
    return next((family for family in families if QFontDatabase.hasFamily(family)), None)


def reading_for(script: str) -> Reading:
    """Return how to set text of this script (ISO 15924)."""
    return _BY_SCRIPT.get(script, _LATIN)


def popup_reading_for(script: str) -> Reading:
    """Return how to set text of this script in the popup: a little smaller than in the window."""
    window = reading_for(script)
    return window._replace(size=round(window.size * _POPUP_SIZE), line=round(window.line * _POPUP_LINE))


def reading_font(script: str, size: float) -> QFont:
    """Return the font for text of this script at a size in pixels.

    The script's own family comes first: otherwise quotes and dashes of a Han text would come out Latin-width. Text in
    Latin, Greek or Cyrillic letters is drawn as it is written: fonts such as Inter make an arrow of "->" and a sign of
    multiplication of the letter in "x1", which are other characters.
    """
    font = QFont([*reading_for(script).families, interface_family()])
    font.setPixelSize(max(1, round(size)))
    if script in _AS_WRITTEN:
        font.setFeature(QFont.Tag("calt"), 0)
    return font


def interface_font(size: float, weight: int = 400) -> QFont:
    """Return the interface font at a size in pixels and a weight of 100 to 900, for the language that is spoken."""
    script = _INTERFACE_SCRIPTS.get(interface_language(), "")
    font = QFont([interface_family(), *reading_for(script).families])
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    return font
