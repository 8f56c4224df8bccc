"""What writers said was done, and whether the database holds it."""

import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path

from tests.soak.rows import endpoint_of, entry_of, glossary_of, key_of, term_of, text_of, unit_of
from tests.support.history_index import badly_indexed
from translator.storage.capability_store import CapabilitiesInDatabase
from translator.storage.database.database import Database
from translator.storage.glossary_store import GlossariesInDatabase
from translator.storage.history_store import HistoryInDatabase
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.storage.memory.unit_store import UnitsInDatabase


class Acknowledged:
    """What was acknowledged of one database: numbers by kind, and entries of the history by id, None where deleted.

    What was begun with an entry when its writer was killed may have been done or not: it is not looked at any more.
    """

    def __init__(self) -> None:
        self.numbers: dict[str, list[int]] = defaultdict(list)
        self.entries: dict[int, int | None] = {}
        self._begun: set[int] = set()

    def take(self, line: str) -> bool:
        """Note what a writer said; return whether it acknowledged something."""
        mark, kind, number, *rest = line.split()
        if mark == "?":
            self._begun.add(int(number))
            return False
        if kind in ("entry", "deleted"):
            self._begun.discard(int(number))
            self.entries[int(number)] = int(rest[0]) if rest else None
        else:
            self.numbers[kind].append(int(number))
        return True

    def end_writer(self) -> None:
        """Forget what the writer, which was killed, left undecided."""
        for entry_id in self._begun:
            self.entries.pop(entry_id, None)
        self._begun.clear()

    @property
    def count(self) -> int:
        """How many rows were acknowledged."""
        return len(self.entries) + sum(map(len, self.numbers.values()))

    async def missing(self, path: Path) -> list[str]:
        """Return what is wrong with the database: what it lacks of this, and where it is not whole."""
        database = Database(path)
        try:
            lost = [
                *await self._missing_entries(HistoryInDatabase(database)),
                *await self._missing_memory(database),
                *await self._missing_terms(GlossariesInDatabase(database)),
                *await self._missing_others(database),
            ]
            faults = await database.run(_faults)
            return [*lost, *faults, *([database.notice] if database.notice else [])]
        finally:
            await database.close()

    async def _missing_entries(self, history: HistoryInDatabase) -> list[str]:
        lost = []
        for entry_id, number in self.entries.items():
            found = await history.get(entry_id)
            wanted = None if number is None else text_of(number)
            if (found.source if found else None) != wanted:
                lost.append(f"entry {entry_id}: {number}")
            elif found and number is not None and found.blocks != entry_of(number).blocks:
                lost.append(f"blocks of entry {entry_id}")
        return lost

    async def _missing_memory(self, database: Database) -> list[str]:
        answers = self.numbers["answer"]
        exact = await MemoryInDatabase(database).exact([key_of(number) for number in answers])
        lost = [
            f"answer {number}" for place, number in enumerate(answers)
            if place not in exact or exact[place].target != text_of(number)
        ]  # fmt: skip
        kept = {unit.source: unit.target async for unit in UnitsInDatabase(database).every()}
        wanted = {number: unit_of(number) for number in self.numbers["unit"]}
        return lost + [f"unit {number}" for number, unit in wanted.items() if kept.get(unit.source) != unit.target]

    async def _missing_terms(self, glossaries: GlossariesInDatabase) -> list[str]:
        kept = await glossaries.glossaries()
        names = {glossary.name for glossary in kept}
        lost = [f"glossary {number}" for number in self.numbers["glossary"] if glossary_of(number).name not in names]
        terms = {term.source: term.forbidden for glossary in kept for term in await glossaries.terms(glossary.id)}
        wanted = {number: term_of(number) for number in self.numbers["term"]}
        return lost + [f"term {number}" for number, term in wanted.items() if terms.get(term.source) != term.forbidden]

    async def _missing_others(self, database: Database) -> list[str]:
        tokens = await database.read(lambda c: {row[0] for row in c.execute("SELECT input_tokens FROM usage")})
        lost = [f"usage {number}" for number in self.numbers["usage"] if number not in tokens]
        capabilities = CapabilitiesInDatabase(database)
        known = {number: await capabilities.models_of(endpoint_of(number)) for number in self.numbers["capability"]}
        return lost + [f"capability {number}" for number, models in known.items() if not models]


def faults_of(path: Path) -> list[str]:
    """Return where a database that nobody uses is not whole; nothing where there is none."""
    if not path.exists():
        return []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        return _faults(connection)


def _faults(connection: sqlite3.Connection) -> list[str]:
    """Return where tables, their indexes and the indexes of words do not agree."""
    faults = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
    indexes = "SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5%' AND sql NOT LIKE '%USING fts5vocab%'"
    for (name,) in connection.execute(indexes).fetchall():
        try:
            connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.Error as error:
            faults.append(f"{name}: {error}")
    return faults + [f"history_index: entry {entry}" for entry in sorted(badly_indexed(connection))]
