"""The index of the history: which trigrams are in which entry.

It holds no text, and what is taken out of it has to be what was put in: both are made of the entry's own texts.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from translator.text.folding import bare, folded

INDEX = "history_index"

_ENDS = "\n\n"
"""They make every letter the first of a trigram, the last ones as well: so words of one or two letters are found as
beginnings of trigrams."""

_TEXTS = "SELECT id, source, target FROM history WHERE "
_ADD = "INSERT INTO history_index (rowid, words) VALUES (?, ?)"
_REMOVE = "INSERT INTO history_index (history_index, rowid, words) VALUES ('delete', ?, ?)"
_EMPTY = "INSERT INTO history_index (history_index) VALUES ('delete-all')"


def indexed(source: str, target: str) -> str:
    """Return what is indexed of an entry."""
    return f"{bare(folded(source))}{_ENDS}{bare(folded(target))}{_ENDS}"


def add_to_index(connection: sqlite3.Connection, entry: int) -> None:
    """Let the entry of this id be found by its texts."""
    connection.executemany(_ADD, _rows(connection, "id = ?", (entry,)))


def remove_from_index(connection: sqlite3.Connection, which: str, values: Sequence[object]) -> None:
    """Let the entries of this condition be found no more; before they are deleted or changed."""
    connection.executemany(_REMOVE, _rows(connection, which, values))


def index_anew(connection: sqlite3.Connection) -> None:
    """Let all entries be found that there are, and nothing else."""
    connection.execute(_EMPTY)
    connection.executemany(_ADD, _rows(connection, "1", ()))


def _rows(connection: sqlite3.Connection, which: str, values: Sequence[object]) -> Iterable[tuple[int, str]]:
    found = connection.execute(_TEXTS + which, values)
    return ((entry, indexed(source, target)) for entry, source, target in found)
