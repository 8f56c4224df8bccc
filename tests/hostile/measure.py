"""What the heavy rows of the matrix cost a process that does nothing else: ``python -m tests.hostile.measure``.

It prints, as JSON, by how many megabytes its memory rose at most while it met each of them, one after the other, over
what it was once a good server had been met. Linux only.
"""

import asyncio
import json
import sys
from collections.abc import Iterable

from tests.hostile.meeting import ending_with, engine_for, until_no
from tests.hostile.memory import Peak
from tests.servers.hostile.row import Row
from tests.servers.hostile.table import GOOD_ROW, matrix
from tests.servers.hostile_process import Hostile, running_hostile


def heavy_rows() -> tuple[Row, ...]:
    """Return the rows that could make a client take much memory."""
    return tuple(row for row in matrix().values() if row.is_heavy)


async def measure(rows: Iterable[Row]) -> dict[str, float]:
    """Return the rise of memory up to and with each row, in megabytes."""
    risen: dict[str, float] = {}
    with running_hostile() as hostile:
        await _meet(hostile, GOOD_ROW)
        peak = Peak()
        for row in rows:
            await _meet(hostile, row)
            risen[row.name] = peak.rise_mb()
    return risen


async def _meet(hostile: Hostile, row: Row) -> None:
    hostile.play(row.name)
    async with engine_for(hostile, row) as engine:
        await ending_with(engine)
    await until_no(hostile, "open")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(measure(heavy_rows()))) + "\n")
