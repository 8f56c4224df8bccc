"""Whatever became of the database, a text is translated, what happened is said, and the file that was there is kept."""

import codecs
import contextlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from tests.commands.running import ROOT, Ran, Run, start
from tests.servers.processes import MockServer
from tests.support.disks import fill, make_read_only, small_disk
from translator.places import find_places

TEXT = ("text", "--from", "en", "--to", "de", "--model", "mock")
NUMBERS = count()


@pytest.fixture
def database(run: Run, mock: MockServer) -> Path:
    """A database in which there is something."""
    assert translate(run, mock).err == ""
    return find_places().database_file


def translate(run: Run, mock: MockServer) -> Ran:
    """Translate a text that was not translated before, which nothing may prevent."""
    text = f"Hello, number {next(NUMBERS)}."
    ran = run(*TEXT, "--base-url", mock.base_url, text)
    assert (ran.status, ran.out) == (0, f"{codecs.encode(text, 'rot13')}\n")
    return ran


def doctor(run: Run) -> Ran:
    ran = run("doctor", "--demo")
    assert ran.status == 0
    return ran


def rows_in(path: Path) -> int:
    """Return how many requests a database that is whole knows of."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(connection.execute("SELECT count(*) FROM usage").fetchone()[0])


def _torn(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:12_288] = b"\xa5" * 8192
    path.write_bytes(content)


DAMAGES: dict[str, Callable[[Path], object]] = {
    "text": lambda path: path.write_text("Not a database at all. " * 100),
    "zeros": lambda path: path.write_bytes(bytes(8192)),
    "cut": lambda path: os.truncate(path, path.stat().st_size // 3),
    "cut short": lambda path: os.truncate(path, 7),
    "torn": _torn,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_database_is_kept_under_another_name_and_a_new_one_begun(
    run: Run, mock: MockServer, database: Path, damage: Callable[[Path], object]
) -> None:
    damage(database)
    damaged = database.read_bytes()

    ran = translate(run, mock)

    aside = database.with_name("translator.db.unreadable-1")
    assert "could not be read, and a new one was begun" in ran.err
    assert str(aside) in ran.err
    assert aside.read_bytes() == damaged
    assert rows_in(database) == 1
    assert translate(run, mock).err == ""
    assert rows_in(database) == 2


def test_the_doctor_says_so_as_well(run: Run, database: Path) -> None:
    database.write_text("Not a database at all. " * 100)
    assert "could not be read, and a new one was begun" in doctor(run).out


def test_a_database_without_content_is_a_new_one(run: Run, mock: MockServer, database: Path) -> None:
    os.truncate(database, 0)
    assert translate(run, mock).err == ""
    assert rows_in(database) == 1


def test_a_database_of_a_newer_version_is_left_as_it_is(run: Run, mock: MockServer, database: Path) -> None:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = database.read_bytes()
    assert "is of a newer version of Translator and is left as it is" in translate(run, mock).err
    assert "newer version" in doctor(run).out
    assert database.read_bytes() == before


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A disk of one megabyte of its own, which holds all files of the user's."""
    folder = tmp_path / "disk"
    with small_disk(folder, 1_024) as is_there:
        if not is_there:
            pytest.skip("nothing can be mounted here; the tests without a disk of their own say much the same")
        for name in ("CONFIG", "STATE", "DATA"):
            monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
        yield folder


@pytest.mark.parametrize("left", [0, 8, 40], ids=["full", "nearly", "soon"])
def test_on_a_full_disk_translating_goes_on_and_what_was_kept_stays(
    run: Run, mock: MockServer, disk: Path, left: int
) -> None:
    translate(run, mock)
    database = find_places().database_file
    fill(disk, left)
    said = [translate(run, mock).err for _ in range(6)]
    assert left or "the disk is full" in said[0]
    assert all(not err or "the disk is full" in err for err in said)
    assert doctor(run)
    (disk / "filler").unlink()
    kept = 1 + said.count("")
    assert rows_in(database) == kept
    assert translate(run, mock).err == ""
    assert rows_in(database) == kept + 1


def test_on_a_disk_that_is_full_from_the_beginning_translating_works(run: Run, mock: MockServer, disk: Path) -> None:
    fill(disk)
    assert "Nothing can be kept" in translate(run, mock).err
    assert "Nothing can be kept" in doctor(run).out


def test_in_a_home_that_cannot_be_written_translating_works_and_nothing_changes(
    run: Run, mock: MockServer, disk: Path
) -> None:
    translate(run, mock)
    database = find_places().database_file
    before = database.read_bytes()
    make_read_only(disk)
    assert "Nothing can be kept" in translate(run, mock).err
    assert "Nothing can be kept" in doctor(run).out
    assert database.read_bytes() == before


LIMITED = """
import resource, sys
free = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), free[1]))
from translator.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
@pytest.mark.parametrize("most", [0, 1_000, 60_000], ids=["nothing", "little", "some"])
def test_where_files_cannot_grow_translating_goes_on_and_what_was_kept_stays(
    mock: MockServer, database: Path, most: int
) -> None:
    command = [sys.executable, "-c", LIMITED, str(most), *TEXT, "--base-url", mock.base_url]
    for word in ("One", "Two", "Three"):
        ran = subprocess.run([*command, word], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
        assert (ran.returncode, ran.stdout) == (0, f"{codecs.encode(word, 'rot13')}\n"), ran.stderr
        assert "Nothing can be kept" in ran.stderr or most == 60_000
    assert rows_in(database) >= 1


def test_with_a_file_where_the_folder_should_be_translating_works(
    run: Run, mock: MockServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in the way").write_text("a file")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "in the way" / "data"))
    assert "Nothing can be kept" in translate(run, mock).err
    assert "Nothing can be kept" in doctor(run).out


def test_processes_that_translate_side_by_side_all_keep_what_they_took(mock: MockServer) -> None:
    words = (*TEXT, "--base-url", mock.base_url)
    processes = [start(*words, f"Hello, number {number}.") for number in range(4)]
    try:
        ends = [process.communicate(timeout=60) for process in processes]
    finally:
        for process in processes:
            process.kill()
    assert [process.returncode for process in processes] == [0] * 4
    assert [err for _, err in ends] == [b""] * 4
    assert rows_in(find_places().database_file) == 4
