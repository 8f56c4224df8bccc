"""``translator text --json`` as a process of its own against hostile servers: exit status, JSON, standard error."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.servers.hostile.row import REPLY, TEXT
from tests.servers.hostile.speech import HALF
from tests.servers.hostile.table import find_row
from tests.servers.hostile_process import Hostile

_ROOT = Path(__file__).resolve().parents[2]
_SIDE_BY_SIDE = 3
_PATIENCE_SECONDS = 90


@dataclass(frozen=True)
class Case:
    """A row, and what a script sees of it. ``reason`` and ``code`` are those of the JSON."""

    row: str
    status: int
    text: str = ""
    reason: str | None = None
    code: str | None = None


_CASES = (
    Case("good", 0, REPLY),
    Case("status 400, context too short", 1, code="text_too_long"),
    Case("status 404, model unknown", 1, code="model_unknown"),
    Case("a line of 100 MB", 1, code="bad_reply"),
    Case("finish length", 3, HALF, "length"),
    Case("a refusal after text", 3, HALF, "refused"),
    Case("cut between two events", 3, HALF, "cut"),
    Case("reset in the midst of text", 3, HALF, "cut", "connection_lost"),
    Case("status 401", 4, code="key_wanted"),
    Case("redirect 307", 5, code="redirected"),
    Case("HTML with 200", 5, code="not_an_openai_api"),
    Case("a bomb that says it is gzip", 5, code="not_an_openai_api"),
    Case("status 429, out of credit", 6, code="out_of_credit"),
    Case("429, retry after: an hour", 6, code="rate_limited"),
)


@dataclass(frozen=True)
class Ran:
    """What a run left behind."""

    status: int
    told: dict[str, Any]
    errors: str


@pytest.fixture(scope="module")
def runs(hostile: Hostile, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Ran]]:
    """Run the command against every row, some at a time: each run is mostly imports."""
    homes = tmp_path_factory.mktemp("homes")

    def run(number: int) -> Ran:
        return _run(hostile.address_of(_CASES[number].row), homes / str(number))

    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        yield {case.row: ran for case, ran in zip(_CASES, pool.map(run, range(len(_CASES))), strict=True)}


def _run(address: str, home: Path) -> Ran:
    where = ("text", "--from", "en", "--to", "de", "--base-url", address, "--model", "mock", "--json", TEXT)
    places = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    ended = subprocess.run(
        [sys.executable, "-m", "translator", *where],
        cwd=_ROOT, env={**os.environ, **places}, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        timeout=_PATIENCE_SECONDS, check=False,
    )  # fmt: skip
    return Ran(ended.returncode, json.loads(ended.stdout), ended.stderr)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.row)
def test_a_script_is_told_what_came_of_it(runs: dict[str, Ran], case: Case) -> None:
    ran = runs[case.row]
    assert ran.status == case.status, ran
    assert ran.told["translation"] == case.text
    assert ran.told["complete"] is (case.status == 0)
    assert ran.told["reason"] == case.reason
    assert (ran.told["error"] or {}).get("code") == case.code
    assert "Traceback" not in ran.errors


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.row)
def test_a_person_is_told_in_words(runs: dict[str, Ran], case: Case) -> None:
    ran = runs[case.row]
    error = ran.told["error"]
    if error:
        assert error["message"] in ran.errors
        assert error["next_step"] in ran.errors
    assert bool(ran.errors.strip()) is (case.status != 0)


def test_the_rows_are_those_of_the_matrix() -> None:
    assert [find_row(case.row).name for case in _CASES] == [case.row for case in _CASES]
