"""How the database is opened: looked over, brought up to date, set aside where it cannot be read, replaced in memory.

What is unusual (a new file, an old schema, a damaged one) is dealt with by one process at a time.
"""

import contextlib
import errno
import os
import shutil
import sqlite3
import stat
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator.i18n import ptr, tr
from translator.storage.atomic_file import set_aside
from translator.storage.migrations import (
    APPLICATION_ID,
    Migration,
    backups_of,
    keep_backup,
    make_private,
    migrate,
    version_of,
)

BUSY_SECONDS = 10.0
"""How long a connection waits for another process's transaction."""

LARGEST_COPY = 64_000_000
"""Bytes; what a database that cannot be written holds is at hand in memory up to this size."""

LARGEST_CHECK = 16_000_000
"""Bytes; up to this size a database is checked in full when it is opened, which takes at most some 100 ms."""

LEAST_ROOM = 100_000
"""Bytes; a database that is used needs some more than this beside it, for its log."""

_HEADER = b"SQLite format 3\0"
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FULL = {sqlite3.SQLITE_FULL}
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_LOST = {*_DAMAGED, *_UNWRITABLE}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection. ``is_kept`` tells whether it is one to the file; ``notice`` is what the user has to be told.

    One that ``lacks_room`` shows what could be read of the file, and nothing is to be written to it: the file can be
    opened as soon as there is room on the disk.
    """

    connection: sqlite3.Connection
    is_kept: bool
    notice: str = ""
    lacks_room: bool = False


class NewerSchema(Exception):
    """The database was made by a newer version of the application."""


def open_database(path: Path | None, migrations: Sequence[Migration]) -> Opened:
    """Open the database in this file, or one in memory where there is no path, or the file cannot be used."""
    if path is None:
        return Opened(_in_memory(migrations), is_kept=False)
    target = Path(os.path.realpath(path))  # a link stays one
    try:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _open_sound(target, migrations) or _open_with_care(target, migrations)
    except NewerSchema:
        notice = tr("{path} is of a newer version of Translator and is left as it is. Nothing of this run is kept.")
        return Opened(_in_memory(migrations), is_kept=False, notice=notice.format(path=path))
    except (OSError, sqlite3.Error) as error:
        memory = _in_memory(migrations, lambda: _read_only(target))
        if lacks_room(path, error):
            return Opened(memory, is_kept=False, notice=wait_for_room(path, error), lacks_room=True)
        return Opened(memory, is_kept=False, notice=_nothing_is_kept(path, error))


def is_lost(error: sqlite3.Error) -> bool:
    """Tell whether the error means that this database cannot be used further: damaged or not writable."""
    return _code(error) in _LOST


def lacks_room(path: Path, error: Exception) -> bool:
    """Tell whether the error passes once there is room on the disk; of what SQLite does not tell apart, each may.

    It tells of a quota that is used up, and of a log that it cannot make, as of any other fault.
    """
    if isinstance(error, OSError):
        return error.errno in _NO_ROOM
    code = _code(error) if isinstance(error, sqlite3.Error) else None
    return code in {*_FULL, sqlite3.SQLITE_IOERR} or (code == sqlite3.SQLITE_CANTOPEN and is_full(path.parent))


def wait_for_room(path: Path, error: Exception) -> str:
    """Return what to tell the user while nothing can be written."""
    words = tr(
        "Nothing can be kept in {path} at the moment ({reason}). Translating goes on, and what comes of it is kept as "
        "soon as that is possible."
    )
    return words.format(path=path, reason=reason_of(path, error))


def go_on_in_memory(
    path: Path, opened: sqlite3.Connection, migrations: Sequence[Migration], why: sqlite3.Error
) -> Opened:
    """Close the connection and return one in memory, with what can still be read from the file."""
    source = None if _code(why) in _DAMAGED else lambda: opened
    memory = _in_memory(migrations, source)
    with contextlib.suppress(sqlite3.Error):
        opened.close()
    return Opened(memory, is_kept=False, notice=_nothing_is_kept(path, why))


def _open_sound(path: Path, migrations: Sequence[Migration]) -> Opened | None:
    """Open what is as it should be; None for anything else. Raises OSError, sqlite3.Error."""
    if _fault_of(path):
        return None
    with contextlib.ExitStack() as unless_returned:
        connection = unless_returned.enter_context(contextlib.closing(_connect(path)))
        if version_of(connection) != len(migrations):
            return None
        _settle(connection)
        make_private(path)
        unless_returned.pop_all()
        return Opened(connection, is_kept=True)


def _open_with_care(path: Path, migrations: Sequence[Migration]) -> Opened:
    """Open or make the database, alone. Raises OSError, sqlite3.Error, NewerSchema."""
    with _alone(path), contextlib.ExitStack() as unless_returned:
        fault = _fault_of(path) if os.path.lexists(path) else ""
        notice = _replace(path, fault, len(migrations)) if fault else ""
        make_private(path)
        connection = unless_returned.enter_context(contextlib.closing(_connect(path)))
        _bring_up_to_date(connection, path, migrations)
        unless_returned.pop_all()
        return Opened(connection, is_kept=True, notice=notice)


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    version = version_of(connection)
    if version > len(migrations):
        raise NewerSchema
    _settle(connection)
    if version < len(migrations):
        if version:
            keep_backup(connection, path)
        migrate(connection, migrations)


def _fault_of(path: Path) -> str:
    """Return what is wrong with a file that should be our database; empty where nothing is. Raises OSError."""
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
    try:
        with contextlib.closing(_connect(path)) as connection:
            return _fault_in(connection)
    except sqlite3.DatabaseError as error:
        if _code(error) in _DAMAGED:
            return str(error)
        raise


def _fault_in(connection: sqlite3.Connection) -> str:
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if tables and not ours:
        return tr("it is another program's")
    # The quick check does not see where an index differs from its table.
    check = "integrity_check" if _size_of(connection) <= LARGEST_CHECK else "quick_check"
    verdict = str(connection.execute(f"PRAGMA {check}(1)").fetchone()[0])
    return "" if verdict == "ok" else verdict


def _replace(path: Path, fault: str, newest: int) -> str:
    """Set aside what cannot be read, put the newest good copy in its place, and return what to tell the user.

    An empty file is one that was never written, unless there are copies of it. Raises OSError.
    """
    backup = next((backup for backup in backups_of(path) if _is_good(backup, newest)), None)
    if backup is None and path.is_file() and not path.stat().st_size:
        return ""
    aside = _set_aside_whole(path)
    if backup is None:
        words = tr(
            "The database could not be read, and a new one was begun. The old file is kept as {path} ({reason})."
        )
        return words.format(path=aside, reason=fault)
    make_private(path)
    with contextlib.closing(_connect(backup)) as source, contextlib.closing(_connect(path)) as target:
        source.backup(target)
    words = tr(
        "The database could not be read, and an earlier copy is used. The old file is kept as {path} ({reason})."
    )
    return words.format(path=aside, reason=fault)


def _is_good(backup: Path, newest: int) -> bool:
    try:
        if _fault_of(backup):
            return False
        with contextlib.closing(_connect(backup)) as connection:
            return version_of(connection) <= newest
    except (OSError, sqlite3.Error):
        return False


def _set_aside_whole(path: Path) -> Path:
    """Move the file and what belongs to it out of the way: a log left behind would be played into the next one."""
    aside = set_aside(path)
    if aside is None:
        raise OSError(tr("it cannot be moved"))
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(aside.with_name(aside.name + suffix))
    return aside


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def _settle(connection: sqlite3.Connection) -> None:
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


def _read_only(path: Path) -> sqlite3.Connection:
    """Open a file in a folder that cannot be written; what its log holds is not seen. Raises sqlite3.Error."""
    return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)


def _in_memory(
    migrations: Sequence[Migration], source: Callable[[], sqlite3.Connection] | None = None
) -> sqlite3.Connection:
    """Return a database in memory, with what another holds where that can be read."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    if source is not None:
        try:
            _copy(source, memory, len(migrations))
        except (OSError, sqlite3.Error):
            memory.close()
            memory = sqlite3.connect(":memory:", isolation_level=None)
    _settle(memory)
    migrate(memory, migrations)
    return memory


