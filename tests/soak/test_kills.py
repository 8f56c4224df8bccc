"""Two hundred processes are killed while they write, and nothing that they acknowledged is lost."""

import asyncio
import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom

import pytest

from tests.soak import rows
from tests.soak.__main__ import main
from tests.soak.acknowledged import Acknowledged
from tests.soak.killing import soak
from translator.storage.database.database import Database
from translator.storage.history_store import HistoryInDatabase
from translator.storage.usage_store import UsageInDatabase

KILLS = 200


def test_what_was_acknowledged_outlives_the_process(tmp_path: Path) -> None:
    seed = SystemRandom().randrange(2**32)
    outcome = soak(tmp_path, KILLS, seed)
    assert outcome.faults == [], f"seed {seed}"
    assert outcome.kills == KILLS
    assert outcome.rows > KILLS  # they did get to write


def test_the_command_says_how_it_went(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kills", "--kills", "2", "--seed", "5"]) == 0
    said = capsys.readouterr().out
    assert said.startswith("seed 5\n2 kills, ")
    assert "0 faults" in said


async def _filled(path: Path) -> Acknowledged:
    database = Database(path)
    acknowledged = Acknowledged()
    entry_id = await HistoryInDatabase(database).add(rows.entry_of(1))
    await UsageInDatabase(database).add(rows.usage_of(2))
    acknowledged.take(f"! entry {entry_id} 1")
    acknowledged.take("! usage 2")
    await database.close()
    return acknowledged


def _change(statement: str) -> Callable[[Path], None]:
    def change(path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute(statement)

    return change


@pytest.mark.parametrize(
    ("damage", "fault"),
    [
        (_change("DELETE FROM usage"), "usage 2"),
        (_change("UPDATE history SET source = 'another'"), "entry 1: 1"),
        (_change("UPDATE history SET blocks = '[]'"), "blocks of entry 1"),
        (_change("UPDATE history SET target = 'another'"), "history_index: entry 1"),
        (Path.unlink, "usage 2"),
        (lambda path: path.write_text("damaged"), "a new one was begun"),
    ],
    ids=["row", "text", "blocks", "index", "file", "damaged"],
)
def test_what_is_lost_is_found_out(tmp_path: Path, damage: Callable[[Path], None], fault: str) -> None:
    path = tmp_path / "translator.db"
    acknowledged = asyncio.run(_filled(path))
    assert asyncio.run(acknowledged.missing(path)) == []
    damage(path)
    assert [found for found in asyncio.run(acknowledged.missing(path)) if fault in found]


@pytest.mark.parametrize("kind", ["answer", "unit", "glossary", "term", "capability", "usage"])
def test_a_row_that_never_was_is_missed(tmp_path: Path, kind: str) -> None:
    acknowledged = Acknowledged()
    acknowledged.take(f"! {kind} 7")
    assert asyncio.run(acknowledged.missing(tmp_path / "translator.db")) == [f"{kind} 7"]


def test_what_was_begun_when_the_process_was_killed_may_be_there_or_not(tmp_path: Path) -> None:
    acknowledged = Acknowledged()
    for line in ("! entry 1 5", "! entry 2 6", "? entry 1", "! deleted 1", "? entry 2"):
        acknowledged.take(line)
    acknowledged.end_writer()
    assert acknowledged.entries == {1: None}
    assert asyncio.run(acknowledged.missing(tmp_path / "translator.db")) == []
