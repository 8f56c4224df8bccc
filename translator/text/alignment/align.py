"""Which part of a block's translation answers which part of the block."""

from collections.abc import Sequence
from dataclasses import dataclass

from translator.text.alignment.anchors import find_anchors
from translator.text.alignment.expansion import ratio
from translator.text.alignment.gale_church import chain
from translator.text.sentences.segments import segment
from translator.text.span import Span


@dataclass(frozen=True, slots=True)
class Link:
    """A piece of a block and the piece of its translation that answers it."""

    source: Span
    target: Span


def align(source: str, target: str, source_language: str, target_language: str) -> list[Link]:
    """Link the sentences of a block to those of its whole translation.

    The links are in order on both sides, and every sentence is in exactly one: a link may hold several of them. There
    are none where a side is blank. The languages are primary subtags ("de"), "" where unknown.
    """
    ours, theirs = segment(source, source_language), segment(target, target_language)
    if not ours or not theirs:
        return []
    if len(ours) == 1 or len(theirs) == 1:
        return [Link(_whole(ours), _whole(theirs))]
    sources, targets = _pieces(source, ours), _pieces(target, theirs)
    lengths, others = _lengths(sources), _lengths(targets)
    languages = (source_language, target_language)
    growth = ratio(sum(lengths), sum(others), min(len(ours), len(theirs)), languages)
    beads = chain(*_scaled(lengths, others, growth), find_anchors(sources, targets))
    return [Link(_whole(ours[i.start : i.stop]), _whole(theirs[j.start : j.stop])) for i, j in beads]


def _pieces(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


def _lengths(sentences: Sequence[str]) -> list[float]:
    """Return how many characters each sentence has without its blanks, which some languages do not write."""
    return [len(sentence) - sentence.count(" ") for sentence in sentences]


def _scaled(source: Sequence[float], target: Sequence[float], growth: float) -> tuple[list[float], list[float]]:
    """Return both in characters of the longer language, of which the variances are."""
    up, down = max(growth, 1.0), max(1 / growth, 1.0)
    return [length * up for length in source], [length * down for length in target]


def _whole(spans: Sequence[Span]) -> Span:
    return spans[0][0], spans[-1][1]
