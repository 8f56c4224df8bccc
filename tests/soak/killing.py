"""Kills processes that write, at random moments, and looks at what they leave behind."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.soak.acknowledged import Acknowledged

ROOT = Path(__file__).parents[2]
KILLS_OF_ONE_DATABASE = 20
MOST_ROWS = 40
"""Acknowledged by one writer before it is killed."""
MOST_SPINS = 200_000
"""How far is counted before the kill, some milliseconds: so that it meets the writer anywhere, not just after a row."""
_NUMBERS = 1_000_000


@dataclass
class Outcome:
    """How often a writer was killed, how many rows all had acknowledged by then, and what was wrong afterwards."""

    kills: int = 0
    rows: int = 0
    faults: list[str] = field(default_factory=list)


class Nursery:
    """The process that brings up writers."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def start(self, path: Path, first: int, seed: int) -> int:
        """Start a writer; return its process id."""
        stdin = self._process.stdin
        assert stdin
        stdin.write(f"{path} {first} {seed}\n")
        stdin.flush()
        word, pid = self.read().split()
        assert word == "pid"
        return int(pid)

    def read(self) -> str:
        """Return the next line."""
        stdout = self._process.stdout
        assert stdout
        line = stdout.readline()
        assert line, "the nursery has ended"
        return line.rstrip("\n")


@contextmanager
def nursery() -> Iterator[Nursery]:
    """Run one, and end it."""
    command = [sys.executable, "-m", "tests.soak.nursery"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Nursery(process)
    finally:
        process.kill()
        process.communicate()


def soak(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill so many writers. The first of each database is killed while it makes it."""
    outcome, random = Outcome(), Random(seed)
    with nursery() as born:
        for first in range(0, kills, KILLS_OF_ONE_DATABASE):
            path = folder / f"{first}" / "translator.db"
            acknowledged = Acknowledged()
            for number in range(first, min(first + KILLS_OF_ONE_DATABASE, kills)):
                rows = 0 if number == first else random.randrange(MOST_ROWS)
                _kill_one(born, path, number, rows, random, acknowledged)
                outcome.kills += 1
            outcome.rows += acknowledged.count
            faults = asyncio.run(acknowledged.missing(path))
            outcome.faults += [f"database {first}: {fault}" for fault in faults]
            outcome.faults += [f"set aside: {p.name}" for p in path.parent.glob("*.unreadable-*")]
    return outcome


def _kill_one(born: Nursery, path: Path, number: int, rows: int, random: Random, acknowledged: Acknowledged) -> None:
    pid = born.start(path, (number + 1) * _NUMBERS, random.randrange(2**31))
    while rows:
        rows -= acknowledged.take(born.read())
    _spin(round(MOST_SPINS ** random.random()))
    os.kill(pid, signal.SIGKILL)
    while (line := born.read()) != "ended":
        acknowledged.take(line)
    acknowledged.end_writer()


def _spin(times: int) -> None:
    for _ in range(times):
        pass
