"""What a sentence and its translation share on the face of it: figures, names, links, being a question or quoted."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

Anchors = dict[tuple[int, int], float]
"""How much says that a source sentence and a target sentence (by their numbers) belong together, in nats."""

# In nats, as the lengths' likelihood is. Accuracy hardly depends on them: with half or twice as much it is the same.
_FIGURES, _LINK, _QUESTION, _WORD = 3.0, 3.0, 2.5, 1.5

_DIGITS = re.compile(r"\d+")
_ALPHABETIC = re.compile(r"[^\W\d_\u0530-\U0010ffff]{3,}")
_STEM = 4
"""Letters: the beginnings of related words agree more often than their ends."""

_MARKS = (
    (re.compile("[?？؟⁇⁈]"), "?", _QUESTION),
    (re.compile('["“„«「『]|^[—–]'), "“", _WORD),
    (re.compile(r"\S@\S|www\.|https?:"), "@", _LINK),
)

# Names are written by sound: Казань, Kazan.
_LATIN = {
    **dict(zip("абвгдеёзийклмнопрстуфъыьэіїєґ", "abvgdeeziiklmnoprstufyyyeiieg", strict=True)),
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
}
_TO_LATIN = str.maketrans(_LATIN | {"ъ": "", "ь": ""})


def find_anchors(source: Sequence[str], target: Sequence[str]) -> Anchors:
    """Pair the sentences that share something.

    What occurs in equally many sentences of both sides pairs the first with the first, and so on; anything else says
    nothing.
    """
    anchors: Anchors = defaultdict(float)
    theirs = _places(target)
    for sign, places in _places(source).items():
        others = theirs.get(sign, ())
        if len(places) == len(others):
            for pair in zip(places, others, strict=True):
                anchors[pair] += sign[1]
    return anchors


def _places(sentences: Sequence[str]) -> dict[tuple[str, float], list[int]]:
    places: dict[tuple[str, float], list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for sign in set(_signs(sentence)):
            places[sign].append(number)
    return places


def _signs(sentence: str) -> Iterator[tuple[str, float]]:
    """Yield what may be found on the other side as well, with its weight."""
    for mark, name, weight in _MARKS:
        if mark.search(sentence):
            yield name, weight
    for digits in _DIGITS.findall(sentence):
        yield str(int(digits[:18])), _FIGURES
    for word in _ALPHABETIC.findall(sentence):
        if len(word) >= _STEM or word[0].isupper():
            yield _fold(word[:_STEM]), _WORD


def _fold(word: str) -> str:
    """Return the word in small letters without their marks, in Latin where it is Cyrillic."""
    folded = word.lower()
    if folded.isascii():
        return folded
    folded = unicodedata.normalize("NFD", folded.translate(_TO_LATIN))
    return "".join(letter for letter in folded if not unicodedata.combining(letter))[:_STEM]
