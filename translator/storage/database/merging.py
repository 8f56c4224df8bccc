"""FTS5's indexes, merged: what was deleted stands in them until then, and a merged one is three times as fast."""

import sqlite3

MERGED_PAGES = 100
"""How much is merged at a time: some 30 ms."""


class Merge:
    """Merges a whole index, a little with each call, which returns whether there may be more to do.

    What is deleted is only marked as such in an index, and goes when the parts that have it are merged. (From 3.42 on,
    SQLite's ``secure-delete`` would take it out at once; but no earlier SQLite could read the file after that, and
    another package of the program may bring an earlier one.)
    """

    def __init__(self, index: str) -> None:
        self.index = index
        self._is_begun = False

    def __call__(self, connection: sqlite3.Connection) -> bool:
        """Merge some; within a transaction that may write."""
        pages = MERGED_PAGES if self._is_begun else -MERGED_PAGES  # with a minus, a merge of everything begins
        self._is_begun = True
        before = connection.total_changes
        merge = f"INSERT INTO {self.index} ({self.index}, rank) VALUES ('merge', ?)"  # noqa: S608 - a name of ours
        connection.execute(merge, (pages,))
        return connection.total_changes - before > 1  # the command itself is counted as a change (FTS5, section 6.7)
