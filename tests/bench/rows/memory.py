"""The translation memory: lookups among a million units, and half a million taken in from a file."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import QUICK, Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench

_UNITS, _TAKEN_IN, _LOOKUPS = 1_000_000, 500_000, 300
_FEW_UNITS, _FEW_TAKEN_IN, _FEW_LOOKUPS = 300, 300, 20


def measure(bench: Bench) -> list[Figure]:
    """Build the memory once, which takes a minute or so, and look things up in it in each round; take in once."""
    is_quick = bench.scale == QUICK
    units, taken_in = (_FEW_UNITS, _FEW_TAKEN_IN) if is_quick else (_UNITS, _TAKEN_IN)
    lookups = _FEW_LOOKUPS if is_quick else _LOOKUPS
    with tempfile.TemporaryDirectory(prefix="bench.") as folder:
        arguments = (str(Path(folder) / "translator.db"), str(units), str(lookups))
        rounds = bench.rounds(lambda: bench.process("memory_lookups", *arguments))
    taking = bench.process("memory_import", str(taken_in))
    among = f"among {units:,} units"
    return [
        Figure(f"exact lookup {among}, p50", "ms", [one["exact_p50_ms"] for one in rounds], 1),
        Figure(f"exact lookup {among}, p95", "ms", [one["exact_p95_ms"] for one in rounds], 1),
        Figure(f"fuzzy lookup {among}, p50", "ms", [one["fuzzy_p50_ms"] for one in rounds], 10),
        Figure(f"fuzzy lookup {among}, p95", "ms", [one["fuzzy_p95_ms"] for one in rounds], 10),
        Figure(
            "units not found after one to three words were changed", "%", [one["missed_percent"] for one in rounds], 5
        ),
        Figure(f"memory at most while {taken_in:,} units of a TMX file are taken in", "MB", [taking["peak_mb"]], 300),
        Figure("exact lookup meanwhile, p95", "ms", [taking["wait_p95_ms"]], 100),
    ]


ROW = Row("memory", measure)
