"""From the cancellation of a translation that stands still to the end of its task and its socket."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench


def measure(bench: Bench) -> list[Figure]:
    """Cancel in each stall."""
    from tests.hostile.stalls import STALLS

    measured = bench.rounds(lambda: bench.process("cancelled"))
    return [Figure(f"cancelled in a stall: {name}", "ms", [one[name] for one in measured], 200) for name in STALLS]


ROW = Row("cancel", measure)
