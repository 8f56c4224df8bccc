"""A long text, cut into what is read in one breath."""

import re
from collections.abc import Iterator

from translator.text.sentences.segments import segment

LONGEST = 400
"""Characters: a sentence that goes on longer is cut at a blank, so that falling silent never has to wait for it."""

_SPOKEN = re.compile(r"[^\W_]")


def cut(text: str, language: str) -> tuple[str, ...]:
    """Return the sentences of a text, each on one line, without those that have neither letter nor digit.

    ``language`` is a primary subtag ("de"), "" where unknown. It takes a while: a text may be a book.
    """
    return tuple(piece for line in text.splitlines() for piece in _of_line(line, language) if _SPOKEN.search(piece))


def _of_line(line: str, language: str) -> Iterator[str]:
    for start, end in segment(line, language):
        yield from _short(line[start:end])


def _short(sentence: str) -> Iterator[str]:
    while len(sentence) > LONGEST:
        blank = sentence.rfind(" ", LONGEST // 2, LONGEST)
        end = blank if blank > 0 else LONGEST
        yield sentence[:end]
        sentence = sentence[end:].lstrip()
    yield sentence
