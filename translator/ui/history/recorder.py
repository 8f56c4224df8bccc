"""Keeps the translations of a window in the history: one entry for a text that grows while it is typed."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from translator.language.tag import LanguagePair
from translator.settings import History
from translator.text.display import is_blank
from translator.translation.history import HistoryEntry, HistoryStore, HistoryUnusable
from translator.translation.request import Action, Translation

PATIENCE = timedelta(minutes=10)
"""Whoever rests longer between two translations has begun something else."""


class HistoryRecorder:
    """Records what one window translates.

    While the user goes on with a text, its entry is replaced: where the new source begins with the last one or shares
    most of it, in the same target language and with the same service and model, less than PATIENCE after it. An entry
    with a star, or one that was deleted, is not. The newest entry of all only becomes newer where it is equal.
    ``limits`` are asked each time. Nothing here raises: a translation is worth more than its record.
    """

    def __init__(
        self,
        store: HistoryStore,
        clock: Callable[[], datetime],
        limits: Callable[[], History] = History,
        recorded: Callable[[], None] = lambda: None,
    ) -> None:
        self._store = store
        self._clock = clock
        self._limits = limits
        self._recorded = recorded
        self._text = 0
        """Counts the texts that were begun."""
        self._last: tuple[int, HistoryEntry] | None = None
        self._one_at_a_time = asyncio.Lock()

    def begin_anew(self) -> None:
        """Take the next translation for another text: this one was cleared, opened, pasted or swapped."""
        self._text += 1

    async def record(
        self, text: str, translation: Translation, languages: LanguagePair, service: str, *,
        is_complete: bool, action: Action = Action.WINDOW,
    ) -> int:  # fmt: skip
        """Keep a translation of this text; return the id of its entry, 0 where it was not kept."""
        if is_blank(text) or not translation.text or translation.is_unchanged:
            return 0
        entry = HistoryEntry(
            self._clock(), text, translation.text, languages.source, languages.target, service, translation.model,
            action, is_complete, blocks=translation.finished,
        )  # fmt: skip
        text_number = self._text  # it may be another by the time that the one before is kept
        async with self._one_at_a_time:
            return await self._record(text_number, entry)

    async def forget_what_is_too_much(self) -> None:
        """Delete what is older, or more, than the user wants to keep."""
        limits = self._limits()
        before = self._clock() - timedelta(days=limits.days) if limits.days else None
        try:
            await self._store.purge(before, limits.items or None)
        except HistoryUnusable:
            return

    async def _record(self, text_number: int, entry: HistoryEntry) -> int:
        try:
            placed = await self._in_its_place(text_number, entry)
            number = await self._store.add(placed)
        except HistoryUnusable:
            return 0
        if number:
            self._last = text_number, replace(placed, id=number, blocks=())
            self._recorded()
        if number and not placed.id:
            await self.forget_what_is_too_much()
        return number

    async def _in_its_place(self, text_number: int, entry: HistoryEntry) -> HistoryEntry:
        """Return the entry with the id of the one whose place it takes; of an equal one it takes the star, too."""
        replaced = await self._find_replaced(text_number, entry)
        if replaced:
            return replace(entry, id=replaced)
        newest = await self._newest_like(entry)
        return replace(entry, id=newest.id, is_starred=newest.is_starred) if newest else entry

    async def _newest_like(self, entry: HistoryEntry) -> HistoryEntry | None:
        """Return the newest entry of all, if it is the same translation: after a restart, or in another window."""
        try:
            found = await self._store.search(most=1)
            newest = await self._store.get(found[0].id) if found and entry.source.startswith(found[0].source) else None
        except HistoryUnusable:  # what cannot be read may be written all the same
            return None
        return newest if newest is not None and _is_same(newest, entry) else None

    async def _find_replaced(self, text_number: int, entry: HistoryEntry) -> int:
        """Return the id of the entry whose place this one takes; 0 for none."""
        if self._last is None or self._last[0] != text_number or not _goes_on(self._last[1], entry):
            return 0
        kept = await self._store.get(self._last[1].id)
        return kept.id if kept is not None and not kept.is_starred else 0


def _goes_on(last: HistoryEntry, now: HistoryEntry) -> bool:
    """Return whether this is the translation of the same text, a little later."""
    same = (last.target_language, last.service, last.model) == (now.target_language, now.service, now.model)
    return same and now.at - last.at < PATIENCE and shares_most(last.source, now.source)


def _is_same(one: HistoryEntry, other: HistoryEntry) -> bool:
    texts = (one.source, one.target) == (other.source, other.target)
    languages = (one.source_language, one.target_language) == (other.source_language, other.target_language)
    return texts and languages and one.service == other.service


def shares_most(before: str, now: str) -> bool:
    """Return whether a text begins with what it was before, or has most of it still at its beginning and end."""
    if now.startswith(before):
        return True
    shorter = min(len(before), len(now))
    ahead = _alike(before, now)
    behind = min(_alike(before[::-1], now[::-1]), shorter - ahead)
    return 2 * (ahead + behind) > max(len(before), len(now))


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning, in few comparisons."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low
