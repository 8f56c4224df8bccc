"""Units as they stand in the database, and back."""

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from translator.language.tag import LanguagePair, LanguageTag
from translator.storage.memory.word_index import Indexed, indexed_of
from translator.text.display import repair
from translator.translation.memory.unit import TranslationUnit, UnitOrigin

COLUMNS = "units.id, l.source, l.target, units.source, units.target, units.origin, units.changed, units.note"
"""What ``unit_of`` makes a unit of, from FROM."""

FROM = "units CROSS JOIN unit_languages AS l ON l.id = units.languages"
"""Always the units first (CROSS): SQLite, which does not know how many languages there are, would sort all units."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)  # ``fromtimestamp`` knows nothing before it on some systems
_HASH_BYTES = 8
_SCRIPT_LETTERS = 4
_ORIGINS = (UnitOrigin.IMPORTED, UnitOrigin.ACCEPTED, UnitOrigin.EDITED)  # their places are what is stored

IMPORTED = _ORIGINS.index(UnitOrigin.IMPORTED)
EDITED = _ORIGINS.index(UnitOrigin.EDITED)

StoredUnit = tuple[int, str, str, str, str, int, float, str]


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit made ready to be written: what takes time is done, on whichever thread has it."""

    source_language: str
    target_language: str
    hash: int
    origin: int
    changed: float
    source: str
    target: str
    note: str
    indexed: Indexed


def row_of(unit: TranslationUnit) -> UnitRow:
    """Return the unit as it is written; what no database can hold is made to fit."""
    source = repair(unit.source)
    return UnitRow(
        str(unit.source_language), str(unit.target_language), hash_of(source), _ORIGINS.index(unit.origin),
        unit.changed.timestamp(), source, repair(unit.target), repair(unit.note), indexed_of(source),
    )  # fmt: skip


def unit_of(stored: StoredUnit) -> TranslationUnit:
    """Return the unit of the values of COLUMNS."""
    number, source_language, target_language, source, target, origin, changed, note = stored
    return TranslationUnit(
        _tag(source_language), _tag(target_language), source, target, origin_of(origin),
        _EPOCH + timedelta(seconds=changed), note, number,
    )  # fmt: skip


def pairs_of(connection: sqlite3.Connection) -> list[LanguagePair]:
    """Return the pairs of languages, in the order of their tags."""
    found = connection.execute("SELECT source, target FROM unit_languages ORDER BY source, target").fetchall()
    return [LanguagePair(_tag(source), _tag(target)) for source, target in found]


def origin_of(stored: int) -> UnitOrigin:
    """Return the origin that a number stands for."""
    return _ORIGINS[stored]


def hash_of(text: str) -> int:
    """Return a number, of 64 bits with a sign, that texts are found by."""
    digest = blake2b(repair(text).encode(), digest_size=_HASH_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)


def _tag(text: str) -> LanguageTag:
    """Return the very tag that was written; ``LanguageTag.parse`` would take ``en`` for ``en-US``."""
    language, *more = text.split("-")
    script = more.pop(0) if more and len(more[0]) == _SCRIPT_LETTERS else ""
    return LanguageTag(language, script, more[0] if more else "")
