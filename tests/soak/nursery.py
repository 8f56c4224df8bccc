"""Brings up writers: ``python -m tests.soak.nursery``; each line "PATH FIRST SEED" starts one.

They are forks of this process, which has imported everything already: each is at work after a few milliseconds. A
writer says its process id first. When it has ended, this says so.
"""

import asyncio
import os
import sys
from pathlib import Path

import msgspec  # what the history needs, before anybody is born

from tests.soak.writer import Writer
from translator.storage import history_blocks
from translator.storage.memory import likeness

WARM = (msgspec, history_blocks, likeness)


def main() -> None:
    """Bring up one writer after another."""
    for line in sys.stdin:
        path, first, seed = line.rstrip("\n").rsplit(" ", 2)
        child = os.fork()
        if not child:
            _live(Path(path), int(first), int(seed))
        os.waitpid(child, 0)
        os.write(1, b"ended\n")


def _live(path: Path, first: int, seed: int) -> None:
    os.write(1, f"pid {os.getpid()}\n".encode())
    try:
        asyncio.run(Writer(path, first, seed).write())
    finally:
        os._exit(1)


if __name__ == "__main__":
    main()
