"""The one event loop: asyncio on Qt's. The only importer of qasync."""

import asyncio
import contextlib
import logging
import signal
import sys
import time
from collections import deque
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import Context
from typing import Any

import qasync
from PySide6.QtCore import QObject, QTimerEvent, Signal
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
        self._turns = _Turns(self)
        super().__init__(app)
        self._broken = broken
        self._until = 0.0
        self._alarms = _Alarms()

    def call_soon(
        self, callback: Callable[..., object], *arguments: object, context: Context | None = None
    ) -> asyncio.Handle:
        """Call this with the next turn of the loop. Raises RuntimeError where it is closed."""
        self._check_closed()
        soon = _Due(callback, arguments, self, context)
        self._turns.add(soon)
        return soon

    def call_soon_threadsafe(
        self, callback: Callable[..., object], *arguments: object, context: Context | None = None
    ) -> asyncio.Handle:
        """Call this with the next turn of the loop; from any thread. Raises RuntimeError where it is closed.

        qasync would take it after the end, never call it, and lose its context.
        """
        self._check_closed()
        soon = _Due(callback, arguments, self, context)
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
        later = _Later(callback, arguments, self, context)
        self._alarms.start(later, delay)
        return later

    def close(self) -> None:
        """Close it; nothing that was to be called is called any more. Raises RuntimeError while it runs."""
        super().close()
        self._turns.stop()  # not before: what came while it closed would be called by another of Qt's loops
        self._alarms.stop_all()

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


class _Turns(QObject):
    """What is to be called with the next turn of Qt's loop, all of it by one timer.

    qasync gives each call a timer of its own; for a reply that streams in there are hundreds a second.

    Where a task of ``loop`` has Qt's loop run within it, the other tasks wait until it is through: asyncio refuses to
    enter one within another, and would never go on with it again.
    """

    handed_over = Signal(object)
    """Another thread has something to be called."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._loop = loop
        self._waiting: deque[_Due] = deque()
        self._held: deque[_Due] = deque()
        self._timer = 0
        self._is_over = False
        self.handed_over.connect(self.add)

    def add(self, soon: "_Due") -> None:
        """Call this behind what waits already; never, where that was handed over too late."""
        if self._is_over:
            return
        self._waiting.append(soon)
        self._wake()

    def stop(self) -> None:
        """Call none of what waits, nor of what is yet to come."""
        self._is_over = True
        self._waiting.clear()
        self._held.clear()
        self._sleep()

    def timerEvent(self, _event: QTimerEvent) -> None:
        """Call what waits; what is added meanwhile waits for another turn, so that Qt has its own between them."""
        self._sleep()
        is_within_task = asyncio.current_task(self._loop) is not None  # asked once for all of them
        for _ in range(len(self._waiting)):
            if not self._waiting:
                break
            soon = self._waiting.popleft()
            if self._waiting:
                self._wake()  # a loop of Qt's that runs within this call goes on with the others
            if is_within_task and soon.goes_on_with_task:
                self._held.append(soon)
            elif not soon.cancelled():
                soon.fall_due()
        if not is_within_task:
            self._let_go()
        if not self._waiting:
            self._sleep()

    def _let_go(self) -> None:
        """Have what was held up take its turn before what came after it."""
        if self._held:
            self._waiting.extendleft(reversed(self._held))
            self._held.clear()
            self._wake()

    def _wake(self) -> None:
        self._timer = self._timer or self.startTimer(0)

    def _sleep(self) -> None:
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0


class _Due(asyncio.Handle):
    """A call that waits for its turn."""

    __slots__ = ()

    @property
    def goes_on_with_task(self) -> bool:
        """Whether this is a step of a task; as asyncio tells it, where it writes of what took long."""
        return isinstance(getattr(getattr(self, "_callback", None), "__self__", None), asyncio.Task)

    def fall_due(self) -> None:
        """Call it now."""
        self._run()


class _Later(_Due):
    """A call that waits for its time. ``timer`` is its number among the timers of ``alarms``."""

    __slots__ = ("alarms", "timer")

    alarms: "_Alarms"
    timer: int

    def cancel(self) -> None:
        """Do not call it, and wait for nothing any more."""
        super().cancel()
        self.alarms.stop(self)


class _Alarms(QObject):
    """Qt's timers for the calls that wait for their time.

    Qt gives the number of a timer that has ended to another one, after 128 timers: who cancels a call that was made
    long ago may name somebody else's.
    """

    def __init__(self) -> None:
        super().__init__()
        self._waiting: dict[int, _Later] = {}

    def start(self, later: _Later, seconds: float) -> None:
        """Call it after so many seconds."""
        later.alarms, later.timer = self, self.startTimer(int(seconds * 1000))
        self._waiting[later.timer] = later

    def stop(self, later: _Later) -> None:
        """Let this one go, if it still waits."""
        if self._waiting.get(later.timer) is later:
            del self._waiting[later.timer]
            self.killTimer(later.timer)

    def stop_all(self) -> None:
        """Let all of them go."""
        for later in list(self._waiting.values()):
            self.stop(later)

    def timerEvent(self, event: QTimerEvent) -> None:
        """Call what is due."""
        if (later := self._waiting.get(event.timerId())) is not None:
            self.stop(later)
            later.fall_due()


def _hear(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Take an exception that no task of the loop handled to where those of slots and threads go."""
    fault = context.get("exception")
    if fault is None:
        loop.default_exception_handler(context)
        return
    log.error("%s", context.get("message", ""))
    sys.excepthook(type(fault), fault, fault.__traceback__)
