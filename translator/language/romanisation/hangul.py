"""Korean in the Revised Romanisation (Ministry of Culture and Tourism, notification 2000-8).

It follows the sounds: consonants that meet change as they do in speech, within a word. As the rules have it, tense
sounds that only speech has are not written, and ㅎ behind ㄱ, ㄷ and ㅂ stays, as in nouns. What depends on the word,
as the added ㄴ of some compounds does, is not known here.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_FIRST, _LAST = 0xAC00, 0xD7A3
_INITIALS = ("g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
# The letters of each final, by their own romanisation as initials; "ng" is no initial.
_FINALS = (
    (), ("g",), ("kk",), ("g", "s"), ("n",), ("n", "j"), ("n", "h"), ("d",), ("r",), ("r", "g"), ("r", "m"),
    ("r", "b"), ("r", "s"), ("r", "t"), ("r", "p"), ("r", "h"), ("m",), ("b",), ("b", "s"), ("s",), ("ss",), ("ng",),
    ("j",), ("ch",), ("k",), ("t",), ("p",), ("h",),
)  # fmt: skip
# What a final sounds as where no vowel follows.
_CODAS = {
    "g": "k", "kk": "k", "k": "k", "n": "n", "d": "t", "s": "t", "ss": "t", "j": "t", "ch": "t", "t": "t", "h": "t",
    "r": "l", "m": "m", "b": "p", "p": "p", "ng": "ng",
}  # fmt: skip
# Of two letters the first one sounds, but for these.
_SECOND_SOUNDS = {("r", "g"), ("r", "m"), ("r", "p")}
_NASALS = {"k": "ng", "t": "n", "p": "m"}
_WITH_H = {"g": "k", "d": "t", "j": "ch"}
_WORD = re.compile("[\uac00-\ud7a3]+")
_MARKS = str.maketrans("、。！？「」『』（）・：；〜　", ",.!?“”“”()-:;~ ")


class _Syllable(NamedTuple):
    initial: str
    vowel: str
    final: tuple[str, ...]


def romanise_hangul(text: str) -> str:
    """Return the text with its Hangul in Latin letters."""
    composed = unicodedata.normalize("NFC", text)
    return _WORD.sub(lambda word: _romanise(word[0]), composed).translate(_MARKS)


def _romanise(word: str) -> str:
    return "".join(_sounds([_taken_apart(ord(character)) for character in word]))


def _taken_apart(code: int) -> _Syllable:
    rest, final = divmod(code - _FIRST, len(_FINALS))
    initial, vowel = divmod(rest, len(_VOWELS))
    return _Syllable(_INITIALS[initial], _VOWELS[vowel], _FINALS[final])


def _sounds(syllables: list[_Syllable]) -> Iterator[str]:
    onset = syllables[0].initial
    for syllable, following in pairwise(syllables):
        coda, next_onset = _meeting(syllable.final, following)
        yield onset + syllable.vowel + coda
        onset = next_onset
    yield onset + syllables[-1].vowel + _coda(syllables[-1].final)


def _coda(final: tuple[str, ...]) -> str:
    if not final:
        return ""
    return _CODAS[final[1] if final in _SECOND_SOUNDS else final[0]]


def _meeting(final: tuple[str, ...], following: _Syllable) -> tuple[str, str]:
    """Return how a final and the initial behind it sound."""
    if not final:
        return "", following.initial
    if following.initial == "":
        return _before_vowel(final, following.vowel)
    if final[-1] == "h":
        return _behind_h(final[:-1], following.initial)
    if following.initial == "h":
        return _before_h(final, following.vowel)
    if final == ("r", "g") and following.initial == "g":
        return "l", "g"
    return _assimilated(_coda(final), following.initial)


def _before_vowel(final: tuple[str, ...], vowel: str) -> tuple[str, str]:
    """Take the last letter over to the next syllable, softened before ㅣ; ㅎ is not heard."""
    first, last = final[:-1], final[-1]
    if last == "ng":
        return "ng", ""
    if last == "h":
        return "", "".join(first)
    if vowel in ("i", "yeo") and last in ("d", "t"):
        last = "j" if last == "d" else "ch"
    return _coda(first), last


def _behind_h(first: tuple[str, ...], initial: str) -> tuple[str, str]:
    """Let a final ㅎ make ㄱ, ㄷ and ㅈ breathe, and be an ㄴ before ㄴ; it is not heard before others."""
    coda = _coda(first)
    if initial in _WITH_H:
        return coda, _WITH_H[initial]
    if initial == "n":
        return ("l", "l") if coda == "l" else ("n", "n")
    return _assimilated(coda, initial) if coda else ("", initial)


def _before_h(final: tuple[str, ...], vowel: str) -> tuple[str, str]:
    """Let an initial ㅎ make ㅈ, and ㄷ before ㅣ, breathe; behind other letters it is heard."""
    last = final[-1]
    if last in ("j", "ch") or (last == "d" and vowel in ("i", "yeo")):
        return _coda(final[:-1]), "ch"
    if len(final) == 2 and last in ("g", "b"):
        return "l" + _CODAS[last], "h"
    return _coda(final), "h"


def _assimilated(coda: str, initial: str) -> tuple[str, str]:
    if initial in ("n", "m"):
        return ("l", "l") if (coda, initial) == ("l", "n") else (_NASALS.get(coda, coda), initial)
    if initial == "r":
        return ("l", "l") if coda in ("l", "n") else (_NASALS.get(coda, coda), "n")
    return coda, initial
