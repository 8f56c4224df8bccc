"""What services answered, found again under what it was asked for."""

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from translator.text.display import repair
from translator.translation.memory.key import MemoryKey

_KEEP = """
    INSERT OR REPLACE INTO remembered
    (digest, source_language, target_language, service, model, source, target, made, used)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FIND = "SELECT target FROM remembered WHERE digest = ?"
_USED = "UPDATE remembered SET used = ? WHERE digest = ?"
_COUNT = "SELECT count(*) FROM remembered"
_COUNT_OLD = "SELECT count(*) FROM remembered WHERE used < ?"
_FORGET = "DELETE FROM remembered WHERE digest IN (SELECT digest FROM remembered ORDER BY used LIMIT ?)"

FORGOTTEN_AT_ONCE = 500
"""Some 25 ms, most of which is writing: each is on a page of its own."""


def keep_answers(connection: sqlite3.Connection, answers: Sequence[tuple[MemoryKey, str]], now: datetime) -> None:
    """Keep these, in place of what was kept under the same keys."""
    connection.executemany(_KEEP, (_row(key, target, now.timestamp()) for key, target in answers))


def find_answer(connection: sqlite3.Connection, digest: bytes) -> str | None:
    """Return what was answered, or None."""
    found = connection.execute(_FIND, (digest,)).fetchone()
    return str(found[0]) if found else None


def note_use(connection: sqlite3.Connection, digests: Iterable[bytes], now: datetime) -> None:
    """Note that these were of use now."""
    connection.executemany(_USED, ((now.timestamp(), digest) for digest in digests))


def count_unused(connection: sqlite3.Connection, before: datetime, most: int) -> int:
    """Return how many were last used before that, or are more than so many."""
    every = int(connection.execute(_COUNT).fetchone()[0])
    old = int(connection.execute(_COUNT_OLD, (before.timestamp(),)).fetchone()[0])
    return max(old, every - most)


def forget_some(connection: sqlite3.Connection, before: datetime, most: int) -> bool:
    """Delete some of these, the least recently used first; return whether there are more."""
    left = count_unused(connection, before, most)
    connection.execute(_FORGET, (min(left, FORGOTTEN_AT_ONCE),))
    return left > FORGOTTEN_AT_ONCE


def _row(key: MemoryKey, target: str, now: float) -> tuple[object, ...]:
    languages = str(key.source or ""), str(key.target)
    texts = (repair(text) for text in (key.service, key.model, key.text, target))
    return (key.digest(), *languages, *texts, now, now)
