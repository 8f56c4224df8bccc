"""The window's loop, which runs nothing while it is not running.

pytest-qt has Qt work off its events after each phase of a test. qasync's callbacks are such events, and would run
outside the loop: a task that goes on there finds no running loop.
"""

import asyncio
from collections.abc import Callable
from contextvars import Context
from typing import Any

import qasync

_AGAIN_AFTER = 0.005


class PatientLoop(qasync.QEventLoop):
    """Puts off what comes due between two runs."""

    def call_later(
        self, delay: float, callback: Callable[..., object], *args: Any, context: Context | None = None
    ) -> asyncio.Handle:
        def come_due() -> None:
            if handle.cancelled():
                return
            if self.is_running():
                callback(*args)
            else:
                super(PatientLoop, self).call_later(_AGAIN_AFTER, come_due, context=context)

        handle: asyncio.Handle = super().call_later(delay, come_due, context=context)
        return handle
