"""What is called after a time."""

from PySide6.QtCore import QObject, QTimerEvent

from translator.ui.loop.turns import Due, Turns


class Later(Due):
    """A call that waits for its time. ``timer`` is its number among the timers of ``alarms``."""

    __slots__ = ("alarms", "timer")

    alarms: "Alarms"
    timer: int

    def cancel(self) -> None:
        """Do not call it, and wait for nothing any more."""
        super().cancel()
        self.alarms.stop(self)


class Alarms(QObject):
    """Qt's timers for the calls that wait for their time.

    Qt gives the number of a timer that has ended to another one, after 128 timers: who cancels a call that was made
    long ago may name somebody else's.
    """

    def __init__(self, turns: Turns) -> None:
        super().__init__()
        self._turns = turns
        self._waiting: dict[int, Later] = {}

    def start(self, later: Later, seconds: float) -> None:
        """Call it after so many seconds."""
        later.alarms, later.timer = self, self.startTimer(int(seconds * 1000))
        self._waiting[later.timer] = later

    def stop(self, later: Later) -> None:
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
            self._turns.take(later)
