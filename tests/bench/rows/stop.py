"""From Escape to the socket that the server sees closed."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench
    from tests.bench.subject import Subject

_MORE_SECONDS = 0.3
_CHARACTERS = 4_000  # many seconds' worth


async def probe(subject: Subject) -> dict[str, Any]:
    """Begin a long reply, and stop in the midst of it."""
    await subject.type(_CHARACTERS)
    await subject.wait_for(subject.begin())
    await asyncio.sleep(_MORE_SECONDS)
    stopped = time.monotonic()
    subject.stop()
    await asyncio.sleep(_MORE_SECONDS)
    return {"stopped": stopped}


def measure(bench: Bench) -> list[Figure]:
    """Ask the server when it lost its client."""
    measured = bench.rounds(lambda: bench.app(ROW))
    delays = [(one["server"]["client_gone_at"] - one["stopped"]) * 1000 for one in measured]
    return [Figure("Stop until the server sees the socket closed", "ms", delays, 200)]


ROW = Row("stop", measure, probe)
