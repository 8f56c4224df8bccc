"""How words are found in the history: by the trigrams of its index, whatever the script and however short they are.

Words of three letters and more are in an entry that has all their trigrams; of longer words these may stand apart, so
the few entries that have them are looked into. Words of two letters are the beginnings of trigrams. A single letter is
in nearly every entry of its script: the texts themselves say that soonest.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from translator.text.display import repair

LONGEST_QUERY = 500
"""Characters; what follows them is not looked for."""

_TRIGRAM = 3
_LAST = "\U0010ffff"

_WITH_TRIGRAMS = "SELECT rowid AS id FROM history_index WHERE history_index MATCH ?"
_WITH_BEGINNING = "SELECT DISTINCT doc AS id FROM history_trigrams WHERE term >= ? AND term < ?"
_ESCAPE = "\\"
_LIKE = f"LIKE ? ESCAPE '{_ESCAPE}'"
_HAS_LETTER = f"(source {_LIKE} OR target {_LIKE} OR source {_LIKE} OR target {_LIKE})"
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
        words = dict.fromkeys(_folded(repair(self.query).replace("\0", " ")[:LONGEST_QUERY]).split())
        single = [word for word in words if len(word) == 1]
        long = [word for word in words if len(word) > _TRIGRAM]
        conditions = ["is_starred = 1"] if self.starred else []
        conditions += [_HAS_LETTER] * len(single)
        letters = [pattern for letter in single for pattern in _patterns(letter)]
        if long:
            connection.create_function("holds_words", 2, _Holds(long), deterministic=True)
            conditions.append("holds_words(source, target)")
        where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
        selects, values = _candidates([word for word in words if len(word) > 1])
        if not selects:
            return f"FROM history {where}", letters
        # The candidates come first: nothing else keeps every text from being looked into.
        return f"FROM ({selects}) AS found CROSS JOIN history ON history.id = found.id {where}", [*values, *letters]


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


def _folded(text: str) -> str:
    """Return the text without regard to case, letter by letter as the index has it: ß stays, and is not ss."""
    folded = text.casefold()
    return folded if len(folded) == len(text) else "".join(map(_folded_letter, text))


def _folded_letter(letter: str) -> str:
    return next((form for form in (letter.casefold(), letter.lower()) if len(form) == 1), letter)


def _patterns(letter: str) -> Sequence[str]:
    """Return what LIKE, which knows the two cases of ASCII alone, finds this letter by; four values."""
    upper = letter.upper() if len(letter.upper()) == 1 else letter
    return [f"%{_ESCAPE}{form}%" for form in (letter, letter, upper, upper)]


def _quoted(trigram: str) -> str:
    """Return the trigram as a string of the index's own language, in which quotes are doubled."""
    doubled = trigram.replace('"', '""')
    return f'"{doubled}"'


@dataclass(frozen=True, slots=True)
class _Holds:
    """Whether a text or its translation holds each of these words (folded)."""

    words: Sequence[str]

    def __call__(self, source: str, target: str) -> bool:
        source, target = _folded(source), _folded(target)
        return all(word in source or word in target for word in self.words)
