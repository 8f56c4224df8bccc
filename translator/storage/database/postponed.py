"""Work on the database that waits until the file can be written again."""

import asyncio
import contextlib
import logging
import sqlite3
from collections import deque
from collections.abc import Callable
from typing import Any, Generic, TypeVar

from translator.storage.database.faults import NewerSchema

log = logging.getLogger(__name__)

T = TypeVar("T")

Perform = Callable[[Callable[[sqlite3.Connection], Any]], Any]
"""Does a piece of work in a transaction, and returns what it returns."""

_ITS_OWN = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG}
"""What is wrong with a piece of work itself, whenever it is done."""


class Postponed(Generic[T]):
    """A piece of work, and what comes of it: ``done`` ends in the loop that runs now, with an error where it failed.

    ``then`` is called with what it returns once that is written, in the database's thread.
    """

    def __init__(self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None] | None = None) -> None:
        self.work = work
        self._then = then
        self._loop = asyncio.get_running_loop()
        self.done: asyncio.Future[None] = self._loop.create_future()
        self.done.add_done_callback(_look_at)

    def do(self, perform: Perform) -> None:
        """Do it; in the database's thread. Raises what ``perform`` raises of the file; then it is still to be done.

        What fails by itself is told so, and is not to be tried again.
        """
        try:
            result = perform(self.work)
        except NewerSchema:
            raise
        except Exception as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)  # Python's own errors have none
            if isinstance(error, sqlite3.Error) and code & 0xFF not in _ITS_OWN:
                raise
            # Mostly nobody waits for it. The error itself may quote a text.
            log.error("What was postponed cannot be written: %s", type(error).__name__)  # noqa: TRY400 - therefore
            self.settle(error)
            return
        self.note(result)

    def note(self, result: T) -> None:
        """Take note that it is done; in the database's thread."""
        if self._then is not None:
            self._then(result)
        self.settle()

    def settle(self, error: Exception | None = None) -> None:
        """Tell what came of it; in the database's thread."""
        with contextlib.suppress(RuntimeError):  # the loop may be closed by now
            self._loop.call_soon_threadsafe(self._end, error)

    def _end(self, error: Exception | None) -> None:
        if self.done.done():
            return
        if error is None:
            self.done.set_result(None)
        else:
            self.done.set_exception(error)


class Waiting:
    """What is postponed, the oldest first. It belongs to the database's thread."""

    def __init__(self) -> None:
        self._all: deque[Postponed[Any]] = deque()

    def __bool__(self) -> bool:
        return bool(self._all)

    def add(self, postponed: Postponed[Any]) -> None:
        """Have this done after all that waits."""
        self._all.append(postponed)

    def do(self, perform: Perform) -> None:
        """Do all of it in order, each once. Raises as Postponed.do; that piece then waits on, with all after it."""
        while self._all:
            self._all[0].do(perform)
            self._all.popleft()

    def give_up(self, why: Exception) -> None:
        """Let it not be done any more."""
        while self._all:
            self._all.popleft().settle(why)


def _look_at(future: asyncio.Future[None]) -> None:
    """Look at what became of it: nobody has to wait for it."""
    if not future.cancelled():
        future.exception()
