"""What reads the figures inside a measured process. Times are time.monotonic's unless said otherwise."""

import gc
import itertools
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QTextEdit, QWidget

from tests.bench.figures import percentile

_TICK_MS = 4
_HAVE_ALL_PAINTED = (QEvent.Type.Expose, QEvent.Type.UpdateRequest, QEvent.Type.Paint)


class Ticks(QObject):
    """A timer that ought to tick every 4 ms, and the gaps between its ticks: how long a key press would have waited."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._at: list[float] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._at.append(time.perf_counter()))

    def start(self) -> None:
        """Tick from now on."""
        self._at = [time.perf_counter()]
        self._timer.start(_TICK_MS)

    def stop(self) -> dict[str, float]:
        """Tick no more; return the gaps in milliseconds: ``p99_ms``, ``max_ms``."""
        self._timer.stop()
        ends = [*self._at, time.perf_counter()]
        gaps = [(after - before) * 1000 for before, after in itertools.pairwise(ends)]
        return {"p99_ms": percentile(gaps, 99), "max_ms": max(gaps)}


class FirstText(QObject):
    """Notes in ``at`` when a field was first painted with text in it, before anything else has its turn."""

    def __init__(self, field: QTextEdit, then: Callable[[], None] = lambda: None) -> None:
        super().__init__(field)
        self.at = 0.0
        self._field = field
        self._then = then
        field.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._field.document().isEmpty():
            watched.removeEventFilter(self)
            QCoreApplication.sendEvent(watched, event)  # whatever waits for its turn comes after the painting
            self.at = time.monotonic()
            QTimer.singleShot(0, self._then)
            return True
        return False


class Painted(QObject):
    """Notes in ``at`` when a whole window was first painted from now on, before anything else has its turn."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.at = 0.0
        self._is_painted = False
        self._asking: list[QObject] = [window, window.windowHandle()]
        for each in self._asking:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched.isWidgetType() and event.type() is QEvent.Type.Paint:
            self._is_painted = True
            return False
        if event.type() not in _HAVE_ALL_PAINTED or watched not in self._asking:
            return False
        self._asking.remove(watched)
        QCoreApplication.sendEvent(watched, event)
        self._asking.append(watched)
        if self._is_painted:
            self.at = time.monotonic()
            self._stop()
        return True

    def _stop(self) -> None:
        for each in self._asking:
            each.removeEventFilter(self)
        self._asking.clear()
        self.deleteLater()


class Rest:
    """Watches the processor time of this process while nothing is asked of it."""

    def __init__(self) -> None:
        self._cpu, self._at = time.process_time(), time.monotonic()

    def cpu_percent(self) -> float:
        """Return the share of one processor since the beginning, in percent."""
        return 100 * (time.process_time() - self._cpu) / (time.monotonic() - self._at)


def wakeups() -> int:
    """Return how often the threads of this process have gone to sleep so far."""
    told = (Path(task, "status").read_text(encoding="ascii") for task in Path("/proc/self/task").iterdir())
    lines = (line for status in told for line in status.splitlines())
    return sum(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches:"))


def memory_mb() -> float:
    """Return this process's memory, with its share of what it shares with others (PSS), in MB of 1,000,000 bytes."""
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(kilobytes) * 1024 / 1e6


def resident_mb() -> float:
    """Return what this process has in memory (RSS), in MB of 1,000,000 bytes, once all garbage is gone."""
    gc.collect()
    return _status_mb("VmRSS:")


def own_mb() -> float:
    """Return what of that is neither mapped from a file nor shared, in MB of 1,000,000 bytes."""
    return _status_mb("RssAnon:")


def _status_mb(name: str) -> float:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith(name))
    return int(kilobytes) * 1024 / 1e6


def tell(measured: dict[str, Any]) -> None:
    """Say what was measured, for Bench.process to read."""
    sys.stdout.write(json.dumps(measured) + "\n")
