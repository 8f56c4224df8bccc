"""Writing, finding and removing units, within a transaction."""

import sqlite3
import time
from collections.abc import Callable, Sequence
from typing import cast

from translator.storage.memory.rows import COLUMNS, FROM, IMPORTED, StoredUnit, UnitRow
from translator.storage.memory.word_index import add_to_index, indexed_of, remove_from_index

HOLD_SECONDS = 0.025
"""After this long a piece of work makes way for the next one's turn; a commit comes on top."""

FORGOTTEN_AT_ONCE = 100
"""Units, or answers, deleted at a time on a full disk."""

_FIRST_UNITS = "SELECT id FROM units ORDER BY id LIMIT ?"
_FORGET_ANSWERS = "DELETE FROM remembered WHERE digest IN (SELECT digest FROM remembered LIMIT ?)"
_RIVALS = "SELECT id, origin, target, source FROM units WHERE hash = ? AND languages = ? ORDER BY id"
_INSERT = """
    INSERT INTO units (languages, hash, origin, changed, source, target, note) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_UPDATE = """
    UPDATE units SET languages = ?, hash = ?, origin = ?, changed = ?, source = ?, target = ?, note = ? WHERE id = ?
"""
_LANGUAGES = "SELECT id FROM unit_languages WHERE source = ? AND target = ?"
_NEW_LANGUAGES = "INSERT INTO unit_languages (source, target) VALUES (?, ?)"
_PLACE = "SELECT languages, source FROM units WHERE id = ?"
_BEST = f"""
    SELECT units.target, units.origin FROM {FROM}
    WHERE units.hash = ? AND units.source = ? AND l.target = ? AND ? IN ('', l.source)
    ORDER BY units.origin DESC, units.changed DESC, units.id DESC LIMIT 1
"""  # noqa: S608 - no input
_SOME = f"SELECT {COLUMNS} FROM {FROM} WHERE units.id = ? AND units.languages = ?"  # noqa: S608 - no input


class UnitTable:
    """The units, in a transaction that is open on this connection. ``added`` counts those that are new by it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self.added = 0
        self._pairs: dict[tuple[str, str], int] = {}

    def keep(self, row: UnitRow) -> None:
        """Keep it in place of those of the same source text and languages that count for no more.

        Beside one that counts for more it is not kept. Of what was imported, different translations of a text stay side
        by side: which of them the user would choose is not known.
        """
        languages = self.languages(row.source_language, row.target_language)
        found = self._connection.execute(_RIVALS, (row.hash, languages)).fetchall()
        rivals = [rival for rival in found if rival[3] == row.source]
        if any(origin > row.origin for _, origin, _, _ in rivals):
            return
        replaced = [number for number, *rival in rivals if row.origin != IMPORTED or rival[1] == row.target]
        if not replaced:
            self._insert(languages, row)
            return
        self._connection.execute(_UPDATE, (*_values(languages, row), replaced[0]))  # its words are the same
        for number in replaced[1:]:
            self.delete(number)

    def change(self, number: int, row: UnitRow) -> bool:
        """Replace the unit of that id; return whether there is one."""
        if not self._remove_words(number):
            return False
        languages = self.languages(row.source_language, row.target_language)
        self._connection.execute(_UPDATE, (*_values(languages, row), number))
        add_to_index(self._connection, languages, number, row.indexed)
        return True

    def delete(self, number: int) -> None:
        """Delete the unit of that id, where there is one."""
        if self._remove_words(number):
            self._connection.execute("DELETE FROM units WHERE id = ?", (number,))

    def best(self, text: str, hashed: int, source: str, target: str) -> tuple[str, int] | None:
        """Return the translation, and its origin, that counts for most for this text; ``source`` may be empty."""
        found = self._connection.execute(_BEST, (hashed, text, target, source)).fetchone()
        return cast("tuple[str, int] | None", found)

    def some(self, numbers: Sequence[int], languages: int) -> list[StoredUnit]:
        """Return those of these that are of that pair of languages."""
        found = (self._connection.execute(_SOME, (number, languages)).fetchone() for number in numbers)
        return [stored for stored in found if stored is not None]

    def languages(self, source: str, target: str) -> int:
        """Return the number of a pair of languages, which is given one where it has none."""
        pair = (source, target)
        if pair not in self._pairs:
            known = self.known_languages(source, target)
            self._pairs[pair] = known or int(self._connection.execute(_NEW_LANGUAGES, pair).lastrowid or 0)
        return self._pairs[pair]

    def known_languages(self, source: str, target: str) -> int:
        """Return the number of a pair of languages; 0 where there is no unit of it."""
        found = self._connection.execute(_LANGUAGES, (source, target)).fetchone()
        return int(found[0]) if found else 0

    def _insert(self, languages: int, row: UnitRow) -> None:
        number = int(self._connection.execute(_INSERT, _values(languages, row)).lastrowid or 0)
        add_to_index(self._connection, languages, number, row.indexed)
        self.added += 1

    def _remove_words(self, number: int) -> bool:
        place = self._connection.execute(_PLACE, (number,)).fetchone()
        if place is None:
            return False
        languages, source = place
        remove_from_index(self._connection, languages, number, indexed_of(source))
        return True


def keep_some(connection: sqlite3.Connection, rows: Sequence[UnitRow], first: int) -> tuple[int, int]:
    """Keep these from ``first`` on, for HOLD_SECONDS; return the place of the first left, and how many are new.

    What takes the place of another is not new.
    """
    table = UnitTable(connection)
    done = _for_a_while(lambda place: table.keep(rows[place]), first, len(rows))
    return done, table.added


def keep_at_once(connection: sqlite3.Connection, rows: Sequence[UnitRow]) -> None:
    """Keep all of these."""
    table = UnitTable(connection)
    for row in rows:
        table.keep(row)


def delete_some(connection: sqlite3.Connection, numbers: Sequence[int], first: int) -> int:
    """Delete the units of these ids from ``first`` on, for HOLD_SECONDS; return the place of the first that is left."""
    table = UnitTable(connection)
    return _for_a_while(lambda place: table.delete(numbers[place]), first, len(numbers))


def forget_all(connection: sqlite3.Connection) -> None:
    """Delete all units, and everything that was remembered, at once: a million take about a second."""
    connection.execute("INSERT INTO unit_words (unit_words) VALUES ('delete-all')")
    for table in ("units", "unit_languages", "remembered"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - no input


def forget_some(connection: sqlite3.Connection) -> bool:
    """Delete some of all that there is, so that little room is needed; return whether there may be more."""
    numbers = [number for (number,) in connection.execute(_FIRST_UNITS, (FORGOTTEN_AT_ONCE,))]
    table = UnitTable(connection)
    for number in numbers:
        table.delete(number)
    if numbers:
        return True
    if connection.execute(_FORGET_ANSWERS, (FORGOTTEN_AT_ONCE,)).rowcount:
        return True
    connection.execute("DELETE FROM unit_languages")
    return False


def _values(languages: int, row: UnitRow) -> tuple[object, ...]:
    return languages, row.hash, row.origin, row.changed, row.source, row.target, row.note


def _for_a_while(work: Callable[[int], None], first: int, end: int) -> int:
    until = time.monotonic() + HOLD_SECONDS
    for place in range(first, end):
        work(place)
        if time.monotonic() >= until:
            return place + 1
    return end
