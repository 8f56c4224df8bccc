"""The one event loop: asyncio on Qt's. The only importer of qasync."""

import asyncio
import contextlib
import logging
import signal
import sys
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

log = logging.getLogger(__name__)

_LAST_SECONDS = 5.0
"""How long the program may take to end once Qt has ended the loop."""


def run(app: QApplication, main: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    """Run the window until ``main`` returns. It is given an event that a signal of the system sets."""
    app.setQuitOnLastWindowClosed(False)
    the_end = asyncio.Event()

    async def until_the_end() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_hear)
        for number in (signal.SIGINT, signal.SIGTERM):
            # Windows has no such handlers; there the window is closed by its messages.
            with contextlib.suppress(NotImplementedError):
                loop.add_signal_handler(number, the_end.set)
        await main(the_end)

    with asyncio.Runner(loop_factory=lambda: _Loop(app, the_end.set)) as runner:
        runner.run(until_the_end())


class _Loop(qasync.QEventLoop):  # type: ignore[misc]  # it has no types
    """Goes on where Qt ends it: without the display, of which it is cut off, the draft is still to be kept.

    Qt ends its loop again at each look at a connection that is broken, and gets a little further each time. ``broken``
    is called then.
    """

    def __init__(self, app: QApplication, broken: Callable[[], None]) -> None:
        super().__init__(app)
        self._broken = broken
        self._until = 0.0

    def run_until_complete(self, future: Awaitable[Any]) -> Any:  # noqa: ANN401 - as the loop's own
        """Run it until it is complete, however often that takes. Raises RuntimeError where it takes too long."""
        task = asyncio.ensure_future(future, loop=self)
        while True:
            try:
                return super().run_until_complete(task)
            except RuntimeError:
                self._until = self._until or time.monotonic() + _LAST_SECONDS
                if task.done() or time.monotonic() > self._until:
                    raise
                self._broken()


def _hear(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Take an exception that no task of the loop handled to where those of slots and threads go."""
    fault = context.get("exception")
    if fault is None:
        loop.default_exception_handler(context)
        return
    log.error("%s", context.get("message", ""))
    sys.excepthook(type(fault), fault, fault.__traceback__)
