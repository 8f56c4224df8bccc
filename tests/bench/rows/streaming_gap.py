"""How the window feels while a reply streams in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure
from tests.bench.probes import Ticks
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench
    from tests.bench.subject import Subject


async def probe(subject: Subject) -> dict[str, Any]:
    """Translate a text at the pace of a fast model, beside a timer."""
    text = await subject.type(subject.scale.characters_streamed)
    ticks = Ticks()
    ticks.start()
    subject.begin()
    await subject.finish(text)
    return {"gap": ticks.stop()}


def measure(bench: Bench) -> list[Figure]:
    """Compare the app with a raw socket."""
    ours, theirs = bench.interleaved(lambda: bench.app(ROW), lambda: bench.raw(ROW))
    figures = []
    for key, name, aim in (("p99_ms", "99th percentile", 20), ("max_ms", "maximum", 33)):
        app, raw = ([one["gap"][key] for one in side] for side in (ours, theirs))
        figures.append(
            Figure(f"UI gap at {bench.scale.tps} tokens a second, {name} (against: raw socket)", "ms", app, aim, raw)
        )
    return figures


ROW = Row("streaming_gap", measure, probe)
