"""Runs what is to be measured: each time a fresh process, in a fresh home, on a screen of its own."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from tests.bench.row import QUICK, Row, Scale
from tests.bench.text import LETTER
from tests.e2e.driver.desktop import end_group
from tests.servers.processes import running_mock
from tests.support.private_screen import bare_environment, copied, started

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 240

Measured = dict[str, Any]


class Bench:
    """Measures on the screen ``display``, as much as ``scale`` says."""

    def __init__(self, display: str, scale: Scale) -> None:
        self.scale = scale
        self._display = display

    def app(self, row: Row) -> Measured:
        """Measure the app for this row, with a service on this machine."""
        return self._app((row,), row.mock_for(self.scale))

    def raw(self, row: Row) -> Measured:
        """Measure a bare window that reads the same service from a raw socket."""
        return self._raw(row.name, row.mock_for(self.scale))

    def process(self, module: str, *arguments: str) -> Measured:
        """Run this module of tests.bench; return what it says it measured, and when it was ``begun`` (seconds)."""
        with tempfile.TemporaryDirectory(prefix="bench.") as home:
            begun = time.monotonic()
            process = subprocess.Popen(
                [sys.executable, "-m", f"tests.bench.{module}", *arguments],
                cwd=_ROOT, env=bare_environment(home, self._display),
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, start_new_session=True,
            )  # fmt: skip
            try:
                said, _ = process.communicate(timeout=_PATIENCE_SECONDS)
            finally:
                end_group(process)
        if process.returncode:
            raise RuntimeError(f"{module} ended with {process.returncode}")
        return {"begun": begun, **json.loads(said.splitlines()[-1])}

    @contextmanager
    def desktop(self) -> Iterator[None]:
        """Have a window manager, and a sentence on the clipboard."""
        with (
            started("openbox", "--sm-disable", display=self._display),
            copied("When does the next train leave?", self._display),
        ):
            yield

    def interleaved(
        self, ours: Callable[[], Measured], theirs: Callable[[], Measured]
    ) -> tuple[list[Measured], list[Measured]]:
        """Measure both in each round, each of them first in every other round."""
        measured: tuple[list[Measured], list[Measured]] = ([], [])
        pair = (ours, theirs)
        for number in range(self.scale.rounds):
            for which in (0, 1) if number % 2 == 0 else (1, 0):
                measured[which].append(pair[which]())
        return measured

    def rounds(self, measure: Callable[[], Measured]) -> list[Measured]:
        """Measure once in each round."""
        return [measure() for _ in range(self.scale.rounds)]

    @property
    def _told(self) -> str:
        return json.dumps(vars(self.scale))

    def _app(self, rows: tuple[Row, ...], mock_arguments: tuple[str, ...]) -> Measured:
        with running_mock(*mock_arguments) as mock:
            names = ",".join(row.name for row in rows)
            measured = self.process("inside", names, mock.base_url, self._told)
            return measured | {"served": mock.settled_log(), "server": mock.stats()}

    def _raw(self, steps: str, mock_arguments: tuple[str, ...]) -> Measured:
        with running_mock(*mock_arguments) as mock:
            measured = self.process("raw_window", steps, mock.base_url, self._told)
            return measured | {"served": mock.settled_log()}


class QuickBench(Bench):
    """Measures all that can be measured inside the app in one process, and raw reading in another."""

    def __init__(self, display: str, rows: tuple[Row, ...]) -> None:
        super().__init__(display, QUICK)
        pace = ("--tps", str(QUICK.tps))
        self._once = cache(lambda: self._app(rows, (*pace, "--translations", json.dumps(LETTER))))
        self._raw_once = cache(lambda: self._raw("first_text,streaming_cpu,streaming_gap", pace))

    def app(self, row: Row) -> Measured:
        """Return the share of this row in that one process."""
        return self._once()

    def raw(self, row: Row) -> Measured:
        """Return what that other process measured."""
        return self._raw_once()
