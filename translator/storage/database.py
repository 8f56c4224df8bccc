"""``translator.db``: one thread owns the connection, and everything that is kept goes through it.

The file is opened with the first piece of work, so it costs nothing at the start. Several processes may use it side by
side. Where it cannot be written, or is of a newer version, what is kept is kept in memory, for this run. A disk without
room is another matter, as that passes: what is to be written then fails, or is postponed until there is room.
"""

import asyncio
import contextlib
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Literal, TypeVar

from translator.daemon_thread import ThreadedCall
from translator.i18n import tr
from translator.storage.database_opening import (
    Opened,
    go_on_in_memory,
    is_full,
    is_lost,
    lacks_room,
    open_database,
    reason_of,
    wait_for_room,
)
from translator.storage.merging import Merge
from translator.storage.migrations import MIGRATIONS, Migration, version_of
from translator.storage.postponed import Postponed, Waiting

T = TypeVar("T")

PATIENCE_SECONDS = 15.0
"""How long anybody waits for a piece of work; longer than SQLite waits for another process."""

TIDYING_SECONDS = 1.0
"""How long closing goes on with what nobody waits for."""

CLOSING_SECONDS = 5.0
"""How long closing waits for what is still to be written."""

TRIED_AGAIN_SECONDS = 3.0
"""How long after a write for which there was no room another is tried, where nobody writes anything before."""

_Job = Callable[[], None]
_Begin = Literal["BEGIN", "BEGIN IMMEDIATE"]


class DatabaseUnusable(Exception):
    """A piece of work could not be done. Why is its cause, or its message."""


class NoRoom(DatabaseUnusable):
    """What was to be written could not be, as there is no room on the disk; ``postpone`` has it done later."""


class StillWorking(DatabaseUnusable):
    """A piece of work takes longer than anybody waits. It will be done, or fail: ``outcome`` tells which."""

    def __init__(self, outcome: asyncio.Future[Any]) -> None:
        super().__init__("no answer yet")
        self.outcome = outcome


