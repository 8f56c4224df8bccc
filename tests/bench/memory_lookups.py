"""Looks things up in a memory: ``python -m tests.bench.memory_lookups DATABASE UNITS LOOKUPS``.

The database is built where it is not there yet. It prints, as JSON, how many milliseconds a lookup takes, from asking
to the answer, and what share of the units that a text was made from, by changing one to three words, is not found.
"""

import asyncio
import json
import random
import sys
import time
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any

from tests.bench.figures import percentile
from tests.bench.memory_units import PAIR, Units, build
from translator.storage.database.database import Database
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.translation.memory.key import MemoryKey

_LEAST_WORDS = 4  # for each word that is changed: fewer would leave less than what counts as like


async def main(path: Path, count: int, lookups: int) -> dict[str, float]:
    """Measure, each lookup once."""
    database = Database(path)
    memory = MemoryInDatabase(database)
    units, chance = Units(), random.Random(3)
    await memory.similar(units.source(0), PAIR)  # opens the database, and imports what compares
    keys = [_key(units, chance, count) for _ in range(lookups)]
    exact = await _timed(lambda key: memory.exact([key]), keys)
    numbers, texts = zip(*(_edited(units, chance, count) for _ in range(lookups)), strict=True)
    found: list[str] = []

    async def look(text: str) -> None:
        found.append(" ".join(match.unit.source for match in await memory.similar(text, PAIR)))

    fuzzy = await _timed(look, texts)
    missed = sum(units.source(number) not in sources for number, sources in zip(numbers, found, strict=True))
    await database.close()
    return {
        "exact_p50_ms": percentile(exact, 50), "exact_p95_ms": percentile(exact, 95),
        "fuzzy_p50_ms": percentile(fuzzy, 50), "fuzzy_p95_ms": percentile(fuzzy, 95),
        "missed_percent": missed * 100 / lookups,
    }  # fmt: skip


def _key(units: Units, chance: random.Random, count: int) -> MemoryKey:
    """Return a key; every other text is one that is not there."""
    text = units.source(chance.randrange(count))
    return MemoryKey(text if chance.random() < 0.5 else text + "?", PAIR.source, PAIR.target)


def _edited(units: Units, chance: random.Random, count: int) -> tuple[int, str]:
    """Return a unit's number, and its source text with one to three words replaced, left out or added."""
    while True:
        number, changes = chance.randrange(count), chance.randint(1, 3)
        words = units.source(number).split()
        if len(words) >= _LEAST_WORDS * changes:
            break
    for place in chance.sample(range(len(words)), changes):
        other = units.vocabulary[int(chance.paretovariate(1)) % len(units.vocabulary)]
        words[place] = chance.choice((other, other, "", f"{words[place]} {other}"))
    return number, " ".join(filter(None, words))


async def _timed(look: Callable[[Any], Awaitable[object]], subjects: Sequence[Any]) -> list[float]:
    taken = []
    for subject in subjects:
        begun = time.perf_counter()
        await look(subject)
        taken.append((time.perf_counter() - begun) * 1000)
    return taken


if __name__ == "__main__":
    database, units, lookups = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    if not database.exists():
        build(database, units)
    measured = asyncio.run(main(database, units, lookups))
    sys.stdout.write(json.dumps(measured) + "\n")
