"""From the usable window to the engine that can be asked, and how the window feels meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench


def measure(bench: Bench) -> list[Figure]:
    """Start the app with a service, and wait until openai is imported and its client warm."""
    measured = bench.rounds(lambda: bench.app(ROW))
    return [
        Figure("first paint until the engine is ready", "s", [one["ready_s"] for one in measured], 3),
        Figure("largest UI gap meanwhile", "ms", [one["ready_gap"]["max_ms"] for one in measured], 60),
    ]


ROW = Row("ready", measure)
