"""Going through all units, a stretch of ids at a time: what holds these words, in source or target.

SQLite looks through a million units in some 0.6 s, and the first page of hits is mostly there after the first stretch.
An index of parts of words would save that, and cost half as much room again as the units, and most of the time of an
import; and it would not find the words of one or two characters that Chinese and Japanese are made of.
"""

import sqlite3
from dataclasses import dataclass

from translator.language.tag import LanguagePair
from translator.storage.memory.rows import COLUMNS, FROM, StoredUnit
from translator.text.display import repair

STRETCH = 10_000
"""Ids looked through in one piece of work: some 20 ms."""

_MOST_WORDS = 16
_LONGEST_WORD = 200


@dataclass(frozen=True, slots=True)
class Condition:
    """What units are wanted: a condition in SQL, and what its question marks stand for."""

    sql: str = "1"
    values: tuple[object, ...] = ()


def holds_words(query: str) -> Condition:
    """Return the condition that a unit holds each of these words, or parts of words, in its source or target.

    Case does not count, as far as a word is written in lower case, in capitals, or with one at its beginning.
    """
    conditions = [_holds(word[:_LONGEST_WORD]) for word in repair(query).split()[:_MOST_WORDS]]
    if not conditions:
        return Condition()
    return Condition(" AND ".join(one.sql for one in conditions), sum((one.values for one in conditions), ()))


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
    sql = f"SELECT count(*) FROM units WHERE units.id BETWEEN ? AND ? AND {wanted.sql}"  # noqa: S608 - our own words
    return int(connection.execute(sql, (first, last, *wanted.values)).fetchone()[0])


def between(connection: sqlite3.Connection, first: int, last: int, wanted: Condition) -> list[StoredUnit]:
    """Return the wanted units of these ids, the first kept first."""
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
    sql = _select(wanted, "units.id DESC LIMIT ? OFFSET ?")
    return 0, connection.execute(sql, (first, last, *wanted.values, most, skip)).fetchall()


def _select(wanted: Condition, order: str) -> str:
    return f"SELECT {COLUMNS} FROM {FROM} WHERE units.id BETWEEN ? AND ? AND {wanted.sql} ORDER BY {order}"  # noqa: S608 - our own words


def _holds(word: str) -> Condition:
    # LIKE takes capitals for small letters in ASCII alone.
    spellings = [word] if word.isascii() else dict.fromkeys((word, word.lower(), word.upper(), word.capitalize()))
    patterns = [f"%{_literally(spelling)}%" for spelling in spellings]
    either = " OR ".join("units.source LIKE ? ESCAPE '\\' OR units.target LIKE ? ESCAPE '\\'" for _ in patterns)
    return Condition(f"({either})", tuple(pattern for pattern in patterns for _ in ("source", "target")))


def _literally(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
