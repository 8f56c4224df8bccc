"""Words and sentences of a text in any script."""

import re
from collections.abc import Iterator

from translator.text.span import Span

# Marks that belong to the letter before them. Every Indic block has its vowel signs at the same places.
_INDIC = "".join(
    f"{chr(block)}-{chr(block + 3)}{chr(block + 0x3A)}-{chr(block + 0x4F)}{chr(block + 0x51)}-{chr(block + 0x57)}"
    f"{chr(block + 0x62)}{chr(block + 0x63)}"
    for block in range(0x900, 0xD80, 0x80)
)
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    f"{_INDIC}\u0d81-\u0d83\u0dca-\u0ddf\u0f71-\u0f84\u200c\u200d"
)

UNSPACED = (
    "\u0e01-\u0e4e\u0e81-\u0ece\u1000-\u103f\u1780-\u17d3\u3005-\u3007\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003134f"
)
"""The characters of scripts that put no blank between words: Thai, Lao, Burmese, Khmer, Han and kana. For a class."""

_SPACED = rf"[^\W\d_{UNSPACED}]"
_WORD = re.compile(rf"[{UNSPACED}]+|{_SPACED}+(?:(?:[{_MARKS}]+|['’](?={_SPACED})){_SPACED}*)*")
_UNSPACED_RUN = re.compile(rf"[{UNSPACED}]+")

_CHARACTERS_PER_WORD = 2
"""Chinese and Japanese words have about two characters; Thai ones more, so that this counts too many of them."""

_SENTENCE_END = re.compile(r"""(?:[.!?…]['"”’»)\]]{0,3}\s+|[。！？｡؟।][」』”’）]{0,3}\s*|\n+)""")


def find_words(text: str) -> list[Span]:
    """Return where words are: runs of letters with their marks; where words touch, a run of such characters."""
    return [match.span() for match in _WORD.finditer(text)]


def weigh(word: str) -> float:
    """Return how many words a run that ``find_words`` found is: two characters are one where words touch."""
    return len(word) / _CHARACTERS_PER_WORD if is_unspaced(word) else 1


def is_unspaced(word: str) -> bool:
    """Whether a run that ``find_words`` found is in a script without blanks between words."""
    return _UNSPACED_RUN.match(word) is not None


def find_sentences(text: str) -> Iterator[Span]:
    """Yield where sentences are, roughly: up to a mark that ends one, or a line's end; without the blanks around."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    if trimmed := piece.strip():
        begin = start + len(piece) - len(piece.lstrip())
        yield begin, begin + len(trimmed)
