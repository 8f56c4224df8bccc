"""How words are found in the history: by the trigrams of its index, whatever the script and however short they are.

Words of three letters and more are in an entry that has all their trigrams; of longer words these may stand apart, so
the few entries that have them are looked into. So are those that a word with marks may be in: the index has none. Words
of two letters are the beginnings of trigrams, and so is a single one of Chinese, Japanese or Korean. Any other single
letter is in nearly every entry of its script: the texts themselves say that soonest.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from translator.storage.word_search import HoldsWords, words_of_query
from translator.text.folding import SearchWord

_TRIGRAM = 3
_EAST_ASIAN = "\u2e80"
_LAST = "\U0010ffff"

_WITH_TRIGRAMS = "SELECT rowid AS id FROM history_index WHERE history_index MATCH ?"
_WITH_BEGINNING = "SELECT DISTINCT doc AS id FROM history_trigrams WHERE term >= ? AND term < ?"
_ORDER = "ORDER BY at DESC, history.id DESC"


@dataclass(frozen=True, slots=True)
class Search:
    """Entries that hold all the words of ``query``, in source or target; all entries for none."""

    query: str = ""
    starred: bool = False

    def ids(self, connection: sqlite3.Connection, most: int, after: int) -> list[int]:
        """Return the ids of the entries, the newest first, ``most`` (-1 for all) without the first ``after``."""
        origin, values = self._origin(connection)
        rows = connection.execute(f"SELECT history.id {origin} {_ORDER} LIMIT ? OFFSET ?", (*values, most, after))
        return [row[0] for row in rows.fetchall()]

    def count(self, connection: sqlite3.Connection) -> int:
        """Return how many entries there are of these."""
        origin, values = self._origin(connection)
        return int(connection.execute(f"SELECT count(*) {origin}", values).fetchone()[0])

    def _origin(self, connection: sqlite3.Connection) -> tuple[str, Sequence[object]]:
        """Return the FROM and WHERE of the entries, and the values in it. It holds no input."""
        words = words_of_query(self.query)
        conditions = ["is_starred = 1"] if self.starred else []
        in_texts: tuple[object, ...] = ()
        looked_for = [word for word in words if not _is_exact(word)]
        if looked_for:
            holds = HoldsWords(looked_for)
            holds.make_known(connection)
            conditions.append(holds.sql)
            in_texts = holds.values
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        selects, values = _candidates([word.bare for word in words if _is_indexed(word)])
        if not selects:
            return f"FROM history {where}", in_texts
        # The candidates come first: nothing else keeps every text from being looked into.
        return f"FROM ({selects}) AS found CROSS JOIN history ON history.id = found.id {where}", [*values, *in_texts]


def _is_indexed(word: SearchWord) -> bool:
    """Whether the index says soonest which entries may have it."""
    return len(word.bare) > 1 or word.bare >= _EAST_ASIAN


def _is_exact(word: SearchWord) -> bool:
    """Whether the index knows all of the word: its marks, of which it has none, and what of it stands together."""
    return _is_indexed(word) and len(word.bare) <= _TRIGRAM and word.bare == word.folded


def _candidates(words: Sequence[str]) -> tuple[str, Sequence[object]]:
    """Return what selects the ids of the entries that have all trigrams of these words, and the values in it."""
    trigrams = dict.fromkeys(word[i : i + _TRIGRAM] for word in words for i in range(len(word) - _TRIGRAM + 1))
    selects = [_WITH_TRIGRAMS] if trigrams else []
    values: list[object] = [" ".join(map(_quoted, trigrams))] if trigrams else []
    for word in words:
        if len(word) < _TRIGRAM:
            selects.append(_WITH_BEGINNING)
            values += [word, word + _LAST]
    return " INTERSECT ".join(selects), values


def _quoted(trigram: str) -> str:
    """Return the trigram as a string of the index's own language, in which quotes are doubled."""
    doubled = trigram.replace('"', '""')
    return f'"{doubled}"'
