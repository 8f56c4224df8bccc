"""From the first text in the socket to its painting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure, median
from tests.bench.row import Row, Scale

if TYPE_CHECKING:
    from tests.bench.bench import Bench, Measured
    from tests.bench.subject import Subject

_CHARACTERS = 100


async def probe(subject: Subject) -> dict[str, Any]:
    """Translate a short text a few times, the first time as the first request of the process."""
    painted = []
    text = await subject.type(_CHARACTERS)
    for _ in range(subject.scale.tries + 1):
        first = subject.begin()
        await subject.wait_for(first)
        await subject.finish(text)
        painted.append(first.at)
    return {"first_text_at": painted}


def measure(bench: Bench) -> list[Figure]:
    """Compare the app with a raw socket."""
    ours, theirs = bench.interleaved(lambda: bench.app(ROW), lambda: bench.raw(ROW))
    app, raw = [_delays_ms(one) for one in ours], [_delays_ms(one) for one in theirs]
    return [
        Figure(
            "first text painted after its bytes reached the socket (against: raw socket)", "ms",
            [median(delays[1:]) for delays in app], 10, [median(delays) for delays in raw],
        ),
        Figure("the same for the first request of the process", "ms", [delays[0] for delays in app], 30),
    ]  # fmt: skip


def _delays_ms(measured: Measured) -> list[float]:
    """Return the delays. The server served these replies first, in this order."""
    sent = [request["text_at"] for request in measured["served"] if request["method"] == "POST"]
    return [(painted - at) * 1000 for painted, at in zip(measured["first_text_at"], sent, strict=False)]


def _after_thinking(scale: Scale) -> tuple[str, ...]:
    return ("--tps", str(scale.tps), "--ttft-ms", "300")


ROW = Row("first_text", measure, probe, _after_thinking)
