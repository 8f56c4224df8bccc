"""What hostile servers can make the app take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import QUICK, Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench

_FEW = 5


def measure(bench: Bench) -> list[Figure]:
    """Meet all the servers of the matrix that flood or send bombs; where it only has to work, a few."""
    from tests.hostile.measure import heavy_rows
    from tests.hostile.memory import MOST_MB

    most = _FEW if bench.scale == QUICK else len(heavy_rows())
    measured = bench.rounds(lambda: bench.process("hostile_client", str(most)))
    name = f"memory taken at most while {most} servers flood and bomb the engine"
    return [Figure(name, "MB", [one["rise_mb"] for one in measured], MOST_MB)]


ROW = Row("hostile_memory", measure)
