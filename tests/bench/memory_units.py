"""Units to measure a memory with, the same every time: words of a made-up language, as often as words are (Zipf)."""

import random
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import accumulate
from pathlib import Path

from translator.language.tag import LanguagePair, LanguageTag
from translator.storage.database.migrations import MIGRATIONS
from translator.storage.database.opening import open_database
from translator.storage.memory.rows import row_of
from translator.storage.memory.units import UnitTable
from translator.translation.memory.unit import TranslationUnit, UnitOrigin

PAIR = LanguagePair(LanguageTag("en", region="US"), LanguageTag("de"))

_AT = datetime(2026, 1, 1, tzinfo=UTC)
_SYLLABLES = re.findall("..", "katomirensolvergustingdipelosbelufranetumha")
_VOCABULARY = 40_000
_DRAWN = 1_000_000
_MEAN_WORDS, _DEVIATION, _SHORTEST, _LONGEST = 13, 6, 3, 40


class Units:
    """Sentences by their number. Each word is drawn from a million drawn ones, with no regard to its neighbours."""

    def __init__(self) -> None:
        chance = random.Random(11)
        self.vocabulary = [_word(chance, rank) for rank in range(_VOCABULARY)]
        weights = list(accumulate(1 / (rank + 3) for rank in range(_VOCABULARY)))
        self._drawn = chance.choices(self.vocabulary, cum_weights=weights, k=_DRAWN)

    def source(self, number: int) -> str:
        """Return the source text of a unit."""
        return self._sentence(random.Random(number))

    def unit(self, number: int) -> TranslationUnit:
        """Return a unit."""
        chance = random.Random(number)
        assert PAIR.source is not None
        source, target = self._sentence(chance), self._sentence(chance)
        return TranslationUnit(PAIR.source, PAIR.target, source, target, UnitOrigin.IMPORTED, _AT)

    def first(self, count: int) -> Iterator[TranslationUnit]:
        """Yield so many units."""
        return (self.unit(number) for number in range(count))

    def _sentence(self, chance: random.Random) -> str:
        length = max(_SHORTEST, min(_LONGEST, int(chance.gauss(_MEAN_WORDS, _DEVIATION))))
        return " ".join(self._drawn[int(chance.random() * _DRAWN)] for _ in range(length)).capitalize() + "."


def build(path: Path, count: int) -> None:
    """Make a database with so many units, as taking them in would; in one transaction, which is sooner done."""
    with closing(open_database(path, MIGRATIONS).connection) as connection:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -200000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        table = UnitTable(connection)
        for unit in Units().first(count):
            table.keep(row_of(unit))
        connection.execute("COMMIT")
        connection.execute("INSERT INTO unit_words (unit_words) VALUES ('optimize')")


def _word(chance: random.Random, rank: int) -> str:
    """Return a word: the rarer, the longer."""
    syllables = 1 + (rank > 50) + (rank > 1_000) + (chance.random() < 0.5)
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables))
