"""How the window feels while a long reply comes as fast as it can."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure
from tests.bench.probes import Ticks
from tests.bench.row import Row, Scale

if TYPE_CHECKING:
    from tests.bench.bench import Bench
    from tests.bench.subject import Subject

_SETTLE_SECONDS = 1.0


async def probe(subject: Subject) -> dict[str, Any]:
    """Translate a long text by a service that answers at once."""
    import asyncio

    text = await subject.type(subject.scale.characters)
    await asyncio.sleep(_SETTLE_SECONDS)
    ticks = Ticks()
    ticks.start()
    subject.begin()
    await subject.finish(text)
    return {"flood_gap": ticks.stop()}


def measure(bench: Bench) -> list[Figure]:
    """Look at the largest gap."""
    gaps = [one["flood_gap"]["max_ms"] for one in bench.rounds(lambda: bench.app(ROW))]
    return [Figure(f"a reply of {bench.scale.characters:,} characters at full speed: largest UI gap", "ms", gaps, 60)]


def _at_full_speed(_: Scale) -> tuple[str, ...]:
    return ()


ROW = Row("flood", measure, probe, _at_full_speed)
