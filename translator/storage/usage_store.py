"""What requests took, and what the memory saved, in the database: a row for each, never with a word of the text."""

import asyncio
import math
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import TypeVar

from translator.storage.database.database import Database, soon
from translator.storage.database.faults import DatabaseUnusable
from translator.storage.packed_usage import PackedUsage
from translator.text.display import repair
from translator.translation.spending.saved import SavedRecord, SavedTotal, saved_by
from translator.translation.spending.usage import KEPT_DAYS, STOPPED, UsageRecord, UsageTotal

_COLUMNS = (
    "at, service, model, action, input_tokens, output_tokens, estimated, cost, first_token_seconds, error"  # in order
)
# What was never written is added for the time of a query, in a table of the connection's own that is in memory.
_ASIDE = f"CREATE TEMP TABLE IF NOT EXISTS aside AS SELECT {_COLUMNS} FROM usage WHERE 0"  # noqa: S608 - no input
_EVERY = f"(SELECT {_COLUMNS} FROM main.usage UNION ALL SELECT {_COLUMNS} FROM temp.aside)"  # noqa: S608 - no input
_INTO = f"({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

_TOTALS = f"""
    WITH chosen AS (SELECT * FROM {_EVERY} WHERE at >= ?),
    ranked AS (
        SELECT service, model, first_token_seconds,
               row_number() OVER (PARTITION BY service, model ORDER BY first_token_seconds) AS place,
               count(*) OVER (PARTITION BY service, model) AS among
        FROM chosen WHERE first_token_seconds IS NOT NULL
    ),
    medians AS (
        SELECT service, model, avg(first_token_seconds) AS seconds FROM ranked
        WHERE place IN ((among + 1) / 2, (among + 2) / 2) GROUP BY service, model
    )
    SELECT * FROM (
        SELECT service, model, count(*) AS requests, sum(input_tokens), sum(output_tokens),
               sum(error NOT IN ('', '{STOPPED}')), sum(estimated), total(cost), sum(cost IS NULL)
        FROM chosen GROUP BY service, model
    ) LEFT JOIN medians USING (service, model) ORDER BY requests DESC, service, model
"""  # noqa: S608 - no input
_SPENT = "SELECT total(cost) FROM main.usage WHERE at >= ?"
_FORGET = "DELETE FROM main.usage WHERE at < ?"

_SAVE = """
    INSERT INTO saved (at, service, model, action, blocks, input_tokens, output_tokens, cost)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""
_SAVED = """
    SELECT total(blocks), total(input_tokens), total(output_tokens), total(cost),
           total(CASE WHEN cost IS NULL THEN blocks END)
    FROM saved WHERE at >= ?
"""
_FORGET_SAVED = "DELETE FROM saved WHERE at < ?"

_MOST_TOKENS = 2**53
_Row = tuple[object, ...]
_Record = UsageRecord | SavedRecord
_Kind = TypeVar("_Kind", UsageRecord, SavedRecord)


class _Batch:
    """Records that are handed to the database: written at once, or later, or, where that goes wrong, never."""

    def __init__(self, records: Sequence[_Record]) -> None:
        self.records = records
        self.is_written = False
        """The database's thread says so: what is read there sees the records either in the file or here."""

    def write(self, connection: sqlite3.Connection) -> None:
        """Write them; on the database's thread, as is ``note``."""
        _write(connection, self.records)

    def note(self, _: None) -> None:
        """Take note that they are written."""
        self.is_written = True


