"""Blocking calls that may never return, made where they keep nobody from leaving.

``asyncio.to_thread`` waits for its threads when the process ends; a keyring that is frozen would hold it for ever.
"""

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


async def call_in_daemon_thread(call: Callable[[], T], seconds: float) -> T:
    """Return what the call returns, or raise what it raises.

    Raises TimeoutError when it has not returned after so many seconds; it goes on, and nobody hears its result.
    """
    return await asyncio.wait_for(start_in_daemon_thread(call), seconds)


def start_in_daemon_thread(call: Callable[[], T]) -> asyncio.Future[T]:
    """Start the call and return the future of what it returns or raises."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if future.done():
            return
        if error is None:
            future.set_result(result)  # type: ignore[arg-type] # without an error the result is there
        else:
            future.set_exception(error)

    def work() -> None:
        result: T | None = None
        failure: BaseException | None = None
        try:
            result = call()
        except BaseException as error:  # noqa: BLE001 - handed to whoever awaits
            failure = error
        with contextlib.suppress(RuntimeError):  # the loop may be closed by now
            loop.call_soon_threadsafe(settle, result, failure)

    threading.Thread(target=work, daemon=True, name="blocking-call").start()
    return future
