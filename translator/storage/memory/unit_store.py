"""The units, to be looked through and changed, in the database."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from translator.daemon_thread import start_in_daemon_thread
from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.storage.database.database import Database
from translator.storage.database.faults import unusable_as
from translator.storage.database.tidying import Merge
from translator.storage.memory.looking_through import (
    STRETCH,
    Condition,
    between,
    bounds,
    count_between,
    holds_words,
    is_of,
    newest_between,
)
from translator.storage.memory.portions import delete_all, forget_everything, keep_all, merge_index, next_portion
from translator.storage.memory.rows import pairs_of, row_of, unit_of
from translator.storage.memory.units import UnitTable
from translator.storage.memory.word_index import INDEX
from translator.translation.memory.store import Kept, MemoryUnusable
from translator.translation.memory.unit import TranslationUnit

T = TypeVar("T")

MERGED_AFTER = 5_000
"""So many units taken in are worth it to bring the index of words together at once."""

YIELDED = 1_000
"""Ids read at a time where all units are wanted."""


@dataclass(frozen=True, slots=True)
class _Reached:
    """How far a search has come: going on costs as little as its beginning."""

    query: str
    after: int
    below: int


class UnitsInDatabase:
    """The UnitStore that lasts. Raises MemoryUnusable.

    While ``is_private`` says so, units are looked through and deleted, but none is written.
    """

    def __init__(self, database: Database, is_private: Callable[[], bool] = lambda: False) -> None:
        self._database = database
        self._is_private = is_private
        self._reached: _Reached | None = None

    async def count(self, query: str = "") -> int:
        """Return how many units hold these words, in source or target; all for none."""
        if not query.split():
            return await self._read(lambda c: int(c.execute("SELECT count(*) FROM units").fetchone()[0]))
        wanted, found = holds_words(query), 0
        first, last = await self._read(bounds)
        for start in range(first, last + 1, STRETCH):
            found += await self._read(partial(count_between, first=start, last=start + STRETCH - 1, wanted=wanted))
        return found

    async def search(self, query: str = "", most: int = 200, after: int = 0) -> Sequence[TranslationUnit]:
        """Return units that hold these words, the last kept first, ``most`` at a time, without the first ``after``."""
        wanted, found = holds_words(query), list[TranslationUnit]()
        first, last = await self._read(bounds)
        skip, last = self._where_to_begin(query, after, last)
        while last >= first and len(found) < most:
            looking = partial(
                newest_between, first=last - STRETCH + 1, last=last, wanted=wanted, skip=skip, most=most - len(found)
            )
            skip, stored = await self._read(looking)
            found += map(unit_of, stored)
            last -= STRETCH
        if found:
            self._reached = _Reached(query, after + len(found), found[-1].id)
        return found

    async def count_answers(self) -> int:
        """Return how many answers of services are remembered beside the units."""
        return await self._read(lambda c: int(c.execute("SELECT count(*) FROM remembered").fetchone()[0]))

    async def pairs(self) -> Sequence[LanguagePair]:
        """Return the pairs of languages that there were units of since everything was forgotten."""
        return await self._read(pairs_of)

    async def change(self, unit: TranslationUnit) -> None:
        """Replace the unit of that id."""
        self._refuse_in_private()
        row = row_of(unit)
        if not await self._run(lambda connection: UnitTable(connection).change(unit.id, row)):
            raise MemoryUnusable(tr("The unit is no longer there."))
        self._database.tidy(Merge(INDEX))

    async def delete(self, ids: Sequence[int]) -> None:
        """Delete these units; those that are not there are no error."""
        with unusable_as(MemoryUnusable):
            await delete_all(self._database, ids)
        self._database.tidy(Merge(INDEX))

    async def forget_everything(self) -> None:
        """Delete all units, and everything that was remembered."""
        with unusable_as(MemoryUnusable):
            await forget_everything(self._database)
        self._reached = None

    async def take_in(
        self, units: Iterable[TranslationUnit], told: Callable[[int], None], is_cancelled: Callable[[], bool]
    ) -> Kept:
        """Keep many units; return how many there were, and are new. What came before an error of ``units`` is kept."""
        source, taken, new = iter(units), 0, 0
        while not is_cancelled():
            self._refuse_in_private()
            portion = await start_in_daemon_thread(lambda: next_portion(source))
            if portion.rows:
                with unusable_as(MemoryUnusable):
                    new += await keep_all(self._database, portion.rows)
                taken += len(portion.rows)
                told(taken)
            if portion.failure is not None:
                raise portion.failure
            if not portion.rows:
                break
        if taken >= MERGED_AFTER:
            with unusable_as(MemoryUnusable):
                await merge_index(self._database)
        return Kept(taken, new)

    async def every(self, languages: LanguagePair | None = None) -> AsyncIterator[TranslationUnit]:
        """Yield all units, or those of a pair, in the order in which they came; none that came after the beginning."""
        wanted = is_of(languages) if languages else Condition()
        first, last = await self._read(bounds)
        for start in range(first, last + 1, YIELDED):
            end = min(last, start + YIELDED - 1)
            for stored in await self._read(partial(between, first=start, last=end, wanted=wanted)):
                yield unit_of(stored)

    def _where_to_begin(self, query: str, after: int, last: int) -> tuple[int, int]:
        """Return how many units are to be skipped, and the id to begin at."""
        reached = self._reached
        if reached is not None and (reached.query, reached.after) == (query, after):
            return 0, reached.below - 1
        return after, last

    def _refuse_in_private(self) -> None:
        if self._is_private():
            raise MemoryUnusable(tr("Nothing is written in private mode."))

    async def _read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with unusable_as(MemoryUnusable):
            return await self._database.read(work)

    async def _run(self, work: Callable[[sqlite3.Connection], T]) -> T:
        with unusable_as(MemoryUnusable):
            return await self._database.run(work)
