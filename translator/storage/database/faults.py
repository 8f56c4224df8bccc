"""What can be wrong with the database's file: what passes, what is lost, and what the user is told of it."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from translator.i18n import tr
from translator.joining import sentences
from translator.storage.database.room import explain_refusal, find_refusal, refusal_in

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_FULL = {sqlite3.SQLITE_FULL}
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_UNWRITABLE = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_LOST = {*_DAMAGED, *_UNWRITABLE}


class DatabaseUnusable(Exception):
    """A piece of work could not be done. Why is its cause, or its message."""


class NotNow(DatabaseUnusable):
    """A piece of work cannot be done at the moment: the disk is full, or another process has the file for long.

    ``Database.postpone`` has it done later.
    """


class NewerSchema(Exception):
    """The database was made by a newer version of the application."""


@contextmanager
def unusable_as(kind: type[Exception]) -> Iterator[None]:
    """Have DatabaseUnusable raised as the exception that a port names for it, with the same message."""
    try:
        yield
    except DatabaseUnusable as error:
        raise kind(str(error)) from error


def is_damage(error: Exception) -> bool:
    """Tell whether the error means that the file is not as SQLite left it."""
    return _code(error) in _DAMAGED


def is_lost(error: Exception) -> bool:
    """Tell whether the error means that this database cannot be used further: damaged, not writable, or too new."""
    return _code(error) in _LOST or isinstance(error, NewerSchema)


def is_busy(error: BaseException) -> bool:
    """Tell whether another process has the file, for longer than was waited."""
    return _code(error) in _BUSY


def lacks_room(path: Path, error: Exception) -> bool:
    """Tell whether the error passes once there is room on the disk; of what SQLite does not tell apart, each may.

    It tells of a share of the disk that is used up, and of a log that it cannot make, as of any other fault.
    """
    if isinstance(error, OSError):
        return bool(refusal_in(error))
    code = _code(error)
    return code in {*_FULL, sqlite3.SQLITE_IOERR} or (code == sqlite3.SQLITE_CANTOPEN and find_refusal(path) > 0)


def passes(path: Path, error: Exception) -> bool:
    """Tell whether what failed with this may go well later, with nothing done about the file itself."""
    return is_busy(error) or lacks_room(path, error)


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why nothing can be written: the ``reason`` in a few words, and whether it is ``for_room``."""

    reason: str
    for_room: bool = False


def obstacle_of(path: Path, error: Exception) -> Obstacle:
    """Return why the file cannot be used."""
    refusal = _refusal_of(path, error)
    if refusal:
        return Obstacle(explain_refusal(refusal), for_room=True)
    if isinstance(error, OSError):
        return Obstacle(error.strerror or str(error))
    return Obstacle(tr("it cannot be written") if _code(error) in {*_UNWRITABLE, *_BUSY} else str(error))


def explain_waiting(path: Path, obstacle: Obstacle) -> str:
    """Return what to tell the user while nothing can be written."""
    words = tr(
        "Nothing can be kept in {path} at the moment ({reason}). Translating goes on, and what comes of it is kept as "
        "soon as that is possible."
    )
    told = words.format(path=path, reason=obstacle.reason)
    return sentences(told, tr("Delete what you no longer need, here or elsewhere.") if obstacle.for_room else "")


def explain_lost(path: Path, error: Exception) -> str:
    """Return what to tell the user where nothing can be written in this run."""
    if isinstance(error, NewerSchema):
        notice = tr(
            "{path} is of a newer version of Translator and is left as it is. Nothing is kept from here on: quit, and "
            "start the newer version."
        )
        return notice.format(path=path)
    words = tr(
        "Nothing can be kept in {path} ({reason}). Translating goes on, but nothing of this run will be there later."
    )
    return words.format(path=path, reason=obstacle_of(path, error).reason)


def _refusal_of(path: Path, error: Exception) -> int:
    """Return the ``errno`` of a disk without room, where that is what is wrong; else 0."""
    if isinstance(error, OSError):
        return refusal_in(error)
    code = _code(error)
    if code in _FULL:
        return errno.ENOSPC
    return find_refusal(path) if code in {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN} else 0


def _code(error: BaseException) -> int:
    """Return the primary result code of an error of SQLite's; any other has none, and gets -1."""
    return getattr(error, "sqlite_errorcode", -1) & 0xFF if isinstance(error, sqlite3.Error) else -1
