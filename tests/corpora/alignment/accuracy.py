"""How many of the sentence links written down here are found."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from translator.language.tag import LanguageTag
from translator.text.alignment.align import align
from translator.text.span import Span

_HERE = Path(__file__).parent
PAIRS = ("en-ar", "en-de", "en-zh-Hans", "fr-es", "ja-en", "ru-en")
LONGEST_BLOCK = 1600

Numbers = tuple[int, ...]


@dataclass(frozen=True)
class Side:
    """One side of a paragraph."""

    language: LanguageTag
    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        return self._blank.join(self.sentences)

    def spans(self) -> list[Span]:
        """Where the sentences are in the text."""
        spans = []
        start = 0
        for sentence in self.sentences:
            spans.append((start, start + len(sentence)))
            start += len(sentence) + len(self._blank)
        return spans

    def numbers_in(self, place: Span) -> Numbers:
        """Return which sentences lie in that place, at least in part."""
        start, end = place
        return tuple(number for number, (from_, to) in enumerate(self.spans()) if from_ < end and start < to)

    def __add__(self, other: Self) -> "Side":
        return Side(self.language, self.sentences + other.sentences)

    @property
    def _blank(self) -> str:
        return " " if self.language.has_spaced_sentences else ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, its translation, and which sentences answer which."""

    pair: str
    source: Side
    target: Side
    links: tuple[tuple[Numbers, Numbers], ...]

    @classmethod
    def read(cls, pair: str, line: str) -> Self:
        written: dict[str, Any] = json.loads(line)
        source, target = (LanguageTag.parse(tag) for tag in pair.split("-", 1))
        links = tuple((tuple(ours), tuple(theirs)) for ours, theirs in written["links"])
        return cls(pair, Side(source, tuple(written["source"])), Side(target, tuple(written["target"])), links)

    def __add__(self, other: Self) -> "Paragraph":
        """Return both as one."""
        sources, targets = len(self.source.sentences), len(self.target.sentences)
        moved = ((tuple(n + sources for n in ours), tuple(n + targets for n in theirs)) for ours, theirs in other.links)
        return Paragraph(self.pair, self.source + other.source, self.target + other.target, (*self.links, *moved))

    @property
    def length(self) -> int:
        return max(len(self.source.text), len(self.target.text))

    def links_right(self) -> int:
        """Return how many of the links are found.

        One is right when all that is found of its sentences, on either side, links just these sentences.
        """
        source, target = self.source, self.target
        found = align(source.text, target.text, source.language.language, target.language.language)
        linked = [(source.numbers_in(link.source), target.numbers_in(link.target)) for link in found]
        return sum(_is_right(link, linked) for link in self.links)


def paragraphs(pair: str) -> list[Paragraph]:
    """Return the paragraphs of this language pair."""
    lines = (_HERE / f"{pair}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Paragraph.read(pair, line) for line in lines]


def long_blocks(pair: str) -> Iterator[Paragraph]:
    """Yield the paragraphs of this pair, joined to blocks as long as they come to be aligned."""
    block, *others = paragraphs(pair)
    for paragraph in others:
        if (joined := block + paragraph).length > LONGEST_BLOCK:
            yield block
            joined = paragraph
        block = joined
    yield block


def share_right(read: list[Paragraph]) -> float:
    """Return the share of the links that are found, from 0 to 1."""
    return sum(paragraph.links_right() for paragraph in read) / sum(len(paragraph.links) for paragraph in read)


def _is_right(link: tuple[Numbers, Numbers], found: list[tuple[Numbers, Numbers]]) -> bool:
    touching = [one for one in found if any(set(one[side]) & set(link[side]) for side in (0, 1))]
    return bool(touching) and all(one == link for one in touching)
