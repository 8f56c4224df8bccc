"""Runs what a command waits for, so that Ctrl+C is heard whenever it comes."""

import asyncio
import os
import signal
import socket
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")

_WAITING_SIGNALS = 64
"""Bytes taken from the socket at a time: one for each signal."""


def run_interruptibly(work: Coroutine[Any, Any, T]) -> T:
    """Return what the work returns, or raise what it raises. Raises KeyboardInterrupt once it was interrupted.

    The work is cancelled by the first Ctrl+C, and may close what it has open.
    """
    with asyncio.Runner() as runner, _woken_by_signals(runner.get_loop()):
        return runner.run(work)


@contextmanager
def _woken_by_signals(loop: asyncio.AbstractEventLoop) -> Iterator[None]:
    """Wake this loop with each signal.

    Python deals with a signal between two of its instructions. One that comes after the last of them, but before the
    system has begun to wait for events, would else be heard with the next event only, which may never come. A Runner
    leaves that to ``add_signal_handler``, which it does not use; on Windows the loop sees to it by itself.
    """
    if os.name != "posix":
        yield
        return
    sending, woken = socket.socketpair()
    with sending, woken:
        sending.setblocking(False)
        woken.setblocking(False)
        loop.add_reader(woken, woken.recv, _WAITING_SIGNALS)
        before = signal.set_wakeup_fd(sending.fileno(), warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            loop.remove_reader(woken)
