"""What translating needs of a translation memory."""

from collections.abc import AsyncIterator, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from translator.language.tag import LanguagePair
from translator.translation.memory.key import MemoryKey
from translator.translation.memory.unit import FuzzyMatch, Remembered, TranslationUnit

LEAST_SCORE = 75
"""Percent: below it a match misleads more than it helps."""


class MemoryStore(Protocol):
    """Where translations are remembered. Looking up never raises: what cannot be read is not remembered.

    Nothing is written in private mode.
    """

    async def exact(self, keys: Sequence[MemoryKey]) -> Mapping[int, Remembered]:
        """Return what is remembered of these, by their places in the sequence.

        What the user wrote for the same text and languages wins, whatever the service; then what was remembered under
        the key; then what the user accepted or imported for the text and languages.
        """
        ...

    async def remember(self, translations: Sequence[tuple[MemoryKey, str]]) -> None:
        """Keep what a service answered, in place of what was kept under the same keys."""
        ...

    async def similar(self, text: str, languages: LanguagePair, most: int = 3) -> Sequence[FuzzyMatch]:
        """Return the units most like this text, of LEAST_SCORE and more, the best first. ``source`` has to be known."""
        ...

    async def keep(self, units: Sequence[TranslationUnit]) -> None:
        """Keep these units; one of the same source text, languages and a lesser origin is replaced."""
        ...


@dataclass(frozen=True, slots=True)
class Kept:
    """How many units were to be kept, and how many of them the memory did not have before."""

    units: int
    new: int


class UnitStore(Protocol):
    """The units, to be looked through and changed. Raises MemoryUnusable."""

    async def count(self, query: str = "") -> int:
        """Return how many units hold these words, in source or target; all for none."""
        ...

    async def search(self, query: str = "", most: int = 200, after: int = 0) -> Sequence[TranslationUnit]:
        """Return units that hold these words, the newest first, ``most`` at a time, without the first ``after``."""
        ...

    async def count_answers(self) -> int:
        """Return how many answers of services are remembered beside the units."""
        ...

    async def pairs(self) -> Sequence[LanguagePair]:
        """Return the pairs of languages that there are units of, and maybe such as there were units of."""
        ...

    async def change(self, unit: TranslationUnit) -> None:
        """Replace the unit of that id."""
        ...

    async def delete(self, ids: Sequence[int]) -> None:
        """Delete these units."""
        ...

    async def forget_everything(self) -> None:
        """Delete all units, and everything that was remembered."""
        ...

    async def take_in(
        self, units: Iterable[TranslationUnit], told: Callable[[int], None], is_cancelled: Callable[[], bool]
    ) -> Kept:
        """Keep many units, such as a file's; return how many there were, and how many of them are new.

        ``units`` is read on a thread, a portion at a time, and what it raises is raised here. ``told`` is called in the
        event loop with how many there are so far. What was taken in before it was cancelled stays.
        """
        ...

    def every(self, languages: LanguagePair | None = None) -> AsyncIterator[TranslationUnit]:
        """Yield all units, or those of a pair, in the order in which they came."""
        ...


class MemoryUnusable(Exception):
    """The memory cannot be read or written now. Its message says why."""
