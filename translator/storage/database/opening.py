"""How the database is opened: looked over, brought up to date, set aside where it cannot be read, replaced in memory.

What is unusual (a new file, an old schema, a damaged one) is dealt with by one process at a time.
"""

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translator.storage.database.checking import fault_at_sight, fault_in, size_of
from translator.storage.database.connecting import BUSY_SECONDS, connect, in_memory, read_only, settle
from translator.storage.database.faults import (
    NewerSchema,
    explain_lost,
    explain_waiting,
    is_busy,
    is_damage,
    lacks_room,
    obstacle_of,
)
from translator.storage.database.migrations import Migration, keep_backup, make_private, migrate, version_of
from translator.storage.database.replacing import replace
from translator.storage.database.room import demand_room

Tell = Callable[[str], None]
"""Called with a sentence that the user has to be told, once what it says is so."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection. ``is_kept`` tells whether it is one to the file.

    Where there is something to tell while one is ``waiting``, the connection shows what could be read of the file, and
    nothing is to be written to it: the file can be opened as soon as there is room on the disk.
    """

    connection: sqlite3.Connection
    is_kept: bool
    waiting: str = ""


def open_database(
    path: Path | None, migrations: Sequence[Migration], tell: Tell = lambda _: None, patience: float = BUSY_SECONDS
) -> Opened:
    """Open the database in this file, or one in memory where there is no path, or the file cannot be used.

    Raises sqlite3.Error where another process has it for longer than ``patience``, in seconds; then one is to come back
    later.
    """
    if path is None:
        return Opened(in_memory(migrations), is_kept=False)
    try:
        return Opened(open_file(path, migrations, tell, patience), is_kept=True)
    except NewerSchema as error:
        tell(explain_lost(path, error))
        return Opened(in_memory(migrations), is_kept=False)
    except (OSError, sqlite3.Error) as error:
        if is_busy(error):
            raise
        memory = in_memory(migrations, lambda: read_only(_target(path)))
        if lacks_room(path, error):
            return Opened(memory, is_kept=False, waiting=explain_waiting(path, obstacle_of(path, error)))
        tell(explain_lost(path, error))
        return Opened(memory, is_kept=False)


def open_file(path: Path, migrations: Sequence[Migration], tell: Tell, patience: float) -> sqlite3.Connection:
    """Open the database in this file, and no other. Raises OSError, sqlite3.Error, NewerSchema."""
    target = _target(path)
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return _open_sound(target, len(migrations), patience) or _open_with_care(target, migrations, tell, patience)


def go_on_in_memory(opened: sqlite3.Connection, migrations: Sequence[Migration], why: Exception) -> sqlite3.Connection:
    """Close the connection and return one in memory, with what can still be read from the file."""
    memory = in_memory(migrations, None if is_damage(why) else lambda: opened)
    with contextlib.suppress(sqlite3.Error):
        opened.close()
    return memory


def _target(path: Path) -> Path:
    """Return the file itself: a link to it stays one."""
    return Path(os.path.realpath(path))


def _open_sound(path: Path, newest: int, patience: float) -> sqlite3.Connection | None:
    """Open what is as it should be; None for anything else. Raises OSError, sqlite3.Error."""
    if fault_at_sight(path):
        return None
    with contextlib.ExitStack() as unless_returned:
        connection = unless_returned.enter_context(contextlib.closing(connect(path, patience)))
        try:
            # The version first: an old one is looked through where it is brought up to date.
            if version_of(connection) != newest or fault_in(connection):
                return None
        except sqlite3.Error as error:
            if is_damage(error):
                return None
            raise
        settle(connection)
        make_private(path)
        unless_returned.pop_all()
        return connection


def _open_with_care(path: Path, migrations: Sequence[Migration], tell: Tell, patience: float) -> sqlite3.Connection:
    """Open or make the database, alone. Raises OSError, sqlite3.Error, NewerSchema."""
    with _alone(path, patience), contextlib.ExitStack() as unless_returned:
        fault = _fault_of(path, len(migrations), patience) if os.path.lexists(path) else ""
        notice = replace(path, fault, len(migrations)) if fault else ""
        if notice:
            tell(notice)
        make_private(path)
        connection = unless_returned.enter_context(contextlib.closing(connect(path, patience)))
        _bring_up_to_date(connection, path, migrations)
        unless_returned.pop_all()
        return connection


def _bring_up_to_date(connection: sqlite3.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    version = version_of(connection)
    if version > len(migrations):
        raise NewerSchema
    if not version:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # cannot be changed once there is anything in it
    settle(connection)
    if version < len(migrations):
        if version:
            keep_backup(connection, path)
        migrate(connection, migrations)


def _fault_of(path: Path, newest: int, patience: float) -> str:
    """Return what is wrong with a file that should be our database; empty where nothing is.

    Raises OSError, sqlite3.Error; at once where an old one cannot be brought up to date for lack of room.
    """
    fault = fault_at_sight(path)
    if fault:
        return fault
    with contextlib.closing(connect(path, patience)) as connection:
        try:
            if 0 < version_of(connection) < newest:
                demand_room(path, 2 * size_of(connection))  # for the copy, and for the log of what is changed
            return fault_in(connection)
        except sqlite3.Error as error:
            if is_damage(error):
                return str(error)
            raise


@contextlib.contextmanager
def _alone(path: Path, patience: float) -> Iterator[None]:
    """Wait until no other process opens this database, and keep others out meanwhile. Raises sqlite3.Error, OSError.

    The lock is SQLite's own, on a file that stays empty: it works on every system and ends with the process.
    """
    lock = path.with_name(path.name + ".lock")
    make_private(lock)
    with contextlib.closing(connect(lock, patience)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
