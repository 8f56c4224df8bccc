"""Whether a translation has the terms that it should have.

What is wanted may stand there in any form, in any order, and in a compound: whoever translates well inflects. What is
forbidden is only what is certainly that word.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from translator.language.tag import LanguagePair, LanguageTag
from translator.text.protected.find import find_protected
from translator.text.span import Span
from translator.translation.glossary.matching import TermMatcher, is_within, occurrences
from translator.translation.glossary.presence import is_present
from translator.translation.glossary.term import Term


class Fault(StrEnum):
    """What is wrong with a term."""

    MISSING = "missing"
    """What is wanted is nowhere in the translation."""
    CASE = "case"
    """It is there, in capitals or small letters that it should not have."""
    FORBIDDEN = "forbidden"
    """What is not to be used is there."""


@dataclass(frozen=True, slots=True)
class Violation:
    """A term that was not respected. ``source`` is where it is, ``target`` what is there instead, None if nothing."""

    term: Term
    fault: Fault
    source: Span
    expected: str
    target: Span | None = None
    found: str = ""


@dataclass(frozen=True, slots=True)
class _Occurrence:
    """Terms that are the same words of the source, any of which will do, and where they are first."""

    terms: Sequence[Term]
    span: Span


def violations(terms: Sequence[Term], source: str, target: str, languages: LanguagePair) -> Sequence[Violation]:
    """Return the terms of a source text that its translation does not respect, in the order of the source.

    A term is judged once, however often it occurs. Of terms with the same source text one is enough. What one term
    forbids and another asks for is allowed where both occur.
    """
    occurring = _occurring(terms, source, languages)
    wanted = {term.wanted for each in occurring for term in each.terms if term.wanted}
    spoken_for = [span for text in wanted for span in occurrences(text, target, languages.target)]
    spoken_for += find_protected(target) if occurring else ()  # a word in a link is nobody's choice
    found: list[Violation] = []
    for each in occurring:
        found += list(_forbidden(each, target, languages.target, spoken_for)) or _missing(
            each, source, target, languages.target
        )
    return found


def _occurring(terms: Sequence[Term], source: str, languages: LanguagePair) -> list[_Occurrence]:
    by_span: dict[Span, list[Term]] = {}
    for each in TermMatcher(terms, languages.source, languages.target).asked_for_in(source):
        by_span.setdefault(each.span, []).append(each.term)
    firsts: dict[tuple[Term, ...], Span] = {}
    for span, alternatives in by_span.items():
        firsts.setdefault(tuple(alternatives), span)
    return [_Occurrence(alternatives, span) for alternatives, span in firsts.items()]


def _forbidden(
    each: _Occurrence, target: str, language: LanguageTag, spoken_for: Sequence[Span]
) -> Iterator[Violation]:
    for term in each.terms:
        for text in term.forbidden:
            for start, end in occurrences(text, target, language, case_sensitive=term.case_sensitive):
                if not is_within((start, end), spoken_for):
                    yield Violation(term, Fault.FORBIDDEN, each.span, term.wanted, (start, end), target[start:end])


def _missing(each: _Occurrence, source: str, target: str, language: LanguageTag) -> list[Violation]:
    verdicts = [_judge(term, each.span, source, target, language) for term in each.terms]
    faults = [verdict for verdict in verdicts if verdict is not None]
    return faults[:1] if len(faults) == len(verdicts) else []


def _judge(term: Term, span: Span, source: str, target: str, language: LanguageTag) -> Violation | None:
    if not term.wanted:
        return None
    exactly = _exactly_as(term, source[span[0] : span[1]])
    if exactly and any(occurrences(text, target, language, case_sensitive=True) for text in exactly):
        return None
    alike = [place for text in exactly or [term.wanted] for place in occurrences(text, target, language)]
    if exactly and alike:
        start, end = alike[0]
        return Violation(term, Fault.CASE, span, exactly[0], alike[0], target[start:end])
    if alike or is_present(term.wanted, target, language):
        return None
    return Violation(term, Fault.MISSING, span, exactly[0] if exactly else term.wanted)


def _exactly_as(term: Term, in_source: str) -> list[str]:
    """Return how the term may be written, the best first; empty where any case will do.

    What is kept as it is may be so as the glossary has it, or the text. Other terms have a capital where a sentence
    begins.
    """
    if term.do_not_translate:
        return list(dict.fromkeys((term.source, in_source)))
    if term.case_sensitive:
        return list(dict.fromkeys((term.target, term.target[:1].upper() + term.target[1:])))
    return []
