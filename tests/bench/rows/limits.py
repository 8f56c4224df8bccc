"""A text of many blocks at a server with limits: what is refused, and how long it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench, Measured

_REQUESTS, _TOKENS = 60, 40_000  # a minute, which is shortened
_KINDS = {
    "bucket, 120 short requests": ("bucket", 120, 100),
    "bucket, 60 long requests": ("bucket", 60, 500),
    "fixed window, 140 short requests": ("window", 140, 100),
}


def measure(bench: Bench) -> list[Figure]:
    """Ask for all requests at the same time, through the app's own engines; the server's clock and counts hold."""
    return [figure for name, asked in _KINDS.items() for figure in _figures(bench, name, *asked)]


def _figures(bench: Bench, name: str, kind: str, count: int, words: int) -> list[Figure]:
    from tests.servers.limited_process import running_limited

    window = 6.0 if bench.scale.rounds > 1 else 1.0

    def translate() -> Measured:
        limits = ("--kind", kind, "--requests", str(_REQUESTS), "--tokens", str(_TOKENS), "--window", str(window))
        with running_limited(*limits) as server:
            bench.process("many_requests", server.base_url, str(count), str(words))
            outcome = server.outcome()
        return {"refused": outcome.share_refused * 100, "s": outcome.seconds, "allowed_s": outcome.allowed_seconds}

    measured = bench.rounds(translate)
    refused, took, allowed = ([one[key] for one in measured] for key in ("refused", "s", "allowed_s"))
    return [
        Figure(f"requests refused (429), {name}", "%", refused, 2),
        Figure(f"time for {name}, against what 60 and 40,000 tokens in {window:g} s allow", "s", took, 1.15,
               allowed, "ratio"),
    ]  # fmt: skip


ROW = Row("limits", measure)
