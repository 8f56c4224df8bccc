"""The file that a run writes to when it goes wrong: its name, its lock, and how its lines are told apart."""

import contextlib
import os
import time
from pathlib import Path

RUNNING = "running-*.log"
"""The names of such files."""

OWN = "|"
"""Our own lines begin with it: what else there is was written by faulthandler."""


def create(folder: Path) -> tuple[Path, int]:
    """Return this run's own file, held, and its descriptor; only the user can read it. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"running-{os.getpid()}-{time.time_ns()}.log"
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    hold(descriptor)
    return path, descriptor


def hold(descriptor: int) -> None:
    """Lock the file until it is closed or this process ends, however it ends. Raises OSError where another one has it.

    Windows has no such lock and needs none here: an open file cannot be renamed there.
    """
    with contextlib.suppress(ImportError):
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
