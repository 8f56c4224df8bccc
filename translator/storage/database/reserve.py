"""Room on the disk that is kept for deleting: SQLite needs some for its log, and a full disk has none.

Who wants to make room there, or to have nothing kept any more, could not.
"""

import contextlib
import os
import time
from pathlib import Path

from translator.storage.database.migrations import make_private
from translator.storage.database.room import free_room

RESERVED = 1_000_000
"""Bytes; enough for some hundred translations to be deleted at once, or one as long as a short book."""

LEAST_USED = 256_000
"""Bytes; a database that is smaller is mostly its empty tables, and has next to nothing to delete."""

PLENTY = 50_000_000
"""Bytes that must be free, where the disk tells, for some of them to be kept."""

TRIED_AGAIN_SECONDS = 60.0
"""How long a disk is left alone after one look at it: it may say that it has room, and have none for this user."""


class Reserve:
    """A file beside the database that holds nothing, and is given up once deleting fails for want of room."""

    def __init__(self, database: Path) -> None:
        real = Path(os.path.realpath(database))
        self._database = real
        self._file = real.with_name(real.name + ".reserve")
        self._looked = 0.0
        self.is_used_up = False
        """Whether it was given up, and there is no more room than that."""

    def keep(self) -> None:
        """Have it there, if there is something to delete, and room to spare."""
        self._looked = time.monotonic()
        with contextlib.suppress(OSError):
            if not self._is_whole():
                free = free_room(self._database)
                if free is not None and free < PLENTY:
                    return
                if self._database.stat().st_size >= LEAST_USED:
                    self._make()
            self.is_used_up = False

    def keep_again(self) -> None:
        """Have it there once more, if it is time to look for room."""
        if time.monotonic() - self._looked >= TRIED_AGAIN_SECONDS:
            self.keep()

    def give_up(self) -> bool:
        """Remove it; return whether there was any."""
        self._looked, self.is_used_up = time.monotonic(), True
        try:
            self._file.unlink()
        except OSError:
            return False
        return True

    def _is_whole(self) -> bool:
        return self._file.exists() and self._file.stat().st_size >= RESERVED

    def _make(self) -> None:
        make_private(self._file)
        try:
            self._file.write_bytes(os.urandom(RESERVED))  # zeros take no room on some disks
        except OSError:
            self._file.unlink(missing_ok=True)
            raise
