"""The words of a text, and what is alike in them however they are written."""

import re
import unicodedata
from typing import NamedTuple

# Scripts that are written without blanks between words: Thai to Tibetan, Burmese, Khmer, kana, bopomofo, Han.
_UNSPACED = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# What Python counts as no part of a word and is one: soft hyphens, combining marks, vowel signs of India, joiners.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u0900-\u0963\u0971-\u0df3\u200d"
)
_WORD = re.compile(f"[^\\W{_UNSPACED}]+(?:[{_MARKS}]+[^\\W{_UNSPACED}]*)*")
_HAS_UNSPACED = re.compile(f"[{_UNSPACED}]")

# Soft hyphens and joiners, points of Hebrew, signs and the long stroke of Arabic: a word is the same without.
_UNREAD = re.compile("[\u00ad\u200d\u0591-\u05bd\u05bf\u05c1\u05c2\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_ALIKE = str.maketrans({"ё": "е", "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك"})
_DOTTED = frozenset({"tr", "az"})
_DOTS = str.maketrans({"İ": "i", "I": "ı"})

_PLAIN_GAPS = frozenset({" ", "-", "'"})
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc\u2032`\u00b4]")


class Word(NamedTuple):
    """A word, and where it is."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[Word]:
    """Return the words of a text; apostrophes, hyphens and other signs are between them.

    What is in a script without blanks between words is left out.
    """
    return [Word(match[0], *match.span()) for match in _WORD.finditer(text)]


def word_texts(text: str) -> list[str]:
    """Return those words alone."""
    found: list[str] = _WORD.findall(text)
    return found


def first_word_of(text: str) -> str:
    """Return the first of the words; empty where there is none."""
    match = _WORD.search(text)
    return match[0] if match else ""


def is_unspaced(text: str) -> bool:
    """Whether some of it is in a script without blanks between words."""
    return _HAS_UNSPACED.search(text) is not None


def is_in_word(text: str, place: int) -> bool:
    """Whether the characters on both sides of a place belong to one word of a script with blanks."""
    return 0 < place < len(text) and _WORD.fullmatch(text[place - 1 : place + 1]) is not None


def fold(word: str, language: str) -> str:
    """Return the word as it is compared: without case, and without what may be left out in writing."""
    if language in _DOTTED:
        word = word.translate(_DOTS)
    if word.isascii():
        return word.lower()
    folded = _UNREAD.sub("", unicodedata.normalize("NFKC", word).casefold()).translate(_ALIKE)
    if language == "el":  # the accent moves as a word is inflected
        decomposed = unicodedata.normalize("NFD", folded)
        folded = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return folded


def fold_unspaced(text: str) -> str:
    """Return the text without case, of the same length; as it is where that cannot be."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else text


def fold_gap(gap: str) -> str:
    """Return what is between two words as it is compared: any blanks are one, or none beside a sign."""
    if gap in _PLAIN_GAPS:
        return gap
    plain = _APOSTROPHES.sub("'", _HYPHENS.sub("-", gap)).replace("\u200c", " ").replace("\u200b", "")
    return "".join(plain.split()) or " "
