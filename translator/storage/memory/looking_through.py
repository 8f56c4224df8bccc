"""Going through all units, a stretch of ids at a time: what holds these words, in source or target.

A hundred thousand units of European languages are looked through in some 0.4 s, and the first page of hits is mostly
there after the first stretch. An index of parts of words would save that, and cost half as much room again as the
units, and most of the time of an import.
"""

import sqlite3
from dataclasses import dataclass

from translator.language.tag import LanguagePair
from translator.storage.memory.rows import COLUMNS, FROM, StoredUnit
from translator.storage.word_search import HoldsWords, words_of_query

STRETCH = 4_000
"""Ids looked through in one piece of work: some 20 ms, and 60 ms where every letter has its marks, as in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What units are wanted: a condition in SQL, and what its question marks and its function stand for."""

    sql: str = "1"
    values: tuple[object, ...] = ()
    holds: HoldsWords | None = None

    def make_known(self, connection: sqlite3.Connection) -> None:
        """Let the next statement of this connection decide by this."""
        if self.holds is not None:
            self.holds.make_known(connection)


def holds_words(query: str) -> Condition:
    """Return the condition that a unit holds each of these words, or parts of words, in its source or target."""
    words = words_of_query(query)
    if not words:
        return Condition()
    holds = HoldsWords(words, "units.source", "units.target")
    return Condition(holds.sql, holds.values, holds)


def is_of(languages: LanguagePair) -> Condition:
    """Return the condition that a unit is of this pair of languages; for ``between`` alone."""
    return Condition("l.target = ? AND ? IN ('', l.source)", (str(languages.target), str(languages.source or "")))


def bounds(connection: sqlite3.Connection) -> tuple[int, int]:
    """Return the first and the last id; (0, 0) where there are no units."""
    # Asked for in one, they would have SQLite look at every unit.
    first, last = connection.execute("SELECT (SELECT min(id) FROM units), (SELECT max(id) FROM units)").fetchone()
    return first or 0, last or 0


def count_between(connection: sqlite3.Connection, first: int, last: int, wanted: Condition) -> int:
    """Return how many wanted units have these ids."""
    wanted.make_known(connection)
    sql = f"SELECT count(*) FROM units WHERE units.id BETWEEN ? AND ? AND {wanted.sql}"  # noqa: S608 - our own words
    return int(connection.execute(sql, (first, last, *wanted.values)).fetchone()[0])


def between(connection: sqlite3.Connection, first: int, last: int, wanted: Condition) -> list[StoredUnit]:
    """Return the wanted units of these ids, the first kept first."""
    wanted.make_known(connection)
    return connection.execute(_select(wanted, "units.id"), (first, last, *wanted.values)).fetchall()


def newest_between(
    connection: sqlite3.Connection, first: int, last: int, wanted: Condition, skip: int, most: int
) -> tuple[int, list[StoredUnit]]:
    """Return the wanted units of these ids, the last kept first, without the first ``skip``, ``most`` at most.

    What comes before them is how many are still to be skipped elsewhere.
    """
    if skip:
        number = count_between(connection, first, last, wanted)
        if number <= skip:
            return skip - number, []
    wanted.make_known(connection)
    sql = _select(wanted, "units.id DESC LIMIT ? OFFSET ?")
    return 0, connection.execute(sql, (first, last, *wanted.values, most, skip)).fetchall()


def _select(wanted: Condition, order: str) -> str:
    return f"SELECT {COLUMNS} FROM {FROM} WHERE units.id BETWEEN ? AND ? AND {wanted.sql} ORDER BY {order}"  # noqa: S608 - our own words
