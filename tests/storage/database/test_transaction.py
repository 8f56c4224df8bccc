"""Of a piece of work all is there, or nothing."""

import sqlite3
from pathlib import Path

import pytest

from translator.storage.database.transaction import empty_log, in_transaction


@pytest.fixture
def connection(path: Path) -> sqlite3.Connection:
    made = sqlite3.connect(path, isolation_level=None)
    made.execute("PRAGMA journal_mode = WAL")
    made.execute("CREATE TABLE words (word)")
    return made


def test_what_fails_leaves_nothing(connection: sqlite3.Connection) -> None:
    def fail(within: sqlite3.Connection) -> None:
        within.execute("INSERT INTO words VALUES ('one')")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        in_transaction(connection, "BEGIN IMMEDIATE", fail)

    assert in_transaction(connection, "BEGIN", lambda c: c.execute("SELECT * FROM words").fetchall()) == []
    connection.close()


def test_the_log_is_emptied_once_nobody_reads(connection: sqlite3.Connection, path: Path) -> None:
    log = path.with_name(f"{path.name}-wal")
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM words").fetchall()
    in_transaction(connection, "BEGIN IMMEDIATE", lambda c: c.execute("INSERT INTO words VALUES ('one')"))
    connection.execute("PRAGMA busy_timeout = 0")
    assert not empty_log(connection)

    reader.close()
    assert empty_log(connection)
    assert log.stat().st_size == 0
    connection.close()
