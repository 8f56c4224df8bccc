import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from translator.ui.garbage import GarbageCollector, collect_what_is_due


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


def test_python_collects_by_itself_again_afterwards(qapp) -> None:
    owner = QObject()
    GarbageCollector(owner).stop()

    assert gc.isenabled()
    gc.disable()  # as the other tests of the window want it
