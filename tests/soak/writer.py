"""Writes rows of all kinds to a database until it is killed, and says so: what it is about to do, and what is done.

``?`` begins a line before the work, ``!`` one after it, when the call has returned.
"""

import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random

from tests.soak.rows import KNOWN, endpoint_of, entry_of, glossary_of, key_of, term_of, text_of, unit_of, usage_of
from translator.storage.capability_store import CapabilitiesInDatabase
from translator.storage.database.database import Database
from translator.storage.glossary_store import GlossariesInDatabase
from translator.storage.history_store import HistoryInDatabase
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.storage.usage_store import UsageInDatabase


class Writer:
    """Writes to the database at ``path``; its rows have the numbers from ``first``."""

    def __init__(self, path: Path, first: int, seed: int) -> None:
        database = Database(path)
        self._usage = UsageInDatabase(database)
        self._capabilities = CapabilitiesInDatabase(database)
        self._history = HistoryInDatabase(database)
        self._memory = MemoryInDatabase(database)
        self._glossaries = GlossariesInDatabase(database)
        self._random = Random(seed)
        self._number = first
        self._entries: dict[int, int] = {}
        """The number of each entry's text, by the entry's id."""
        self._glossary = 0

    async def write(self) -> None:
        """Write until the end of the process."""
        plain: list[Callable[[int], Awaitable[object]]] = [
            self._write_usage, self._write_entry, self._write_answer, self._write_unit, self._write_term,
            self._write_capability,
        ]  # fmt: skip
        changing = [self._replace_entry, self._star_entry, self._delete_entry]
        while True:
            self._number += 1
            await self._random.choice(plain)(self._number)
            if self._entries and self._random.random() < 0.4:
                await self._random.choice(changing)(self._number)

    async def _write_usage(self, number: int) -> None:
        await self._usage.add(usage_of(number))
        _say("!", "usage", number)

    async def _write_capability(self, number: int) -> None:
        await self._capabilities.save(endpoint_of(number), "m", KNOWN)
        _say("!", "capability", number)

    async def _write_answer(self, number: int) -> None:
        await self._memory.remember([(key_of(number), text_of(number))])
        _say("!", "answer", number)

    async def _write_unit(self, number: int) -> None:
        await self._memory.keep([unit_of(number)])
        _say("!", "unit", number)

    async def _write_term(self, number: int) -> None:
        if not self._glossary:
            self._glossary = (await self._glossaries.save_glossary(glossary_of(number))).id
            _say("!", "glossary", number)
        await self._glossaries.save_terms(self._glossary, [term_of(number)])
        _say("!", "term", number)

    async def _write_entry(self, number: int) -> None:
        self._note_entry(await self._history.add(entry_of(number)), number)

    async def _replace_entry(self, number: int) -> None:
        entry_id = self._any_entry()
        _say("?", "entry", entry_id)
        kept = await self._history.add(entry_of(number, entry_id))
        if kept != entry_id:  # it has a star, and stays as it is
            self._note_entry(entry_id, self._entries[entry_id])
        self._note_entry(kept, number)

    async def _star_entry(self, _number: int) -> None:
        await self._history.star(self._any_entry(), starred=True)

    async def _delete_entry(self, _number: int) -> None:
        entry_id = self._any_entry()
        del self._entries[entry_id]
        _say("?", "entry", entry_id)
        await self._history.delete([entry_id])
        _say("!", "deleted", entry_id)

    def _any_entry(self) -> int:
        return self._random.choice(list(self._entries))

    def _note_entry(self, entry_id: int, number: int) -> None:
        self._entries[entry_id] = number
        _say("!", "entry", entry_id, number)


def _say(*words: object) -> None:
    # In one piece, past every buffer: what was said is said, whatever happens to the process.
    os.write(1, f"{' '.join(map(str, words))}\n".encode())
