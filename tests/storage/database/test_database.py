"""The database's thread: work in order, transactions, processes side by side, processes that are killed."""

import asyncio
import contextlib
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from translator.storage.database import database as module
from translator.storage.database import tidying
from translator.storage.database.database import Database, StillWorking
from translator.storage.database.faults import DatabaseUnusable, NotNow
from translator.storage.database.tidying import Merge

ROOT = Path(__file__).parents[3]
LEARN = "INSERT INTO capabilities VALUES ('https://x.example', ?, '{}')"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "made" / "translator.db"


def learning(model: str) -> Callable[[sqlite3.Connection], None]:
    def work(connection: sqlite3.Connection) -> None:
        connection.execute(LEARN, (model,))

    return work


def learned(connection: sqlite3.Connection) -> list[str]:
    return [model for (model,) in connection.execute("SELECT model FROM capabilities ORDER BY model")]


async def test_a_database_costs_nothing_until_it_is_used(path: Path) -> None:
    threads = threading.active_count()
    database = Database(path)
    await database.close()
    assert threading.active_count() == threads
    assert not path.parent.exists()


async def test_work_is_done_in_order_on_one_thread_that_is_not_this_one(database: Database) -> None:
    done: list[tuple[int, int]] = []

    def work_of(number: int) -> Callable[[sqlite3.Connection], None]:
        return lambda _: done.append((number, threading.get_ident()))

    await asyncio.gather(*(database.run(work_of(number)) for number in range(20)))
    assert [number for number, _ in done] == list(range(20))
    (thread,) = {thread for _, thread in done}
    assert thread != threading.get_ident()


async def test_what_is_written_is_there_at_the_next_opening(database: Database, path: Path) -> None:
    await database.run(learning("m"))
    await database.close()
    other = Database(path)
    assert await other.read(learned) == ["m"]
    await other.close()
    assert other.notice == ""


async def test_work_that_fails_leaves_nothing_behind_and_says_what_it_said(database: Database) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        connection.execute(LEARN, ("half",))
        raise LookupError("half done")

    with pytest.raises(LookupError, match="half done"):
        await database.run(fail)
    assert await database.read(learned) == []


async def test_a_statement_that_fails_is_a_typed_error_and_the_next_one_works(database: Database) -> None:
    with pytest.raises(DatabaseUnusable, match="no such table"):
        await database.run(lambda connection: connection.execute("DELETE FROM nowhere").rowcount)
    await database.run(learning("m"))
    assert await database.read(learned) == ["m"]


async def test_work_goes_on_where_whoever_waited_was_cancelled(database: Database) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        begun.set()
        go_on.wait(10)
        connection.execute(LEARN, ("m",))

    waiting = [asyncio.create_task(database.run(work)) for work in (slow, learning("n"))]
    await asyncio.to_thread(begun.wait, 10)
    for task in waiting:
        task.cancel()
    await asyncio.wait(waiting)
    go_on.set()
    assert await database.read(learned) == ["m", "n"]


