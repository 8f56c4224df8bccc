"""What requests took, and what the memory saved, in the database: a row for each, never with a word of the text."""

import asyncio
import math
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from itertools import chain
from typing import TypeVar

from translator.storage.database.database import Database, StillWorking
from translator.storage.database.faults import DatabaseUnusable, NotNow
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


class UsageInDatabase:
    """The UsageStore that lasts, shared by all processes of the user.

    While ``is_private`` says so, nothing is written: such records count for this run alone. So do records that could
    not be written; they are tried again with the next one. With each record, those of more than KEPT_DAYS before it are
    removed.
    """

    def __init__(self, database: Database, is_private: Callable[[], bool] = lambda: False) -> None:
        self._database = database
        self._is_private = is_private
        self._private = PackedUsage()
        self._saved_in_private: list[SavedRecord] = []
        self._unwritten: list[_Record] = []
        self._postponed: list[_Record] = []

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
        batch, self._unwritten = [*self._unwritten, record], []
        try:
            await self._database.run(lambda connection: _write(connection, batch))
        except StillWorking as late:  # written again now, it would be there twice
            late.outcome.add_done_callback(lambda outcome: self._note_outcome(outcome, batch))
        except NotNow:
            self._postponed += batch
            outcome = self._database.postpone(lambda connection: _write(connection, batch))
            outcome.add_done_callback(lambda outcome: self._note_later_outcome(outcome, batch))
        except DatabaseUnusable:
            self._unwritten += batch

    async def saved(self, since: datetime) -> SavedTotal:
        """Return what the memory saved since then (aware)."""
        aside = saved_by(record for record in self._aside(SavedRecord) if record.at >= since)
        try:
            kept = await self._database.read(lambda connection: _saved(connection, since))
        except DatabaseUnusable:
            return aside
        return aside + kept

    async def totals(self, since: datetime) -> Sequence[UsageTotal]:
        """Return what was used since then (aware), the most requests first."""
        aside = self._aside(UsageRecord)
        try:
            return await self._database.read(lambda connection: _totals(connection, since, aside))
        except DatabaseUnusable:
            return ()

    async def spent(self, since: datetime) -> float:
        """Return what was spent since then (aware), in US dollars, as far as prices are known."""
        aside = sum(_cost(record) or 0 for record in self._aside(UsageRecord) if record.at >= since)
        try:
            return aside + await self._database.read(lambda connection: _spent(connection, since))
        except DatabaseUnusable:
            return aside

    def _note_outcome(self, outcome: asyncio.Future[None], batch: Sequence[_Record]) -> None:
        if outcome.exception() is not None:
            self._unwritten += batch

    def _note_later_outcome(self, outcome: asyncio.Future[None], batch: Sequence[_Record]) -> None:
        self._postponed = [record for record in self._postponed if record not in batch]
        self._note_outcome(outcome, batch)

    def _aside(self, kind: type[_Kind]) -> list[_Kind]:
        """Return what is not in the database, of one kind."""
        everything = chain(self._private, self._saved_in_private, self._unwritten, self._postponed)
        return [record for record in everything if isinstance(record, kind)]


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
