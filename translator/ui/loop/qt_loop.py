"""asyncio on Qt's event loop. The only importer of qasync."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextvars import Context
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from translator.ui.loop.alarms import Alarms, Later
from translator.ui.loop.turns import Due, Turns

_LAST_SECONDS = 5.0
"""How long the program may take to end once Qt has ended the loop."""


class QtLoop(qasync.QEventLoop):  # type: ignore[misc]  # it has no types
    """Goes on where Qt ends it: without the display, of which it is cut off, the draft is still to be kept.

    Qt ends its loop again at each look at a connection that is broken, and gets a little further each time. ``broken``
    is called then.
    """

    def __init__(self, app: QApplication, broken: Callable[[], None]) -> None:
        self._turns = Turns(self)
        super().__init__(app)
        self._broken = broken
        self._until = 0.0
        self._alarms = Alarms(self._turns)

    def call_soon(
        self, callback: Callable[..., object], *arguments: object, context: Context | None = None
    ) -> asyncio.Handle:
        """Call this with the next turn of the loop. Raises RuntimeError where it is closed."""
        self._check_closed()
        soon = Due(callback, arguments, self, context)
        self._turns.add(soon)
        return soon

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *arguments: object, context: Context | None = None
    ) -> asyncio.Handle:
        """Call this with the next turn of the loop; from any thread. Raises RuntimeError where it is closed.

        qasync would take it after the end, never call it, and lose its context.
        """
        self._check_closed()
        soon = Due(callback, arguments, self, context)
        self._turns.handed_over.emit(soon)
        return soon

    def call_later(
        self, delay: float, callback: Callable[..., object], *arguments: object, context: Context | None = None
    ) -> asyncio.Handle:
        """Call this after so many seconds; once that is cancelled, it wakes nobody.

        qasync's own timers go on to their time: every deadline that was met would wake an idle program once more.
        Raises RuntimeError where it is closed.
        """
        if delay <= 0:
            return self.call_soon(callback, *arguments, context=context)
        self._check_closed()
        later = Later(callback, arguments, self, context)
        self._alarms.start(later, delay)
        return later

    def close(self) -> None:
        """Close it; nothing that was to be called is called any more. Raises RuntimeError while it runs."""
        super().close()
        self._turns.stop()  # not before: what came while it closed would be called by another of Qt's loops
        self._alarms.stop_all()

    def run_forever(self) -> None:
        """Run it until it is stopped. Raises RuntimeError where it runs already."""
        self._turns.go_on()
        super().run_forever()

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
