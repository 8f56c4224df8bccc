"""Verbs of German and Dutch, parts of which go to other places: "schaltet es ab", "abgeschaltet", "abzuschalten"."""

import re
from collections.abc import Iterable, Iterator, Sequence

from translator.translation.glossary.inflection import inflection_of
from translator.translation.glossary.pattern import TermWord
from translator.translation.glossary.term import Term
from translator.translation.glossary.words import fold

_GERMAN = (
    "ab an auf aus bei da dar durch ein empor entgegen fern fest fort frei heraus herunter her hervor hinaus hinzu hin "
    "los mit nach nieder um unter vor voran voraus weg weiter wieder zurück zusammen zu über"
)
_DUTCH = "aan achter af bij binnen door in mee na neer om onder op over samen tegen terug toe uit vast voor weg"
_SEPARABLE = {language: words.split() for language, words in (("de", _GERMAN), ("nl", _DUTCH))}
_INFIXES = {"de": ("ge", "zu"), "nl": ("ge", "te")}
_OF_PARTICIPLE = "ge"
_LEAST_VERB = 4
"""Letters, without what may go elsewhere."""
_ENDINGS = re.compile(r"(?:ten|tet|test|te|den|end|en|est|et|st|n|e|t)$")
_VOWELS = re.compile("[aeiouyäöüh]")
_DOUBLED = re.compile(r"(.)\1+")
_LEAST_CONSONANTS = 2


def is_verb(word: str, language: str) -> bool:
    """Whether a word of a term is written as verbs are in dictionaries."""
    return language in _SEPARABLE and word.islower() and word.endswith("n") and len(word) >= _LEAST_VERB


def is_in_verb(verb: str, there: Sequence[str], language: str) -> bool:
    """Whether one of the words there is a form of the verb with something in it, or with its beginning behind it."""
    return any(_is_apart(prefix, rest, there, language) for prefix, rest in _parted(verb, language))


def has_same_consonants(verb: str, there: Sequence[str], language: str) -> bool:
    """Whether one of the words there may be a form of a verb whose vowels change: "nehmen", "genommen"."""
    small = {word for word in there if word.islower()}
    return any(_may_be(prefix, rest, small, language) for prefix, rest in _parted(verb, language))


def is_noun_of(words: Sequence[str], there: Sequence[str]) -> bool:
    """Whether one of the words there is a noun made of a phrase with a verb: "in Betrieb nehmen", "Inbetriebnahme"."""
    phrase = _consonants("".join(words).casefold())
    return len(words) > 1 and any(_consonants(other.casefold()) == phrase for other in there)


def _parted(verb: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield what may go elsewhere, and the rest of the verb: nothing and all of it, first."""
    yield "", verb
    for prefix in _SEPARABLE[language]:
        if verb.startswith(prefix) and len(verb) - len(prefix) >= _LEAST_VERB:
            yield prefix, verb.removeprefix(prefix)


def _beginnings(prefix: str, language: str) -> list[str]:
    """Return what forms of a verb with this prefix begin with: "abge", "abzu"; but "zunehmen" is not "nehmen"."""
    return [prefix + infix for infix in _INFIXES[language] if prefix or infix == _OF_PARTICIPLE]


def _is_apart(prefix: str, rest: str, there: Sequence[str], language: str) -> bool:
    form = TermWord(rest, Term(rest), inflection_of(language))
    last = max((place for place, word in enumerate(there) if word == prefix), default=0)
    if any(form.matches(word) for word in there[:last]):
        return True
    folded = {word.lower() for word in there}
    inner = {word[len(each) :] for each in _beginnings(prefix, language) for word in folded if word.startswith(each)}
    return any(form.matches(word) or form.matches(word + "e") for word in inner)


def _may_be(prefix: str, rest: str, there: Iterable[str], language: str) -> bool:
    wanted = _consonants(fold(rest, language))
    if len(wanted) < _LEAST_CONSONANTS:
        return False
    beginnings = ("", prefix, *_beginnings(prefix, language))
    rests = {word[len(each) :] for each in beginnings for word in there if word.startswith(each)}
    return any(_consonants(fold(word, language)) == wanted for word in rests)


def _consonants(word: str) -> str:
    """Return the consonants of the stem, and that it begins with a vowel where it does: "einem" is not "nehmen"."""
    stem = _ENDINGS.sub("", word)
    first = "-" if _VOWELS.match(stem) else ""
    return first + _DOUBLED.sub(r"\1", _VOWELS.sub("", stem))
