"""The terms of the glossary are in the target, and what is forbidden for them is not."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from translator.text.protected.find import find_protected
from translator.text.span import Span
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.sides import Pair
from translator.translation.glossary.articles import without_article
from translator.translation.glossary.matching import TermMatcher, is_within, occurrences
from translator.translation.glossary.presence import is_present, may_be_present
from translator.translation.glossary.term import Term
from translator.translation.glossary.words import word_texts


class _Asked(NamedTuple):
    """Terms that are the same words of the source, any of which will do.

    ``span`` is where those are first, ``written`` how they are written each time.
    """

    terms: Sequence[Term]
    span: Span
    written: Sequence[str]


def check_terms(pair: Pair, terms: Sequence[Term]) -> Iterator[Finding]:
    """Yield each term of the source that is not in the target as it should be, and what is there but is forbidden.

    Of terms with the same words one is enough, and what one term forbids is allowed where another one asks for it. What
    may be a form of the term and may be another word is a warning. In links, code and placeholders there are no terms:
    those have to come back as they are.
    """
    asked = _asked_for(pair, terms) if terms else []
    kept = find_protected(pair.target.text) if asked else []
    occurring = [term for each in asked for term in each.terms]
    forbids = any(term.forbidden for term in occurring)
    granted = [span for term in occurring for span in _granted(pair, term)] if forbids else []
    for each in asked:
        yield from list(_forbidden(pair, each, [*granted, *kept])) or _missing(pair, each, kept)


def _asked_for(pair: Pair, terms: Sequence[Term]) -> list[_Asked]:
    by_span: dict[Span, list[Term]] = {}
    for found in TermMatcher(terms, pair.source.language).asked_for_in(pair.source.text):
        by_span.setdefault(found.span, []).append(found.term)
    spans: dict[tuple[Term, ...], list[Span]] = {}
    for span, alternatives in by_span.items():
        spans.setdefault(tuple(alternatives), []).append(span)
    text = pair.source.text
    return [_Asked(each, places[0], [text[slice(*place)] for place in places]) for each, places in spans.items()]


def _places(pair: Pair, term: Term, wanted: str, *, case_sensitive: bool | None = None) -> list[Span]:
    """Return where this translation of the term is in the target, in whatever form."""
    matters = term.case_sensitive if case_sensitive is None else case_sensitive
    return occurrences(wanted, pair.target.text, pair.target.language, case_sensitive=matters)


def _granted(pair: Pair, term: Term) -> list[Span]:
    """Return what stands in the target because this term asks for it: the term, or else its words one by one."""
    wanted = without_article(term.wanted, pair.target.language)
    found = _places(pair, term, wanted)
    if found or not is_present(wanted, pair.target.text, pair.target.language):
        return found
    return [span for word in word_texts(wanted) for span in _places(pair, term, word)]


def _forbidden(pair: Pair, asked: _Asked, allowed: Sequence[Span]) -> Iterator[Finding]:
    seen: set[Span] = set()
    for term in asked.terms:
        bad = [span for word in term.forbidden for span in _places(pair, term, word)]
        for start, end in bad:
            if (start, end) not in seen and not is_within((start, end), allowed):
                found = pair.target.text[start:end]
                yield Finding(Check.GLOSSARY, Severity.ERROR, asked.span, (start, end), term.wanted, found)
        seen.update(bad)


def _missing(pair: Pair, asked: _Asked, kept: Sequence[Span]) -> list[Finding]:
    found = [_judge(pair, term, asked, kept) for term in asked.terms if term.wanted]
    faults = [finding for finding in found if finding is not None]
    is_there = len(faults) < len(found)
    return [] if is_there else sorted(faults, key=lambda finding: finding.severity is Severity.ERROR)[:1]


def _judge(pair: Pair, term: Term, asked: _Asked, kept: Sequence[Span]) -> Finding | None:
    """Return what is wrong where this term alone would do."""
    text, language = pair.target.text, pair.target.language
    wanted = without_article(term.wanted, language)
    spellings = _spellings(term, [wanted, *(without_article(each, language) for each in asked.written)])
    if any(_places(pair, term, each, case_sensitive=True) for each in spellings):
        return None
    alike = [place for each in spellings or [wanted] for place in _places(pair, term, each, case_sensitive=False)]
    miswritten = next((place for place in alike if spellings and not is_within(place, kept)), None)
    if miswritten is None and (alike or is_present(wanted, text, language)):
        return None
    is_likely = not term.do_not_translate and (miswritten or may_be_present(wanted, text, language))
    found = text[slice(*miswritten)] if miswritten else ""
    severity = Severity.WARNING if is_likely else Severity.ERROR
    return Finding(Check.GLOSSARY, severity, asked.span, miswritten, term.wanted, found)


def _spellings(term: Term, ways: Sequence[str]) -> list[str]:
    """Return how the term may be written in the target; empty where capitals do not matter.

    ``ways`` are that of the glossary and those of the source: what stays as it is may be as in either. A sentence
    begins with a capital.
    """
    if not term.do_not_translate and not term.case_sensitive:
        return []
    right = ways if term.do_not_translate else ways[:1]
    return list(dict.fromkeys([*right, *(each[:1].upper() + each[1:] for each in right)]))
