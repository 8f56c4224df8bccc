"""One transaction with the database, and the log that SQLite keeps of those that are not in the file yet."""

import contextlib
import sqlite3
from collections.abc import Callable
from typing import Literal, TypeVar

T = TypeVar("T")

Begin = Literal["BEGIN", "BEGIN IMMEDIATE"]
"""How a transaction begins: one that reads, or one that may write."""


def in_transaction(connection: sqlite3.Connection, begin: Begin, work: Callable[[sqlite3.Connection], T]) -> T:
    """Do the work in a transaction, and return what it returns. Raises sqlite3.Error, and what ``work`` raises.

    Whatever is raised, nothing of the work is left.
    """
    connection.execute(begin)
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # SQLite itself has taken back some that cannot go on
            connection.execute("ROLLBACK")
        raise
    return result


def empty_log(connection: sqlite3.Connection) -> bool:
    """Write what the log holds into the file, and give back its room; return whether that was done."""
    try:
        is_busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    except sqlite3.Error:
        return False
    return not is_busy
