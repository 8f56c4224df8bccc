"""What the app costs while it does nothing."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.bench.figures import Figure
from tests.bench.probes import Rest, memory_mb
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench
    from tests.bench.subject import Subject

_SETTLE_SECONDS = 3.0


async def probe(subject: Subject) -> dict[str, Any]:
    """Look at a window that has settled, with the caret blinking in it."""
    window = subject.opening.window
    window.activateWindow()
    await asyncio.sleep(min(_SETTLE_SECONDS, subject.scale.seconds))
    at_rest = Rest()
    await asyncio.sleep(subject.scale.seconds)
    return {
        "settled_mb": memory_mb(),
        "cpu_percent": at_rest.cpu_percent(),
        "has_caret": window.isActiveWindow() and subject.view.source.editor.hasFocus(),
    }


def measure(bench: Bench) -> list[Figure]:
    """Compare the app's memory with a bare window's."""
    seconds = bench.scale.seconds
    ours, theirs = bench.interleaved(
        lambda: bench.app(ROW), lambda: bench.process("bare_window", str(min(_SETTLE_SECONDS, seconds)))
    )
    bare = [one["memory_mb"] for one in theirs]
    before, settled = [one["memory_mb"] for one in ours], [one["settled_mb"] for one in ours]
    return [
        Figure("memory (PSS) before the engine's import, against a bare window", "MB", before, 15, bare, "difference"),
        Figure("memory (PSS) settled, against a bare window", "MB", settled, 75, bare, "difference"),
        Figure(f"idle CPU over {seconds:g} s", "%", [one["cpu_percent"] for one in ours], 0.2),
    ]


ROW = Row("idle", measure, probe)
