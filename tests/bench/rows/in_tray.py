"""What the app costs while it waits in the tray, without its window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import Row
from tests.servers.processes import running_mock

if TYPE_CHECKING:
    from tests.bench.bench import Bench


def measure(bench: Bench) -> list[Figure]:
    """Look at it once it has settled, with a service that it has used."""
    scale = json.dumps(vars(bench.scale))
    with bench.desktop(), running_mock() as mock:
        rounds = bench.rounds(lambda: bench.process("in_tray", "idle", mock.base_url, scale))
    return [
        Figure("in the tray: idle CPU", "%", [one["cpu_percent"] for one in rounds], 0.2),
        Figure("in the tray: wakeups a second", "", [one["wakeups"] for one in rounds], 1),
        Figure("in the tray: memory (PSS)", "MB", [one["settled_mb"] for one in rounds], 140),
    ]


ROW = Row("in_tray", measure)
