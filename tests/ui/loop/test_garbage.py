import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal

from translator.ui.loop.garbage import GarbageCollector, collect_what_is_due


class Cycle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp):
    owner = QObject()
    made = GarbageCollector(owner)
    yield made
    made.stop()


@pytest.mark.usefixtures("collector")
def test_a_worker_that_allocates_collects_nothing() -> None:
    cycle = Cycle()
    seen = weakref.ref(cycle)
    del cycle
    worker = threading.Thread(target=lambda: [[] for _ in range(10 * gc.get_threshold()[0])])
    worker.start()
    worker.join()

    assert seen() is not None


def test_what_is_due_is_collected_here() -> None:
    cycle = Cycle()
    seen = weakref.ref(cycle)
    del cycle
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]

    assert collect_what_is_due() is not None
    assert seen() is None
    assert kept


def test_nothing_is_collected_before_it_is_due() -> None:
    gc.collect()

    assert collect_what_is_due() is None


def test_nothing_is_collected_while_windows_go_in_the_end(qapp) -> None:
    owner = QObject()
    GarbageCollector(owner).stop()

    assert not gc.isenabled()


class Dispatcher(QObject):
    """Sleeps and wakes when a test says so."""

    aboutToBlock = Signal()  # noqa: N815 - Qt's own name
    awake = Signal()

    def go_round(self) -> None:
        """Begin the next turn of the loop, as Qt's for Unix does, and fall asleep."""
        self.awake.emit()
        self.aboutToBlock.emit()


@pytest.fixture
def settled(qapp) -> Iterator[GarbageCollector]:
    """One for which the time of the first look has come."""
    owner = QObject()
    made = GarbageCollector(owner, Dispatcher(owner))
    made._settle()
    made._timer.stop()
    yield made
    made.stop()
    gc.unfreeze()


def test_an_idle_thread_is_left_asleep_until_something_wakes_it(settled: GarbageCollector) -> None:
    gc.collect()
    settled._collect()
    settled._dispatcher.go_round()
    assert not settled._timer.isActive()

    settled._dispatcher.go_round()
    assert settled._timer.isActive()

    settled._timer.stop()
    settled._dispatcher.go_round()
    assert not settled._timer.isActive()


def test_while_there_is_something_to_collect_it_looks_again(settled: GarbageCollector) -> None:
    kept = [[] for _ in range(2 * gc.get_threshold()[0])]
    settled._collect()

    assert settled._timer.isActive()
    assert kept


def test_asleep_it_can_be_stopped(settled: GarbageCollector) -> None:
    gc.collect()
    settled._collect()
    settled.stop()
    settled._dispatcher.go_round()
    settled._dispatcher.go_round()

    assert not settled._timer.isActive()
