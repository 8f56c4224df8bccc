"""Words that rows hold in their source or target, as a condition in SQL: those that ``text/folding.py`` finds there."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from translator.text.display import repair
from translator.text.folding import SearchWord, holds_all, search_words

LONGEST_QUERY = 500
"""Characters; what follows them is not looked for."""

_AS_WRITTEN = "(instr({source}, ?) OR instr({target}, ?))"
"""Who is asked for a few letters mostly has them so; it is told a hundred times as fast."""


def words_of_query(query: str) -> Sequence[SearchWord]:
    """Return the words that are looked for, or parts of words, each once."""
    return search_words(repair(query)[:LONGEST_QUERY])


@dataclass(frozen=True, slots=True)
class HoldsWords:
    """Whether a row holds each of these words, of which there is one at least, in one of two columns."""

    words: Sequence[SearchWord]
    source: str = "source"
    target: str = "target"

    @property
    def sql(self) -> str:
        """The condition; it holds no input. The connection has to know ours (``make_known``)."""
        one = _AS_WRITTEN.format(source=self.source, target=self.target)
        as_written = " AND ".join([one] * len(self.words))
        return f"({as_written} OR holds_words({self.source}, {self.target}))"

    @property
    def values(self) -> tuple[object, ...]:
        """What its question marks stand for."""
        return tuple(word.as_written for word in self.words for _ in ("source", "target"))

    def make_known(self, connection: sqlite3.Connection) -> None:
        """Let the next statement of this connection decide by these words."""
        connection.create_function("holds_words", 2, self, deterministic=True)

    def __call__(self, source: str, target: str) -> bool:
        """Return whether these texts hold them."""
        return holds_all(self.words, source, target)
