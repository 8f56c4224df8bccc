"""From the creation of the process to the first painted window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench, Measured


def measure(bench: Bench) -> list[Figure]:
    """Start the app and a bare window in turn; a first start of each, unmeasured, fills the caches of the system."""

    def app() -> Measured:
        return bench.process("start_app", "--demo")

    def bare() -> Measured:
        return bench.process("bare_window", "0")

    app()
    bare()
    ours, theirs = bench.interleaved(app, bare)
    name = "exec to first painted window, against a bare two-pane window"
    return [Figure(name, "ms", _until_painted(ours), 1.25, _until_painted(theirs), "ratio")]


def _until_painted(measured: list[Measured]) -> list[float]:
    return [(one["painted"] - one["begun"]) * 1000 for one in measured]


ROW = Row("start", measure)
