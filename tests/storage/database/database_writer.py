"""A process that writes usage, and a line for each row it wrote.

``python -m tests.storage.database.database_writer PATH COUNT``

It waits for a line on standard input before it begins, so that several begin at the same time.
"""

import asyncio
import sys
from pathlib import Path

from tests.fakes.usage import record_of
from translator.storage.database.database import Database
from translator.storage.usage_store import UsageInDatabase


async def write(path: Path, count: int) -> None:
    database = Database(path)
    store = UsageInDatabase(database)
    for number in range(count):
        await store.add(record_of(cost=1.0))
        sys.stdout.write(f"{number} {database.notice}\n")
        sys.stdout.flush()
    await database.close()


if __name__ == "__main__":
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()
    asyncio.run(write(Path(sys.argv[1]), int(sys.argv[2])))
