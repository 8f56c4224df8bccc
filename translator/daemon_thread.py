"""Blocking calls that outlast whoever waits for them: they may never return, or return something to be closed.

``asyncio.to_thread`` waits for its threads when the process ends; a keyring that is frozen would hold it for ever.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class ThreadedCall(Generic[T]):
    """A call that another thread is to ``make``. ``future`` is what comes of it, in the loop that runs now.

    What it raises is nobody's fault where nobody waits for it any more.
    """

    def __init__(self, call: Callable[[], T]) -> None:
        self._call = call
        self._loop = asyncio.get_running_loop()
        self.future: asyncio.Future[T] = self._loop.create_future()
        self.future.add_done_callback(_look_at)
        self._claim = threading.Lock()  # whoever has it first decides whether the call is made

    def make(self) -> None:
        """Make the call, unless it was given up; in the other thread."""
        if not self._claim.acquire(blocking=False):
            return
        result: T | None = None
        failure: BaseException | None = None
        try:
            result = self._call()
        except BaseException as error:  # noqa: BLE001 - handed to whoever awaits
            failure = error
        with contextlib.suppress(RuntimeError):  # the loop may be closed by now
            self._loop.call_soon_threadsafe(self._settle, result, failure)

    def give_up(self) -> bool:
        """Let it not be made any more; return whether that was in time."""
        return self._claim.acquire(blocking=False)

    def _settle(self, result: T | None, error: BaseException | None) -> None:
        if self.future.done():  # whoever waited has cancelled it
            return
        if error is None:
            self.future.set_result(result)  # type: ignore[arg-type] # without an error the result is there
        else:
            self.future.set_exception(error)


async def call_in_daemon_thread(call: Callable[[], T], seconds: float) -> T:
    """Return what the call returns, or raise what it raises.

    Raises TimeoutError when it has not returned after so many seconds; it goes on, and nobody hears its result.
    """
    async with asyncio.timeout(seconds):  # wait_for of Python 3.11 goes on where it is cancelled as the answer comes
        return await start_in_daemon_thread(call)


def start_in_daemon_thread(call: Callable[[], T]) -> asyncio.Future[T]:
    """Start the call and return the future of what it returns or raises."""
    threaded = ThreadedCall(call)
    threading.Thread(target=threaded.make, daemon=True, name="blocking-call").start()
    return threaded.future


async def open_in_thread(opens: Callable[[], T], close: Callable[[T], object]) -> T:
    """Return what this opens, or raise what it raises; where nobody waits for it any more, it is closed again."""

    def close_again(done: asyncio.Future[T]) -> None:
        if not done.cancelled() and done.exception() is None:
            close(done.result())

    opening = asyncio.ensure_future(asyncio.to_thread(opens))
    try:
        return await asyncio.shield(opening)
    except asyncio.CancelledError:
        opening.add_done_callback(close_again)
        raise


def _look_at(future: asyncio.Future[T]) -> None:
    """Look at what became of it: an error that nobody waits for is not to be complained of."""
    if not future.cancelled():
        future.exception()
