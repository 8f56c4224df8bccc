"""Words in the user's language, for window and command line alike (gettext)."""

import gettext
import os
from collections.abc import Mapping
from pathlib import Path

DOMAIN = "translator"

_translations: gettext.NullTranslations = gettext.NullTranslations()


def install(directory: Path, languages: list[str]) -> None:
    """Use the catalogue of the first of these languages that there is; English is in the code itself."""
    global _translations  # noqa: PLW0603 - gettext's own pattern: one catalogue for the process
    _translations = gettext.translation(DOMAIN, directory, languages, fallback=True)


def interface_language() -> str:
    """Return the language that ``tr`` answers in, in gettext's spelling."""
    return _translations.info().get("language", "en")


def system_languages(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the user's languages in gettext's spelling, best first, from the environment; often empty on Windows."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = environment.get(name, "")
        if value:
            return [part.partition(".")[0] for part in value.split(":")]
    return []


def tr(message: str) -> str:
    """Return the message in the interface language."""
    return _translations.gettext(message)


def ntr(singular: str, plural: str, n: int) -> str:
    """Return the form of the message that ``n`` takes in the interface language."""
    return _translations.ngettext(singular, plural, n)
