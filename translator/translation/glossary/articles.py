"""What is only said before a term where it is listed: "the invoice", "ein Unternehmen", "to commission"."""

import re

from translator.language.tag import LanguageTag
from translator.translation.glossary.term import Term

_ARTICLES = {
    "en": "a an the", "de": "ein eine einen einem einer eines der die das den dem des", "nl": "een de het",
    "af": "die", "sv": "en ett den det de", "da": "en et den det de", "nb": "en ei et den det de",
    "nn": "ein ei eit den det dei", "fr": "un une des le la les l", "es": "un una unos unas el la los las",
    "pt": "um uma uns umas o a os as", "gl": "un unha uns unhas o a os as", "it": "un uno una il lo la i gli le l",
    "ca": "un una uns unes el la els les l", "ro": "un o", "el": "ο η το οι τα ένας μία μια ένα", "hu": "a az egy",
}  # fmt: skip
_OTHERS = {
    "en": "to", "de": "sich", "nl": "zich", "sv": "att", "da": "at", "nb": "å", "nn": "å", "fr": "se s",
}  # fmt: skip
"""Marks of the infinitive, and reflexives."""

_ARTICLE_WORDS = {language: frozenset(words.split()) for language, words in _ARTICLES.items()}
_LEADING_WORDS = {
    language: words | frozenset(_OTHERS.get(language, "").split()) for language, words in _ARTICLE_WORDS.items()
}
_FIRST_WORD = re.compile(r"\s*(\w+)(?:\s+|['’])(?=\S)")
_WORD = re.compile(r"\w+")
_LEAST_ABBREVIATION = 2

# "a" is a preposition as well, which stands before what is masculine as often: "a prazo", "a bordo".
_AMBIGUOUS = {"pt": "a", "gl": "a"}
_FEMININE = re.compile("(?:a|ão|ade|gem|xe)s?$")


def without_article(wanted: str, language: LanguageTag | None) -> str:
    """Return what a term wants without what is only said before it in a dictionary."""
    leading = _LEADING_WORDS.get(language.language, frozenset()) if language else frozenset()
    while (first := _FIRST_WORD.match(wanted)) and first[1].lower() in leading:
        wanted = wanted[first.end() :]
    return wanted


def article_of(term: Term, language: str) -> str:
    """Return the article that the source of a term of this language begins with, with what follows it, or nothing.

    Without it the term is looked for: what "la facture" is, "des factures" are. An article that may be part of a name
    is none: "The Times", "la Défense", "Die Zeit". Nor is what may mean something else without it: "la une", "to book".
    """
    first = _FIRST_WORD.match(term.source)
    articles = _ARTICLE_WORDS.get(language, frozenset())
    if not first or first[1].lower() not in articles or term.do_not_translate or term.part_of_speech == "properNoun":
        return ""
    following = _WORD.search(term.source, first.end())
    if following is None or following[0].lower() in articles or _is_name(first[1], following[0], language):
        return ""
    if first[1].lower() == _AMBIGUOUS.get(language) and not _FEMININE.search(following[0].lower()):
        return ""
    return first[0]


def _is_name(article: str, following: str, language: str) -> bool:
    """Whether these may begin a name, by their capitals. In German all nouns have one, and abbreviations everywhere."""
    if not following[:1].isupper():
        return False
    if following.isupper() and len(following) >= _LEAST_ABBREVIATION:
        return article.isupper()
    return language != "de" or not article.islower()
