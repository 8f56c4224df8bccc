"""What a streamed reply costs."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure
from tests.bench.row import Row
from tests.bench.text import text_of

if TYPE_CHECKING:
    from tests.bench.bench import Bench
    from tests.bench.subject import Subject


async def probe(subject: Subject) -> dict[str, Any]:
    """Translate a text at the pace of a fast model."""
    text = await subject.type(subject.scale.characters_streamed)
    cpu = time.process_time()
    subject.begin()
    await subject.finish(text)
    return {"cpu_s": time.process_time() - cpu}


def measure(bench: Bench) -> list[Figure]:
    """Compare the app with a raw socket, painted every 33 ms."""
    from tests.servers.mock_text import pseudo, tokens_of

    tokens = len(tokens_of(pseudo(text_of(bench.scale.characters_streamed))))
    ours, theirs = bench.interleaved(lambda: bench.app(ROW), lambda: bench.raw(ROW))
    app, raw = ([one["cpu_s"] * 1e6 / tokens for one in side] for side in (ours, theirs))
    name = f"CPU per 1,000 tokens painted at {bench.scale.tps} a second, against a raw socket painted every 33 ms"
    return [Figure(name, "ms", app, 1.3, raw, "ratio")]


ROW = Row("streaming_cpu", measure, probe)
