"""The steps that make the database's tables, and the copies that are kept from before each change.

A version of the schema is the number of migrations that made it, and stands in ``user_version``. A migration that was
once released is never changed; a new one is added at the end.
"""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path

Migration = Sequence[str]
"""Statements of SQL, carried out in one transaction. ``indexed_of_entry`` is a function of ours, see ``migrate``."""

APPLICATION_ID = 0x5472616E  # "Tran"
"""What tells our databases from those of other programs (``PRAGMA application_id``)."""

KEPT_BACKUPS = 3

_USAGE: Migration = (
    # Times are seconds since 1970 in UTC. It says nothing of the text.
    """
    CREATE TABLE usage (
        id INTEGER PRIMARY KEY,
        at REAL NOT NULL,
        service TEXT NOT NULL,
        model TEXT NOT NULL,
        action TEXT NOT NULL,
        input_tokens INTEGER NOT NULL,
        output_tokens INTEGER NOT NULL,
        estimated INTEGER NOT NULL,
        cost REAL,
        first_token_seconds REAL,
        error TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX usage_at ON usage (at)",
    # ``accepted`` is a JSON object: versions of the application learn different things.
    """
    CREATE TABLE capabilities (
        endpoint TEXT NOT NULL,
        model TEXT NOT NULL,
        accepted TEXT NOT NULL,
        PRIMARY KEY (endpoint, model)
    ) STRICT, WITHOUT ROWID
    """,
)

_MEMORY: Migration = (
    # What services answered, each under the digest of all that it depends on (translation/memory/key.py). Times are
    # seconds since 1970 in UTC; a language that is not known is empty.
    """
    CREATE TABLE remembered (
        digest BLOB PRIMARY KEY,
        source_language TEXT NOT NULL,
        target_language TEXT NOT NULL,
        service TEXT NOT NULL,
        model TEXT NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        made REAL NOT NULL,
        used REAL NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX remembered_used ON remembered (used)",
    """
    CREATE TABLE unit_languages (
        id INTEGER PRIMARY KEY,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        UNIQUE (source, target)
    ) STRICT
    """,
    # ``hash`` is of the source text: an index of the texts themselves would hold each of them twice. ``origin`` is
    # the higher, the more the unit counts for. No id is given twice: whoever knows one must not change another's unit.
    """
    CREATE TABLE units (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        languages INTEGER NOT NULL,
        hash INTEGER NOT NULL,
        origin INTEGER NOT NULL,
        changed REAL NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        note TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX units_hash ON units (hash)",
    # Which words are in which source text, and no more: neither where they stand (``detail``), nor how many there are
    # (``columnsize``), nor the text. What a rowid tells is in storage/memory/word_index.py.
    """
    CREATE VIRTUAL TABLE unit_words USING fts5
    (words, content = '', tokenize = 'ascii', detail = 'none', columnsize = 0)
    """,
    # FTS5 merges a level whole once it has so many parts, which takes long: merging little by little comes before that.
    "INSERT INTO unit_words (unit_words, rank) VALUES ('crisismerge', 200)",
)

_HISTORY: Migration = (
    # Times are seconds since 1970 in UTC; a language that is not known is empty. ``blocks`` is JSON, see
    # history_blocks.py. No id is given twice: whoever knows one must not meet another's entry under it.
    """
    CREATE TABLE history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at REAL NOT NULL,
        source_language TEXT NOT NULL,
        target_language TEXT NOT NULL,
        service TEXT NOT NULL,
        model TEXT NOT NULL,
        action TEXT NOT NULL,
        is_complete INTEGER NOT NULL,
        is_starred INTEGER NOT NULL,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        blocks TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX history_at ON history (at)",
    "CREATE INDEX history_starred ON history (is_starred, at)",
    # What is indexed of an entry. The line feeds make every letter the first of a trigram, the last ones as well: so
    # words of one or two letters are found as beginnings of trigrams.
    """
    CREATE VIEW history_text AS
    SELECT id, source || char(10, 10) || target || char(10, 10) AS words FROM history
    """,
    # Which trigrams are in which entry, and no more (``detail``): where they stand would take three times the room,
    # and is looked up in the few entries that have them all.
    """
    CREATE VIRTUAL TABLE history_index USING fts5
    (words, content = 'history_text', content_rowid = 'id', tokenize = 'trigram', detail = 'none')
    """,
    "CREATE VIRTUAL TABLE history_trigrams USING fts5vocab ('history_index', 'instance')",
)

_GLOSSARY: Migration = (
    # An id is never given twice: what was deleted can be put back under its own.
    """
    CREATE TABLE glossaries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        source_language TEXT NOT NULL,
        target_language TEXT NOT NULL,
        is_on INTEGER NOT NULL
    ) STRICT
    """,
    # ``forbidden`` is a JSON array of texts.
    """
    CREATE TABLE terms (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        glossary_id INTEGER NOT NULL REFERENCES glossaries (id) ON DELETE CASCADE,
        source TEXT NOT NULL,
        target TEXT NOT NULL,
        note TEXT NOT NULL,
        part_of_speech TEXT NOT NULL,
        case_sensitive INTEGER NOT NULL,
        do_not_translate INTEGER NOT NULL,
        forbidden TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX terms_glossary ON terms (glossary_id)",
    # One row, which every change counts up, so that whoever keeps the terms at hand sees whether they still hold.
    "CREATE TABLE glossary_revision (revision INTEGER NOT NULL) STRICT",
    "INSERT INTO glossary_revision (revision) VALUES (0)",
)

_SAVINGS: Migration = (
    # What the translation memory saved, a row for each run. Times are seconds since 1970 in UTC. It says nothing of the
    # text.
    """
    CREATE TABLE saved (
        id INTEGER PRIMARY KEY,
        at REAL NOT NULL,
        service TEXT NOT NULL,
        model TEXT NOT NULL,
        action TEXT NOT NULL,
        blocks INTEGER NOT NULL,
        input_tokens INTEGER NOT NULL,
        output_tokens INTEGER NOT NULL,
        cost REAL
    ) STRICT
    """,
    "CREATE INDEX saved_at ON saved (at)",
)

_HISTORY_FOLDED: Migration = (
    # The history is found whatever the case, the width and the marks of its letters. SQLite has no such tokenizer for
    # trigrams before 3.45, and none that does right by every script: what is indexed is made by text/folding.py. So
    # there is no content that the index could read by itself (``content``), and no case for it to fold.
    "DROP TABLE history_trigrams",
    "DROP TABLE history_index",
    "DROP VIEW history_text",
    """
    CREATE VIRTUAL TABLE history_index USING fts5
    (words, content = '', tokenize = 'trigram case_sensitive 1', detail = 'none')
    """,
    "CREATE VIRTUAL TABLE history_trigrams USING fts5vocab ('history_index', 'instance')",
    "INSERT INTO history_index (rowid, words) SELECT id, indexed_of_entry(source, target) FROM history",
)

MIGRATIONS: Sequence[Migration] = (_USAGE, _MEMORY, _GLOSSARY, _HISTORY, _SAVINGS, _HISTORY_FOLDED)


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of the schema; 0 for a new database."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    """Bring the schema to the newest version, or leave it as it was. Raises sqlite3.Error."""
    from translator.storage.history_index import indexed  # not needed to open what is up to date

    connection.create_function("indexed_of_entry", 2, indexed, deterministic=True)
    connection.execute("BEGIN IMMEDIATE")
    try:
        for migration in migrations[version_of(connection) :]:
            for statement in migration:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def keep_backup(connection: sqlite3.Connection, path: Path) -> None:
    """Copy the whole database to a file of its version beside ``path``; only the newest three are kept.

    Raises sqlite3.Error, OSError.
    """
    backup = path.with_name(f"{path.name}.backup-{version_of(connection)}")
    unfinished = backup.with_name(backup.name + ".new")
    try:
        make_private(unfinished)
        with contextlib.closing(sqlite3.connect(unfinished)) as target:
            connection.backup(target)
        unfinished.replace(backup)
    finally:
        unfinished.unlink(missing_ok=True)
    for old in backups_of(path)[KEPT_BACKUPS:]:
        old.unlink(missing_ok=True)


def backups_of(path: Path) -> list[Path]:
    """Return the copies that are there, those of the newest version first."""
    numbered = ((p.suffix.removeprefix(".backup-"), p) for p in path.parent.glob(f"{path.name}.backup-*"))
    return [p for _, p in sorted(((int(n), p) for n, p in numbered if n.isdecimal()), reverse=True)]


def make_private(path: Path) -> None:
    """Make an empty file that only the user can read, or make an existing one so. SQLite's own files follow it.

    Raises OSError, also where an existing one cannot be written. That is never opened: closing it again would take the
    locks of this process's connections to it away, on POSIX, and other processes would throw away a log still in use
    (SQLite, "How To Corrupt An SQLite Database File", section 2.2).
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not os.access(path, os.R_OK | os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path)) from None
    with contextlib.suppress(OSError):  # it may be another's, who lets us write it
        path.chmod(0o600)
