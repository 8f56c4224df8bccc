"""Python's cyclic garbage is collected on the interface thread, and nowhere else.

Left alone, the collector runs on whichever thread happens to allocate. On a worker (openai's import allocates a lot)
it would destroy Qt objects that belong to the interface thread: Qt then complains of timers stopped from another
thread, and may crash.
"""

import gc

from PySide6.QtCore import QObject, QTimer

SETTLED_AFTER_MS = 10_000
"""By then everything is imported; modules and classes are here to stay and need not be looked through each time."""

EVERY_MS = 2_000


class GarbageCollector(QObject):
    """Collects what is due, generation by generation, whenever the timer finds the interface thread free."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._settle)
        self._timer.start(SETTLED_AFTER_MS)

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.enable()

    def _settle(self) -> None:
        gc.freeze()
        self._timer.setSingleShot(False)
        self._timer.timeout.disconnect(self._settle)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start(EVERY_MS)


def collect_what_is_due() -> int | None:
    """Collect the oldest generation that is past Python's own threshold; return which, or None."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return generation
    return None
