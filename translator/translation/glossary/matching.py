"""Which terms occur in a text.

Each term is known by its first word. Words of the text are looked up by their first two letters, and only then are the
terms that begin so taken apart: thousands of terms cost next to nothing before they are met.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from translator.language.tag import LanguageTag
from translator.text.protected.find import find_protected
from translator.text.span import Span
from translator.translation.glossary.articles import article_of
from translator.translation.glossary.inflection import EXACT, Inflection, inflection_of
from translator.translation.glossary.pattern import TermPattern
from translator.translation.glossary.term import Term
from translator.translation.glossary.unspaced import UnspacedTerms
from translator.translation.glossary.words import first_word_of, is_unspaced, word_texts, words_of

_MOST_REMEMBERED = 50_000
"""Words whose terms are remembered: about the vocabulary of a long book."""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term, and where it is in the text."""

    term: Term
    span: Span


class Beginnings:
    """Terms by the stems of their first words."""

    def __init__(self, terms: Sequence[Term], inflection: Inflection) -> None:
        self._inflection = inflection
        self._by_stem: dict[str, list[tuple[int, TermPattern]]] = {}
        for term in terms:
            pattern = TermPattern(term, inflection)
            for stem, ways in pattern.first.readings.items():
                self._by_stem.setdefault(stem, []).append((ways, pattern))
            if plural := pattern.first.plural:
                self._by_stem.setdefault(inflection.fold(plural), []).append((EXACT, pattern))

    def of(self, word: str) -> dict[int, TermPattern]:
        """Return the terms whose first word this is, in whatever form, by what tells one from another."""
        return {
            id(pattern.term): pattern
            for stem, ways in self._inflection.readings(word).items()
            for term_ways, pattern in self._by_stem.get(stem, ())
            if ways & term_ways and pattern.first.matches(word)
        }


class TermMatcher:
    """Finds terms in texts of one ``language``, None where that is not known.

    Words count as the term's in whatever form they are inflected, as far as ``endings`` knows, in upper and lower case
    unless the term is case-sensitive, and with whatever article. A part of a word is no term, but for scripts without
    blanks between words. Of terms that overlap the longest counts, and of several that are the same words, all.
    """

    def __init__(self, terms: Sequence[Term], language: LanguageTag | None) -> None:
        self._inflection = inflection_of(language.language if language else "")
        self._unspaced = UnspacedTerms()
        self._by_key: dict[str, list[Term]] = {}
        self._beginnings_by_key: dict[str, Beginnings] = {}
        self._known: dict[str, Sequence[TermPattern]] = {}
        for term in terms:
            self._add(term)

    def _add(self, term: Term) -> None:
        article = article_of(term, self._inflection.language)
        word = "" if is_unspaced(term.source) else first_word_of(term.source[len(article) :])
        if not word:
            self._unspaced.add(term)
            return
        for key in self._inflection.keys(word):
            self._by_key.setdefault(key, []).append(term)

    def found_in(self, text: str) -> Sequence[FoundTerm]:
        """Return the terms in the text, in order."""
        found = [*self._unspaced.found_in(text), *(self._spaced(text) if self._by_key else ())]
        return [FoundTerm(term, span) for span, term in _longest(found, len(text))]

    def asked_for_in(self, text: str) -> Sequence[FoundTerm]:
        """Return those of a source text that its translation can respect: not those in what comes back as it is."""
        found = self.found_in(text)
        protected = find_protected(text) if found else ()
        return [each for each in found if not is_within(each.span, protected)]

    def _spaced(self, text: str) -> Iterator[tuple[Span, Term]]:
        beginnings = [
            (place, patterns)
            for place, word in enumerate(word_texts(text))
            if (patterns := self._known[word] if word in self._known else self._remember(word))
        ]
        words = words_of(text) if beginnings else ()  # most blocks have none, and places take time
        for place, patterns in beginnings:
            for pattern in patterns:
                if span := pattern.span_at(text, words, place):
                    yield span, pattern.term

    def _remember(self, word: str) -> Sequence[TermPattern]:
        """Return the terms that may begin with this word."""
        if len(self._known) >= _MOST_REMEMBERED:
            self._known.clear()
        found: dict[int, TermPattern] = {}
        for key in self._inflection.keys(word):
            if key in self._by_key:
                found |= self._beginnings(key).of(word)
        self._known[word] = patterns = tuple(found.values())
        return patterns

    def _beginnings(self, key: str) -> Beginnings:
        if key not in self._beginnings_by_key:
            self._beginnings_by_key[key] = Beginnings(self._by_key[key], self._inflection)
        return self._beginnings_by_key[key]


class Matchers:
    """Keeps the matcher that was used last: to take thousands of terms apart takes longer than to find them."""

    def __init__(self) -> None:
        self._last: tuple[Sequence[Term], LanguageTag | None, TermMatcher] | None = None

    def matcher_for(self, terms: Sequence[Term], language: LanguageTag | None) -> TermMatcher:
        """Return a matcher of these terms: the same one for the very same sequence and language."""
        if self._last is None or self._last[0] is not terms or self._last[1] != language:
            self._last = terms, language, TermMatcher(terms, language)
        return self._last[2]


def is_within(span: Span, others: Iterable[Span]) -> bool:
    """Tell whether this is part of one of those."""
    return any(start <= span[0] and span[1] <= end for start, end in others)


def occurrences(term_text: str, text: str, language: LanguageTag | None, *, case_sensitive: bool = False) -> list[Span]:
    """Return where a term, or a translation of one, is in a text of its language (if known), in whatever form."""
    term = Term(term_text, case_sensitive=case_sensitive)
    return [found.span for found in TermMatcher((term,), language).found_in(text)]


def _longest(found: Iterable[tuple[Span, Term]], length: int) -> list[tuple[Span, Term]]:
    """Return what is not overlapped by something longer, in order."""
    taken = bytearray(length)
    chosen: list[tuple[Span, Term]] = []
    before: Span | None = None
    for (start, end), term in sorted(found, key=lambda each: (each[0][0] - each[0][1], each[0][0])):
        if (start, end) == before or not any(taken[start:end]):
            before = (start, end)
            taken[start:end] = b"\1" * (end - start)
            chosen.append((before, term))
    return sorted(chosen, key=lambda each: each[0])
