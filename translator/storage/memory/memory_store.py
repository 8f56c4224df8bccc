"""The memory that translating looks into, in the database."""

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from functools import partial

from translator.clock import now as time_of_day
from translator.language.tag import LanguagePair
from translator.storage.database import Database, DatabaseUnusable
from translator.storage.memory.answers import find_answer, keep_answers, note_use
from translator.storage.memory.portions import keep_all
from translator.storage.memory.rows import EDITED, hash_of, origin_of, row_of, unit_of
from translator.storage.memory.units import UnitTable
from translator.storage.memory.word_index import candidates
from translator.text.display import repair
from translator.translation.memory.key import MemoryKey
from translator.translation.memory.unit import FuzzyMatch, Remembered, TranslationUnit

KEYS_AT_ONCE = 500
"""Looked up or written in one piece of work: some 20 ms."""


class MemoryInDatabase:
    """The MemoryStore that lasts. While ``is_private`` says so, it is looked into, and nothing is written.

    What cannot be written is not kept: the translation it belongs to is not held up by that.
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
        self._used: set[bytes] = set()  # written with what is remembered next: looking up must not have to write

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
        used, self._used = self._used, set()
        now = self._clock()
        for first in range(0, len(translations), KEYS_AT_ONCE):
            portion = translations[first : first + KEYS_AT_ONCE]
            with suppress(DatabaseUnusable):
                await self._database.run(partial(_write, answers=portion, used=used, now=now))

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
        with suppress(DatabaseUnusable):
            await keep_all(self._database, [row_of(unit) for unit in units])


def _write(
    connection: sqlite3.Connection, answers: Sequence[tuple[MemoryKey, str]], used: set[bytes], now: datetime
) -> None:
    keep_answers(connection, answers, now)
    note_use(connection, used, now)


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
