"""A file that cannot be had for a while, as the disk is full or another process has it: it is waited for, and used."""

import asyncio
import contextlib
import errno
import queue
import shutil
import sqlite3
from collections import namedtuple
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.storage.database.test_database import learned, learning
from tests.storage.database.test_opening import NEXT, keep, kept, names, run_with_little_room
from tests.support.waiting import until
from translator.storage.database import database as database_module
from translator.storage.database import database_file
from translator.storage.database.database import Database
from translator.storage.database.faults import DatabaseUnusable, NotNow
from translator.storage.database.migrations import MIGRATIONS

OLDER = MIGRATIONS[:-1]
_Disk = namedtuple("_Disk", "total used free")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "translator.db"


@pytest.fixture
async def database(path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """A database that waits next to no time for another process, and tries again at once."""
    monkeypatch.setattr(database_file, "BUSY_SECONDS", 0.01)
    monkeypatch.setattr(database_file, "IMPATIENT_SECONDS", 0.001)
    monkeypatch.setattr(database_module, "TRIED_AGAIN_SECONDS", 0.01)
    made = Database(path)
    yield made
    await made.close()


class Disk:
    """A disk that has so many bytes ``free``."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.free = 10**9
        monkeypatch.setattr(shutil, "disk_usage", lambda _: _Disk(10**10, 0, self.free))


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@contextlib.contextmanager
def opened_by_another(path: Path) -> Iterator[None]:
    """Hold what a process holds that brings the database up to date."""
    with contextlib.closing(sqlite3.connect(path.with_name("translator.db.lock"), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


async def test_a_file_that_another_process_brings_up_to_date_is_used_as_soon_as_it_can_be_had(
    path: Path, database: Database
) -> None:
    await asyncio.to_thread(keep, path, "old", migrations=OLDER)
    told: list[str] = []
    database.listen(told.append)
    with opened_by_another(path):
        with pytest.raises(DatabaseUnusable):
            await database.read(learned)
        with pytest.raises(NotNow):
            await database.run(learning("asked for"))
        assert await database.keep(learning("kept")) is False
        (notice,) = told
        assert "at the moment (it cannot be written)" in notice
    await until(lambda: told[-1] == "")
    assert await database.read(learned) == ["kept", "old"]
    await database.close()
    assert await asyncio.to_thread(kept, path) == ["kept", "old"]


async def test_what_another_process_does_not_let_go_of_is_waited_for_when_closing(
    path: Path, database: Database
) -> None:
    await asyncio.to_thread(keep, path, "old", migrations=OLDER)
    with opened_by_another(path):
        assert await database.keep(learning("kept")) is False
    await database.close()
    assert await asyncio.to_thread(kept, path) == ["kept", "old"]


async def test_what_another_process_holds_up_is_written_when_it_is_done(path: Path, database: Database) -> None:
    await database.run(learning("first"))
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await database.keep(learning("second")) is False
        assert await database.read(learned) == ["first"]
    await until(lambda: not database.notice)
    assert await database.read(learned) == ["first", "second"]


@pytest.fixture
def only_when_asked(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing tried again by itself, so that the file is left alone meanwhile."""
    monkeypatch.setattr(database_module, "TRIED_AGAIN_SECONDS", 60)


@pytest.mark.usefixtures("only_when_asked")
async def test_an_old_database_that_has_no_room_to_be_brought_up_to_date_is_left_and_opened_once_it_has(
    path: Path, database: Database, disk: Disk
) -> None:
    await asyncio.to_thread(keep, path, "old", migrations=OLDER)
    before = await asyncio.to_thread(path.read_bytes)
    disk.free = 2 * len(before)
    assert await database.read(learned) == ["old"]
    assert "at the moment (the disk is full)" in database.notice
    assert await database.keep(learning("kept")) is False
    with pytest.raises(NotNow, match="the disk is full"):
        await database.run(learning("asked for"))
    assert await asyncio.to_thread(names, path) == ["translator.db"]
    assert await asyncio.to_thread(path.read_bytes) == before
    disk.free = 10**9
    await database.run(learning("asked for again"))
    assert await database.read(learned) == ["asked for again", "kept", "old"]
    await database.close()
    assert await asyncio.to_thread(kept, path) == ["asked for again", "kept", "old"]


async def test_a_file_for_which_there_is_room_again_while_another_process_has_it_is_still_waited_for(
    path: Path, database: Database, disk: Disk
) -> None:
    await asyncio.to_thread(keep, path, "old", migrations=OLDER)
    disk.free = 0
    assert await database.read(learned) == ["old"]
    with opened_by_another(path):
        disk.free = 10**9
        with pytest.raises(NotNow, match="it cannot be written"):
            await database.run(learning("asked for"))
        assert await database.read(learned) == ["old"]
        assert await database.keep(learning("kept")) is False
    await until(lambda: not database.notice)
    await database.close()
    assert await asyncio.to_thread(kept, path) == ["kept", "old"]


@pytest.mark.usefixtures("only_when_asked")
async def test_a_file_that_cannot_be_used_when_there_is_room_again_is_told_of_and_what_was_read_stays(
    path: Path, database: Database, disk: Disk
) -> None:
    await asyncio.to_thread(keep, path, "old", migrations=OLDER)
    disk.free = 0
    assert await database.read(learned) == ["old"]
    disk.free = 10**9
    await asyncio.to_thread(keep, path, migrations=NEXT)
    await database.run(learning("new"))
    assert await database.read(learned) == ["new", "old"]
    assert "newer version" in database.notice
    assert "at the moment" not in database.notice
    await database.close()
    assert await asyncio.to_thread(kept, path, NEXT) == ["old"]


async def test_what_is_told_for_good_is_told_again_once_there_is_room(path: Path, database: Database) -> None:
    await asyncio.to_thread(keep, path, "old")
    await asyncio.to_thread(path.write_text, "Not a database at all. " * 100)
    told: list[str] = []
    database.listen(told.append)
    await database.run(learning("new"))
    (lasting,) = told
    assert "unreadable-1" in lasting

    await database.read(lambda connection: connection.execute("PRAGMA max_page_count = 1").fetchall())
    assert await database.keep(learning("x" * 100_000)) is False
    await until(lambda: len(told) == 2)
    assert told[1].startswith(lasting)
    assert "the disk is full" in told[1]
    await database.read(lambda connection: connection.execute("PRAGMA max_page_count = 100000").fetchall())
    await until(lambda: len(told) == 3)
    assert told[2] == lasting


@contextlib.asynccontextmanager
async def without_room(database: Database) -> AsyncIterator[None]:
    """Have something asked for that does not fit, and then let everything fit again."""
    await database.read(lambda connection: connection.execute("PRAGMA max_page_count = 1").fetchall())
    with pytest.raises(NotNow):
        await database.run(learning("x" * 100_000))
    yield
    await database.read(lambda connection: connection.execute("PRAGMA max_page_count = 100000").fetchall())


async def test_a_disk_that_takes_nothing_from_this_user_is_asked_and_not_written_to(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await database.run(learning("first"))
    asked: list[Path] = []
    refusal = errno.EDQUOT

    def find_refusal(path: Path) -> int:
        asked.append(path)
        return refusal

    monkeypatch.setattr(database_file, "find_refusal", find_refusal)
    async with without_room(database):
        pass
    await until(lambda: len(asked) > 2)
    assert "at the moment" in database.notice  # though it would fit by now
    refusal = 0
    await until(lambda: not database.notice)


async def test_room_is_looked_for_less_and_less_often_and_soon_again_the_next_time(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []

    class Jobs(queue.SimpleQueue):  # type: ignore[type-arg]
        def get(self, block: bool = True, timeout: float | None = None) -> object:
            pauses.extend([timeout] if timeout is not None else [])
            return super().get(block, timeout)

    monkeypatch.setattr(queue, "SimpleQueue", Jobs)
    monkeypatch.setattr(database_module, "TRIED_AGAIN_SECONDS", 0.001)
    monkeypatch.setattr(database_file, "find_refusal", lambda _: errno.ENOSPC)
    database = Database(path)
    await database.run(learning("first"))
    async with without_room(database):
        await until(lambda: len(pauses) > 5)
    await database.run(learning("second"))
    assert pauses[:6] == [0.001, 0.002, 0.004, 0.008, 0.01, 0.01]
    pauses.clear()
    async with without_room(database):
        await until(lambda: len(pauses) > 1)
    assert pauses[:2] == [0.001, 0.002]
    await database.close()


def test_a_share_of_the_disk_that_is_used_up_is_said_to_be_that_with_what_to_do(path: Path) -> None:
    keep(path, "first")
    printed = run_with_little_room(
        path,
        """
import errno, tempfile
def refuse(**_):
    raise OSError(errno.EDQUOT, "Disk quota exceeded")
tempfile.TemporaryFile = refuse
room(40_000)
try:
    for number in range(50):
        await database.run(learning(f"{number:02}" + "x" * 3000))
except NotNow as fault:
    print(fault)
print("(your share of the disk is used up)" in database.notice, "Delete what you no longer need" in database.notice)
room(most[0])
""",
    )
    assert printed == "your share of the disk is used up\nTrue True\n"


COUNTED = """
import sqlite3
from translator.storage.database import database as module
connect, made = sqlite3.connect, []
def counting(place, **how):
    made.append(place)
    return connect(place, **how)
sqlite3.connect = counting
"""


def test_finding_out_that_there_still_is_no_room_makes_no_database_in_memory_each_time(path: Path) -> None:
    keep(path, "first")
    printed = run_with_little_room(
        path,
        COUNTED
        + """
room(0)
for number in range(5):
    print(await takes(learning("second")))
print(made.count(":memory:"))
room(most[0])
""",
    )
    assert printed == "False\n" * 5 + "1\n"


def test_a_disk_that_is_full_is_not_even_tried(path: Path) -> None:
    keep(path, "first")
    printed = run_with_little_room(
        path,
        COUNTED
        + """
import shutil, types
room(0)
await database.read(learned)
usage, shutil.disk_usage = shutil.disk_usage, lambda _: types.SimpleNamespace(total=10, free=0)
before = len(made)
print(await takes(learning("second")), len(made) - before)
shutil.disk_usage = usage
room(most[0])
""",
    )
    assert printed == "False 0\n"
