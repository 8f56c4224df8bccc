"""The memory that translating looks into, in the database."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from translator.clock import now as time_of_day
from translator.language.tag import LanguagePair
from translator.storage.database.database import Database, soon
from translator.storage.database.faults import DatabaseUnusable
from translator.storage.memory.answers import count_unused, find_answer, forget_some, keep_answers, note_use
from translator.storage.memory.rows import EDITED, hash_of, origin_of, row_of, unit_of
from translator.storage.memory.units import UnitTable, keep_at_once
from translator.storage.memory.word_index import candidates
from translator.text.display import repair
from translator.translation.memory.key import MemoryKey
from translator.translation.memory.unit import FuzzyMatch, Remembered, TranslationUnit

T = TypeVar("T")

KEYS_AT_ONCE = 500
"""Looked up or written in one piece of work: some 20 ms."""

KEPT_UNUSED = timedelta(days=400)
"""How long an answer is kept that is not used: what is translated once a year is still there."""

MOST_ANSWERS = 200_000
"""How many answers are kept: some 100 MB of sentences."""

CLOSING_SECONDS = 1.0
"""How long closing waits for what is still to be noted; after that the database goes on with it by itself."""


class MemoryInDatabase:
    """The MemoryStore that lasts. While ``is_private`` says so, it is looked into, and nothing is written.

    What cannot be written is not kept, or, where that passes, is kept later: the translation it belongs to is not held
    up by that.
    """

    def __init__(
        self,
        database: Database,
        is_private: Callable[[], bool] = lambda: False,
        clock: Callable[[], datetime] = time_of_day,
    ) -> None:
        self._database = database
        self._is_private = is_private
        self._clock = clock
        self._used: set[bytes] = set()  # written with what is remembered next, or at the end: a lookup must not write

    async def exact(self, keys: Sequence[MemoryKey]) -> Mapping[int, Remembered]:
        """Return what is remembered of these, by their places in the sequence."""
        remembered: dict[int, Remembered] = {}
        for first in range(0, len(keys), KEYS_AT_ONCE):
            portion = keys[first : first + KEYS_AT_ONCE]
            with suppress(DatabaseUnusable):
                found = await self._database.read(partial(_exact, keys=portion))
                remembered |= {first + place: what for place, what in found.items()}
        if not self._is_private():  # what is noted later tells of it as well
            self._used |= {keys[place].digest() for place, what in remembered.items() if what.unit is None}
        return remembered

    async def remember(self, translations: Sequence[tuple[MemoryKey, str]]) -> None:
        """Keep what a service answered, in place of what was kept under the same keys."""
        if self._is_private():
            return
        now = self._clock()
        await self._keep([partial(keep_answers, answers=some, now=now) for some in _portions(translations)])
        await self._note_use(now)

    async def similar(self, text: str, languages: LanguagePair, most: int = 3) -> Sequence[FuzzyMatch]:
        """Return the units most like this text, the best first, those that count for more before others as good."""
        try:
            return await self._database.read(partial(_similar, text=repair(text), pair=languages, most=most))
        except DatabaseUnusable:
            return ()

    async def keep(self, units: Sequence[TranslationUnit]) -> None:
        """Keep these units."""
        if self._is_private():
            return
        rows = [row_of(unit) for unit in units]
        await self._keep([partial(keep_at_once, rows=some) for some in _portions(rows)])

    async def _keep(self, pieces: Sequence[Callable[[sqlite3.Connection], None]]) -> None:
        """Have all of these written, one after the other, whatever becomes of whoever waits."""
        with suppress(DatabaseUnusable):
            for keeping in [self._database.keep(piece) for piece in pieces]:
                await soon(keeping)

    async def forget_unused(self) -> None:
        """Delete the answers that were not used for KEPT_UNUSED, and the least recently used beyond MOST_ANSWERS."""
        if self._is_private():  # it is not noted then that they are of use
            return
        before, most = self._clock() - KEPT_UNUSED, MOST_ANSWERS
        with suppress(DatabaseUnusable):
            # Mostly there is nothing to write, and no other process to wait for.
            more = await self._database.read(lambda connection: count_unused(connection, before, most)) > 0
            while more:
                more = await self._database.run(lambda connection: forget_some(connection, before, most))

    async def close(self) -> None:
        """Note what was of use, as far as it is not noted yet. It takes CLOSING_SECONDS at most."""
        if not self._is_private():
            with suppress(TimeoutError):
                async with asyncio.timeout(CLOSING_SECONDS):
                    await self._note_use(self._clock())

    async def _note_use(self, now: datetime) -> None:
        used = list(self._used)
        for first in range(0, len(used), KEYS_AT_ONCE):
            portion = used[first : first + KEYS_AT_ONCE]
            with suppress(DatabaseUnusable):
                await self._database.run(partial(note_use, digests=portion, now=now))
                self._used.difference_update(portion)


def _portions(every: Sequence[T]) -> Iterator[Sequence[T]]:
    return (every[first : first + KEYS_AT_ONCE] for first in range(0, len(every), KEYS_AT_ONCE))


def _exact(connection: sqlite3.Connection, keys: Sequence[MemoryKey]) -> dict[int, Remembered]:
    units = UnitTable(connection)
    looked_up = ((place, _look_up(connection, units, key)) for place, key in enumerate(keys))
    return {place: what for place, what in looked_up if what is not None}


def _look_up(connection: sqlite3.Connection, units: UnitTable, key: MemoryKey) -> Remembered | None:
    text = repair(key.text)
    best = units.best(text, hash_of(text), str(key.source or ""), str(key.target))
    answer = None if best and best[1] == EDITED else find_answer(connection, key.digest())
    if answer is not None:
        return Remembered(answer)
    return Remembered(best[0], origin_of(best[1])) if best else None


def _similar(connection: sqlite3.Connection, text: str, pair: LanguagePair, most: int) -> Sequence[FuzzyMatch]:
    units = UnitTable(connection)
    languages = units.known_languages(str(pair.source or ""), str(pair.target))
    if not languages:
        return ()
    # rapidfuzz is imported with the first text that anything may be like.
    from translator.storage.memory.likeness import Likeness

    likeness = Likeness(text)
    stored = units.some(candidates(connection, languages, likeness.words), languages)
    scored = [(likeness.score(one[3]), one[5], one[6], one) for one in stored]
    best = sorted((match for match in scored if match[0]), key=lambda match: match[:3], reverse=True)
    return [FuzzyMatch(unit_of(one), score) for score, _, _, one in best[:most]]
