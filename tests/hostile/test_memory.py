"""Memory over all heavy rows, in a process that has not yet grown by anything else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.measure import heavy_rows
from tests.hostile.memory import MOST_MB, Peak

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 100

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is read from /proc")


def test_a_peak_is_seen_though_it_has_passed() -> None:
    peak = Peak()
    assert len(bytes(50_000_000).replace(b"\0", b"x")) == 50_000_000
    assert peak.rise_mb() > 40


def test_no_hostile_server_costs_much_memory() -> None:
    command = [sys.executable, "-m", "tests.hostile.measure"]
    said = subprocess.run(command, cwd=_ROOT, check=True, capture_output=True, text=True, timeout=_PATIENCE_SECONDS)
    risen = json.loads(said.stdout)
    assert risen.keys() == {row.name for row in heavy_rows()}
    assert max(risen.values()) < MOST_MB, sorted(risen.items(), key=lambda one: -one[1])[:5]
