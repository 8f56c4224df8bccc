"""From the command to translate until what the memory has is on the screen."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure, percentile
from tests.bench.row import Row, Scale
from tests.bench.text import LETTER, letter

if TYPE_CHECKING:
    from tests.bench.bench import Bench
    from tests.bench.subject import Subject

_HITS_A_TRY = 20


async def probe(subject: Subject) -> dict[str, Any]:
    """Translate a letter, and then the same again and again, with an empty target each time."""
    translation = letter(LETTER.values())
    await subject.put(letter())
    subject.begin()
    await subject.finish(translation)
    took = []
    for _ in range(_HITS_A_TRY * subject.scale.tries):
        subject.forget()
        await subject.rest()
        begun = time.monotonic()
        painted = subject.translate()
        await subject.wait_for(painted)
        await subject.finish(translation)
        assert subject.blocks_from_memory, "the service was asked"
        took.append((painted.at - begun) * 1000)
    return {"cache_hit_ms": took}


def measure(bench: Bench) -> list[Figure]:
    """Look at the hits of each round."""
    rounds = [one["cache_hit_ms"] for one in bench.rounds(lambda: bench.app(ROW))]
    return [
        Figure(f"from the command to the painted text, out of the memory, p{percent}", "ms",
               [percentile(took, percent) for took in rounds], 5)
        for percent in (50, 95)
    ]  # fmt: skip


def _mock_for(_: Scale) -> tuple[str, ...]:
    return ("--translations", json.dumps(LETTER))


ROW = Row("cache_hit", measure, probe, _mock_for)
