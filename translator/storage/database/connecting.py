"""Connections to the database: to its file, to a file that is only read, and to a database in memory in its place."""

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from translator.storage.database.checking import fault_in, size_of
from translator.storage.database.migrations import Migration, migrate, version_of

BUSY_SECONDS = 10.0
"""How long a connection waits for another process's transaction."""

LARGEST_COPY = 64_000_000
"""Bytes; what a database that cannot be written holds is at hand in memory up to this size."""


def connect(path: Path, patience: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Connect to a file, which is made where there is none; ``patience`` is how long it waits for others, in seconds.

    Raises sqlite3.Error.
    """
    return sqlite3.connect(path, timeout=patience, isolation_level=None)


def settle(connection: sqlite3.Connection) -> None:
    """Set how the connection works.

    With a log and NORMAL, what was acknowledged survives a process that is killed. What is deleted is overwritten with
    zeros, so that nobody finds it in the file: with 100,000 units no write takes measurably longer for it, but that of
    forgetting everything, which takes 0.3 s in place of 0.05 s.
    """
    pragmas = (
        "journal_mode = WAL", "synchronous = NORMAL", "temp_store = MEMORY", "foreign_keys = ON", "secure_delete = ON"
    )  # fmt: skip
    for pragma in pragmas:
        connection.execute(f"PRAGMA {pragma}")


def read_only(path: Path) -> sqlite3.Connection:
    """Open a file that nobody writes, and make none beside it; what its log holds is not seen. Raises sqlite3.Error."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


def in_memory(
    migrations: Sequence[Migration], source: Callable[[], sqlite3.Connection] | None = None
) -> sqlite3.Connection:
    """Return a database in memory, with what another holds where that can be read."""
    memory = _copy_of(source, len(migrations)) if source is not None else None
    memory = memory or sqlite3.connect(":memory:", isolation_level=None)
    try:
        settle(memory)
        migrate(memory, migrations)
    except BaseException:
        memory.close()
        raise
    return memory


def _copy_of(source: Callable[[], sqlite3.Connection], newest: int) -> sqlite3.Connection | None:
    """Return a database in memory with what another holds; None where that cannot be read."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    try:
        _copy(source, memory, newest)
    except (OSError, sqlite3.Error):
        memory.close()
        return None
    return memory


def _copy(open_source: Callable[[], sqlite3.Connection], memory: sqlite3.Connection, newest: int) -> None:
    with contextlib.closing(open_source()) as source:
        if size_of(source) <= LARGEST_COPY and not fault_in(source) and version_of(source) <= newest:
            source.backup(memory)
