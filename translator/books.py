"""What is kept of requests and of translations, in one database. No Qt, and nothing heavy at import."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from translator import clock
from translator.assets import resources

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.places import Places
    from translator.prices import Prices
    from translator.settings import Budget
    from translator.storage.database.database import Database
    from translator.storage.glossary_store import GlossariesInDatabase
    from translator.storage.history_store import HistoryInDatabase
    from translator.storage.memory.memory_store import MemoryInDatabase
    from translator.storage.memory.unit_store import UnitsInDatabase
    from translator.translation.capabilities import CapabilityStore
    from translator.translation.spending.usage import Ledger


class Books(NamedTuple):
    """What requests took, what was learned from them and what they cost; and what was translated, and how it is wanted.

    ``memory`` and ``units`` are the translation memory, as translating and as its table need it.
    """

    database: Database
    ledger: Ledger
    capabilities: CapabilityStore
    prices: Prices
    memory: MemoryInDatabase
    units: UnitsInDatabase
    glossaries: GlossariesInDatabase
    history: HistoryInDatabase

    async def close(self) -> None:
        """Wait for what is still to be written."""
        await self.ledger.close()
        await self.memory.close()
        await self.database.close()


def make_books(
    places: Places,
    budget: Callable[[], Budget],
    is_private: Callable[[], bool] = lambda: False,
    keeps_history: Callable[[], bool] = lambda: True,
) -> Books:
    """Return the books in this user's data folder. Nothing is opened before it is needed.

    The callables are asked each time; while private, nothing is written.
    """
    from translator.prices import Prices
    from translator.storage.capability_store import CapabilitiesInDatabase
    from translator.storage.database.database import Database
    from translator.storage.glossary_store import GlossariesInDatabase
    from translator.storage.history_store import HistoryInDatabase
    from translator.storage.memory.memory_store import MemoryInDatabase
    from translator.storage.memory.unit_store import UnitsInDatabase
    from translator.storage.usage_store import UsageInDatabase
    from translator.translation.spending.usage import Ledger

    database = Database(places.database_file)
    return Books(
        database,
        Ledger(UsageInDatabase(database, is_private), budget, clock.now),
        CapabilitiesInDatabase(database, is_private),
        Prices.load_or_do_without(resources() / "prices.json"),
        MemoryInDatabase(database, is_private),
        UnitsInDatabase(database, is_private),
        GlossariesInDatabase(database),
        HistoryInDatabase(database, is_private, keeps_history),
    )
