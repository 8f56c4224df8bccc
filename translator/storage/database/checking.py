"""Whether a file is a database of ours, and a sound one."""

import sqlite3
import stat
from pathlib import Path

from translator.i18n import ptr, tr
from translator.storage.database.migrations import APPLICATION_ID

LARGEST_CHECK = 16_000_000
"""Bytes; up to this size a database is checked in full when it is opened, which takes at most some 100 ms."""

_HEADER = b"SQLite format 3\0"


def fault_at_sight(path: Path) -> str:
    """Return what is wrong with a file that should be our database, as far as SQLite is not needed to see it.

    Empty where nothing is. Raises OSError.
    """
    about = path.stat() if path.exists() else None
    if about is None:
        return tr("there is no such file")
    if not stat.S_ISREG(about.st_mode):
        return tr("it is no file")
    if not about.st_size:
        return ptr("a file", "it is empty")
    # SQLite would throw away the log beside a file that is none of its own, with what might be saved from it.
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            return tr("it is no database")
    return ""


def fault_in(connection: sqlite3.Connection) -> str:
    """Return what is wrong with a database; empty where nothing is. Raises sqlite3.Error, of damage as well."""
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if tables and not ours:
        return tr("it is another program's")
    # The quick check does not see where an index differs from its table.
    check = "integrity_check" if size_of(connection) <= LARGEST_CHECK else "quick_check"
    verdict = str(connection.execute(f"PRAGMA {check}(1)").fetchone()[0])
    return "" if verdict == "ok" else verdict


def size_of(connection: sqlite3.Connection) -> int:
    """Return how large a database is, in bytes."""
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * size)
