"""What requests took, in the database: a row for each, never with a word of the text."""

import asyncio
import math
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from translator.storage.database import Database, DatabaseUnusable, StillWorking
from translator.text.display import repair
from translator.translation.usage import KEPT_DAYS, STOPPED, UsageRecord, UsageTotal

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

_MOST_TOKENS = 2**53
_Row = tuple[object, ...]


class UsageInDatabase:
    """The UsageStore that lasts, shared by all processes of the user.

    While ``is_private`` says so, nothing is written: such records count for this run alone. So do records that could
    not be written; they are tried again with the next one. With each record, those of more than KEPT_DAYS before it are
    removed.
    """

    def __init__(self, database: Database, is_private: Callable[[], bool] = lambda: False) -> None:
        self._database = database
        self._is_private = is_private
        self._private: list[UsageRecord] = []
        self._unwritten: list[UsageRecord] = []

    async def add(self, record: UsageRecord) -> None:
        """Keep this."""
        if self._is_private():
            self._private.append(record)
            return
        batch, self._unwritten = [*self._unwritten, record], []
        try:
            await self._database.run(lambda connection: _write(connection, batch))
        except StillWorking as late:  # written again now, it would be there twice
            late.outcome.add_done_callback(lambda outcome: self._note_outcome(outcome, batch))
        except DatabaseUnusable:
            self._unwritten += batch

    async def totals(self, since: datetime) -> Sequence[UsageTotal]:
        """Return what was used since then (aware), the most requests first."""
        aside = self._aside
        try:
            return await self._database.read(lambda connection: _totals(connection, since, aside))
        except DatabaseUnusable:
            return ()

    async def spent(self, since: datetime) -> float:
        """Return what was spent since then (aware), in US dollars, as far as prices are known."""
        aside = sum(_cost(record) or 0 for record in self._aside if record.at >= since)
        try:
            return aside + await self._database.read(lambda connection: _spent(connection, since))
        except DatabaseUnusable:
            return aside

    def _note_outcome(self, outcome: asyncio.Future[None], batch: Sequence[UsageRecord]) -> None:
        if outcome.exception() is not None:
            self._unwritten += batch

    @property
    def _aside(self) -> list[UsageRecord]:
        return [*self._private, *self._unwritten]


def _write(connection: sqlite3.Connection, records: Sequence[UsageRecord]) -> None:
    """Write these, and forget what is too old beside them: by the index on ``at`` that costs next to nothing."""
    _insert(connection, "main.usage", records)
    oldest = max(record.at for record in records) - timedelta(days=KEPT_DAYS)
    connection.execute(_FORGET, (oldest.timestamp(),))


def _insert(connection: sqlite3.Connection, table: str, records: Iterable[UsageRecord]) -> None:
    connection.executemany(f"INSERT INTO {table} {_INTO}", map(_row, records))


def _spent(connection: sqlite3.Connection, since: datetime) -> float:
    return float(connection.execute(_SPENT, (since.timestamp(),)).fetchone()[0])


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


def _tokens(count: int) -> int:
    return max(0, min(count, _MOST_TOKENS))


def _cost(record: UsageRecord) -> float | None:
    return record.cost if record.cost is not None and math.isfinite(record.cost) else None
