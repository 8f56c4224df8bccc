"""Translations that were made, to be found again."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from translator.language.tag import LanguageTag
from translator.translation.request import Action, FinishedBlock

BEGINNING = 300
"""Characters of a text that a list of entries needs."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A translation as it was when it ended. ``at`` is aware; ``id`` is 0 until it is kept.

    ``blocks`` bring the alignment back; ``source_language`` is None where it was not known.
    """

    at: datetime
    source: str
    target: str
    source_language: LanguageTag | None
    target_language: LanguageTag
    service: str = ""
    model: str = ""
    action: Action = Action.WINDOW
    is_complete: bool = True
    is_starred: bool = False
    blocks: Sequence[FinishedBlock] = ()
    id: int = 0


class HistoryStore(Protocol):
    """Where the history is kept. Raises HistoryUnusable. In private mode, and where it is off, nothing is added."""

    async def add(self, entry: HistoryEntry) -> int:
        """Keep this, or put it in place of the entry of its id; return its id, 0 where it was not kept.

        An entry that the user has deleted since, or given a star that this one has not, is not replaced.
        """
        ...

    async def search(
        self, query: str = "", *, starred: bool = False, most: int = 100, after: int = 0
    ) -> Sequence[HistoryEntry]:
        """Return entries that hold all these words or parts of words, in source or target, the newest first.

        ``most`` at a time, without the first ``after``. They are for a list: their texts end after BEGINNING
        characters, and their ``blocks`` are left out.
        """
        ...

    async def count(self, query: str = "", *, starred: bool = False) -> int:
        """Return how many entries there are of these."""
        ...

    async def get(self, entry_id: int) -> HistoryEntry | None:
        """Return the whole entry, or None where it is no longer there."""
        ...

    async def star(self, *ids: int, starred: bool) -> None:
        """Give these a star, or take it away."""
        ...

    async def delete(self, ids: Sequence[int]) -> Sequence[HistoryEntry]:
        """Delete these, and return them whole: they can be restored."""
        ...

    async def restore(self, entries: Sequence[HistoryEntry]) -> None:
        """Put back what was deleted, as it was; in private mode as well."""
        ...

    async def clear(self, *, starred_too: bool = False) -> None:
        """Delete everything; what has a star only if it is asked for."""
        ...

    async def purge(self, before: datetime | None, most: int | None) -> None:
        """Delete what is older, and what is more than so many, the oldest first.

        What has a star is neither deleted nor counted.
        """
        ...

    def every(self, query: str = "", *, starred: bool = False) -> AsyncIterator[HistoryEntry]:
        """Yield whole entries, the newest first, as they are exported."""
        ...


class HistoryUnusable(Exception):
    """The history cannot be read or written now. Its message says why."""
