"""How words of a language are inflected, read from ``endings``: every stem and ending that a word may be made of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product

from translator.translation.glossary.endings import CONSONANTS, ENDINGS, PREFIXES, VOWELS
from translator.translation.glossary.words import fold

EXACT = 1
"""The pattern of a word that is as it is."""

Readings = Mapping[str, int]
"""The stems that a word may have, and for each the patterns of inflection by which it may: bits, as ``EXACT`` is."""

_LEAST_REST = 3
"""Letters that are left of a word where a prefix is taken off."""
_LONGEST_LEAST = 5
_MOST_REMEMBERED = 50_000
"""Words whose readings are remembered: about the vocabulary of a long book."""
_LEAST_LOOSE_STEM = 4
_LONGEST_LOOSE_ENDING = 3
_UMLAUTS = str.maketrans("äöü", "aou")
_KINDS = _NOUN, _ADJECTIVE, _WITH_CAPITAL, _WITHOUT_CAPITAL = "nNU", "naL", "nvwNU", "nvwL"
_NOMINAL = frozenset({"noun", "properNoun"})
# What looks as if its last consonant should be doubled: "star" is not the stem of "staring".
_ONE_CONSONANT = re.compile(r"[^aeiou]*[aeiou][bdfgklmnprtz]", re.ASCII)


@dataclass(slots=True)
class _Table:
    """The patterns of a language. ``endings`` gives the patterns of each ending, ``lemmas`` those it is first in."""

    endings: dict[str, int] = field(default_factory=dict)
    lemmas: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, int] = field(default_factory=dict)
    least: list[tuple[int, int]] = field(default_factory=list)
    longest: int = 0

    def from_length(self, length: int) -> int:
        """Return the patterns that a stem of that length may have."""
        return sum(pattern for pattern, least in self.least if length >= least)

    def of_kinds(self, kinds: str) -> int:
        """Return the patterns of these kinds."""
        return sum(self.kinds.get(kind, 0) for kind in kinds)


class Inflection:
    """Reads words of one language; of any where the language is empty."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._prefixes = PREFIXES.get(language, ())
        self._is_loose = language not in ENDINGS
        self._table = table = _table(language)
        self._by_length = [table.from_length(length) for length in range(_LONGEST_LEAST + 1)]
        self._undoubled = table.of_kinds("w")
        self._verbs, self._changing = table.of_kinds("vw"), table.of_kinds("U")
        self._anything = table.of_kinds("nvwaNL")
        self._by_kinds = {kinds: table.of_kinds(kinds) for kinds in _KINDS}
        self._of_words: dict[str, Readings] = {}

    def fold(self, word: str) -> str:
        """Return the word as it is compared."""
        return fold(word, self.language)

    def keys(self, word: str) -> Iterable[str]:
        """Return what the stems of a word begin with: all forms of the word have one of it in common."""
        folded = fold(word, self.language).translate(_UMLAUTS)
        if not self._prefixes:
            return (folded[:2],)
        return {part[:2] for part in self._parts(folded)}

    def readings(self, word: str) -> Readings:
        """Return how a word of a text may be read."""
        known = self._of_words.get(word)
        if known is None:
            if len(self._of_words) >= _MOST_REMEMBERED:
                self._of_words.clear()
            # A noun whose vowel changes has a capital, as all nouns have.
            patterns = self._anything | (self._changing if word[:1].isupper() else 0)
            known = self._of_words[word] = self._read(fold(word, self.language), patterns, self._table.endings)
        return known

    def readings_of_term(self, word: str, part_of_speech: str = "") -> Readings:
        """Return how a word of a term may be read. A verb is in its dictionary form, or not known to be one."""
        folded = fold(word, self.language)
        patterns = self._by_kinds[_kinds(word, part_of_speech)]
        if self._undoubled and _ONE_CONSONANT.fullmatch(folded):
            patterns &= ~self._undoubled
        return self._read(folded, patterns, self._table.lemmas)

    def _parts(self, folded: str) -> list[str]:
        """Return the word, and what is left of it without what may be written before it."""
        rests = [
            folded[len(p) :] for p in self._prefixes if folded.startswith(p) and len(folded) >= len(p) + _LEAST_REST
        ]
        return [folded, *rests]

    def _read(self, folded: str, patterns: int, of_verbs: Mapping[str, int]) -> Readings:
        readings: dict[str, int] = {}
        for part in self._parts(folded):
            if self._is_loose:
                readings |= dict.fromkeys(_loose_stems(part), EXACT)
            else:
                self._add_stems(readings, part, patterns & ~self._changing, of_verbs)
            readings[part] = readings.get(part, 0) | EXACT
        if changing := patterns & self._changing:
            plain = folded.translate(_UMLAUTS)
            self._add_stems(readings, plain, changing, self._table.lemmas if plain == folded else None)
        return readings

    def _add_stems(self, readings: dict[str, int], word: str, patterns: int, limited: Mapping[str, int] | None) -> None:
        """Add every stem of a word. Verbs, and words whose vowel changes, have endings that are ``limited``."""
        special = 0 if limited is None else patterns & (self._verbs | self._changing)
        endings, limited, plain = self._table.endings, limited or {}, patterns & ~special
        for cut in range(len(word), max(0, len(word) - self._table.longest) - 1, -1):
            ending = word[cut:]
            if (any_way := endings.get(ending)) is None:
                continue
            ways = any_way & plain | limited.get(ending, 0) & special
            if found := ways & self._by_length[min(cut, _LONGEST_LEAST)]:
                readings[word[:cut]] = readings.get(word[:cut], 0) | found


