"""Tell whether the hyphen at the end of a line belongs to the word, or is only there because the line was full."""

import re
from functools import cached_property

_HYPHENS = "\u2010\u00ad-"
_SOFT = "\u00ad"
_FIRST_PART = re.compile(rf"[^\W_]+(?:['’{_HYPHENS}][^\W_]+)*[{_HYPHENS}]\Z")
_SECOND_PART = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’\u2010-][^\W\d_]+)*")
_LONGEST = 80
# "Vor- und Nachteile", "pre- and post-war", "macro- ou microéconomie".
_AND = frozenset(("und", "oder", "bzw", "and", "or", "to", "et", "ou", "y", "o", "e", "en", "of", "och", "eller", "og"))
# What is joined to whole words of English, and seldom the first syllable of one.
_FIRST_OF_COMPOUND = frozenset(("self", "well", "long", "short", "high", "half", "cross", "full", "part", "first"))
_SHORTEST_SECOND = 4


class Hyphens:
    r"""Judges the hyphens at line ends of one text, by how it writes its words elsewhere.

    Without a dictionary, the rules are these, in order: a soft hyphen goes away. A word that the text has elsewhere is
    written as there, with its hyphen or in one. The hyphen stays beside a digit or a capital, behind a single letter
    or an abbreviation in capitals, in a word with another hyphen, and behind a few first parts of English compounds.
    Else it goes away. So a compound that is met only once, such as "sugar-\nfree", loses its hyphen.
    """

    def __init__(self, text: str) -> None:
        self._text = text

    def is_hyphenated(self, before: str, after: str) -> bool:
        """Whether a word begins at the end of the one line, with a hyphen behind it, and goes on in the other one."""
        if before[-1:] not in _HYPHENS:
            return False
        first, second = _parts(before, after)
        return bool(first and second) and second.lower() not in _AND

    def goes_away(self, before: str, after: str) -> bool:
        """Whether the hyphen between these lines, which are hyphenated, is to be dropped."""
        first, second = _parts(before, after)
        if before.endswith(_SOFT):
            return True
        if f"{first}-{second}".lower() in self._words:
            return False
        if f"{first}{second}".lower() in self._words:
            return True
        if not second[0].islower() and second[0].upper() != second[0].lower():
            return False
        if len(first) == 1 or first.isupper() or not (first[-1].isalpha() and second[0].isalpha()):
            return False
        if any(hyphen in first or hyphen in second for hyphen in _HYPHENS):
            return False
        return first.lower() not in _FIRST_OF_COMPOUND or len(second) < _SHORTEST_SECOND

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(self._text.lower().replace("\u2010", "-")))


def _parts(before: str, after: str) -> tuple[str, str]:
    """Return both parts of the word, without the hyphen between them; nothing where there is none."""
    first = _FIRST_PART.search(before[-_LONGEST:].rpartition(" ")[2])
    second = _SECOND_PART.match(after)
    return (first[0][:-1], second[0]) if first and second else ("", "")
