"""What can be wrong with the database's file: what passes, what is lost, and what the user is told of it."""

import errno
import os
import shutil
import sqlite3
from pathlib import Path

from translator.i18n import tr

LEAST_ROOM = 100_000
"""Bytes; a database that is used needs some more than this beside it, for its log."""

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FULL = {sqlite3.SQLITE_FULL}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_LOST = {*_DAMAGED, *_UNWRITABLE}
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}  # the last where files may only be so large (ulimit)


class DatabaseUnusable(Exception):
    """A piece of work could not be done. Why is its cause, or its message."""


class NotNow(DatabaseUnusable):
    """A piece of work cannot be done at the moment: the disk is full, or another process has the file for long.

    ``Database.postpone`` has it done later.
    """


class NewerSchema(Exception):
    """The database was made by a newer version of the application."""


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether the error means that the file is not as SQLite left it."""
    return _code(error) in _DAMAGED


def is_lost(error: sqlite3.Error) -> bool:
    """Tell whether the error means that this database cannot be used further: damaged or not writable."""
    return _code(error) in _LOST


def is_busy(error: Exception) -> bool:
    """Tell whether another process has the file, for longer than was waited."""
    return isinstance(error, sqlite3.Error) and _code(error) in _BUSY


def lacks_room(path: Path, error: Exception) -> bool:
    """Tell whether the error passes once there is room on the disk; of what SQLite does not tell apart, each may.

    It tells of a quota that is used up, and of a log that it cannot make, as of any other fault.
    """
    if isinstance(error, OSError):
        return error.errno in _NO_ROOM
    code = _code(error) if isinstance(error, sqlite3.Error) else None
    return code in {*_FULL, sqlite3.SQLITE_IOERR} or (code == sqlite3.SQLITE_CANTOPEN and is_full(path))


def passes(path: Path, error: Exception) -> bool:
    """Tell whether what failed with this may go well later, with nothing done about the file itself."""
    return is_busy(error) or lacks_room(path, error)


def is_full(path: Path) -> bool:
    """Return whether the file's disk has no more room; it takes next to no time."""
    free = _free_room(path)
    return free is not None and free < LEAST_ROOM


def demand_room(path: Path, size: int) -> None:
    """Raise OSError where there are not so many bytes free beside the file, and some more.

    A disk is not to be filled to find that out.
    """
    free = _free_room(path)
    if free is not None and free < size + LEAST_ROOM:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))


def _free_room(path: Path) -> int | None:
    """Return how many bytes are free on the file's disk; None where nobody knows: some network disks say 0 of 0."""
    try:
        disk = shutil.disk_usage(Path(os.path.realpath(path)).parent)
    except OSError:
        return None
    return disk.free if disk.total else None


def explain_waiting(path: Path, error: Exception) -> str:
    """Return what to tell the user while nothing can be written."""
    words = tr(
        "Nothing can be kept in {path} at the moment ({reason}). Translating goes on, and what comes of it is kept as "
        "soon as that is possible."
    )
    return words.format(path=path, reason=reason_of(path, error))


def explain_lost(path: Path, error: Exception) -> str:
    """Return what to tell the user where nothing can be written in this run."""
    if isinstance(error, NewerSchema):
        notice = tr("{path} is of a newer version of Translator and is left as it is. Nothing of this run is kept.")
        return notice.format(path=path)
    words = tr(
        "Nothing can be kept in {path} ({reason}). Translating goes on, but nothing of this run will be there later."
    )
    return words.format(path=path, reason=reason_of(path, error))


def reason_of(path: Path, error: Exception) -> str:
    """Return in a few words why the file cannot be used."""
    if isinstance(error, OSError):
        return tr("the disk is full") if error.errno == errno.ENOSPC else error.strerror or str(error)
    code = _code(error) if isinstance(error, sqlite3.Error) else None
    if code in _FULL or (code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN} and is_full(path)):
        return tr("the disk is full")
    return tr("it cannot be written") if code in {*_UNWRITABLE, *_BUSY} else str(error)


def _code(error: sqlite3.Error) -> int:
    """Return the primary result code of an error; an error of Python's own has none, and gets -1."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF
