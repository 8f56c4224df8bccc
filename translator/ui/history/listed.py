"""All that a list of the history holds, with what of it has not been fetched."""

from collections.abc import Sequence

from translator.translation.history import HistoryStore

AT_ONCE = 1_000
"""Entries that are looked for, and then dealt with, at a time."""


async def portions_of(store: HistoryStore, query: str, *, starred: bool) -> Sequence[Sequence[int]]:
    """Return the ids of the entries that hold these words, or of those that have a star, AT_ONCE in each.

    All are found before anything is done with the first: that may change what the list holds. Raises HistoryUnusable.
    """
    portions: list[Sequence[int]] = []
    while found := await store.search(query, starred=starred, most=AT_ONCE, after=AT_ONCE * len(portions)):
        portions.append([entry.id for entry in found])
    return portions
