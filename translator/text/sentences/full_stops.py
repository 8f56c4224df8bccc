"""Which full stops end a sentence, and which are those of abbreviations, initials and ordinal numbers.

The abbreviations of some 240 languages are known to sentencex. It is asked without quotation marks, since it does not
look into quotations. Where it was seen to err it is corrected here; the paragraphs in ``tests/corpora/alignment`` tell
what that brings.
"""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from typing import cast

# A quotation mark, half a character (it cannot be written in UTF-8), or a blank other than the plain one: behind a
# capital letter such a blank makes sentencex 1.0.32 panic.
_MASKED = re.compile('(?P<half>[\ud800-\udfff])|["“”„‟«»‹›‘「」『』＂]|[^\\S ]')

_LONGEST_WORD = 80
_BEFORE_WORD = re.compile(r"[\s(\[“„«「\"¿¡]")
_SMALL_WORD = re.compile(r"[^\W\d_A-ZÀ-ÞА-Я]{5,}\Z")
_ADDRESS = re.compile(r"[\w.+-]+@[\w.-]+|(?:https?://|www\.)\S+|(?:[\w-]{2,}\.)+\w{2,}")
_UNIT = re.compile(r"\d\s(?:[mlg]|[kcm][mgl]|[мл]|[ксм]м|кг|мл)\Z")
_ORDINAL = re.compile(r"(?<![\w.,])\d{1,2}\Z")
_ORDINAL_LANGUAGES = {
    "bs", "cs", "da", "de", "et", "eu", "fi", "fo", "hr", "hu", "is", "lb", "lt", "lv", "nb", "nn", "no", "pl", "sk",
    "sl", "sr", "tr",
}  # fmt: skip

# What sentencex does not know for abbreviations, of names and of places in a book.
_NAME_FOLLOWS = {"Dr", "dr", "Mr", "Mrs", "Ms", "Prof", "prof", "Mevr", "mevr", "Dhr", "dhr", "TS", "ThS"}
_NAME_FOLLOWS_IN = {"fr": {"M", "MM"}, "ru": {"е"}}
_NUMBER_FOLLOWS = {"art", "bd", "ch", "ext", "fig", "no", "nr", "núm", "p", "pp", "vol"}
# What it wrongly takes for abbreviations.
_COMMON_WORDS = {
    "de": {"mag", "OK"},
    "en": {"me", "No", "OK"},
    "es": {"mar", "no", "No"},
    "it": {"no", "No", "re"},
}

# Where sentencex fails: no end is a full stop behind a single letter or a short title, see ``long_lines``.
_LIKELY_END = re.compile(r"(?<!\b\w)(?<!\b[A-Z][a-z])\.")

Cutter = Callable[[str, str], Sequence[str]]
"""Cuts a text (the second argument) of a language into pieces that are the text when joined."""


class FullStops:
    """The full stops of one text."""

    def __init__(self, text: str, language: str, cutter: Cutter | None = None) -> None:
        self._text = text
        self._language = language
        self._cutter = cutter or _sentencex

    def ends_sentence(self, place: int, behind: int, following: str) -> bool:
        """Whether the full stop at this place ends a sentence.

        ``behind`` is where its closing quotes end. ``following`` is the first letter or figure of what follows, no
        small one.
        """
        before = self._text[max(0, place - _LONGEST_WORD) : place]
        word = _BEFORE_WORD.split(before)[-1]
        if self._is_abbreviation(word, before, following):
            return False
        return (
            place + 1 in self._ends
            or behind in self._ends
            or _ADDRESS.fullmatch(word) is not None
            or _UNIT.search(before) is not None
            or word in _COMMON_WORDS.get(self._language, ())
            or word == "OK"
            or (following.isdecimal() and _SMALL_WORD.match(word) is not None)
        )

    def _is_abbreviation(self, word: str, before: str, following: str) -> bool:
        """Whether it is certain, beyond what sentencex knows, that the word goes with what follows it."""
        if following.isdecimal():
            return word.lower() in _NUMBER_FOLLOWS
        if word in _NAME_FOLLOWS or word in _NAME_FOLLOWS_IN.get(self._language, ()):
            return True
        return self._language in _ORDINAL_LANGUAGES and _ORDINAL.search(before) is not None

    @cached_property
    def _ends(self) -> frozenset[int]:
        """Where sentencex says that sentences end."""
        masked = _MASKED.sub(lambda match: "x" if match["half"] else " ", self._text)
        pieces = self._pieces(masked)
        if "".join(pieces) != masked:
            return frozenset(match.end() for match in _LIKELY_END.finditer(masked))
        starts = accumulate((len(piece) for piece in pieces), initial=0)
        return frozenset(start + len(piece.rstrip()) for start, piece in zip(starts, pieces, strict=False))

    def _pieces(self, text: str) -> Sequence[str]:
        """Cut it; return nothing where that fails."""
        try:
            return self._cutter(text, self._language)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:  # noqa: BLE001 - a panic in Rust is no Exception; no text may bring the app down
            return ()


def _sentencex(text: str, language: str) -> Sequence[str]:
    from sentencex import segment  # type: ignore[import-untyped]  # it publishes no types

    return cast("list[str]", segment(language or "en", text))