class Database:
    """A SQLite database in a file, or in memory where ``path`` is None.

    ``notice`` is one sentence to show to the user, as long as something is wrong with the file; else it is empty.
    """

    def __init__(self, path: Path | None, migrations: Sequence[Migration] = MIGRATIONS) -> None:
        self.notice = ""
        self._told = ""
        self._path = path
        self._migrations = migrations
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._opened: Opened | None = None
        self._is_closed = False
        self._untidy: dict[str, Merge] = {}  # by index; the thread's own
        self._listeners: list[Callable[[str], None]] = []
        self._loop: asyncio.AbstractEventLoop | None = None
        self._postponed = Waiting()  # the thread's own
        self._waiting_notice = ""  # the notice, while all that is wrong is that there is no room; the thread's own

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call this with each new ``notice``, in the event loop of whoever asked last; empty when all is well."""
        self._listeners.append(listener)

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do the work in a transaction that may write, and return what it returns.

        Raises DatabaseUnusable where it is not done, NoRoom where the disk is full, StillWorking where it may yet be
        done. It runs on the database's own thread, and does so also where whoever waits is cancelled. It may run twice:
        once more in memory, where the file turns out not to be writable. What it raises itself takes back what it
        wrote. It must not return a cursor.
        """
        return await self._ask(work, "BEGIN IMMEDIATE")

    def postpone(
        self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None] | None = None
    ) -> asyncio.Future[None]:
        """Have this done as soon as there is room on the disk: with the next write, after a while, or when closing.

        What is postponed is done in order, before anything else is written. The future ends when it is done, or with an
        error where it never is; ``then`` is called with what the work returned, in the database's thread.
        """
        postponed = Postponed(work, then)
        if self._is_closed:
            postponed.settle(DatabaseUnusable("closed"))
        else:
            self._start()
            self._jobs.put(lambda: self._postponed.add(postponed))
        return postponed.done

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do work that writes nothing: as ``run``, but it waits for no other process. Raises DatabaseUnusable."""
        return await self._ask(work, "BEGIN")

    def tidy(self, work: Merge) -> None:
        """Have this done while nobody waits for anything, again and again, until it returns False.

        Each time is a transaction of its own. Where the same index is merged already, that begins anew. Closing goes on
        with it for TIDYING_SECONDS; what is left of it then is not done, nor where it fails.
        """
        if self._thread is not None:  # else nothing was done yet that left anything
            self._jobs.put(lambda: self._untidy.update({work.index: work}))

    async def close(self, seconds: float = CLOSING_SECONDS) -> None:
        """Wait for what is still to be done, and close the file; after so many seconds it is left to its thread."""
        if self._is_closed or self._thread is None:
            self._is_closed = True
            return
        self._is_closed = True
        closing = self._put(self._close_connection)
        self._jobs.put(None)
        await asyncio.wait([closing.future], timeout=seconds)

    async def _ask(self, work: Callable[[sqlite3.Connection], T], begin: _Begin) -> T:
        if self._is_closed:
            raise DatabaseUnusable("closed")
        self._start()
        self._loop = asyncio.get_running_loop()
        call = self._put(lambda: self._do(work, begin))
        await asyncio.wait([call.future], timeout=PATIENCE_SECONDS)
        self._tell()
        if not call.future.done():
            raise DatabaseUnusable("no answer") if call.give_up() else StillWorking(call.future)
        try:
            return call.future.result()
        except sqlite3.Error as error:
            raise DatabaseUnusable(str(error)) from error

    def _tell(self) -> None:
        if self.notice != self._told:
            self._told = self.notice
            for listener in self._listeners:
                listener(self.notice)

    def _start(self) -> None:
        if self._thread is None:
            # A disk that hangs must not hold up the end of the process: ``close`` waits as long as is fair.
            self._thread = threading.Thread(target=self._work, name="database", daemon=True)
            self._thread.start()

    def _put(self, work: Callable[[], T]) -> ThreadedCall[T]:
        """Have the thread do this."""
        call = ThreadedCall(work)
        self._jobs.put(call.make)
        return call

    # On the thread

    def _work(self) -> None:
        while (job := self._next_job()) is not None:
            job()

    def _next_job(self) -> _Job | None:
        while True:
            try:
                if self._is_waiting:
                    return self._jobs.get(timeout=TRIED_AGAIN_SECONDS)
                return self._jobs.get_nowait() if self._untidy else self._jobs.get()
            except queue.Empty:
                if self._is_waiting:
                    self._try_again()
                else:
                    self._tidy_some()

    def _tidy_some(self) -> None:
        index, work = next(iter(self._untidy.items()))
        more = False
        with contextlib.suppress(sqlite3.Error, NoRoom):
            more = self._do(work, "BEGIN IMMEDIATE")
        if not more:
            del self._untidy[index]

    @property
    def _is_waiting(self) -> bool:
        """Whether something waits for room: what is postponed, or the user."""
        return bool(self._postponed or self._waiting_notice)

    def _try_again(self) -> None:
        """Write what is postponed; where nothing is, see whether something could be written."""
        if not self._postponed and self._path is not None and is_full(self._path.parent):
            return
        with contextlib.suppress(sqlite3.Error, NoRoom):
            self._do(_write_nothing_new, "BEGIN IMMEDIATE")
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # it may be closed by now
                self._loop.call_soon_threadsafe(self._tell)

    def _do(self, work: Callable[[sqlite3.Connection], T], begin: _Begin) -> T:
        opened = self._opened or self._adopt(open_database(self._path, self._migrations))
        try:
            return self._do_with(opened, work, begin)
        except sqlite3.Error as error:
            opened = self._opened or opened  # it may have been opened again meanwhile
            if self._path is None or not opened.is_kept:
                raise
            if begin == "BEGIN IMMEDIATE" and lacks_room(self._path, error):
                self.notice = self._waiting_notice = wait_for_room(self._path, error)
                raise NoRoom(reason_of(self._path, error)) from error
            if not is_lost(error):
                raise
            opened = self._adopt(go_on_in_memory(self._path, opened.connection, self._migrations, error))
        return self._do_with(opened, work, begin)

    def _do_with(self, opened: Opened, work: Callable[[sqlite3.Connection], T], begin: _Begin) -> T:
        if begin == "BEGIN":
            return _in_transaction(opened.connection, begin, work)
        if opened.lacks_room:
            opened = self._open_again(opened)
        self._postponed.do(lambda postponed: _in_transaction(opened.connection, begin, postponed))
        result = _in_transaction(opened.connection, begin, work)
        if self._waiting_notice:
            self.notice = "" if self.notice == self._waiting_notice else self.notice
            self._waiting_notice = ""
        return result

    def _open_again(self, before: Opened) -> Opened:
        """Open the file for which there was no room. Raises NoRoom where there still is none."""
        again = open_database(self._path, self._migrations)
        if again.lacks_room:
            again.connection.close()
            raise NoRoom(tr("the disk is full"))
        before.connection.close()
        return self._adopt(again)

    def _adopt(self, opened: Opened) -> Opened:
        self._opened = opened
        self.notice = opened.notice or self.notice
        if opened.lacks_room:
            self._waiting_notice = opened.notice
        return opened

    def _close_connection(self) -> None:
        if self._opened is not None or self._postponed:
            self._write_the_last()
            until = time.monotonic() + TIDYING_SECONDS
            while self._untidy and time.monotonic() < until:
                self._tidy_some()
            self._untidy.clear()  # or it would be opened again for that
        if self._opened is not None:
            self._opened.connection.close()
            self._opened = None

    def _write_the_last(self) -> None:
        if self._postponed:
            with contextlib.suppress(sqlite3.Error, NoRoom):
                self._do(_write_nothing_new, "BEGIN IMMEDIATE")
        self._postponed.give_up(DatabaseUnusable("closed"))


def _write_nothing_new(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA user_version = {version_of(connection)}")


def _in_transaction(connection: sqlite3.Connection, begin: _Begin, work: Callable[[sqlite3.Connection], T]) -> T:
    connection.execute(begin)
    try:
        result = work(connection)
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # SQLite itself has taken back some that cannot go on
            connection.execute("ROLLBACK")
        raise
    return result
