"""The terms of the glossary are in the target, and what is forbidden for them is not."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from translator.text.protected.find import find_protected
from translator.text.span import Span
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.sides import Pair
from translator.translation.glossary.matching import is_within, occurrences
from translator.translation.glossary.term import Term

_ARABIC = re.compile("[\u0621-\u064a]")
_WEAK = re.compile("[اأإآويىةءئؤ\u064b-\u0652\u0640]")
_JOINED = re.compile(r"^[وفبلك]?ال(?=\w{3})|^لل(?=\w{3})|(?:هم?|ها|نا|كم|ات|ين|ون)$")
_LEAST_ROOT = 3
_SHORTEST_STEM = 4
_ENDING = 3
"""Letters at the end of a word that a form of it may not have."""


def check_terms(pair: Pair, terms: Sequence[Term]) -> Iterator[Finding]:
    """Yield each term of the source that is not in the target as it should be, and what is there but is forbidden.

    A form that may be the term's and may be another word is a warning. In links, code and placeholders there are no
    terms: those have to come back as they are.
    """
    kept, kept_in_target = (find_protected(side.text) if terms else [] for side in (pair.source, pair.target))
    for term in terms:
        places = occurrences(term.source, pair.source.text, pair.source.language, case_sensitive=term.case_sensitive)
        first = next((place for place in places if not is_within(place, kept)), None)
        if first is not None:
            yield from _of_term(pair, term, first, kept_in_target)


def _of_term(pair: Pair, term: Term, source: Span, kept: Sequence[Span]) -> Iterator[Finding]:
    wanted, text = term.wanted, pair.target.text
    places = partial(occurrences, text=text, language=pair.target.language, case_sensitive=term.case_sensitive)
    found = places(wanted) if wanted else [source]
    bad = [span for word in term.forbidden for span in places(word)]
    bad = [span for span in bad if not is_within(span, [*found, *kept])]
    for start, end in bad:
        yield Finding(Check.GLOSSARY, Severity.ERROR, source, (start, end), expected=wanted, found=text[start:end])
    if not found and not bad and not _is_there_by_root(text, wanted):
        is_likely = not term.do_not_translate and _may_be_there(text, wanted)
        yield Finding(Check.GLOSSARY, Severity.WARNING if is_likely else Severity.ERROR, source, expected=wanted)


def _may_be_there(text: str, term: str) -> bool:
    """Whether what every word of the term begins with is in the text: a compound, or a form that is not known."""
    folded = text.casefold()
    return all(_stem(word) in folded for word in term.casefold().split())


def _is_there_by_root(text: str, term: str) -> bool:
    """Whether the consonants of the term's words are in the text as a word: Arabic plurals change what is between."""
    roots = {_root(word) for word in text.split()}
    return all(root in roots and len(root) >= _LEAST_ROOT for root in map(_root, term.split()))


def _root(word: str) -> str:
    if not _ARABIC.search(word):
        return ""
    return _WEAK.sub("", _JOINED.sub("", re.sub(r"[^\w]", "", word)))


def _stem(word: str) -> str:
    return word[: max(_SHORTEST_STEM, len(word) - _ENDING)]
