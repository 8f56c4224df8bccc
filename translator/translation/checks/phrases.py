"""Lists of words and phrases, written so that they can be read, and found in texts quickly."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from translator.text.span import Span

_BLANK = r"[ \u00a0\u202f]"
_KEY = 3
"""Letters that a phrase is looked up by."""


def either(listed: str) -> str:
    r"""Return what matches any of these, parted by blanks.

    ``_`` stands for a blank, ``*`` for the rest of a word. The longest is tried first. Each ends with a word, unless it
    has a ``+`` at its end, as those of scripts without blanks between words do.
    """
    return "(?:" + "|".join(map(_pattern, sorted(listed.split(), key=len, reverse=True))) + ")"


def _pattern(phrase: str) -> str:
    pattern = re.escape(phrase.rstrip("+")).replace("_", _BLANK).replace(r"\*", r"\w*")
    return pattern if phrase.endswith("+") else rf"{pattern}(?!\w)"


def each(listed: str) -> frozenset[str]:
    """Return what is in a list, parted by blanks."""
    return frozenset(listed.split())


class Phrases:
    """Finds phrases of a list (see ``either``) in texts, by their first letters.

    One expression for all of them would try each at every place of the text; and all expressions made at once would
    take longer than a window may stand still.
    """

    def __init__(self, listed: str) -> None:
        self._listed = listed
        self._patterns: dict[str, re.Pattern[str]] = {}

    @cached_property
    def _by_key(self) -> dict[str, list[str]]:
        by_key: dict[str, list[str]] = {}
        for phrase in self._listed.split():
            if not phrase.endswith("+"):
                by_key.setdefault(_key(phrase), []).append(phrase)
        return by_key

    def _pattern_of(self, key: str) -> re.Pattern[str] | None:
        """Return what finds the phrases that begin like this, made when first asked for."""
        if key not in self._patterns and key in self._by_key:
            self._patterns[key] = re.compile(either(" ".join(self._by_key[key])), re.IGNORECASE)
        return self._patterns.get(key)

    @cached_property
    def _anywhere(self) -> re.Pattern[str] | None:
        listed = [phrase for phrase in self._listed.split() if phrase.endswith("+")]
        return re.compile(either(" ".join(listed)), re.IGNORECASE) if listed else None

    def find(self, text: str, words: Sequence[Span]) -> Iterator[Span]:
        """Yield where there is one, in no order; ``words`` is where the words of the text are."""
        for start, _ in words:
            pattern = self._pattern_of(text[start : start + _KEY].casefold())
            if pattern and (match := pattern.match(text, start)):
                yield match.span()
        if self._anywhere and not text.isascii():
            for match in self._anywhere.finditer(text):
                yield match.span()

    def are_in(self, text: str, words: Sequence[Span]) -> bool:
        """Whether there is one."""
        return next(self.find(text, words), None) is not None


def _key(phrase: str) -> str:
    return phrase.replace("_", " ")[:_KEY].casefold()