def _loose_stems(word: str) -> Iterator[str]:
    """Yield the stems that a word of a language that we know nothing of may have."""
    for cut in range(len(word), max(_LEAST_LOOSE_STEM, len(word) - _LONGEST_LOOSE_ENDING) - 1, -1):
        yield word[:cut]


def _kinds(word: str, part_of_speech: str) -> str:
    """Return the kinds of patterns that a word of a term may follow."""
    if part_of_speech in _NOMINAL:
        return _NOUN
    if part_of_speech == "adjective":
        return _ADJECTIVE
    return _WITH_CAPITAL if word[:1].isupper() and part_of_speech != "verb" else _WITHOUT_CAPITAL


@cache
def inflection_of(language: str) -> Inflection:
    """Return how words of this language are inflected; what is read from the tables once is kept."""
    return Inflection(language)


def _table(language: str) -> _Table:
    table = _Table()
    lines = [line.split(maxsplit=1) for line in ENDINGS.get(language, "").splitlines() if line]
    pattern = EXACT
    for kind, listed in lines:
        for endings in _expanded(listed):
            pattern <<= 1
            folded = [fold(ending, language) for ending in endings]
            _add(table, pattern, kind, folded)
    return table


def _add(table: _Table, pattern: int, kind: str, endings: list[str]) -> None:
    for ending in endings:
        table.endings[ending] = table.endings.get(ending, 0) | pattern
    table.lemmas[endings[0]] = table.lemmas.get(endings[0], 0) | pattern
    table.kinds[kind[0]] = table.kinds.get(kind[0], 0) | pattern
    table.least.append((pattern, int(kind[1:]) if kind[1:] else 3 if "" in endings else 2))
    table.longest = max(table.longest, *map(len, endings))


def _expanded(listed: str) -> Iterator[list[str]]:
    """Yield the endings of a line, once for each letter that a capital stands for."""
    for consonant in CONSONANTS if "C" in listed else "C":
        for vowel in VOWELS if "V" in listed else "V":
            groups = listed.replace("C", consonant).replace("V", vowel).split("*")
            yield ["".join(parts) for parts in product(*([_plain(e) for e in group.split()] for group in groups))]


def _plain(ending: str) -> str:
    return "" if ending == "-" else ending
