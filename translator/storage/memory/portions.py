"""Many units, written in pieces that are each done soon, so that whoever looks something up gets a turn between."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from translator.storage.database.database import Database
from translator.storage.database.tidying import Merge
from translator.storage.memory.rows import UnitRow, row_of
from translator.storage.memory.units import delete_some, forget_all, forget_some, keep_some
from translator.storage.memory.word_index import INDEX
from translator.translation.memory.unit import TranslationUnit

PORTION = 1000
"""Units read at a time."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Some units, ready to be written, and what went wrong after them."""

    rows: Sequence[UnitRow]
    failure: Exception | None = None


def next_portion(units: Iterator[TranslationUnit]) -> Portion:
    """Read the next units; none where there are no more. What the iterator raises is handed over, not raised."""
    rows: list[UnitRow] = []
    try:
        for unit in units:
            rows.append(row_of(unit))
            if len(rows) == PORTION:
                break
    except Exception as error:  # noqa: BLE001 - raised by whoever asked, once what came before it is written
        return Portion(rows, error)
    return Portion(rows)


async def keep_all(database: Database, rows: Sequence[UnitRow]) -> int:
    """Write these; return how many of them are new. Raises DatabaseUnusable; what was written before stays."""
    done, new = 0, 0
    while done < len(rows):
        done, added = await database.run(partial(keep_some, rows=rows, first=done))
        new += added
    return new


async def delete_all(database: Database, numbers: Sequence[int]) -> None:
    """Delete the units of these ids. Raises DatabaseUnusable; what was deleted before stays so."""
    done = 0
    while done < len(numbers):
        done = await database.remove(partial(delete_some, numbers=numbers, first=done))


async def forget_everything(database: Database) -> None:
    """Delete all there is at once; on a full disk piece by piece, as far as that goes. Raises DatabaseUnusable."""
    if not await database.remove_all(forget_all, forget_some):
        database.tidy(Merge(INDEX))


async def merge_index(database: Database) -> None:
    """Bring the index together after many units were written: it is three times as fast for it."""
    merge = Merge(INDEX)
    while await database.run(merge):
        pass
