"""A history that is a list, and what tests of the history say often."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from translator.language.tag import LanguageTag
from translator.text.folding import holds_all, search_words
from translator.translation.history import BEGINNING, HistoryEntry, HistoryUnusable

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
DE, EN, JA = LanguageTag("de"), LanguageTag.parse("en"), LanguageTag("ja")


def entry_of(source: str = "Guten Tag.", target: str = "Good day.", minutes: float = 0, **more: object) -> HistoryEntry:
    """Return a translation from German to English, so many minutes after noon, unless it is said otherwise."""
    fields = {"source_language": DE, "target_language": EN, "service": "openai", "model": "m", **more}
    return HistoryEntry(NOON + timedelta(minutes=minutes), source, target, **fields)  # type: ignore[arg-type]


class ListedHistory:
    """Keeps entries in ``entries``, by id. While ``is_off`` nothing is added; ``fault`` is raised where it is set.

    While ``gate`` is closed, searching waits for it.
    """

    def __init__(self, entries: Sequence[HistoryEntry] = ()) -> None:
        self.entries = {number: replace(entry, id=number) for number, entry in enumerate(entries, 1)}
        self.last = len(self.entries)
        self.is_off = False
        self.fault = ""
        self.gate = asyncio.Event()
        self.gate.set()

    async def add(self, entry: HistoryEntry) -> int:
        """Keep this."""
        self._check()
        if self.is_off:
            return 0
        there = self.entries.get(entry.id)
        if there is None or there.is_starred > entry.is_starred:
            self.last += 1
            entry = replace(entry, id=self.last)
        self.entries[entry.id] = entry
        return entry.id

    async def search(
        self, query: str = "", *, starred: bool = False, most: int = 100, after: int = 0
    ) -> Sequence[HistoryEntry]:
        """Return the beginnings of entries."""
        await self.gate.wait()
        self._check()
        return [_beginning(entry) for entry in self._find(query, starred=starred)[after:][:most]]

    async def count(self, query: str = "", *, starred: bool = False) -> int:
        """Return how many there are."""
        await self.gate.wait()
        self._check()
        return len(self._find(query, starred=starred))

    async def get(self, entry_id: int) -> HistoryEntry | None:
        """Return the whole entry."""
        self._check()
        return self.entries.get(entry_id)

    async def star(self, *ids: int, starred: bool) -> None:
        """Give these a star, or take it away."""
        self._check()
        for entry_id in self.entries.keys() & set(ids):
            self.entries[entry_id] = replace(self.entries[entry_id], is_starred=starred)

    async def delete(self, ids: Sequence[int]) -> Sequence[HistoryEntry]:
        """Delete these."""
        self._check()
        gone = [entry for entry in self._find() if entry.id in ids]
        self._keep(lambda entry: entry.id not in ids)
        return gone

    async def restore(self, entries: Sequence[HistoryEntry]) -> None:
        """Put them back."""
        self._check()
        self.entries |= {entry.id: entry for entry in entries}

    async def clear(self, *, starred_too: bool = False) -> None:
        """Delete everything."""
        self._check()
        self._keep(lambda entry: entry.is_starred and not starred_too)

    async def purge(self, before: datetime | None, most: int | None) -> None:
        """Delete what is too old or too much."""
        self._check()
        self._keep(lambda entry: entry.is_starred or before is None or entry.at >= before)
        unstarred = [entry.id for entry in self._find() if not entry.is_starred]
        going = [] if most is None else unstarred[most:]
        self._keep(lambda entry: entry.id not in going)

    async def every(self, query: str = "", *, starred: bool = False) -> AsyncIterator[HistoryEntry]:
        """Yield whole entries."""
        self._check()
        for entry in self._find(query, starred=starred):
            yield entry

    def _find(self, query: str = "", *, starred: bool = False) -> list[HistoryEntry]:
        words = search_words(query)
        found = [entry for entry in self.entries.values() if holds_all(words, entry.source, entry.target)]
        found = [entry for entry in found if entry.is_starred or not starred]
        return sorted(found, key=lambda entry: (entry.at, entry.id), reverse=True)

    def _keep(self, wanted: Callable[[HistoryEntry], bool]) -> None:
        self.entries = {number: entry for number, entry in self.entries.items() if wanted(entry)}

    def _check(self) -> None:
        if self.fault:
            raise HistoryUnusable(self.fault)


def _beginning(entry: HistoryEntry) -> HistoryEntry:
    return replace(entry, source=entry.source[:BEGINNING], target=entry.target[:BEGINNING], blocks=())
