"""What is called with the next turn of the loop."""

import asyncio
from collections import deque

from PySide6.QtCore import QObject, QTimerEvent, Signal


class Due(asyncio.Handle):
    """A call that waits for its turn."""

    __slots__ = ()

    @property
    def goes_on_with_task(self) -> bool:
        """Whether this is a step of a task; as asyncio tells it, where it writes of what took long."""
        return isinstance(getattr(getattr(self, "_callback", None), "__self__", None), asyncio.Task)

    def fall_due(self) -> None:
        """Call it now."""
        self._run()


class Turns(QObject):
    """What is to be called with the next turn of Qt's loop, all of it by one timer.

    qasync gives each call a timer of its own; for a reply that streams in there are hundreds a second.

    Where a task of ``loop`` has Qt's loop run within it, the other tasks wait until it is through: asyncio refuses to
    enter one within another, and would never go on with it again. While the loop does not run, all wait: Qt works off
    its events without it as well, and a task that goes on there finds no running loop.
    """

    handed_over = Signal(object)
    """Another thread has something to be called."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self._loop = loop
        self._waiting: deque[Due] = deque()
        self._held: deque[Due] = deque()
        self._timer = 0
        self._is_over = False
        self.handed_over.connect(self.add)

    def add(self, soon: Due) -> None:
        """Call this behind what waits already; never, where that was handed over too late."""
        if self._is_over:
            return
        self._waiting.append(soon)
        self._wake()

    def take(self, due: Due) -> None:
        """Call this now, or where the loop does not run, once it does."""
        if self._loop.is_running():
            due.fall_due()
        else:
            self.add(due)

    def go_on(self) -> None:
        """Call what waits, now that the loop runs."""
        if self._waiting:
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
        if not self._loop.is_running():
            return
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
