"""Whether words are in a translation in any form: inflected, in another order, as a part of a compound."""

from translator.language.tag import LanguageTag
from translator.translation.glossary.endings import COMPOUNDING
from translator.translation.glossary.inflection import Inflection, inflection_of
from translator.translation.glossary.words import fold, fold_unspaced, is_unspaced, word_texts

_LONGEST_PARTICLE = 3
"""Letters of small words that may change or go where a phrase is inflected: articles, prepositions."""

_LEAST_PART = 4
"""Letters that a part of a compound has at least; where letters are syllables, as in Korean, half as many."""

_FIRST_SYLLABLE, _LAST_SYLLABLE = "\uac00", "\ud7a3"
_FIRST_HIRAGANA, _LAST_HIRAGANA = "\u3041", "\u309f"


def is_present(wanted: str, text: str, language: LanguageTag) -> bool:
    """Whether all words of ``wanted`` are in a text of this language; small words do not count beside others."""
    if is_unspaced(wanted):
        return _root(_squeezed(wanted)) in _squeezed(text)
    words = word_texts(wanted)
    if not words:
        return _squeezed(wanted) in _squeezed(text)
    there = word_texts(text)
    weighty = [word for word in words if not _is_particle(word)] or words
    return all(_is_among(word, there, language.language) for word in weighty)


def _is_among(word: str, there: list[str], language: str) -> bool:
    inflection = inflection_of(language)
    if any(_are_forms(word, other, inflection) for other in there):
        return True
    if language not in COMPOUNDING:
        return False
    stem = min((s for s in inflection.readings(word) if len(s) >= _least_part(s)), key=len, default="")
    return bool(stem) and any(stem in fold(other, language) for other in there)


def _are_forms(one: str, other: str, inflection: Inflection) -> bool:
    ways = inflection.readings(one)
    return any(way & ways.get(stem, 0) for stem, way in inflection.readings(other).items())


def _least_part(stem: str) -> int:
    return _LEAST_PART // 2 if all(_FIRST_SYLLABLE <= letter <= _LAST_SYLLABLE for letter in stem) else _LEAST_PART


def _is_particle(word: str) -> bool:
    return len(word) <= _LONGEST_PARTICLE and word.islower()


def _squeezed(text: str) -> str:
    """Return the text without blanks: between Latin and Han they come and go."""
    return "".join(fold_unspaced(text).split())


def _root(text: str) -> str:
    """Return the text without the kana in which a Japanese verb or adjective is inflected."""
    end = len(text)
    while end > 0 and _FIRST_HIRAGANA <= text[end - 1] <= _LAST_HIRAGANA:
        end -= 1
    return text[:end] if end > 1 else text
