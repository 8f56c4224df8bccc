"""Words within compounds: "Anlage" in "Anlagensteuerung"."""

from collections.abc import Iterable

from translator.translation.glossary.inflection import Inflection

COMPOUNDING = frozenset({"de", "nl", "af", "sv", "da", "nb", "nn", "fi", "et", "hu", "is", "ko"})
"""Languages that write words together into one."""

_LEAST_PART = 4
"""Letters that a part which is looked for has at least."""
_LEAST_SYLLABLES = 2
"""The same of Korean, where a letter is a syllable."""
_LEAST_OTHER = 3
"""Letters that the other parts have at least: "Urkunde" has no "Kunde" in it."""
_LONGEST_LOSS = 1
"""Letters that a word may lose at its end within a compound: "Schule", "Schulhof"."""
_UMLAUTS = str.maketrans("äöü", "aou")
_FIRST_SYLLABLE, _LAST_SYLLABLE = "\uac00", "\ud7a3"


def is_in_compound(stems: Iterable[str], word: str, there: Iterable[str], inflection: Inflection) -> bool:
    """Whether a word, which may have these stems, is a part of one of the words there."""
    folded = inflection.fold(word)
    parts = [stem for stem in {*stems, folded} if len(stem) >= max(_least(stem), len(folded) - _LONGEST_LOSS)]
    for other in there if parts else ():
        within = inflection.fold(other)
        if any(_has(part, within) or _has(part, within.translate(_UMLAUTS)) for part in parts):
            return True
    return False


def _least(part: str) -> int:
    return _LEAST_SYLLABLES if _is_korean(part) else _LEAST_PART


def _has(part: str, word: str) -> bool:
    start = word.find(part)
    if start < 0 or _is_korean(part):
        return start >= 0
    return start >= _LEAST_OTHER or (start == 0 and len(word) - len(part) >= _LEAST_OTHER)


def _is_korean(part: str) -> bool:
    return all(_FIRST_SYLLABLE <= letter <= _LAST_SYLLABLE for letter in part)
