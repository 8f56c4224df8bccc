"""The latest is what is written, and a disk that fails is told."""

import threading

import pytest

from tests.ui.waiting import settle, until
from translator.ui.keeping import keeper as module
from translator.ui.keeping.keeper import Keeper


class Disk:
    """Takes values on a thread; ``gate`` holds a write up, ``fault`` makes it fail."""

    def __init__(self) -> None:
        self.values: list[int] = []
        self.threads: set[int] = set()
        self.gate = threading.Event()
        self.gate.set()
        self.begun = 0
        self.fault: OSError | None = None
        self.faults: list[OSError] = []
        self.told: list[int] = []

    def save(self, value: int) -> None:
        self.begun += 1
        self.gate.wait()
        self.threads.add(threading.get_ident())
        if self.fault:
            raise self.fault
        self.values.append(value)

    def keeper(self) -> Keeper[int]:
        return Keeper(self.save, self.faults.append, lambda: self.told.append(len(self.values)))


async def test_a_value_is_written_on_a_thread_of_its_own() -> None:
    disk = Disk()
    keeper = disk.keeper()
    keeper.keep(1)
    await keeper.close()

    assert disk.values == [1]
    assert threading.get_ident() not in disk.threads


async def test_of_those_that_come_while_one_is_written_only_the_last_is() -> None:
    disk = Disk()
    keeper = disk.keeper()
    disk.gate.clear()
    keeper.keep(1)
    await until(lambda: disk.begun == 1)
    for value in (2, 3, 4):
        keeper.keep(value)
    disk.gate.set()
    await keeper.close()

    assert disk.values == [1, 4]


async def test_after_a_rest_it_writes_again() -> None:
    disk = Disk()
    keeper = disk.keeper()
    keeper.keep(1)
    await until(lambda: disk.values == [1])
    await settle()
    keeper.keep(2)
    await keeper.close()

    assert disk.values == [1, 2]


async def test_a_fault_is_told_and_the_next_value_is_tried() -> None:
    disk = Disk()
    disk.fault = OSError(28, "No space left on device")
    keeper = disk.keeper()
    keeper.keep(1)
    await until(lambda: bool(disk.faults))
    disk.fault = None
    keeper.keep(2)
    await keeper.close()

    assert [fault.strerror for fault in disk.faults] == ["No space left on device"]
    assert disk.values == [2]
    assert disk.told == [1]


async def test_what_could_not_be_written_is_tried_once_more_at_the_end() -> None:
    disk = Disk()
    disk.fault = OSError(28, "No space left on device")
    keeper = disk.keeper()
    keeper.keep(1)
    await until(lambda: bool(disk.faults))
    assert disk.told == []
    disk.fault = None
    await keeper.close()

    assert disk.values == [1]
    assert disk.told == [1]


async def test_it_is_tried_again_by_itself_and_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AGAIN_SECONDS", 0.001)
    disk = Disk()
    disk.fault = OSError(28, "No space left on device")
    keeper = disk.keeper()
    keeper.keep(1)
    await until(lambda: disk.begun > 2)
    disk.fault = None
    await until(lambda: disk.values == [1])
    await keeper.close()

    assert len(disk.faults) == 1
    assert disk.told == [1]


async def test_what_failed_is_not_written_over_what_came_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "AGAIN_SECONDS", 0.0)
    disk = Disk()
    disk.fault = OSError(28, "No space left on device")
    keeper = disk.keeper()
    keeper.keep(1)
    await until(lambda: disk.begun > 1)
    disk.fault = None
    disk.gate.clear()
    keeper.keep(2)
    await settle()
    disk.gate.set()
    await keeper.close()

    assert disk.values[-1] == 2


async def test_what_can_never_be_written_holds_up_no_end() -> None:
    disk = Disk()
    disk.fault = OSError(28, "No space left on device")
    keeper = disk.keeper()
    keeper.keep(1)
    await keeper.close()

    assert len(disk.faults) == 2
    assert disk.told == []


async def test_once_all_is_kept_nothing_is_tried_again_as_if_it_were_known_to_fail() -> None:
    disk = Disk()
    keeper = disk.keeper()
    disk.fault = OSError(28, "No space left on device")
    keeper.keep(1)
    await until(lambda: len(disk.faults) == 1)
    later = keeper._later
    assert later is not None
    disk.fault = None
    keeper.keep(2)
    await until(lambda: bool(disk.told))
    assert later.cancelled()

    disk.fault = OSError(28, "No space left on device")
    keeper.keep(3)
    await until(lambda: len(disk.faults) == 2)
    disk.fault = None
    await keeper.close()


async def test_with_nothing_to_keep_it_closes() -> None:
    await Disk().keeper().close()
