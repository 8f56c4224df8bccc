"""A text of 100,000 characters: how long it takes, and how the window feels meanwhile."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure
from tests.bench.probes import Ticks
from tests.bench.row import QUICK, Row, Scale
from tests.bench.text import diary_of

if TYPE_CHECKING:
    from tests.bench.bench import Bench, Measured
    from tests.bench.subject import Subject

_AT_ONCE = 8
_SETTLE_SECONDS = 1.0


async def probe(subject: Subject) -> dict[str, Any]:
    """Translate the text beside a timer. No request is like another: equal ones would be asked only once."""
    text = diary_of(subject.scale.characters)
    await subject.put(text)
    subject.ask_as_elsewhere()
    await asyncio.sleep(_SETTLE_SECONDS)
    ticks = Ticks()
    ticks.start()
    begun = time.monotonic()
    subject.begin()
    await subject.finish(text)
    return {"long_text_s": time.monotonic() - begun, "long_text_gap": ticks.stop()}


def measure(bench: Bench) -> list[Figure]:
    """Compare the time with the least that so many requests can take: each takes as long, some at a time."""
    rounds = bench.rounds(lambda: bench.app(ROW))
    took = [one["long_text_s"] for one in rounds]
    ideal = [_ideal_s(one, bench.scale) for one in rounds]
    gaps = [one["long_text_gap"]["max_ms"] for one in rounds]
    name = f"{bench.scale.characters:,} characters"
    against = f"{_AT_ONCE} requests at a time that each take {_seconds(bench.scale):g} s"
    return [
        Figure(f"{name}, against {against}", "s", took, 1.15, ideal, "ratio"),
        Figure(f"{name} meanwhile: largest UI gap", "ms", gaps, 60),
    ]


def _ideal_s(measured: Measured, scale: Scale) -> float:
    asked = sum(1 for request in measured["served"] if request["method"] == "POST")
    return -(-asked // _AT_ONCE) * _seconds(scale)


def _seconds(scale: Scale) -> float:
    return 0.2 if scale == QUICK else 4.0


def _mock_for(scale: Scale) -> tuple[str, ...]:
    return ("--takes-s", str(_seconds(scale)), "--most-at-once", str(_AT_ONCE))


ROW = Row("long_text", measure, probe, _mock_for)
