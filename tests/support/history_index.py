"""Whether the index of the history says what its texts say: it has no content that SQLite could compare it with."""

import sqlite3

from translator.storage.history_index import indexed


def badly_indexed(connection: sqlite3.Connection) -> set[int]:
    """Return the ids of entries, and of what was one, that the index has other trigrams of than their texts have."""
    there = set(connection.execute("SELECT doc, term FROM history_trigrams"))
    wanted = {
        (entry, text[place : place + 3])
        for entry, source, target in connection.execute("SELECT id, source, target FROM history")
        for text in [indexed(source, target)]
        for place in range(len(text) - 2)
    }
    return {entry for entry, _ in there ^ wanted}
