"""A term, taken apart into its words and what is between them."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from translator.text.span import Span
from translator.translation.glossary.articles import article_of
from translator.translation.glossary.inflection import Inflection
from translator.translation.glossary.term import Term
from translator.translation.glossary.words import Word, first_word_of, fold_gap, words_of

_JOINTS = frozenset({" ", "-"})
"""What may stand for each other between two words: "know-how", "know how"."""

_ENDS_OF_SENTENCE = ".,;:!?…"
_AFTER_ARTICLES = frozenset({" ", "'"})


class TermWord:
    """A word of a term, to be compared with words of texts; ``readings`` are its stems."""

    def __init__(self, word: str, term: Term, inflection: Inflection, part_of_speech: str = "") -> None:
        self._word = word
        self._case_sensitive = term.case_sensitive
        self._inflection = inflection
        self.readings = inflection.readings_of_term(word, part_of_speech)
        self.plural = f"{word}s" if word.isupper() else ""
        """Of an abbreviation, which may be too short to have endings: PCs, but not "its" for IT."""

    def matches(self, word: str) -> bool:
        """Whether a word of a text is this word, in whatever form."""
        if word in (self._word, self.plural):
            return True
        stems = [stem for stem, way in self._inflection.readings(word).items() if way & self.readings.get(stem, 0)]
        if not self._case_sensitive:
            return bool(stems)
        return any(word[: len(stem)] == self._word[: len(stem)] for stem in stems)


class TermPattern:
    """A term that begins with a word, as it is looked for in texts. What follows is looked at when it is met.

    An article before it need not be in the text. Where it is, it counts as part of the term.
    """

    def __init__(self, term: Term, inflection: Inflection) -> None:
        self.term = term
        self._inflection = inflection
        article = article_of(term, inflection.language)
        self._article = inflection.fold(first_word_of(article))
        self._source = source = term.source[len(article) :]
        self._words = words_of(source)
        self.first = self._word(self._words[0])
        self._before = source[: self._words[0].start].lstrip()
        self._after = source[self._words[-1].end :].rstrip().rstrip(_ENDS_OF_SENTENCE)

    def _word(self, word: Word) -> TermWord:
        is_alone = len(self._words) == 1
        part_of_speech = self.term.part_of_speech or ("noun" if self._article else "")
        # A phrase's part of speech is not that of its words: a noun may have adjectives in it.
        return TermWord(word.text, self.term, self._inflection, part_of_speech if is_alone else "")

    @cached_property
    def _others(self) -> Sequence[tuple[str, TermWord]]:
        """The other words, each after what is before it."""
        pairs = pairwise(self._words)
        return [(fold_gap(self._source[one.end : other.start]), self._word(other)) for one, other in pairs]

    def span_at(self, text: str, words: Sequence[Word], place: int) -> Span | None:
        """Return where the term is, if it begins there: ``first`` has to match that word."""
        last = place + len(self._words) - 1
        if last >= len(words):
            return None
        for (one, other), (gap, word) in zip(pairwise(words[place : last + 1]), self._others, strict=True):
            if not _agree(gap, fold_gap(text[one.end : other.start])) or not word.matches(other.text):
                return None
        start, end = words[place].start, words[last].end
        if not text.endswith(self._before, 0, start) or not text.startswith(self._after, end):
            return None
        start -= len(self._before)
        return self._article_before(text, words, place, start), end + len(self._after)

    def _article_before(self, text: str, words: Sequence[Word], place: int, start: int) -> int:
        """Return where the term's own article begins, if it is there; else ``start``."""
        if not self._article or not place:
            return start
        before = words[place - 1]
        is_there = self._inflection.fold(before.text) == self._article
        return before.start if is_there and fold_gap(text[before.end : start]) in _AFTER_ARTICLES else start


def _agree(one: str, other: str) -> bool:
    return one == other or (one in _JOINTS and other in _JOINTS)
