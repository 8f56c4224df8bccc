"""The window's loop, which runs nothing while it is not running, nor while one of its tasks is.

pytest-qt has Qt work off its events after each phase of a test. qasync's callbacks are such events, and would run
outside the loop: a task that goes on there finds no running loop. And a test that is a task itself has Qt work them off
within it, with ``qtbot.waitUntil``: asyncio refuses to go on with another task there, and never does so again. Whoever
waits for that task then waits for ever.
"""

import asyncio
from collections.abc import Callable
from contextvars import Context
from typing import Any

import qasync

_AGAIN_AFTER = 0.005


class PatientLoop(qasync.QEventLoop):
    """Puts off what comes due between two runs, or within a task."""

    def call_later(
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        def come_due() -> None:
            if handle.cancelled():
                return
            if self.is_running() and asyncio.current_task(self) is None:
                callback(*args)
            else:
                super(PatientLoop, self).call_later(_AGAIN_AFTER, come_due, context=context)

        handle: asyncio.Handle = super().call_later(delay, come_due, context=context)
        return handle
