"""From the shortcut to the painted popup."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, percentile
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench

_AIMS = {50: 20, 95: 60}


def measure(bench: Bench) -> list[Figure]:
    """Open it by the key and by the command, and count what many openings leave behind."""
    with bench.desktop():
        rounds = bench.rounds(lambda: bench.process("in_tray", "popup", "", json.dumps(vars(bench.scale))))
    by_key = [
        Figure(f"from the shortcut to the painted popup, p{percent}", "ms",
               [percentile(one["key_ms"], percent) for one in rounds], aim)
        for percent, aim in _AIMS.items()
    ]  # fmt: skip
    by_command = [percentile(one["command_ms"], 95) for one in rounds]
    grown = [one["grown_mb"] for one in rounds]
    return [
        *by_key,
        Figure("from translator --clipboard to the painted popup, p95", "ms", by_command, 250),
        Figure(f"memory (RSS) that {bench.scale.openings:,} openings of the popup leave behind", "MB", grown, 1),
    ]


ROW = Row("popup", measure)
