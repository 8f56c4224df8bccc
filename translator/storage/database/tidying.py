"""What is done while nobody waits for anything: indexes merged, and room given back to the disk."""

import sqlite3
from typing import Protocol

MERGED_PAGES = 100
"""How much is merged at a time: some 30 ms."""

GIVEN_BACK_PAGES = 100
"""How much is given back at a time: a few milliseconds."""

WORTH_GIVING_BACK = 1_000
"""Pages, of 4 KB; fewer are soon written again, and stay in the file."""


class Tidying(Protocol):
    """Work that is done a little with each call, which returns whether there may be more to do."""

    @property
    def name(self) -> str:
        """What it is at work on."""
        ...

    @property
    def takes_room(self) -> bool:
        """Whether the file may grow by it: where there is next to no room on the disk, it is left for another time."""
        ...

    def __call__(self, connection: sqlite3.Connection) -> bool:
        """Do some; within a transaction that may write."""
        ...


class GiveBack:
    """Gives pages of the file that hold nothing any more back to the disk, where there are many."""

    name = "free pages"
    takes_room = False

    def __init__(self) -> None:
        self._is_begun = False

    def __call__(self, connection: sqlite3.Connection) -> bool:
        """Give some back."""
        free = _count_free(connection)
        if not self._is_begun and free < WORTH_GIVING_BACK:
            return False
        self._is_begun = True
        connection.execute(f"PRAGMA incremental_vacuum({GIVEN_BACK_PAGES})").fetchall()
        return 0 < _count_free(connection) < free


class Merge:
    """Merges a whole index of FTS5: what was deleted stands in it until then, and a merged one is three times as fast.

    What is deleted is only marked as such in an index, and goes when the parts that have it are merged. (From 3.42 on,
    SQLite's ``secure-delete`` would take it out at once; but no earlier SQLite could read the file after that, and
    another package of the program may bring an earlier one.)
    """

    takes_room = True

    def __init__(self, index: str) -> None:
        self.name = index
        self._is_begun = False

    def __call__(self, connection: sqlite3.Connection) -> bool:
        """Merge some; within a transaction that may write."""
        pages = MERGED_PAGES if self._is_begun else -MERGED_PAGES  # with a minus, a merge of everything begins
        self._is_begun = True
        before = connection.total_changes
        merge = f"INSERT INTO {self.name} ({self.name}, rank) VALUES ('merge', ?)"  # noqa: S608 - a name of ours
        connection.execute(merge, (pages,))
        return connection.total_changes - before > 1  # the command itself is counted as a change (FTS5, section 6.7)


def _count_free(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA freelist_count").fetchone()[0])
