"""The same words again and again, as of a model that is caught in a loop."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from typing import NamedTuple

from translator.text.span import Span
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.sides import Pair
from translator.translation.checks.words import UNSPACED

_TOKEN = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
_SYLLABLES = re.compile(r"([^\W\d_]{1,4})\1{6,}")

LOOP = 4
"""So many times running is a loop. (Of one or two characters of a script without blanks it takes two more.)"""
_SHORT_UNIT = 2
_GRAMS = (1, 4)
"""What returns is found by one token, and by four, as a phrase may have a word twice."""
_LEAST_SENTENCE = 5
"""In words: a shorter sentence may well be said twice."""


class _Loop(NamedTuple):
    """A stretch that repeats itself: its place, and how often it says the same."""

    span: Span
    times: float


def check_repetition(pair: Pair) -> Iterator[Finding]:
    """Yield the stretches of the target that repeat themselves, unless the source does so too."""
    loops = list(_loops(pair.target.prose, LOOP))
    if loops:
        known = max((loop.times for loop in _loops(pair.source.prose, 2)), default=1)
        worst = max(loops, key=lambda loop: loop.times)
        if worst.times > 2 * known:
            yield Finding(Check.REPETITION, Severity.ERROR, target=worst.span, found=_quoted(pair.target.text, worst))
            return
    if len(pair.target.sentences) > 1:
        yield from _sentences_said_again(pair)


def _quoted(text: str, loop: _Loop) -> str:
    start, end = loop.span
    return text[start : start + round((end - start) / loop.times)].strip()


def _loops(prose: str, least: int) -> Iterator[_Loop]:
    """Yield what is there so many times running at least."""
    tokens = [(match[0].casefold(), match.span()) for match in _TOKEN.finditer(prose)]
    words = [word for word, _ in tokens]
    if max(Counter(words).values(), default=0) < least:
        tokens, words = [], []
    for size in _GRAMS:
        for first, last, period in _periodic(words, size):
            times = (last - first) / period
            is_short = period <= _SHORT_UNIT and all(len(word) == 1 for word in words[first : first + period])
            if times >= (least + _SHORT_UNIT if is_short else least):
                yield _Loop((tokens[first][1][0], tokens[last - 1][1][1]), times)
    for match in _SYLLABLES.finditer(prose):
        yield _Loop(match.span(), len(match[0]) / len(match[1]))


def _periodic(words: Sequence[Hashable], size: int) -> Iterator[tuple[int, int, int]]:
    """Yield stretches (first word, behind the last one, period) in which each run of so many words returns."""
    grams = words if size == 1 else [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]
    last: dict[Hashable, int] = {}
    period, began = 0, 0
    for at, gram in enumerate(grams):
        distance = at - last.get(gram, at)
        if distance != period:
            if period:
                yield began - period, at + size - 1, period
            period, began = distance, at
        last[gram] = at
    if period:
        yield began - period, len(words), period


def _sentences_said_again(pair: Pair) -> Iterator[Finding]:
    """Yield, as a warning, a long sentence that is there more often than any is in the source."""
    known = max(Counter(sentence.words for sentence in pair.source.sentences).values(), default=1)
    said: Counter[tuple[str, ...]] = Counter()
    for sentence in pair.target.sentences:
        said[sentence.words] += 1
        if said[sentence.words] > known and sentence.weight >= _LEAST_SENTENCE:
            found = pair.target.text[sentence.start : sentence.end]
            yield Finding(Check.REPETITION, Severity.WARNING, target=sentence.span, found=found)
            return
