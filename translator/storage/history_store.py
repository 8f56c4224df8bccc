"""The history in the database: each translation, and an index of the trigrams in its texts."""

import json
import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from translator.storage.database.database import Database, soon
from translator.storage.database.faults import unusable_as
from translator.storage.database.tidying import GiveBack, Merge
from translator.storage.history_index import INDEX, add_to_index, index_anew, remove_from_index
from translator.storage.history_rows import FACTS, TEXTS, entry_of, row_of
from translator.storage.history_search import Search
from translator.translation.history import BEGINNING, HistoryEntry, HistoryUnusable

T = TypeVar("T")

PORTION = 20
"""How many whole entries are in memory at a time while all are read."""

FORGOTTEN_AT_ONCE = 50_000
"""Characters of entries deleted at a time on a full disk, to which an entry more may come."""

_WHOLE = f"{FACTS}, {TEXTS}"
_BEGINNINGS = f"{FACTS}, substr(source, 1, {BEGINNING}), substr(target, 1, {BEGINNING}), '[]'"
_PUT = f"INSERT OR REPLACE INTO history ({_WHOLE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608 - no input

_LENGTH = "length(source) + length(target) + length(blocks)"
_OF_IDS = "id IN (SELECT value FROM json_each(?))"
_OLD = "is_starred = 0 AND at < ?"
_TOO_MANY = """id IN (SELECT id FROM history WHERE is_starred = 0 ORDER BY at DESC, id DESC LIMIT -1 OFFSET ?)"""


class _Late:
    """An entry that is written, perhaps later. Until it is, the same text a little later takes its place."""

    def __init__(self, entry: HistoryEntry) -> None:
        self.entry = entry
        self.number = entry.id
        """The id of its row, 0 where it has none yet."""
        self._written: HistoryEntry | None = None

    @property
    def waits(self) -> bool:
        """Whether it is still to be written."""
        return self._written is None

    def write(self, connection: sqlite3.Connection) -> tuple[HistoryEntry, int]:
        """Write what it is by now; on the database's thread, as is ``note``."""
        entry = self.entry
        if entry is self._written:
            return entry, self.number
        return entry, _put(connection, replace(entry, id=_place_of(connection, entry, self.number)))

    def note(self, written: tuple[HistoryEntry, int]) -> None:
        """Take note of what was written."""
        self._written, self.number = written


