"""The database's file as its thread has it: opened, written or waited for, and opened again once it can be had."""

import contextlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from translator.i18n import tr
from translator.joining import sentences
from translator.storage.database.connecting import BUSY_SECONDS
from translator.storage.database.faults import (
    DatabaseUnusable,
    NewerSchema,
    NotNow,
    explain_lost,
    explain_waiting,
    is_busy,
    is_lost,
    lacks_room,
    obstacle_of,
    passes,
)
from translator.storage.database.migrations import Migration, version_of
from translator.storage.database.opening import Opened, go_on_in_memory, open_database, open_file
from translator.storage.database.postponed import Postponed, Waiting
from translator.storage.database.reserve import Reserve
from translator.storage.database.room import find_refusal, is_full
from translator.storage.database.transaction import Begin, empty_log, in_transaction

T = TypeVar("T")

IMPATIENT_SECONDS = 0.2
"""How long a connection waits for another process that it has waited for already: others have their turn meanwhile."""


class DatabaseFile:
    """A SQLite database in a file, or in memory where ``path`` is None; opened with the first piece of work.

    Everything but ``notice`` belongs to the thread. What cannot be written at the moment raises NotNow, and is tried
    again by whoever asks; what is postponed is done before anything else is written.
    """

    def __init__(self, path: Path | None, migrations: Sequence[Migration]) -> None:
        self._path = path
        self._migrations = migrations
        self._opened: Opened | None = None
        self._patience = BUSY_SECONDS
        self._postponed = Waiting()
        self._lasting: tuple[str, ...] = ()
        self._waiting = ""
        self._waits_for_others = False
        self._reserve = Reserve(path) if path is not None else None

    @property
    def notice(self) -> str:
        """What is wrong with the file: what has happened to it, and what is wrong at the moment."""
        return sentences(*self._lasting, self._waiting)

    @property
    def is_waiting(self) -> bool:
        """Whether something waits for the file: what is postponed, or the user."""
        return bool(self._postponed or self._waiting)

    @property
    def passes_soon(self) -> bool:
        """Whether it waits for another process alone."""
        return self._waits_for_others

    @property
    def is_short_of_room(self) -> bool:
        """Whether the room that was kept is in use: there is no more than that."""
        return self._reserve is not None and self._reserve.is_used_up

    @property
    def is_used(self) -> bool:
        """Whether it is open, or still to be opened for what is postponed."""
        return bool(self._opened or self._postponed)

    def do(self, work: Callable[[sqlite3.Connection], T], begin: Begin) -> T:
        """Do this in a transaction. Raises NotNow, sqlite3.Error, and what ``work`` raises."""
        opened = self._opened or self._open()
        try:
            return self._do_with(opened, work, begin)
        except (sqlite3.Error, NewerSchema) as error:
            opened = self._opened or opened  # it may have been opened again meanwhile
            if self._path is None or not opened.is_kept:
                raise
            if begin == "BEGIN IMMEDIATE" and passes(self._path, error):
                raise self._wait(self._path, error) from error
            if not is_lost(error):
                raise
            self._tell(explain_lost(self._path, error))
            memory = go_on_in_memory(opened.connection, self._migrations, error)
            self._opened = opened = Opened(memory, is_kept=False)
        return self._do_with(opened, work, begin)

    def remove(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do this, which deletes something: on a full disk with the room that is kept for it. Raises as ``do``.

        After that, what is postponed has what is left of that room.
        """
        try:
            return self.do(work, "BEGIN IMMEDIATE")
        except NotNow as fault:
            if is_busy(fault.__cause__ or fault):
                raise
            return self._remove_without_room(work)

    def do_or_postpone(self, postponed: Postponed[T]) -> bool:
        """Do this now, or where that cannot be, later; return whether it is done. Raises what ``do`` raises of it."""
        try:
            result = self.do(postponed.work, "BEGIN IMMEDIATE")
        except NotNow:
            self.postpone(postponed)
            return False
        postponed.note(result)
        return True

    def postpone(self, postponed: Postponed[T]) -> None:
        """Have this done before anything else is written, after all that waits."""
        self._postponed.add(postponed)

    def try_again(self) -> None:
        """Write what is postponed; where nothing is, see whether something could be written."""
        if not self._postponed and self._path is not None and not self._waits_for_others and find_refusal(self._path):
            return
        with contextlib.suppress(sqlite3.Error, NotNow):
            self.do(_write_nothing_new, "BEGIN IMMEDIATE")

    def write_the_last(self) -> None:
        """Write what is postponed, or give it up."""
        if self._postponed:
            self._be_patient(BUSY_SECONDS)
            with contextlib.suppress(sqlite3.Error, NotNow):
                self.do(_write_nothing_new, "BEGIN IMMEDIATE")
        self._postponed.give_up(DatabaseUnusable("closed"))

    def close(self) -> None:
        """Close it."""
        if self._opened is not None:
            self._opened.connection.close()
            self._opened = None

    def _do_with(self, opened: Opened, work: Callable[[sqlite3.Connection], T], begin: Begin) -> T:
        if begin == "BEGIN":
            return self._do_checked(opened.connection, begin, work)
        if opened.waiting and self._path is not None:
            opened = self._open_again(self._path, opened)
        self._postponed.do(lambda postponed: self._do_checked(opened.connection, begin, postponed))
        result = self._do_checked(opened.connection, begin, work)
        if self._waiting:
            self._waiting = ""
            self._be_patient(BUSY_SECONDS)
        return result

    def _remove_without_room(self, work: Callable[[sqlite3.Connection], T]) -> T:
        if self._reserve is not None and self._reserve.give_up():
            with contextlib.suppress(NotNow):
                return self.do(work, "BEGIN IMMEDIATE")
        if self._path is None or self._opened is None or not self._opened.is_kept:
            raise NotNow(tr("the disk is full"))
        try:  # before what is postponed, which takes room
            return self._do_checked(self._opened.connection, "BEGIN IMMEDIATE", work)
        except sqlite3.Error as error:
            if passes(self._path, error):
                raise self._wait(self._path, error) from error
            raise

    def _do_checked(self, connection: sqlite3.Connection, begin: Begin, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do the work in a transaction; where there is no room for that, once more with the room that the log had.

        Raises NewerSchema where another process has brought the file to a version beyond ours.
        """

        def checked(connection: sqlite3.Connection) -> T:
            if version_of(connection) > len(self._migrations):
                raise NewerSchema
            return work(connection)

        try:
            result = in_transaction(connection, begin, checked)
        except sqlite3.Error as error:
            if begin == "BEGIN" or self._path is None or not lacks_room(self._path, error):
                raise
            if not empty_log(connection):
                raise
            result = in_transaction(connection, begin, checked)
        if self._reserve is not None and self._reserve.is_used_up and begin == "BEGIN IMMEDIATE":
            empty_log(connection)  # while there is still room for what it adds to the file
            self._reserve.keep_again()
        return result

    def _open(self) -> Opened:
        try:
            opened = open_database(self._path, self._migrations, self._tell, self._patience)
        except sqlite3.Error as error:
            if self._path is None or not is_busy(error):
                raise
            raise self._wait(self._path, error) from error
        if opened.is_kept and self._reserve is not None:
            self._reserve.keep()
        self._opened, self._waiting, self._waits_for_others = opened, opened.waiting, False
        self._be_patient(IMPATIENT_SECONDS if opened.waiting else BUSY_SECONDS)
        return opened

    def _open_again(self, path: Path, before: Opened) -> Opened:
        """Open the file for which there was no room. Raises NotNow where it still cannot be had."""
        if is_full(path):
            raise NotNow(tr("the disk is full"))
        try:
            again = Opened(open_file(path, self._migrations, self._tell, self._patience), is_kept=True)
        except (OSError, sqlite3.Error, NewerSchema) as error:
            if passes(path, error):
                raise self._wait(path, error) from error
            self._tell(explain_lost(path, error))
            again = Opened(before.connection, is_kept=False)
        else:
            before.connection.close()
        self._opened = again
        return again

    def _wait(self, path: Path, error: Exception) -> NotNow:
        """Take note that this cannot be written at the moment, and return what to raise."""
        obstacle = obstacle_of(path, error)
        self._waiting, self._waits_for_others = explain_waiting(path, obstacle), is_busy(error)
        self._be_patient(IMPATIENT_SECONDS)
        return NotNow(obstacle.reason)

    def _be_patient(self, seconds: float) -> None:
        self._patience = seconds
        if self._opened is not None and self._opened.is_kept:
            self._opened.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def _tell(self, notice: str) -> None:
        """Take note of what stays so in this run."""
        if notice not in self._lasting:
            self._lasting = (*self._lasting, notice)


def _write_nothing_new(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA user_version = {version_of(connection)}")