async def test_nobody_waits_for_ever_and_what_had_not_begun_is_not_done(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def hang(connection: sqlite3.Connection) -> None:
        begun.set()
        go_on.wait(10)

    hanging = asyncio.create_task(database.run(hang))
    await asyncio.to_thread(begun.wait, 10)
    with monkeypatch.context() as patched:
        patched.setattr(module, "PATIENCE_SECONDS", 0.001)
        with pytest.raises(DatabaseUnusable, match="no answer"):
            await database.run(learning("m"))
    go_on.set()
    await hanging
    assert await database.read(learned) == []


async def test_what_has_begun_by_then_is_told_apart_and_still_done(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(connection: sqlite3.Connection) -> None:
        begun.set()
        go_on.wait(10)
        connection.execute(LEARN, ("m",))

    monkeypatch.setattr(module, "PATIENCE_SECONDS", 0.001)
    working = asyncio.create_task(database.run(slow))
    await asyncio.sleep(0)
    begun.wait(10)  # the loop stands still: patience is not over before the work has begun
    with pytest.raises(StillWorking) as caught:
        await working
    go_on.set()
    monkeypatch.undo()
    await caught.value.outcome
    assert await database.read(learned) == ["m"]


class Tidying(Merge):
    """Something that nobody waits for, done so many times; it tells what it has seen."""

    def __init__(self, index: str, times: int, told: list[str], fault: Exception | None = None) -> None:
        super().__init__(index)
        self._times = times
        self._told = told
        self._fault = fault

    def __call__(self, connection: sqlite3.Connection) -> bool:
        self._told.append(self.name)
        if self._fault is not None:
            raise self._fault
        learning(f"{self.name} {len(self._told):04}")(connection)
        self._times -= 1
        return self._times > 0


async def test_what_nobody_waits_for_is_done_after_what_somebody_waits_for(database: Database) -> None:
    told: list[str] = []
    await database.run(learning("m"))
    begun, go_on = threading.Event(), threading.Event()
    waiting = [asyncio.create_task(database.run(lambda _: (begun.set(), go_on.wait(10))))]
    await asyncio.to_thread(begun.wait, 10)
    database.tidy(Tidying("idle", 3, told))
    waiting += [asyncio.create_task(database.run(lambda _: told.append("asked for"))) for _ in range(5)]
    await asyncio.sleep(0)
    go_on.set()
    await asyncio.gather(*waiting)
    await database.close()
    assert told == ["asked for"] * 5 + ["idle"] * 3


async def test_closing_goes_on_with_what_nobody_waits_for_and_not_for_ever(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(module, "TIDYING_SECONDS", 0.01)
    database = Database(path)
    await database.run(learning("m"))
    database.tidy(Tidying("endless", 10**9, told))
    await database.close()
    seen = len(told)  # by then the thread has closed the file
    assert len(told) == seen > 0


async def test_what_nobody_waits_for_and_fails_is_let_go_and_the_other_is_done(database: Database, path: Path) -> None:
    told: list[str] = []
    await database.run(learning("m"))
    database.tidy(Tidying("failing", 3, told, sqlite3.OperationalError("locked")))
    database.tidy(Tidying("other", 2, told))
    await database.run(learning("n"))
    await database.close()
    assert sorted(told) == ["failing", "other", "other"]


async def test_a_mistake_in_what_nobody_waits_for_is_written_down_and_ends_nothing_else(
    database: Database, expected_log: Callable[[str], None]
) -> None:
    expected_log("Tidying mistaken failed: LookupError")
    await database.run(learning("m"))
    database.tidy(Tidying("mistaken", 3, [], LookupError("a text of the user's")))
    await database.run(learning("n"))
    async with asyncio.timeout(10):
        assert await database.read(learned) == ["m", "n"]


async def test_what_is_deleted_piece_by_piece_is_given_back_together(
    database: Database, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tidying, "WORTH_GIVING_BACK", 50)
    pages, tidy = 120, database.tidy

    def tidy_at_leisure(work: tidying.Tidying) -> None:
        tidy(work)
        time.sleep(0.05)  # as a busy machine does: the thread begins with it before there is more to do

    def pile(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE pile (page BLOB)")
        connection.executemany("INSERT INTO pile VALUES (?)", [(bytes(4000),)] * pages)

    def refuse(_connection: sqlite3.Connection) -> None:
        raise NotNow("the disk is full")

    def delete_a_third(connection: sqlite3.Connection) -> bool:
        connection.execute("DELETE FROM pile WHERE rowid IN (SELECT rowid FROM pile LIMIT ?)", (pages // 3,))
        return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM pile)").fetchone()[0])

    await database.run(pile)
    monkeypatch.setattr(database, "tidy", tidy_at_leisure)
    assert not await database.remove_all(refuse, delete_a_third)
    await database.close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)


async def test_where_nothing_was_done_there_is_nothing_to_tidy(path: Path) -> None:
    database = Database(path)
    database.tidy(Merge("history_index"))
    await database.close()
    assert not await asyncio.to_thread(path.exists)


async def test_closing_waits_for_what_is_still_to_be_written(database: Database, path: Path) -> None:
    writing = [asyncio.create_task(database.run(learning(f"{number:03}"))) for number in range(100)]
    await asyncio.sleep(0)
    await database.close()
    await asyncio.gather(*writing)
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert len(learned(connection)) == 100
    assert not path.with_name("translator.db-wal").exists()


async def test_closing_does_not_wait_for_ever(path: Path) -> None:
    database = Database(path)
    begun, go_on = threading.Event(), threading.Event()
    hanging = asyncio.create_task(database.run(lambda _: (begun.set(), go_on.wait(10))))
    await asyncio.to_thread(begun.wait, 10)
    await database.close(0.001)
    assert not hanging.done()
    go_on.set()
    await hanging
    for thread in threading.enumerate():
        if thread.name == "database":
            await asyncio.to_thread(thread.join, 10)


async def test_a_closed_database_says_so_and_can_be_closed_again(database: Database) -> None:
    await database.run(learning("m"))
    await database.close()
    await database.close()
    with pytest.raises(DatabaseUnusable, match="closed"):
        await database.read(learned)


def test_it_works_under_the_loop_of_the_window_and_one_loop_after_another(path: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from translator.ui.loop.qt_loop import QtLoop

    database = Database(path)
    asyncio.run(database.run(learning("a")))
    loop = QtLoop(QApplication.instance() or QApplication([]), lambda: None)
    with contextlib.closing(loop):
        loop.run_until_complete(database.run(learning("b")))
        assert loop.run_until_complete(database.read(learned)) == ["a", "b"]
        loop.run_until_complete(database.close())


async def test_reading_waits_for_no_other_process_that_writes(database: Database, path: Path) -> None:
    await database.run(learning("m"))
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute(LEARN, ("n",))
        assert await database.read(learned) == ["m"]
        other.execute("COMMIT")
    assert await database.read(learned) == ["m", "n"]


async def test_a_write_that_another_process_holds_up_too_long_is_a_typed_error_and_keeps_the_file(
    database: Database, path: Path
) -> None:
    await database.run(lambda connection: connection.execute("PRAGMA busy_timeout = 1").rowcount)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotNow, match="it cannot be written"):
            await database.run(learning("m"))
        assert "at the moment" in database.notice
    await database.run(learning("n"))
    assert database.notice == ""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert learned(connection) == ["n"]


@contextlib.contextmanager
def writers(path: Path, processes: int, count: int) -> Iterator[list[subprocess.Popen[str]]]:
    """Start processes that write so many rows each, once all of them are ready."""
    command = [sys.executable, "-m", "tests.storage.database.database_writer", str(path), str(count)]
    started = [
        subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(processes)
    ]
    try:
        for process in started:
            assert process.stdout
            assert process.stdout.readline() == "ready\n"
        for process in started:
            assert process.stdin
            process.stdin.write("\n")
            process.stdin.flush()
        yield started
    finally:
        for process in started:
            process.kill()
            process.communicate()


async def test_another_process_that_leaves_takes_nothing_away_from_this_one(path: Path) -> None:
    """Whoever closes last removes the log; who that is, SQLite sees by locks, which are easily lost (POSIX)."""
    look = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); print(*c.execute(sys.argv[2])); c.close()"
    ask = [sys.executable, "-c", look, str(path), "SELECT model FROM capabilities"]
    for model in ("first", "second"):  # the file is opened otherwise where it is there
        database = Database(path)
        await database.run(learning(model))
        await asyncio.to_thread(subprocess.run, ask, check=True, capture_output=True)
        await database.run(learning(f"{model} after it"))
        seen = await asyncio.to_thread(subprocess.run, ask, check=True, capture_output=True, text=True)
        await database.close()
        assert f"{model} after it" in seen.stdout


def count_rows(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(connection.execute("SELECT count(*) FROM usage").fetchone()[0])


def test_processes_that_make_and_write_one_database_at_once_lose_nothing(path: Path) -> None:
    with writers(path, 3, 100) as started:
        for process in started:
            out, _ = process.communicate(timeout=60)
            assert process.returncode == 0
            assert [line.strip() for line in out.splitlines()] == [str(number) for number in range(100)]
    assert count_rows(path) == 300
    assert sorted(p.name for p in path.parent.iterdir()) == ["translator.db", "translator.db.lock"]


def test_a_process_that_is_killed_loses_nothing_that_was_acknowledged(path: Path) -> None:
    acknowledged = 0
    for rows in (1, 7, 50):
        with writers(path, 1, 1_000_000) as (process,):
            assert process.stdout
            for _ in range(rows):
                process.stdout.readline()
            process.kill()
            rest = process.stdout.read()
            acknowledged += rows + rest.count("\n")
        assert count_rows(path) >= acknowledged
