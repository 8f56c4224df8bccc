"""A text and its translation as the checks see them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from translator.language.scripts import count_scripts
from translator.language.tag import LanguageDetector, LanguageTag
from translator.text.span import Span
from translator.translation.checks.pieces import Piece, covered
from translator.translation.checks.words import find_sentences, find_words, weigh


class Sentence(NamedTuple):
    """A sentence: where it is, and its words without case."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def span(self) -> Span:
        """Where it is."""
        return self.start, self.end

    @property
    def weight(self) -> float:
        """How many words it has, as ``Side.word_count`` counts them."""
        return sum(map(weigh, self.words))


@dataclass(frozen=True)
class Side:
    """One of the two texts, and the pieces of it that are no prose: code, links, tags and placeholders.

    ``leaks`` are words that are no part of the translation.
    """

    text: str
    language: LanguageTag | None
    code: tuple[Piece, ...] = ()
    links: tuple[Piece, ...] = ()
    tags: tuple[Piece, ...] = ()
    placeholders: tuple[Piece, ...] = ()
    leaks: tuple[Piece, ...] = ()

    @cached_property
    def prose(self) -> str:
        """The text with all that is no prose covered; every character else is at its place."""
        pieces = (*self.code, *self.links, *self.tags, *self.placeholders, *self.leaks)
        return covered(self.text, [piece.span for piece in pieces])

    @cached_property
    def words(self) -> list[Span]:
        """Where the words of the prose are."""
        return find_words(self.prose)

    @cached_property
    def folded_words(self) -> list[str]:
        """The words of the prose, without case."""
        return [self.prose[start:end].casefold() for start, end in self.words]

    @cached_property
    def word_count(self) -> float:
        """How many words the prose has: two characters of a script without blanks count as one."""
        return sum(map(weigh, self.folded_words))

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the prose that have words."""
        starts = [start for start, _ in self.words]
        found = []
        for start, end in find_sentences(self.prose):
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            if last > first:
                found.append(Sentence(start, end, tuple(self.folded_words[first:last])))
        return found

    @cached_property
    def scripts(self) -> Counter[str]:
        """How much of the prose is in each script."""
        return count_scripts(self.prose)


@dataclass(frozen=True)
class Pair:
    """A source and what is said to be its translation. ``guess`` tells languages that scripts do not."""

    source: Side
    target: Side
    guess: LanguageDetector | None = None

    @property
    def is_same_language(self) -> bool:
        """Whether nothing has to be translated to be understood, as from en-US to en-GB."""
        source, target = self.source.language, self.target.language
        return source is not None and target is not None and source.is_same_language(target)

    @property
    def is_short(self) -> bool:
        """Whether the source is too short for echo, length and script to tell much: under four words."""
        return self.source.word_count < SHORT


SHORT = 4
"""In words."""


def spans_of(pieces: Sequence[Piece]) -> list[Span]:
    """Return where these pieces stand."""
    return [piece.span for piece in pieces]
