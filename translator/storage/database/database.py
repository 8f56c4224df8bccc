"""``translator.db``: one thread owns the connection, and everything that is kept goes through it.

The file is opened with the first piece of work, so it costs nothing at the start. Several processes may use it side by
side. Where it cannot be written, or is of a newer version, what is kept is kept in memory, for this run. A disk without
room is another matter, and so is a file that another process has for long, as they pass: what is to be written then
fails, or is postponed until it can be.
"""

import asyncio
import contextlib
import logging
import queue
import sqlite3
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from translator.daemon_thread import ThreadedCall
from translator.storage.database.database_file import DatabaseFile
from translator.storage.database.faults import DatabaseUnusable, NotNow
from translator.storage.database.migrations import MIGRATIONS, Migration
from translator.storage.database.postponed import Postponed
from translator.storage.database.tidying import GiveBack, Tidying
from translator.storage.database.transaction import Begin

log = logging.getLogger(__name__)

T = TypeVar("T")

PATIENCE_SECONDS = 15.0
"""How long anybody waits for a piece of work; longer than SQLite waits for another process."""

TIDYING_SECONDS = 1.0
"""How long closing goes on with what nobody waits for."""

CLOSING_SECONDS = 5.0
"""How long closing waits for what is still to be written."""

TRIED_AGAIN_SECONDS = 3.0
"""How long after a write that could not be done another is tried, where nobody writes anything before."""

LONGEST_PAUSE = 10
"""So many times that long it takes in the end, where the disk has no room: each time twice as long as before."""

_Job = Callable[[], None]


class StillWorking(DatabaseUnusable):
    """A piece of work takes longer than anybody waits. It will be done, or fail: ``outcome`` tells which."""

    def __init__(self, outcome: asyncio.Future[Any]) -> None:
        super().__init__("no answer yet")
        self.outcome = outcome


