"""The latest is what is written, and a disk that fails is told."""

import threading

import pytest

from tests.support.waiting import settle, until
from translator.ui.keeping import keeper as module
from translator.ui.keeping.keeper import Keeper

NO_ROOM = OSError(28, "No space left on device")


class Disk:
    """Takes values on a thread; ``gate`` holds a write up, ``fault`` makes it fail.

    ``told`` holds, for each time that it was told that all is kept, how many values had been written by then.
    """

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

    def tell_kept(self) -> None:
        self.told.append(len(self.values))


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def full_disk(disk: Disk) -> Disk:
    disk.fault = NO_ROOM
    return disk


@pytest.fixture
async def keeper(disk: Disk) -> Keeper[int]:
    return Keeper(disk.save, disk.faults.append, disk.tell_kept)


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what failed be tried again at once."""
    monkeypatch.setattr(module, "AGAIN_SECONDS", 0.0)


async def test_a_value_is_written_on_a_thread_of_its_own(disk: Disk, keeper: Keeper[int]) -> None:
    keeper.keep(1)
    await keeper.close()

    assert disk.values == [1]
    assert threading.get_ident() not in disk.threads


async def test_of_those_that_come_while_one_is_written_only_the_last_is(disk: Disk, keeper: Keeper[int]) -> None:
    disk.gate.clear()
    keeper.keep(1)
    await until(lambda: disk.begun == 1)
    for value in (2, 3, 4):
        keeper.keep(value)
    disk.gate.set()
    await keeper.close()

    assert disk.values == [1, 4]


async def test_after_a_rest_it_writes_again(disk: Disk, keeper: Keeper[int]) -> None:
    keeper.keep(1)
    await until(lambda: disk.values == [1])
    await settle()
    keeper.keep(2)
    await keeper.close()

    assert disk.values == [1, 2]


async def test_a_fault_is_told_and_the_next_value_is_tried(full_disk: Disk, keeper: Keeper[int]) -> None:
    keeper.keep(1)
    await until(lambda: bool(full_disk.faults))
    full_disk.fault = None
    keeper.keep(2)
    await keeper.close()

    assert full_disk.faults == [NO_ROOM]
    assert full_disk.values == [2]
    assert full_disk.told == [1]


async def test_what_could_not_be_written_is_tried_once_more_at_the_end(full_disk: Disk, keeper: Keeper[int]) -> None:
    keeper.keep(1)
    await until(lambda: bool(full_disk.faults))
    assert full_disk.told == []
    full_disk.fault = None
    await keeper.close()

    assert full_disk.values == [1]
    assert full_disk.told == [1]


@pytest.mark.usefixtures("soon")
async def test_it_is_tried_again_by_itself_and_told_once(full_disk: Disk, keeper: Keeper[int]) -> None:
    keeper.keep(1)
    await until(lambda: full_disk.begun > 2)
    full_disk.fault = None
    await until(lambda: full_disk.values == [1])
    await keeper.close()

    assert len(full_disk.faults) == 1
    assert full_disk.told == [1]


@pytest.mark.usefixtures("soon")
async def test_what_failed_is_not_written_over_what_came_after_it(full_disk: Disk, keeper: Keeper[int]) -> None:
    keeper.keep(1)
    await until(lambda: full_disk.begun > 1)
    full_disk.fault = None
    full_disk.gate.clear()
    keeper.keep(2)
    await settle()
    full_disk.gate.set()
    await keeper.close()

    assert full_disk.values[-1] == 2


async def test_what_can_never_be_written_holds_up_no_end(full_disk: Disk, keeper: Keeper[int]) -> None:
    keeper.keep(1)
    await keeper.close()

    assert len(full_disk.faults) == 2
    assert full_disk.told == []


async def test_once_all_is_kept_nothing_is_tried_again_as_if_it_were_known_to_fail(
    full_disk: Disk, keeper: Keeper[int]
) -> None:
    keeper.keep(1)
    await until(lambda: len(full_disk.faults) == 1)
    later = keeper._later
    assert later is not None
    full_disk.fault = None
    keeper.keep(2)
    await until(lambda: bool(full_disk.told))
    assert later.cancelled()

    full_disk.fault = NO_ROOM
    keeper.keep(3)
    await until(lambda: len(full_disk.faults) == 2)
    full_disk.fault = None
    await keeper.close()


async def test_with_nothing_to_keep_it_closes(keeper: Keeper[int]) -> None:
    await keeper.close()
