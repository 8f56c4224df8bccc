"""Lets the memory learn from what the user writes and uses."""

from collections.abc import Callable, Sequence
from datetime import datetime

from translator.language.tag import LanguagePair
from translator.translation.memory.learning import units_of
from translator.translation.memory.store import MemoryStore
from translator.translation.memory.unit import UnitOrigin
from translator.translation.request import FinishedBlock
from translator.ui.loop.tasks import Tasks


class Learning:
    """Keeps units. ``is_on`` is asked each time; ``clock`` gives the time (aware)."""

    def __init__(self, memory: MemoryStore, is_on: Callable[[], bool], clock: Callable[[], datetime]) -> None:
        self._memory = memory
        self._is_on = is_on
        self._clock = clock
        self._tasks = Tasks()

    async def close(self) -> None:
        """Wait until everything is kept, as long as is fair."""
        await self._tasks.finish()

    def keep_edited(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take in translations that the user has written, or changed by hand."""
        self._keep(blocks, languages, UnitOrigin.EDITED)

    def keep_accepted(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take in translations that the user has copied or saved as they are."""
        self._keep(blocks, languages, UnitOrigin.ACCEPTED)

    def _keep(self, blocks: Sequence[FinishedBlock], languages: LanguagePair, origin: UnitOrigin) -> None:
        units = list(units_of(blocks, languages, origin, self._clock())) if self._is_on() else []
        if units:
            self._tasks.add(self._memory.keep(units))
