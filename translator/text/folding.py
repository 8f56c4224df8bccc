"""Texts as they are searched: whatever their case and width, and without the marks that who searches leaves away.

``uber`` finds ``über``, and ``über`` does not find ``uber``: a mark in what is looked for is meant (asymmetric search,
UTS #10, section 8). Marks are those of Latin, Greek and Arabic letters and Hebrew points, accents on Cyrillic letters,
and ё, which is mostly written е. What makes another letter stays one: й and и, が and か, 가 and 거, vowel signs and
tones of the scripts of India and South-East Asia. Letters with a stroke and ligatures are taken for marked ones: ł, ø,
æ, ß.

The index of the history is made of ``bare`` texts: whoever changes what comes of a text makes that index anew.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from translator.text.span import Span

_LATIN_AND_GREEK = (range(0xC0, 0x250), range(0x370, 0x400), range(0x1E00, 0x2000))
_MARKS = "".join(
    chr(code)
    for first, last in (
        (0x300, 0x36F),  # of Latin, Greek, Cyrillic
        (0x591, 0x5BD), (0x5BF, 0x5BF), (0x5C1, 0x5C2), (0x5C4, 0x5C5), (0x5C7, 0x5C7),  # Hebrew points
        (0x610, 0x61A), (0x640, 0x640), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC),  # Arabic, and its stretch
        (0x6DF, 0x6E4), (0x6E7, 0x6E8), (0x6EA, 0x6ED),
    )
    for code in range(first, last + 1)
)  # fmt: skip
_ANY_MARKS = f"[{_MARKS}]*"
_MARK = re.compile(f"[{_MARKS}]")

_JOINED = "\u034f"  # stands for what makes one letter of two, as a mark
_LETTERS = {
    "ø": "o\u0338", "ł": "l\u0335", "đ": "d\u0335", "ħ": "h\u0335", "ŧ": "t\u0335", "æ": f"a{_JOINED}e",
    "œ": f"o{_JOINED}e", "ı": "i", "ё": "е\u0308", "ѐ": "е\u0300", "ѝ": "и\u0300",
    "آ": "ا\u0653", "أ": "ا\u0654", "إ": "ا\u0655",
}  # fmt: skip
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def folded(text: str) -> str:
    """Return the text without regard to case and width, its marks apart from their letters."""
    if text.isascii():
        return text.lower().replace("\0", " ")
    sharp = text.replace("ß", f"s{_JOINED}s").replace("ẞ", f"s{_JOINED}s")
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", sharp).casefold())
    return _OTHER.sub(lambda found: _APART[found[0]], composed)


def bare(text: str) -> str:
    """Return a folded text without marks."""
    return text if text.isascii() else _MARK.sub("", text)


@dataclass(frozen=True)
class SearchWord:
    """A word, or part of one, that is looked for, ``folded`` and ``bare``."""

    folded: str
    bare: str

    @property
    def as_written(self) -> str:
        """The word as it mostly stands in texts: where that is in one, the word is."""
        return unicodedata.normalize("NFC", self.folded)

    def is_in(self, text: str) -> bool:
        """Whether it stands in this folded text."""
        if self.folded == self.bare:
            return self.bare in bare(text)
        return self._pattern.search(text) is not None

    def places_in(self, text: str) -> Sequence[Span]:
        """Return where it stands in this text, which is not folded."""
        letters = [(letter, place) for place, character in enumerate(text) for letter in folded(character)]
        found = self._pattern.finditer("".join(letter for letter, _ in letters))
        return [(letters[one.start()][1], letters[one.end() - 1][1] + 1) for one in found]

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Matches it with any marks between its letters. Made once: it is looked for in a hundred thousand texts."""
        return re.compile(_ANY_MARKS.join(map(re.escape, self.folded)))


def search_words(query: str) -> Sequence[SearchWord]:
    """Return the words of a query, each once."""
    return [SearchWord(word, bare(word)) for word in dict.fromkeys(folded(query).split())]


def holds_all(words: Sequence[SearchWord], *texts: str) -> bool:
    """Whether each of the words stands in one of the texts."""
    prepared = [folded(text) for text in texts]
    return all(any(word.is_in(text) for text in prepared) for word in words)


def _apart() -> dict[str, str]:
    """Return what stands for letters that are not as they are searched."""
    table = {"\0": " ", **dict.fromkeys(_INVISIBLE, ""), **_LETTERS}
    for letter in (chr(code) for codes in _LATIN_AND_GREEK for code in codes):
        apart = unicodedata.normalize("NFD", letter)
        if len(apart) > 1 and all(map(_MARK.match, apart[1:])):
            table[letter] = _LETTERS.get(apart[0], apart[0]) + apart[1:]
    return table


# A class of single characters is looked for many times faster than str.translate goes through a text.
_APART = _apart()
_OTHER = re.compile(f"[{''.join(_APART)}]")
