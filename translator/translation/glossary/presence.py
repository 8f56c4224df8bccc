"""Whether words are in a text that is to have them: inflected, in another order, within a compound.

Whoever translates well does not leave a term as the glossary has it. Where nobody can know for certain, a word is taken
to be there: a term that is missed without need costs the user's trust.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from translator.language.tag import LanguageTag
from translator.translation.glossary.compounds import COMPOUNDING, is_in_compound
from translator.translation.glossary.germanic_verbs import has_same_consonants, is_in_verb, is_noun_of, is_verb
from translator.translation.glossary.inflection import inflection_of
from translator.translation.glossary.pattern import TermWord
from translator.translation.glossary.term import Term
from translator.translation.glossary.words import fold_gap, fold_unspaced, is_unspaced, word_texts, words_of

_JOINTS = frozenset({" ", "-", "'"})
_LEAST_CERTAIN = 3
"""Letters of a word that shows what another one, which is not quite known, is a part of."""

_ARABIC = re.compile("[\u0621-\u064a]")
_WEAK = re.compile("[اأإآويىةءئؤ\u064b-\u0652\u0640]")
_JOINED = re.compile(r"^[وفبلك]?ال(?=\w{3})|^لل(?=\w{3})|(?:هم?|ها|نا|كم|ات|ين|ون)$")
_LEAST_ROOT = 3
_KANA_ENDING = re.compile("[ぁ-ゟ]+$")
_SHORTEST_STEM = 4
_ENDING = 3
"""Letters at the end of a word that a form of it may not have."""


def is_present(wanted: str, text: str, language: LanguageTag | None) -> bool:
    """Whether all words of ``wanted`` are in a text of this language (if known), in whatever form and order."""
    if is_unspaced(wanted):
        return _is_written(_squeezed(wanted), _squeezed(text))
    words = word_texts(wanted)
    if not words or not _is_words_alone(wanted):
        return False
    spoken = language.language if language else ""
    there = word_texts(text)
    missing = [word for word in words if not _is_among(word, there, spoken)]
    if not missing or (is_verb(words[-1], spoken) and is_noun_of(words, there)):
        return True
    is_certain = any(len(word) >= _LEAST_CERTAIN for word in words if word not in missing)
    return is_certain and all(_may_be_verb(word, there, spoken) for word in missing)


def may_be_present(wanted: str, text: str, language: LanguageTag | None) -> bool:
    """Whether something in the text may be a form of each word of ``wanted``, or may be another word."""
    folded, there = text.casefold(), word_texts(text)
    spoken = language.language if language else ""
    return all(_stem(word.casefold()) in folded or _may_be_verb(word, there, spoken) for word in wanted.split())


def _is_words_alone(wanted: str) -> bool:
    """Whether there is nothing but words: "C#" is more than a "C"."""
    words = words_of(wanted)
    gaps = [wanted[one.end : other.start] for one, other in pairwise(words)]
    rest = wanted[: words[0].start] + wanted[words[-1].end :]
    return not rest.strip() and all(fold_gap(gap) in _JOINTS for gap in gaps)


def _is_among(word: str, there: Sequence[str], language: str) -> bool:
    inflection = inflection_of(language)
    form = TermWord(word, Term(word), inflection)
    known = set(there)
    if any(form.matches(other) for other in known):
        return True
    if is_verb(word, language):
        return is_in_verb(word, there, language)
    if language in COMPOUNDING and is_in_compound(form.readings, word, known, inflection):
        return True
    root = _root(word)
    return len(root) >= _LEAST_ROOT and any(_root(other) == root for other in known)


def _may_be_verb(word: str, there: Sequence[str], language: str) -> bool:
    return is_verb(word, language) and has_same_consonants(word, there, language)


def _root(word: str) -> str:
    """Return the consonants of an Arabic word: plurals change what is between them."""
    return _WEAK.sub("", _JOINED.sub("", word)) if _ARABIC.search(word) else ""


def _stem(word: str) -> str:
    return word[: max(_SHORTEST_STEM, len(word) - _ENDING)]


def _squeezed(text: str) -> str:
    """Return the text without blanks: between Latin and Han they come and go."""
    return "".join(fold_unspaced(text).split())


def _is_written(wanted: str, text: str) -> bool:
    """Whether this is in the text, or what is left of it without the kana in which Japanese is inflected.

    A single character without them is in many words: it has to be followed by others, and to follow no other character.
    """
    root = _KANA_ENDING.sub("", wanted)
    if wanted in text or not root or root == wanted:
        return wanted in text
    if len(root) > 1:
        return root in text
    return re.search(f"(?<![\u3005\u4e00-\u9fff]){re.escape(root)}[ぁ-ゟ]", text) is not None