class HistoryInDatabase:
    """The HistoryStore that lasts, shared by all processes of the user.

    What is added while the file cannot be written, or is slow to take it, has an id below zero; it is not found until
    it is there.

    Nothing is added while ``is_private`` says so, or ``is_on`` does not; what is there can be read and deleted. What is
    deleted is overwritten in the file.
    """

    def __init__(
        self,
        database: Database,
        is_private: Callable[[], bool] = lambda: False,
        is_on: Callable[[], bool] = lambda: True,
    ) -> None:
        self._database = database
        self._is_private = is_private
        self._is_on = is_on
        self._is_tidied = False
        self._late: dict[int, _Late] = {}

    async def add(self, entry: HistoryEntry) -> int:
        """Keep this, or put it in place of the entry of its id; return its id, 0 where it was not kept.

        An entry that the user has deleted since, or given a star that this one has not, is not replaced.
        """
        if self._is_private() or not self._is_on():
            return 0
        late = self._late.get(entry.id)
        if late is not None:
            if late.waits:
                late.entry = entry
                self._database.postpone(late.write, late.note)  # it may just have been written as it was
                return entry.id
            entry = replace(entry, id=late.number)
        late = _Late(entry)
        with unusable_as(HistoryUnusable):
            if await soon(self._database.keep(late.write, late.note)):
                return late.number
        number = -len(self._late) - 1
        self._late[number] = late
        return number

    async def search(
        self, query: str = "", *, starred: bool = False, most: int = 100, after: int = 0
    ) -> Sequence[HistoryEntry]:
        """Return the beginnings of entries that hold all these words, the newest first."""
        search = Search(query, starred)
        return await self._read(lambda c: _fetch(c, search.ids(c, most, after), _BEGINNINGS))

    async def count(self, query: str = "", *, starred: bool = False) -> int:
        """Return how many entries there are of these."""
        return await self._read(Search(query, starred).count)

    async def get(self, entry_id: int) -> HistoryEntry | None:
        """Return the whole entry, or None where it is no longer there."""
        late = self._late.get(entry_id)
        if late is not None and late.waits:
            return replace(late.entry, id=entry_id)
        entry_id = late.number if late is not None else entry_id
        found = await self._read(lambda connection: _fetch(connection, [entry_id]))
        return found[0] if found else None

    async def star(self, *ids: int, starred: bool) -> None:
        """Give these a star, or take it away."""
        await self._run(lambda connection: _star(connection, ids, starred=starred))

    async def delete(self, ids: Sequence[int]) -> Sequence[HistoryEntry]:
        """Delete these, and return them whole."""
        deleted = await self._remove(lambda connection: _delete(connection, ids))
        self._database.tidy(Merge(INDEX))
        return deleted

    async def restore(self, entries: Sequence[HistoryEntry]) -> None:
        """Put back what was deleted, as it was."""
        await self._run(lambda connection: [_put(connection, entry) for entry in entries])

    async def clear(self, *, starred_too: bool = False) -> None:
        """Delete everything; what has a star only if it is asked for.

        On a full disk it is deleted piece by piece, as far as that goes: all of it at once takes room.
        """
        which = "1" if starred_too else "is_starred = 0"
        with unusable_as(HistoryUnusable):
            await self._database.remove_all(
                lambda connection: _forget(connection, which, ()), lambda connection: _forget_some(connection, which)
            )
        self._database.tidy(Merge(INDEX))

    async def purge(self, before: datetime | None, most: int | None) -> None:
        """Delete what is older than that (aware), and what is more than so many; never what has a star."""
        if await self._run(lambda connection: _purge(connection, before, most)) and not self._is_tidied:
            # A history that is full loses an entry with each translation; its index is not merged for every one.
            self._is_tidied = True
            self._database.tidy(Merge(INDEX))
            self._database.tidy(GiveBack())

    async def every(self, query: str = "", *, starred: bool = False) -> AsyncIterator[HistoryEntry]:
        """Yield whole entries, the newest first; those that are there now, as far as they are not deleted meanwhile."""
        search = Search(query, starred)
        ids = await self._read(lambda connection: search.ids(connection, -1, 0))
        for start in range(0, len(ids), PORTION):
            for entry in await self._entries(ids[start : start + PORTION]):
                yield entry

    async def _entries(self, ids: Sequence[int]) -> Sequence[HistoryEntry]:
        return await self._read(lambda connection: _fetch(connection, ids))

    async def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with unusable_as(HistoryUnusable):
            return await self._database.run(work)

    async def _remove(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with unusable_as(HistoryUnusable):
            return await self._database.remove(work)

    async def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with unusable_as(HistoryUnusable):
            return await self._database.read(work)


# On the database's thread


def _place_of(connection: sqlite3.Connection, entry: HistoryEntry, number: int) -> int:
    """Return the row that an entry takes, of the one that it was to take; 0 for one of its own."""
    row = connection.execute("SELECT is_starred FROM history WHERE id = ?", (number,)).fetchone()
    return number if row is not None and row[0] <= entry.is_starred else 0


def _put(connection: sqlite3.Connection, entry: HistoryEntry) -> int:
    if entry.id:
        remove_from_index(connection, "id = ?", (entry.id,))
    put = connection.execute(_PUT, row_of(entry))
    number = put.lastrowid or 0
    add_to_index(connection, number)
    return number


def _star(connection: sqlite3.Connection, ids: Sequence[int], *, starred: bool) -> None:
    rows = [(starred, entry_id) for entry_id in ids]
    connection.executemany("UPDATE history SET is_starred = ? WHERE id = ?", rows)


def _delete(connection: sqlite3.Connection, ids: Sequence[int]) -> Sequence[HistoryEntry]:
    entries = _fetch(connection, ids)
    _forget(connection, _OF_IDS, (json.dumps(list(ids)),))
    return entries


def _purge(connection: sqlite3.Connection, before: datetime | None, most: int | None) -> bool:
    """Delete what is old or too much; return whether anything was."""
    too_old = before is not None and _forget(connection, _OLD, (before.timestamp(),))
    too_many = most is not None and _forget(connection, _TOO_MANY, (most,))
    return too_old or too_many


def _forget(connection: sqlite3.Connection, which: str, values: Sequence[object]) -> bool:
    """Delete the entries of this condition, and what the index has of them; return whether there were any."""
    every, going = (_count(connection, *c) for c in (("1", ()), (which, values)))
    if not going:
        return False
    anew = going > every - going  # then it takes less to index what stays
    if not anew:
        remove_from_index(connection, which, values)
    connection.execute(f"DELETE FROM history WHERE {which}", values)  # noqa: S608 - no input
    if anew:
        index_anew(connection)
    return True


def _forget_some(connection: sqlite3.Connection, which: str) -> bool:
    """Delete some of the entries of this condition, one at least; return whether there were any."""
    ids, left = list[int](), FORGOTTEN_AT_ONCE
    for number, length in connection.execute(f"SELECT id, {_LENGTH} FROM history WHERE {which}"):  # noqa: S608 - no input
        ids.append(number)
        left -= length
        if left <= 0:
            break
    numbers = (json.dumps(ids),)
    remove_from_index(connection, _OF_IDS, numbers)
    connection.execute(f"DELETE FROM history WHERE {_OF_IDS}", numbers)  # noqa: S608 - no input
    return bool(ids)


def _count(connection: sqlite3.Connection, which: str, values: Sequence[object]) -> int:
    return int(connection.execute(f"SELECT count(*) FROM history WHERE {which}", values).fetchone()[0])  # noqa: S608


def _fetch(connection: sqlite3.Connection, ids: Sequence[int], columns: str = _WHOLE) -> Sequence[HistoryEntry]:
    """Return the entries of these ids, the newest first."""
    query = f"SELECT {columns} FROM history WHERE {_OF_IDS} ORDER BY at DESC, id DESC"  # noqa: S608 - no input
    return [entry_of(row) for row in connection.execute(query, (json.dumps(list(ids)),)).fetchall()]
