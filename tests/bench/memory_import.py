"""Takes a TMX file in: ``python -m tests.bench.memory_import UNITS``.

It prints, as JSON, how much memory this process takes at most, in MB, how long it took, in seconds, and how long exact
lookups waited meanwhile, in milliseconds.
"""

import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import percentile
from translator.exchange.memory_files import MemoryFiles
from translator.language.tag import LanguageTag
from translator.storage.database.database import Database
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.storage.memory.unit_store import UnitsInDatabase
from translator.translation.memory.key import MemoryKey

_REST_SECONDS = 0.02

# In another process: what makes the units up takes more memory than what is measured.
_WRITE = """
import sys
from datetime import UTC, datetime
from tests.bench.memory_units import Units
from tests.support.tmx import write_tmx
with open(sys.argv[1], "w", encoding="utf-8") as file:
    write_tmx(file, Units().first(int(sys.argv[2])), datetime(2026, 1, 1, tzinfo=UTC))
"""


async def main(folder: Path, count: int) -> dict[str, float]:
    """Measure taking in so many units."""
    tmx = folder / "memory.tmx"
    subprocess.run([sys.executable, "-c", _WRITE, str(tmx), str(count)], check=True)  # noqa: ASYNC221 - nothing waits
    database = Database(folder / "translator.db")
    memory, files = MemoryInDatabase(database), MemoryFiles(UnitsInDatabase(database))
    begun = time.monotonic()
    taking = asyncio.create_task(files.take_in(tmx, lambda *_: None, lambda: False))
    waits = []
    while not taking.done():
        asked = time.perf_counter()
        await memory.exact([MemoryKey("not there", LanguageTag("en", region="US"), LanguageTag("de"))])
        waits.append((time.perf_counter() - asked) * 1000)
        await asyncio.sleep(_REST_SECONDS)
    assert (await taking).units == count
    seconds = time.monotonic() - begun
    await database.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"peak_mb": peak, "seconds": seconds, "wait_p95_ms": percentile(waits, 95), "wait_max_ms": max(waits)}


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="bench.") as home:
        measured = asyncio.run(main(Path(home), int(sys.argv[1])))
    sys.stdout.write(json.dumps(measured) + "\n")