class Database:
    """A SQLite database in a file, or in memory where ``path`` is None."""

    def __init__(self, path: Path | None, migrations: Sequence[Migration] = MIGRATIONS) -> None:
        self._told = ""
        self._file = DatabaseFile(path, migrations)  # the thread's own
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_closed = False
        self._untidy: dict[str, Tidying] = {}  # by name; the thread's own
        self._pauses = 1  # the thread's own
        self._listeners: list[Callable[[str], None]] = []
        self._loop: asyncio.AbstractEventLoop | None = None

    @property
    def notice(self) -> str:
        """What to show to the user, in a sentence or several, as long as something is wrong with the file."""
        return self._file.notice

    def listen(self, listener: Callable[[str], None]) -> None:
        """Call this with each new ``notice``, in the event loop of whoever asked last; empty when all is well."""
        self._listeners.append(listener)

    async def run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do the work in a transaction that may write, and return what it returns.

        Raises DatabaseUnusable where it is not done, NotNow where that may go well later, StillWorking where it may yet
        be done. It runs on the database's own thread, and does so also where whoever waits is cancelled. It may run
        twice: once more in memory, where the file turns out not to be writable. What it raises itself takes back what
        it wrote. It must not return a cursor.
        """
        return await self._ask(work, "BEGIN IMMEDIATE")

    async def remove(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do work that deletes something as ``run`` does, on a full disk with the room that is kept for that.

        What becomes free is given back to the disk later, where it is much.
        """
        result = await self._remove(work)
        self.tidy(GiveBack())
        return result

    async def remove_all(
        self, work: Callable[[sqlite3.Connection], object], part: Callable[[sqlite3.Connection], bool]
    ) -> bool:
        """Do work that deletes much, or on a full disk ``part`` of it again and again, until it returns False.

        All of it at once takes more room than is kept. Return whether it was done at once. Raises as ``run``; what was
        deleted before stays so.
        """
        try:
            await self._remove(work)
        except NotNow:
            while await self._remove(part):
                pass
            return False
        finally:
            self.tidy(GiveBack())  # not after each part: what is not worth it alone would never be given back
        return True

    def keep(
        self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None] | None = None
    ) -> asyncio.Future[bool]:
        """Do the work as ``run`` does, or where that cannot be yet, have it done later, as ``postpone`` does.

        Nothing takes that back: whoever waits may be cancelled, or wait no longer (``soon``). What is returned tells
        whether it is done already. Raises DatabaseUnusable where the database is closed.
        """
        if self._is_closed:
            raise DatabaseUnusable("closed")
        self._begin()
        postponed = Postponed(work, then)
        keeping = self._put(lambda: self._file.do_or_postpone(postponed)).future
        keeping.add_done_callback(lambda _: self._tell())
        return keeping

    def postpone(
        self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None] | None = None
    ) -> asyncio.Future[None]:
        """Have this done as soon as it can be: with the next write, after a while, or when closing.

        What is postponed is done in order, before anything else is written. The future ends when it is done, or with an
        error where it never is; ``then`` is called with what the work returned, in the database's thread.
        """
        postponed = Postponed(work, then)
        if self._is_closed:
            postponed.settle(DatabaseUnusable("closed"))
        else:
            self._begin()
            self._jobs.put(lambda: self._file.postpone(postponed))
        return postponed.done

    async def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do work that writes nothing: as ``run``, but it waits for no other process. Raises DatabaseUnusable."""
        return await self._ask(work, "BEGIN")

    def tidy(self, work: Tidying) -> None:
        """Have this done while nobody waits for anything, again and again, until it returns False.

        Each time is a transaction of its own. What is at work on the same already begins anew. Closing goes on
        with it for TIDYING_SECONDS; what is left of it then is not done, nor where it fails.
        """
        if self._thread is not None:  # else nothing was done yet that left anything
            self._jobs.put(lambda: self._untidy.update({work.name: work}))

    async def close(self, seconds: float = CLOSING_SECONDS) -> None:
        """Wait for what is still to be done, and close the file; after so many seconds it is left to its thread."""
        if self._is_closed or self._thread is None:
            self._is_closed = True
            return
        self._is_closed = True
        closing = self._put(self._close_file)
        self._jobs.put(None)
        await asyncio.wait([closing.future], timeout=seconds)

    async def _remove(self, work: Callable[[sqlite3.Connection], T]) -> T:
        return await self._done(lambda: self._file.remove(work))

    async def _ask(self, work: Callable[[sqlite3.Connection], T], begin: Begin) -> T:
        return await self._done(lambda: self._file.do(work, begin))

    async def _done(self, job: Callable[[], T]) -> T:
        """Have the thread do this, and return what it returns."""
        if self._is_closed:
            raise DatabaseUnusable("closed")
        self._begin()
        call = self._put(job)
        await asyncio.wait([call.future], timeout=PATIENCE_SECONDS)
        self._tell()
        if not call.future.done():
            raise DatabaseUnusable("no answer") if call.give_up() else StillWorking(call.future)
        try:
            return call.future.result()
        except sqlite3.Error as error:
            raise DatabaseUnusable(str(error)) from error

    def _tell(self) -> None:
        notice = self.notice
        if notice != self._told:
            self._told = notice
            for listener in self._listeners:
                listener(notice)

    def _begin(self) -> None:
        self._loop = asyncio.get_running_loop()
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
                if self._file.is_waiting:
                    return self._jobs.get(timeout=TRIED_AGAIN_SECONDS * self._pauses)
                self._pauses = 1
                return self._jobs.get_nowait() if self._untidy else self._jobs.get()
            except queue.Empty:
                if self._file.is_waiting:
                    self._try_again()
                else:
                    self._tidy_some()

    def _tidy_some(self) -> None:
        name, work = next(iter(self._untidy.items()))
        more = False
        if not (work.takes_room and self._file.is_short_of_room):
            try:
                more = self._file.do(work, "BEGIN IMMEDIATE")
            except (sqlite3.Error, NotNow):
                pass
            except Exception as error:  # noqa: BLE001 - whatever it was, the thread goes on
                log.error("Tidying %s failed: %s", name, type(error).__name__)  # noqa: TRY400 - it may quote a text
        if not more:
            del self._untidy[name]

    def _try_again(self) -> None:
        self._file.try_again()
        still = self._file.is_waiting and not self._file.passes_soon
        self._pauses = min(2 * self._pauses, LONGEST_PAUSE) if still else 1
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # it may be closed by now
                self._loop.call_soon_threadsafe(self._tell)

    def _close_file(self) -> None:
        if self._file.is_used:
            self._file.write_the_last()
            until = time.monotonic() + TIDYING_SECONDS
            while self._untidy and time.monotonic() < until:
                self._tidy_some()
        self._untidy.clear()  # or it would be opened again for that
        self._file.close()


async def soon(keeping: asyncio.Future[bool]) -> bool:
    """Wait for what is kept, as long as anybody waits; return whether it is done. Raises DatabaseUnusable."""
    await asyncio.wait([keeping], timeout=PATIENCE_SECONDS)
    try:
        return keeping.done() and keeping.result()
    except sqlite3.Error as error:
        raise DatabaseUnusable(str(error)) from error
