"""Cancels a translation wherever it can stand still: ``python -m tests.bench.cancelled``.

It prints for each stall, as JSON, how many milliseconds it took until its task and its socket were gone.
"""

import asyncio
import json
import sys

from tests.hostile.stalls import STALLS, cancel_in
from tests.servers.hostile_process import running_hostile


async def main() -> dict[str, float]:
    """Return the milliseconds for each stall."""
    with running_hostile() as hostile:
        return {name: await cancel_in(hostile, stall) * 1000 for name, stall in STALLS.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(asyncio.run(main())) + "\n")
