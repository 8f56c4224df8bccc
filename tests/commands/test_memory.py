"""``translator memory``: files taken in and written, what is in the memory, and what goes wrong."""

import asyncio
import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands.running import ROOT, Run, start
from tests.fakes.memory import ENGLISH, FRENCH, key_of, unit_from
from tests.support.tmx import write_tmx
from translator.books import make_books
from translator.language.tag import LanguagePair
from translator.places import find_places
from translator.settings import Budget
from translator.translation.memory.unit import TranslationUnit

UNITS = [
    unit_from("one", "eins"),
    unit_from("two", "deux", pair=LanguagePair(ENGLISH, FRENCH)),
    unit_from("three", "drei"),
]


def tmx(path: Path, units: list[TranslationUnit]) -> str:
    with path.open("w", encoding="utf-8") as file:
        write_tmx(file, units, units[0].changed)
    return str(path)


def keep(answers: int) -> None:
    async def work() -> None:
        books = make_books(find_places(), Budget)
        await books.memory.remember([(key_of(str(n)), "x") for n in range(answers)])
        await books.close()

    asyncio.run(work())


def kept() -> int:
    """Return how many units there are; 0 where there is no table of them yet."""
    path = find_places().database_file
    if not path.exists():
        return 0
    with contextlib.closing(sqlite3.connect(path)) as connection, contextlib.suppress(sqlite3.OperationalError):
        return int(connection.execute("SELECT count(*) FROM units").fetchone()[0])
    return 0


def test_a_file_that_cannot_be_written_is_named_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "nowhere" / "x.tmx"
    assert run("memory", "export", str(file)).err == f"It did not work with {file}: No such file or directory.\n"


def test_what_is_taken_in_can_be_counted_and_written_again(run: Run, tmp_path: Path) -> None:
    file = tmx(tmp_path / "units.tmx", UNITS)
    ran = run("memory", "import", file)
    assert (ran.status, ran.out, ran.err) == (0, f"3 units of {file} are in the memory.\n", "")
    again = run("memory", "import", file)
    assert (again.status, again.out) == (0, f"3 units of {file} are in the memory. Nothing in it is new.\n")
    keep(answers=1_200)
    assert run("memory", "count").out == "3 units\n1,200 answers of services\n"
    out = tmp_path / "out.tmx"
    assert run("memory", "export", str(out)).out == f"3 units are in {out}.\n"
    assert "deux" in out.read_text("utf-8")
    assert run("memory", "export", str(out), "--from", "en", "--to", "de").out == f"2 units are in {out}.\n"
    assert "deux" not in out.read_text("utf-8")


def test_an_empty_memory_says_so(run: Run) -> None:
    assert run("memory", "count").out == "0 units\n0 answers of services\n"


def test_what_could_not_be_used_is_told_on_standard_error(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "units.tmx"
    tmx(path, UNITS)
    path.write_text(path.read_text("utf-8").replace("<tu ", '<tu><tuv xml:lang="??"></tuv></tu><tu ', 1), "utf-8")
    ran = run("memory", "import", str(path))
    assert (ran.status, ran.err) == (0, "1 part of the file could not be used.\n")


def test_a_broken_file_fails_and_what_came_before_stays(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "units.tmx"
    tmx(path, UNITS)
    path.write_text(path.read_text("utf-8").removesuffix("</body>\n</tmx>\n"), "utf-8")
    ran = run("memory", "import", str(path))
    assert (ran.status, ran.out) == (1, "")
    assert "3 units are in the memory, and then it broke off." in ran.err
    assert "line " in ran.err
    assert run("memory", "count").out.startswith("3 units")


@pytest.mark.parametrize("action", ["import", "export"])
def test_a_file_that_cannot_be_opened_fails(run: Run, tmp_path: Path, action: str) -> None:
    ran = run("memory", action, str(tmp_path / "nowhere" / "units.tmx"))
    assert ran.status == 1
    assert "It did not work with" in ran.err
    assert "units.tmx" in ran.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--from", "en"], "A pair has two languages. Give both --from and --to."),
        (["--from", "en", "--to", "?"], "No language has the tag “?”. Use one such as de, pt-BR or zh-Hant."),
    ],
)
def test_a_pair_that_is_none_is_bad_usage(run: Run, tmp_path: Path, options: list[str], words: str) -> None:
    ran = run("memory", "export", str(tmp_path / "x.tmx"), *options)
    assert (ran.status, ran.err) == (2, f"{words}\n")


@pytest.mark.parametrize("arguments", [[], ["other"], ["import"]])
def test_what_cannot_be_meant_is_bad_usage(run: Run, arguments: list[str]) -> None:
    ran = run("memory", *arguments)
    assert ran.status == 2
    assert "translator memory" in ran.err


def test_a_database_that_cannot_be_read_is_told(run: Run) -> None:
    path = find_places().database_file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("no database")
    ran = run("memory", "count")
    assert ran.out.startswith("0 units")
    assert "could not be read" in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process alone")
def test_a_stopped_import_ends_at_once_and_what_came_stays(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "units.tmx"
    whole = tmp_path / "whole.tmx"
    tmx(whole, [unit_from(f"s{n}", f"t{n}") for n in range(5_000)])
    os.mkfifo(pipe)
    process = start("memory", "import", str(pipe))
    try:
        with pipe.open("wb") as file:
            file.write(whole.read_bytes().removesuffix(b"</body>\n</tmx>\n"))
            file.flush()
            while not kept():
                pass
            process.send_signal(signal.SIGINT)
            assert process.wait(20) == 130
    finally:
        process.kill()
        _, said = process.communicate()
    assert kept()
    assert b"units are in the memory, and then it broke off." in said


def test_neither_the_window_nor_the_engine_is_imported() -> None:
    script = (
        "import sys; from translator.commands.memory import main; main(['count']);"
        "from translator.commands.glossary import main; main(['list']);"
        "print([name for name in ('PySide6', 'openai', 'keyring', 'qasync') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert ran.stdout.endswith("[]\n")
