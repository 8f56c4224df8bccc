"""Which words are in which source texts: finds the units that a text may be like, among a million in milliseconds.

The rowid of an entry is (languages, number of words, unit id), from the highest bits down. So a range of rowids holds
the units of a pair of languages whose length allows them to be like the text at all, and FTS5 goes straight to it.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from translator.storage.memory.words import terms_of, words_of
from translator.translation.memory.store import LEAST_SCORE

INDEX = "unit_words"

CANDIDATES = 100
"""How many units are looked at, those that share the most of the rarest words."""

_ENOUGH = 150
"""Units that share a word; with so many, no commoner word is followed up unless it has to be."""

_ID_BITS, _LENGTH_BITS, _LANGUAGES_BITS = 32, 16, 15
_MOST_WORDS = (1 << _LENGTH_BITS) - 1

_PROBED = 32
"""How many words of a text are tried for how rare they are, the longest first."""

_PROBE = 24
"""Entries read of a word to see how rare it is."""

_USED = 8
"""How many of the rarest words are followed up. At a score of 75 a quarter of the words may differ, so up to 28 words
one of these is certainly shared; in longer texts nearly so."""

_FOLLOWED = 600
"""Entries followed up of a word at most."""

_ADD = "INSERT INTO unit_words (rowid, words) VALUES (?, ?)"
_REMOVE = "INSERT INTO unit_words (unit_words, rowid, words) VALUES ('delete', ?, ?)"
_FIND = "SELECT rowid FROM unit_words WHERE unit_words MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"


@dataclass(frozen=True, slots=True)
class Indexed:
    """What is indexed of a text: the number of its words, and what it is found by. Equal texts have equal ones."""

    words: int
    terms: str


def indexed_of(text: str) -> Indexed:
    """Return what is indexed of a text."""
    words = words_of(text)
    return Indexed(len(words), " ".join(terms_of(words)))


def add_to_index(connection: sqlite3.Connection, languages: int, unit: int, indexed: Indexed) -> None:
    """Let the unit of this id be found by its source text."""
    connection.execute(_ADD, (_rowid(languages, indexed.words, unit), indexed.terms))


def remove_from_index(connection: sqlite3.Connection, languages: int, unit: int, indexed: Indexed) -> None:
    """Let it be found no more. All has to be what it was when it was added."""
    connection.execute(_REMOVE, (_rowid(languages, indexed.words, unit), indexed.terms))


def candidates(connection: sqlite3.Connection, languages: int, words: Sequence[str]) -> list[int]:
    """Return the ids of the units of a pair that may be like a text of these words, the likeliest first.

    A unit that is like it at LEAST_SCORE shares one of the few rarest words with it, whatever was changed.
    """
    within = _range(languages, len(words))
    shared: dict[int, int] = {}
    for number, (term, probed) in enumerate(_rarest_first(connection, terms_of(words), within)):
        if number >= _USED or (number > _may_differ(len(words)) and len(shared) >= _ENOUGH):
            break
        for rowid in probed if len(probed) < _PROBE else _entries(connection, term, within, _FOLLOWED):
            shared[rowid] = shared.get(rowid, 0) + 1
    likeliest = sorted(shared, key=lambda rowid: shared[rowid], reverse=True)
    return [rowid & ((1 << _ID_BITS) - 1) for rowid in islice(likeliest, CANDIDATES)]


def _rarest_first(
    connection: sqlite3.Connection, terms: Sequence[str], within: tuple[int, int]
) -> list[tuple[str, list[int]]]:
    """Return those terms that occur, the rarest first, each with its first entries."""
    longest = sorted(terms, key=len, reverse=True)[:_PROBED]
    probed = [(term, _entries(connection, term, within, _PROBE)) for term in longest]
    return sorted(((term, rowids) for term, rowids in probed if rowids), key=lambda found: _commonness(found[1]))


def _commonness(rowids: Sequence[int]) -> tuple[int, int]:
    """Return what orders words by how common they are: the nearer together its first entries, the more it has."""
    return (0, len(rowids)) if len(rowids) < _PROBE else (1, -rowids[-1])


def _entries(connection: sqlite3.Connection, term: str, within: tuple[int, int], most: int) -> list[int]:
    return [rowid for (rowid,) in connection.execute(_FIND, (f'"{term}"', *within, most))]


def _may_differ(words: int) -> int:
    return words * (100 - LEAST_SCORE) // 100


def _range(languages: int, words: int) -> tuple[int, int]:
    """Return the least and the greatest rowid of texts whose length alone makes them no less like than LEAST_SCORE."""
    shortest, longest = -(-words * LEAST_SCORE // 100), words * 100 // LEAST_SCORE
    return _rowid(languages, shortest, 0), _rowid(languages, longest, (1 << _ID_BITS) - 1)


def _rowid(languages: int, words: int, unit: int) -> int:
    # Pairs beyond what the bits hold share numbers: they are told apart when their units are looked at.
    pair = languages & ((1 << _LANGUAGES_BITS) - 1)
    return (pair << (_LENGTH_BITS + _ID_BITS)) | (min(words, _MOST_WORDS) << _ID_BITS) | unit
