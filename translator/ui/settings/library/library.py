"""What the settings count, open and empty but do not hold: the memory, the glossaries, the history."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, get_args

from translator.translation.glossary.store import GlossaryStore
from translator.translation.history import HistoryStore
from translator.translation.memory.store import UnitStore

Shelf = Literal["memory", "glossaries", "history"]
SHELVES: tuple[Shelf, ...] = get_args(Shelf)


@dataclass(frozen=True, slots=True)
class Library:
    """Where all of it is. ``open`` shows the window of one of them; ``emptied`` is called after one was emptied."""

    units: UnitStore
    glossaries: GlossaryStore
    history: HistoryStore
    open: Callable[[Shelf], None]
    emptied: Callable[[Shelf], None]
