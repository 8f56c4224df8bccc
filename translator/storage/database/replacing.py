"""A database that cannot be read: set aside, with the newest good copy of it in its place."""

import contextlib
import os
import shutil
import sqlite3
from pathlib import Path

from translator.i18n import tr
from translator.storage.atomic_file import set_aside
from translator.storage.database.checking import fault_at_sight, fault_in
from translator.storage.database.connecting import read_only
from translator.storage.database.migrations import backups_of, make_private, version_of
from translator.storage.database.room import demand_room


def replace(path: Path, fault: str, newest: int) -> str:
    """Set aside what cannot be read, put the newest good copy in its place, and return what to tell the user.

    Nothing is moved before the copy is whole: on a full disk all stays as it is. An empty file is one that was never
    written, unless there are copies of it. Copies of a schema beyond ``newest`` are passed over. Raises OSError.
    """
    backup = next((backup for backup in backups_of(path) if _is_good(backup, newest)), None)
    if backup is not None:
        words = tr(
            "The database could not be read, and an earlier copy is used. The old file is kept as {path} ({reason})."
        )
        return words.format(path=_replace_by(backup, path), reason=fault)
    if path.is_file() and not path.stat().st_size:
        return ""
    words = tr("The database could not be read, and a new one was begun. The old file is kept as {path} ({reason}).")
    return words.format(path=_set_aside_whole(path), reason=fault)


def _replace_by(backup: Path, path: Path) -> Path:
    """Put a copy of the backup in the file's place; return where the file is now. Raises OSError."""
    fresh = path.with_name(path.name + ".new")
    demand_room(path, 2 * backup.stat().st_size)  # it may have to be brought up to date, too
    fresh.unlink(missing_ok=True)  # of a process that was killed
    try:
        make_private(fresh)
        with backup.open("rb") as source, fresh.open("r+b") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
        aside = _set_aside_whole(path)
        try:
            fresh.replace(path)
        except OSError:
            _move_whole(aside, path)  # or a new one would be begun in its place
            raise
    finally:
        fresh.unlink(missing_ok=True)
    return aside


def _is_good(backup: Path, newest: int) -> bool:
    """Tell whether a copy can be used; there need be no room on the disk for that."""
    try:
        if fault_at_sight(backup):
            return False
        with contextlib.closing(read_only(backup)) as connection:
            return not fault_in(connection) and version_of(connection) <= newest
    except (OSError, sqlite3.Error):
        return False


def _set_aside_whole(path: Path) -> Path:
    """Move the file and what belongs to it out of the way: a log left behind would be played into the next one."""
    aside = set_aside(path)
    if aside is None:
        raise OSError(tr("it cannot be moved"))
    _move_logs(path, aside)
    return aside


def _move_whole(path: Path, target: Path) -> None:
    path.rename(target)
    _move_logs(path, target)


def _move_logs(path: Path, target: Path) -> None:
    for suffix in ("-wal", "-shm"):
        with contextlib.suppress(FileNotFoundError):
            path.with_name(path.name + suffix).rename(target.with_name(target.name + suffix))
