"""A library that is kept in memory, and what is done with it from the settings."""

from tests.fakes.memory import key_of, unit_from
from translator.storage.database.database import Database
from translator.storage.glossary_store import GlossariesInDatabase
from translator.storage.history_store import HistoryInDatabase
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.storage.memory.unit_store import UnitsInDatabase
from translator.ui.settings.library.library import Library, Shelf


class Shelves:
    """``opened`` and ``emptied`` are what the settings asked for, in order."""

    def __init__(self) -> None:
        self.opened: list[Shelf] = []
        self.emptied: list[Shelf] = []
        self.database = Database(None)
        self.memory = MemoryInDatabase(self.database)
        self.history = HistoryInDatabase(self.database)
        self.glossaries = GlossariesInDatabase(self.database)
        self.library = Library(
            UnitsInDatabase(self.database), self.glossaries, self.history, self.opened.append, self.emptied.append
        )

    async def fill_memory(self, units: int = 2, answers: int = 3) -> None:
        await self.memory.keep([unit_from(f"s{n}", "t") for n in range(units)])
        await self.memory.remember([(key_of(str(n)), "x") for n in range(answers)])
