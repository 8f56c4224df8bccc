"""Room on the disk that is kept for deleting: SQLite needs some for its log, and a full disk has none.

Who wants to make room there, or to have nothing kept any more, could not.
"""

import contextlib
import os
from pathlib import Path

from translator.storage.database.migrations import make_private
from translator.storage.database.room import free_room

RESERVED = 1_000_000
"""Bytes; enough for some hundred translations to be deleted at once, or one as long as a short book."""

LEAST_USED = 256_000
"""Bytes; a database that is smaller is mostly its empty tables, and has next to nothing to delete."""

PLENTY = 50_000_000
"""Bytes that must be free, where the disk tells, for some of them to be kept."""


class Reserve:
    """A file beside the database that holds nothing, and is given up once deleting fails for want of room."""

    def __init__(self, database: Path) -> None:
        real = Path(os.path.realpath(database))
        self._database = real
        self._file = real.with_name(real.name + ".reserve")

    def keep(self) -> None:
        """Have it there, if there is something to delete, and room to spare."""
        with contextlib.suppress(OSError):
            if self._database.stat().st_size < LEAST_USED or self._is_whole():
                return
            free = free_room(self._database)
            if free is None or free >= PLENTY:
                self._make()

    def give_up(self) -> bool:
        """Remove it; return whether there was any."""
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
            self.give_up()
            raise
