"""What the engine itself costs, without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import Row
from tests.bench.text import text_of

if TYPE_CHECKING:
    from tests.bench.bench import Bench, Measured


def measure(bench: Bench) -> list[Figure]:
    """Compare the engine with a socket that nobody makes sense of."""
    from tests.servers.mock_text import pseudo, tokens_of
    from tests.servers.processes import running_mock

    characters = bench.scale.characters_streamed
    tokens = len(tokens_of(pseudo(text_of(characters))))

    def read(reader: str) -> Measured:
        with running_mock("--tps", str(bench.scale.tps)) as mock:
            return bench.process("one_reply", reader, mock.base_url, str(characters))

    ours, theirs = bench.interleaved(lambda: read("engine"), lambda: read("socket"))
    engine, socket = ([one["cpu_s"] * 1e6 / tokens for one in side] for side in (ours, theirs))
    name = f"engine's CPU per 1,000 tokens at {bench.scale.tps} a second, nothing painted, against a raw socket"
    return [Figure(name, "ms", engine, 1.5, socket, "ratio")]


ROW = Row("engine_cpu", measure)
