"""Python's cyclic garbage is collected on the interface thread, and nowhere else.

Left alone, the collector runs on whichever thread happens to allocate. On a worker (openai's import allocates a lot)
it would destroy Qt objects that belong to the interface thread: Qt then complains of timers stopped from another
thread, and may crash. Nor may it run in the midst of a destructor of Qt's, in which Python code allocates as well: that
holds a lock which those of what is collected take too, and the thread would wait for itself, for ever.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QMetaObject, QObject, QTimer, SignalInstance

SETTLED_AFTER_MS = 10_000
"""By then everything is imported; modules and classes are here to stay and need not be looked through each time."""

EVERY_MS = 2_000


class GarbageCollector(QObject):
    """Collects what is due, generation by generation, when the interface thread has been at work.

    An idle program is left asleep: what has woken the thread sets the timer, and nothing else does.
    """

    def __init__(self, parent: QObject, dispatcher: QAbstractEventDispatcher | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._dispatcher = dispatcher or QAbstractEventDispatcher.instance()
        self._connection: QMetaObject.Connection | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._settle)
        self._timer.start(SETTLED_AFTER_MS)

    def stop(self) -> None:
        """Collect nothing any more: the windows go with the process now, one destructor after the other."""
        self._timer.stop()
        self._wait_for(None)

    def _settle(self) -> None:
        gc.freeze()
        self._timer.timeout.disconnect(self._settle)
        self._timer.timeout.connect(self._collect)
        self._timer.start(EVERY_MS)

    def _collect(self) -> None:
        if collect_what_is_due() is None:
            # First it falls asleep: the turn of the loop that is under way is not over yet.
            self._wait_for(self._dispatcher.aboutToBlock, self._follow_falling_asleep)
        else:
            self._timer.start(EVERY_MS)

    def _wait_for(self, signal: SignalInstance | None, slot: Callable[[], None] | None = None) -> None:
        """Have this done at the dispatcher's signal, and not what was to be done before."""
        if self._connection is not None:
            QObject.disconnect(self._connection)
        self._connection = signal.connect(slot) if signal is not None and slot is not None else None

    def _follow_falling_asleep(self) -> None:
        self._wait_for(self._dispatcher.awake, self._follow_waking)

    def _follow_waking(self) -> None:
        self._wait_for(None)
        self._timer.start(EVERY_MS)


def collect_what_is_due() -> int | None:
    """Collect the oldest generation that is past Python's own threshold; return which, or None."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return generation
    return None