class UsageInDatabase:
    """The UsageStore that lasts, shared by all processes of the user.

    While ``is_private`` says so, nothing is written: such records count for this run alone. So do records that are not
    written yet, whatever becomes of whoever waits for that. Those that could not be are tried again with the next one.
    With each record, those of more than KEPT_DAYS before it are removed.
    """

    def __init__(self, database: Database, is_private: Callable[[], bool] = lambda: False) -> None:
        self._database = database
        self._is_private = is_private
        self._private = PackedUsage()
        self._saved_in_private: list[SavedRecord] = []
        self._unwritten: list[_Record] = []
        self._handed: list[_Batch] = []

    async def add(self, record: UsageRecord) -> None:
        """Keep this."""
        if self._is_private():
            self._private.append(record)
        else:
            await self._write(record)

    async def add_saved(self, record: SavedRecord) -> None:
        """Keep this as well."""
        if self._is_private():
            self._saved_in_private.append(record)
        else:
            await self._write(record)

    async def _write(self, record: _Record) -> None:
        batch, self._unwritten = _Batch([*self._unwritten, record]), []
        self._handed = [*(other for other in self._handed if not other.is_written), batch]
        try:
            keeping = self._database.keep(batch.write, batch.note)
            keeping.add_done_callback(lambda outcome: self._note_outcome(outcome, batch))
            await soon(keeping)
        except DatabaseUnusable:
            self._take_back(batch)

    def _note_outcome(self, outcome: asyncio.Future[bool], batch: _Batch) -> None:
        if outcome.cancelled() or outcome.exception() is not None:
            self._take_back(batch)

    def _take_back(self, batch: _Batch) -> None:
        """Have these written with the next."""
        if batch in self._handed:
            self._handed.remove(batch)
            self._unwritten += batch.records

    async def saved(self, since: datetime) -> SavedTotal:
        """Return what the memory saved since then (aware)."""
        aside, handed = self._aside(SavedRecord), tuple(self._handed)

        def count(kept: SavedTotal) -> SavedTotal:
            return kept + saved_by(each for each in chain(aside, _waiting(handed, SavedRecord)) if each.at >= since)

        try:
            return await self._database.read(lambda connection: count(_saved(connection, since)))
        except DatabaseUnusable:
            return count(SavedTotal())

    async def totals(self, since: datetime) -> Sequence[UsageTotal]:
        """Return what was used since then (aware), the most requests first."""
        aside, handed = self._aside(UsageRecord), tuple(self._handed)
        try:
            return await self._database.read(
                lambda connection: _totals(connection, since, [*aside, *_waiting(handed, UsageRecord)])
            )
        except DatabaseUnusable:
            return ()

    async def spent(self, since: datetime) -> float:
        """Return what was spent since then (aware), in US dollars, as far as prices are known."""
        aside, handed = self._aside(UsageRecord), tuple(self._handed)

        def count(kept: float) -> float:
            return kept + sum(
                _cost(each) or 0 for each in chain(aside, _waiting(handed, UsageRecord)) if each.at >= since
            )

        try:
            return await self._database.read(lambda connection: count(_spent(connection, since)))
        except DatabaseUnusable:
            return count(0)

    def _aside(self, kind: type[_Kind]) -> list[_Kind]:
        """Return what nobody has handed to the database, of one kind."""
        everything = chain(self._private, self._saved_in_private, self._unwritten)
        return [record for record in everything if isinstance(record, kind)]


def _waiting(handed: Iterable[_Batch], kind: type[_Kind]) -> Iterator[_Kind]:
    """Yield what is still to be written, of one kind."""
    records = (record for batch in handed if not batch.is_written for record in batch.records)
    return (record for record in records if isinstance(record, kind))


def _write(connection: sqlite3.Connection, records: Sequence[_Record]) -> None:
    """Write these, and forget what is too old beside them: by the index on ``at`` that costs next to nothing."""
    _insert(connection, "main.usage", (record for record in records if isinstance(record, UsageRecord)))
    connection.executemany(_SAVE, (_saved_row(record) for record in records if isinstance(record, SavedRecord)))
    oldest = max(record.at for record in records) - timedelta(days=KEPT_DAYS)
    for forget in (_FORGET, _FORGET_SAVED):
        connection.execute(forget, (oldest.timestamp(),))


def _insert(connection: sqlite3.Connection, table: str, records: Iterable[UsageRecord]) -> None:
    connection.executemany(f"INSERT INTO {table} {_INTO}", map(_row, records))


def _spent(connection: sqlite3.Connection, since: datetime) -> float:
    return float(connection.execute(_SPENT, (since.timestamp(),)).fetchone()[0])


def _saved(connection: sqlite3.Connection, since: datetime) -> SavedTotal:
    blocks, read, written, cost, unpriced = connection.execute(_SAVED, (since.timestamp(),)).fetchone()
    return SavedTotal(int(blocks), int(read), int(written), cost, int(unpriced))


def _totals(connection: sqlite3.Connection, since: datetime, aside: Sequence[UsageRecord]) -> Sequence[UsageTotal]:
    connection.execute(_ASIDE)
    connection.execute("DELETE FROM temp.aside")
    _insert(connection, "temp.aside", aside)
    return [UsageTotal(*row) for row in connection.execute(_TOTALS, (since.timestamp(),)).fetchall()]


def _row(record: UsageRecord) -> _Row:
    """Return the values of a row; what no database can hold is made to fit."""
    return (
        record.at.timestamp(),
        repair(record.service),
        repair(record.model),
        record.action.value,
        _tokens(record.input_tokens),
        _tokens(record.output_tokens),
        int(record.estimated),
        _cost(record),
        record.first_token_seconds,
        repair(record.error),
    )


def _saved_row(record: SavedRecord) -> _Row:
    return (
        record.at.timestamp(),
        repair(record.service),
        repair(record.model),
        record.action.value,
        _tokens(record.blocks),
        _tokens(record.input_tokens),
        _tokens(record.output_tokens),
        _cost(record),
    )


def _tokens(count: int) -> int:
    return max(0, min(count, _MOST_TOKENS))


def _cost(record: _Record) -> float | None:
    return record.cost if record.cost is not None and math.isfinite(record.cost) else None
