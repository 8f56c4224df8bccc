"""Meets hostile servers: ``python -m tests.bench.hostile_client MOST``.

It prints, as JSON, by how many megabytes the memory of this process rose at most over the first so many of the heavy
rows of the matrix.
"""

import asyncio
import json
import sys

from tests.hostile.measure import heavy_rows, measure

if __name__ == "__main__":
    risen = asyncio.run(measure(heavy_rows()[: int(sys.argv[1])]))
    sys.stdout.write(json.dumps({"rise_mb": max(risen.values())}) + "\n")
