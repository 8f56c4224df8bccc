"""Files that are damaged, old, newer, foreign, empty, or cannot be written: nothing is lost, and the user is told."""

import asyncio
import contextlib
import os
import sqlite3
import stat
import subprocess
import sys
import textwrap
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Self

import pytest

from tests.storage.database.test_database import ROOT, learned, learning
from translator.storage.database.connecting import in_memory
from translator.storage.database.database import Database
from translator.storage.database.faults import DatabaseUnusable
from translator.storage.database.migrations import MIGRATIONS, Migration

NEXT: Sequence[Migration] = (*MIGRATIONS, ("CREATE TABLE later (x TEXT) STRICT",))
NOW = len(MIGRATIONS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "translator.db"


class Use:
    """A database in use, from outside its event loop."""

    def __init__(self, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
        self._runner = asyncio.Runner()
        self._database = Database(path, migrations)
        self.told: list[str] = []
        self._database.listen(self.told.append)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        with self._runner:
            self._runner.run(self._database.close())

    @property
    def notice(self) -> str:
        return self._database.notice

    def keep(self, *models: str) -> None:
        async def every() -> None:
            await asyncio.gather(*(self._database.run(learning(model)) for model in models))

        self._runner.run(every())

    def kept(self) -> list[str]:
        return self._runner.run(self._database.read(learned))

    def set(self, pragma: str) -> None:
        self._runner.run(self._database.read(lambda connection: connection.execute(f"PRAGMA {pragma}").fetchall()))


def keep(path: Path, *models: str, migrations: Sequence[Migration] = MIGRATIONS) -> str:
    """Write these to the database, and return its notice."""
    with Use(path, migrations) as database:
        database.keep(*models)
        database.kept()
        return database.notice


def kept(path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> list[str]:
    """Return what the file holds, of which there is nothing to tell."""
    with Use(path, migrations) as database:
        models = database.kept()
        assert database.notice == ""
        return models


def names(path: Path) -> list[str]:
    return sorted(p.name for p in path.parent.iterdir() if p.name != "translator.db.lock")


def version(path: Path) -> int:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_only_the_user_can_read_what_is_made(path: Path) -> None:
    path.parent.mkdir()
    path.touch(0o644)
    with Use(path) as database:
        database.keep("m")
        made = {p.name: stat.S_IMODE(p.stat().st_mode) for p in path.parent.iterdir()}
    assert {"translator.db", "translator.db-wal", "translator.db-shm"} <= set(made)
    assert set(made.values()) == {0o600}


def test_a_link_to_the_file_stays_a_link(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere")
    assert keep(path, "m") == ""
    assert path.is_symlink()
    assert kept(tmp_path / "elsewhere") == ["m"]


def _torn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xa5" * 4096
    path.write_bytes(content)


def _without_an_entry(path: Path) -> None:
    """Leave a row out of its index: what only a full check sees."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO usage VALUES (1, 2.5, '', '', '', 0, 0, 0, NULL, NULL, '')")
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'usage_at'").fetchone()
    content = bytearray(path.read_bytes())
    start = (root - 1) * 4096
    content[start + 3 : start + 5] = b"\0\0"  # the number of entries on the index's page
    path.write_bytes(content)


def _of_another(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE photos (name TEXT)")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("Not a database at all. " * 100),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "cut": lambda path: os.truncate(path, 5000),
    "torn": _torn,
    "index": _without_an_entry,
    "foreign": _of_another,
    "folder": lambda path: (path.unlink(), path.mkdir()),
    "pipe": lambda path: (path.unlink(), os.mkfifo(path)),
    "loop": lambda path: (path.unlink(), path.symlink_to(path)),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_what_cannot_be_read_is_kept_under_another_name_and_the_user_is_told(
    path: Path, damage: Callable[[Path], object]
) -> None:
    keep(path, "old")
    damage(path)
    notice = keep(path, "new")
    assert "a new one was begun" in notice
    assert str(path.with_name("translator.db.unreadable-1")) in notice
    assert names(path) == ["translator.db", "translator.db.unreadable-1"]
    assert kept(path) == ["new"]


def test_a_log_goes_with_the_file_it_belongs_to(path: Path) -> None:
    keep(path, "old")
    path.write_text("Not a database at all. " * 100)
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).write_bytes(b"left behind")
    assert keep(path, "new")
    assert path.with_name("translator.db.unreadable-1-wal").read_bytes() == b"left behind"
    assert kept(path) == ["new"]


def test_an_empty_file_is_a_new_one(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    assert keep(path, "m") == ""
    assert names(path) == ["translator.db"]


def test_a_newer_version_begins_with_a_copy_of_what_there_was(path: Path) -> None:
    keep(path, "m")
    assert kept(path, NEXT) == ["m"]
    backup = path.with_name(f"translator.db.backup-{NOW}")
    assert names(path) == ["translator.db", backup.name]
    assert (version(path), version(backup)) == (NOW + 1, NOW)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600


def test_only_the_last_three_copies_are_kept(path: Path) -> None:
    migrations = list(MIGRATIONS)
    for number in range(5):
        keep(path, migrations=migrations)
        migrations.append((f"CREATE TABLE t{number} (x) STRICT".replace("(x)", "(x TEXT)"),))
    keep(path, migrations=migrations)
    kept_copies = {f"translator.db.backup-{NOW + number}" for number in (2, 3, 4)}
    assert set(names(path)) == {"translator.db", *kept_copies}


def test_a_copy_takes_the_place_of_a_damaged_file_and_is_brought_up_to_date(path: Path) -> None:
    keep(path, "m")
    keep(path, "lost", migrations=NEXT)
    path.write_text("Not a database at all. " * 100)
    notice = keep(path, migrations=NEXT)
    assert "an earlier copy is used" in notice
    assert kept(path, NEXT) == ["m"]
    assert version(path) == NOW + 1


def test_a_file_that_lost_its_content_is_replaced_by_a_copy(path: Path) -> None:
    keep(path, "m")
    keep(path, migrations=NEXT)
    os.truncate(path, 0)
    assert "an earlier copy is used" in keep(path, migrations=NEXT)
    assert kept(path, NEXT) == ["m"]


def test_a_copy_that_is_damaged_itself_is_passed_over(path: Path) -> None:
    keep(path, "m")
    keep(path, "n", migrations=NEXT)
    newest = (*NEXT, ("CREATE TABLE latest (x TEXT) STRICT",))
    keep(path, migrations=newest)
    path.with_name(f"translator.db.backup-{NOW + 1}").write_text("damaged")
    path.with_name("translator.db.backup-later").write_text("not one of ours")
    path.write_text("damaged")
    keep(path, migrations=newest)
    assert kept(path, newest) == ["m"]


def test_a_file_of_a_newer_version_is_left_as_it_is_and_not_used(path: Path) -> None:
    keep(path, "m", migrations=NEXT)
    before = path.read_bytes()
    notice = keep(path, "n")
    assert "newer version" in notice
    assert path.read_bytes() == before
    assert names(path) == ["translator.db"]


def test_a_migration_that_fails_changes_nothing_and_what_there_was_is_at_hand(path: Path) -> None:
    keep(path, "m")
    broken = (*MIGRATIONS, ("CREATE TABLE half (x TEXT) STRICT", "nonsense"))
    with Use(path, broken) as database, pytest.raises(DatabaseUnusable):  # in memory it fails as well
        database.kept()
    assert kept(path) == ["m"]


def test_a_database_in_memory_that_cannot_be_made_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def remembering(place: str, **how: object) -> sqlite3.Connection:
        made.append(connect(place, **how))  # type: ignore[call-overload]
        return made[-1]

    monkeypatch.setattr(sqlite3, "connect", remembering)
    with pytest.raises(sqlite3.OperationalError):
        in_memory([("nonsense",)])
    (memory,) = made
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        memory.execute("SELECT 1")


def test_where_nothing_can_be_written_the_run_goes_on_in_memory(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Use(tmp_path / "file" / "translator.db") as database:
        database.keep("m", "n")
        assert database.kept() == ["m", "n"]
        assert database.told == [database.notice]
        assert "Nothing can be kept" in database.notice


def test_what_is_in_a_folder_that_cannot_be_written_is_at_hand(path: Path) -> None:
    keep(path, "m")
    path.with_name("translator.db-shm").mkdir()  # as where no file can be made beside it
    with Use(path) as database:
        database.keep("n")
        assert database.kept() == ["m", "n"]
        assert "Nothing can be kept" in database.notice
    path.with_name("translator.db-shm").rmdir()
    assert kept(path) == ["m"]


def test_a_file_that_cannot_be_moved_is_left_and_the_run_goes_on_in_memory(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    keep(path, "m")
    path.write_text("damaged")
    monkeypatch.setattr(Path, "rename", held)
    assert "Nothing can be kept" in keep(path, "n")
    assert path.read_text() == "damaged"


def test_where_the_file_may_not_be_written_the_run_goes_on_with_what_there_was(path: Path) -> None:
    keep(path, "m")
    with Use(path) as database:
        database.set("query_only = ON")
        database.keep("n", "o", "p")
        assert database.kept() == ["m", "n", "o", "p"]
        assert database.told == [database.notice]
        assert "it cannot be written" in database.notice
    assert kept(path) == ["m"]


def test_a_file_that_breaks_while_it_is_used_is_not_copied(path: Path) -> None:
    keep(path, *(f"{number:05}" + "x" * 500 for number in range(50)))
    with Use(path) as database:
        database.set("cache_size = 1")
        content = bytearray(path.read_bytes())
        content[4096:] = b"\xa5" * (len(content) - 4096)
        path.write_bytes(content)
        database.keep("m")
        assert database.kept() == ["m"]
        assert "Nothing can be kept" in database.notice
    assert "a new one was begun" in keep(path)


def run_with_little_room(path: Path, main: str) -> str:
    """Run this where files may be of so many bytes: ``room(40_000)``; return what it printed.

    ``takes(work)`` tells whether the database did something at once.
    """
    script = f"""
import asyncio, contextlib, resource
from pathlib import Path
from tests.storage.database.test_database import learned, learning
from translator.storage.database.database import Database
from translator.storage.database.faults import NotNow

most = resource.getrlimit(resource.RLIMIT_FSIZE)

def room(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most[1]))

async def main(database):
    async def takes(work):
        try:
            await database.run(work)
        except NotNow:
            return False
        return True
{textwrap.indent(main, "    ")}
    await database.close()

asyncio.run(main(Database(Path({str(path)!r}))))
"""
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.stderr == ""
    return ran.stdout


def test_what_a_full_disk_does_not_take_is_written_in_the_end_each_once(path: Path) -> None:
    printed = run_with_little_room(
        path,
        """
await database.run(learning("first"))
room(40_000)
for number in range(50):
    work = learning(f"{number:02}" + "x" * 3000)
    if not await takes(work):
        database.postpone(work)
print("at the moment" in database.notice, len(await database.read(learned)) < 51)
room(most[0])
""",
    )
    assert printed == "True True\n"
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert [model[:2] for model in learned(connection)] == [f"{number:02}" for number in range(50)] + ["fi"]


def test_a_database_for_which_there_is_no_room_is_read_and_opened_once_there_is(path: Path) -> None:
    keep(path, "first")
    printed = run_with_little_room(
        path,
        """
room(0)
print(await database.read(learned))
if not await takes(learning("second")):
    database.postpone(learning("second"))
print(bool(database.notice))
room(most[0])
await database.run(learning("third"))
print(await database.read(learned), repr(database.notice))
""",
    )
    assert printed == "['first']\nTrue\n['first', 'second', 'third'] ''\n"
    assert kept(path) == ["first", "second", "third"]


@pytest.mark.parametrize("reads", [False, True])
def test_a_file_that_a_newer_version_takes_over_while_it_is_used_is_left_to_that_one_and_the_user_is_told(
    path: Path, reads: bool
) -> None:
    renamed = (*MIGRATIONS, ("ALTER TABLE capabilities RENAME COLUMN model TO name",))
    with Use(path) as older:
        older.keep("first")
        with Use(path, renamed) as newer:
            newer.set("user_version")  # it is brought up to date with the first piece of work
            if reads:
                assert older.kept() == []
            older.keep("second")
            assert older.kept() == ["second"]
            assert len(older.told) == 1
            assert "is of a newer version of Translator and is left as it is" in older.notice
            assert newer.notice == ""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT name FROM capabilities").fetchall() == [("first",)]
