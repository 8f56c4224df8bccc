"""The languages that the program itself speaks, and which of them answers to a locale's name."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

ENGLISH = "en"

OFFERED = {
    "en": "English",
    "zh_CN": "简体中文",
    "zh_TW": "繁體中文",
    "ja": "日本語",
    "ko": "한국어",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "pt_BR": "Português (Brasil)",
    "ru": "Русский",
    "ar": "العربية",
}
"""Each in gettext's spelling, with its own name."""

RIGHT_TO_LEFT = frozenset({"ar"})

_TRADITIONAL = {"tw", "hk", "mo", "hant"}
_UNTRANSLATED = {"c", "posix"}
"""The locale of a system without one: its words are English."""


def match(locale: str) -> str | None:
    """Return the language offered for a locale's name or a tag, as in ``zh_Hant_HK.UTF-8`` or ``de-AT``; else None.

    Chinese goes by its script, or else by what is written in the region. Portuguese of any country is answered in
    Brazil's, which is nearer to it than English.
    """
    language, *rest = locale.partition(".")[0].partition("@")[0].replace("-", "_").lower().split("_")
    if language in _UNTRANSLATED:
        return ENGLISH
    if language == "zh":
        return "zh_TW" if _TRADITIONAL.intersection(rest) and "hans" not in rest else "zh_CN"
    if language == "pt":
        return "pt_BR"
    return language if language in OFFERED else None


def best(locales: Iterable[str]) -> str:
    """Return the language offered for the first of these locales that has one; English for none."""
    return next((found for locale in locales if (found := match(locale))), ENGLISH)
