"""Words in the user's language, for window and command line alike (gettext).

Nothing is read before the first word is wanted: a start that only passes a call on to the running program says nothing,
and need not wait for a catalogue.
"""

from __future__ import annotations

import gettext
from struct import error as TooShort  # noqa: N812 - what gettext raises for a file that ends early
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DOMAIN = "translator"


class Catalogues:
    """The messages of one language; English, which is in the code itself, where it has no catalogue.

    ``choose`` returns the language, in gettext's spelling, and is called when the first word is wanted.
    """

    def __init__(self, directory: Path | None = None, choose: Callable[[], str] = lambda: "en") -> None:
        self._directory = directory
        self._choose = choose
        self._language = ""
        self._messages: gettext.NullTranslations | None = None

    @property
    def language(self) -> str:
        """The language of the messages, in gettext's spelling."""
        self._load()
        return self._language

    @property
    def messages(self) -> gettext.NullTranslations:
        """The messages."""
        return self._messages or self._load()

    def _load(self) -> gettext.NullTranslations:
        if self._messages is None:
            language = self._choose()
            messages = None if self._directory is None else read_messages(self._directory, language)
            self._language, self._messages = (language, messages) if messages else ("en", gettext.NullTranslations())
        return self._messages


def read_messages(directory: Path, language: str) -> gettext.NullTranslations | None:
    """Return the compiled catalogue of a language; None where there is none that can be read."""
    try:
        with (directory / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, ValueError, TooShort):  # English is better than no program; UnicodeDecodeError is a ValueError
        return None


_catalogues = Catalogues()


def install(directory: Path, choose: Callable[[], str]) -> None:
    """Answer from now on in the language that ``choose`` returns when the first word is wanted."""
    global _catalogues  # noqa: PLW0603 - gettext's own pattern: one catalogue for the process
    _catalogues = Catalogues(directory, choose)


def interface_language() -> str:
    """Return the language that ``tr`` answers in, in gettext's spelling."""
    return _catalogues.language


def tr(message: str) -> str:
    """Return the message in the interface language."""
    return _catalogues.messages.gettext(message)


def ntr(singular: str, plural: str, n: int) -> str:
    """Return the form of the message that ``n`` takes in the interface language."""
    return _catalogues.messages.ngettext(singular, plural, n)


def ptr(context: str, message: str) -> str:
    """Return the message as it is meant in this context: for words that English alone has one of for several things."""
    return _catalogues.messages.pgettext(context, message)
