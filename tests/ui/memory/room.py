"""The memory's presenter, a database in memory, and files that a test fills."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from tests.fakes.memory import MORNING, unit_from
from tests.support.waiting import until
from tests.ui.memory.fake_screen import FakeMemoryScreen
from translator.language.tag import LanguagePair, LanguageTag
from translator.storage.database.database import Database
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.storage.memory.unit_store import UnitsInDatabase
from translator.translation.memory.exchange import TakenIn
from translator.translation.memory.unit import TranslationUnit, UnitOrigin
from translator.ui.memory.presenter import MemoryPresenter

NOW = MORNING + timedelta(hours=5)


class FakeFiles:
    """A file has ``units``. Reading and writing wait at ``gate`` in their middle, and raise ``fault`` there."""

    def __init__(self, store: UnitsInDatabase) -> None:
        self.units: list[TranslationUnit] = []
        self.skipped = 0
        self.fault: Exception | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self.is_waiting = False
        self.written: list[tuple[str, LanguagePair | None]] = []
        self._store = store

    async def take_in(
        self, path: Path, told: Callable[[int, float], None], is_cancelled: Callable[[], bool]
    ) -> TakenIn:
        half = len(self.units) // 2
        taken = await self._store.take_in(self.units[:half], lambda count: told(count, 0.5), lambda: False)
        await self._wait()
        if is_cancelled():
            return TakenIn(taken.units, taken.new, self.skipped)
        more = await self._store.take_in(self.units[half:], lambda count: told(half + count, 1), lambda: False)
        return TakenIn(taken.units + more.units, taken.new + more.new, self.skipped)

    async def write(
        self,
        path: Path,
        languages: LanguagePair | None,
        told: Callable[[int], None],
        is_cancelled: Callable[[], bool],
    ) -> int:
        units = [unit async for unit in self._store.every(languages)]
        told(len(units) // 2)
        await self._wait()
        if is_cancelled():
            return 0
        self.written.append((path.name, languages))
        return len(units)

    async def _wait(self) -> None:
        self.is_waiting = True
        await self.gate.wait()
        self.is_waiting = False
        if self.fault is not None:
            raise self.fault


class Room:
    """An empty memory, shown by a screen that is none."""

    def __init__(self) -> None:
        self.is_private = False
        self.database = Database(None)
        self.store = UnitsInDatabase(self.database, lambda: self.is_private)
        self.memory = MemoryInDatabase(self.database)
        self.files = FakeFiles(self.store)
        self.screen = FakeMemoryScreen()
        self.now: datetime = NOW
        self.presenter = MemoryPresenter(self.screen, self.store, self.files, name, lambda: self.now)

    async def open(self, *units: TranslationUnit) -> None:
        await self.memory.keep(units)
        await self.show()

    async def show(self) -> None:
        """List everything anew, and wait until it is there."""
        before = self.screen.listings
        self.screen.pairs = []
        self.presenter.refresh()
        await until(lambda: self.screen.listings > before and not self.presenter._tasks.is_busy)

    async def close(self) -> None:
        self.files.gate.set()
        await self.presenter.close()
        await self.database.close()


def name(tag: LanguageTag) -> str:
    return {"en": "English", "de": "German", "fr": "French"}[tag.language]


def numbered(first: int, last: int, origin: UnitOrigin = UnitOrigin.ACCEPTED) -> Sequence[TranslationUnit]:
    """Return units called from ``s1`` to ``s9``."""
    return [unit_from(f"s{number}", f"t{number}", origin) for number in range(first, last + 1)]
