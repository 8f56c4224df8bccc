"""Much shorter or longer than translations of this pair are."""

from collections.abc import Iterator

from translator.language.tag import LanguageTag
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.checks.sides import Pair

# How many characters a text has that takes 100 in English. Rough figures: those of Arabic, Chinese, French, German,
# Japanese and Russian are within a fifth of the paragraphs in tests/corpora/alignment, the others are estimates. The
# bounds are so wide that such an error does not matter.
_PER_HUNDRED = {
    "ar": 85, "fa": 95, "he": 80, "ur": 100,
    "zh": 33, "yue": 33, "ja": 48, "ko": 55, "th": 90, "lo": 95, "km": 105, "my": 115,
    "de": 115, "nl": 112, "fr": 116, "es": 112, "it": 112, "pt": 108, "ro": 112, "ca": 110, "el": 115,
    "pl": 108, "ru": 107, "uk": 105, "bg": 108, "hu": 108, "fi": 108, "id": 110, "ms": 110, "fil": 118, "vi": 105,
}  # fmt: skip
_DEFAULT = 104
_ENGLISH = 100

FEW, MANY = 1 / 3, 3.0
"""Of the length to be expected: less, and more than that, is told."""
_ROOM = 20
"""Characters that a translation may be off by in any case, since a word may take a phrase in another language."""


def check_length(pair: Pair) -> Iterator[Finding]:
    """Yield a warning where the target has less than a third, or more than three times, of what was to be expected."""
    length, expected = len(pair.target.text.strip()), expected_length(pair)
    room = _ROOM * _weight(pair.target.language) / _ENGLISH
    if length < FEW * expected - room / 2 or length > MANY * expected + room or length == 0 < expected:
        yield Finding(Check.LENGTH, Severity.WARNING, expected=str(round(expected)), found=str(length))


def expected_length(pair: Pair) -> float:
    """Return how many characters the target is likely to have. What is no prose stays as it is."""
    text = pair.source.text.strip()
    fixed = sum(piece.end - piece.start for piece in (*pair.source.code, *pair.source.links, *pair.source.tags))
    return max(0, len(text) - fixed) * _weight(pair.target.language) / _weight(pair.source.language) + fixed


def _weight(language: LanguageTag | None) -> int:
    if language is None or language.language == "en":
        return _ENGLISH
    return _PER_HUNDRED.get(language.language, _DEFAULT)