def _copy(open_source: Callable[[], sqlite3.Connection], memory: sqlite3.Connection, newest: int) -> None:
    with contextlib.closing(open_source()) as source:
        if _size_of(source) <= LARGEST_COPY and not _fault_in(source) and version_of(source) <= newest:
            source.backup(memory)


def _size_of(connection: sqlite3.Connection) -> int:
    """Return how large a database is, in bytes."""
    pages, size = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    return int(pages * size)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Wait until no other process opens this database, and keep others out meanwhile. Raises sqlite3.Error, OSError.

    The lock is SQLite's own, on a file that stays empty: it works on every system and ends with the process.
    """
    lock = path.with_name(path.name + ".lock")
    make_private(lock)
    with contextlib.closing(_connect(lock)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def _nothing_is_kept(path: Path, error: Exception) -> str:
    words = tr(
        "Nothing can be kept in {path} ({reason}). Translating goes on, but nothing of this run will be there later."
    )
    return words.format(path=path, reason=reason_of(path, error))


def reason_of(path: Path, error: Exception) -> str:
    """Return in a few words why the file cannot be used."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    code = _code(error) if isinstance(error, sqlite3.Error) else None
    if code in _FULL or (code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN} and is_full(path.parent)):
        return tr("the disk is full")
    return tr("it cannot be written") if code in _UNWRITABLE else str(error)


def is_full(folder: Path) -> bool:
    """Return whether the disk has no more room."""
    try:
        return shutil.disk_usage(folder).free < LEAST_ROOM
    except OSError:
        return False


def _code(error: sqlite3.Error) -> int:
    """Return the primary result code of an error; an error of Python's own has none, and gets -1."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF
