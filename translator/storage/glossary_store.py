"""Glossaries in the database."""

import asyncio
import json
import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from translator.language.tag import InvalidTag, LanguageTag
from translator.storage.database.database import Database
from translator.storage.database.faults import DatabaseUnusable, unusable_as
from translator.text.display import repair
from translator.translation.glossary.store import GlossaryUnusable
from translator.translation.glossary.term import Glossary, Term

PATIENCE_SECONDS = 0.5
"""How long a translation waits for what may have changed, where terms are known; less than it waits at all."""

_REVISION = "SELECT revision FROM glossary_revision"
_COUNT_UP = "UPDATE glossary_revision SET revision = revision + 1"

_GLOSSARIES = "SELECT id, name, source_language, target_language, is_on FROM glossaries"
_SAVE_GLOSSARY = """
    INSERT INTO glossaries (id, name, source_language, target_language, is_on) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, source_language = excluded.source_language,
        target_language = excluded.target_language, is_on = excluded.is_on
"""
_DELETE_GLOSSARY = "DELETE FROM glossaries WHERE id = ?"

_COLUMNS = "id, source, target, note, part_of_speech, case_sensitive, do_not_translate, forbidden"  # in order
_TERMS = f"SELECT {_COLUMNS} FROM terms WHERE glossary_id = ? ORDER BY id"  # noqa: S608 - no input
_SAVE_TERM = f"""
    INSERT INTO terms (glossary_id, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET glossary_id = excluded.glossary_id, source = excluded.source,
        target = excluded.target, note = excluded.note, part_of_speech = excluded.part_of_speech,
        case_sensitive = excluded.case_sensitive, do_not_translate = excluded.do_not_translate,
        forbidden = excluded.forbidden
"""  # noqa: S608 - no input
_DELETE_TERM = "DELETE FROM terms WHERE id = ?"

_Active = Sequence[tuple[Glossary, Sequence[Term]]]
_Pair = tuple[LanguageTag | None, LanguageTag]


class GlossariesInDatabase:
    """The GlossaryStore that lasts, shared by all processes of the user.

    The terms of the glossaries that are on are kept at hand. A counter in the database, which every change counts up,
    tells whether they are still the ones: so what another process changes is noticed with the next translation.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._revision: int | None = None
        self._active: _Active = ()
        self._by_pair: dict[_Pair, Sequence[Term]] = {}

    async def terms_for(self, source: LanguageTag | None, target: LanguageTag) -> Sequence[Term]:
        """Return the terms that are to be respected; the very same sequence as long as nothing was changed.

        Where the database cannot be read, or not soon, they are those that were read last. Raises GlossaryUnusable
        where there are none of these.
        """
        known = self._revision
        try:
            async with asyncio.timeout(None if known is None else PATIENCE_SECONDS):
                revision, active = await self._database.read(lambda connection: _active(connection, known))
        except (DatabaseUnusable, TimeoutError) as error:
            if known is None:
                raise GlossaryUnusable(str(error)) from error
            revision, active = known, None
        if active is not None:
            self._revision, self._active, self._by_pair = revision, active, {}
        if (source, target) not in self._by_pair:
            self._by_pair[source, target] = _chosen(self._active, source, target)
        return self._by_pair[source, target]

    async def glossaries(self) -> Sequence[Glossary]:
        """Return all glossaries, by name."""
        with unusable_as(GlossaryUnusable):
            found = await self._database.read(_all_glossaries)
        return sorted(found, key=lambda glossary: (glossary.name.casefold(), glossary.name, glossary.id))

    async def terms(self, glossary_id: int) -> Sequence[Term]:
        """Return a glossary's terms, in the order of their source texts."""
        with unusable_as(GlossaryUnusable):
            found = await self._database.read(lambda connection: _terms_of(connection, glossary_id))
        return sorted(found, key=lambda term: (term.source.casefold(), term.source, term.id))

    async def save_glossary(self, glossary: Glossary) -> Glossary:
        """Keep a new glossary, or put this in the place of the one of that id, or back where it was deleted."""
        kept = replace(glossary, name=repair(glossary.name))
        with unusable_as(GlossaryUnusable):
            return await self._database.run(lambda connection: _save_glossary(connection, kept))

    async def delete_glossary(self, glossary_id: int) -> None:
        """Delete a glossary and its terms."""
        with unusable_as(GlossaryUnusable):
            await self._database.remove(lambda connection: _delete(connection, _DELETE_GLOSSARY, (glossary_id,)))

    async def save_terms(self, glossary_id: int, terms: Sequence[Term]) -> Sequence[Term]:
        """Keep new terms, or put these in the place of those of the same ids, or back where they were deleted."""
        whole = [_repaired(term) for term in terms]
        with unusable_as(GlossaryUnusable):
            return await self._database.run(lambda connection: _save_terms(connection, glossary_id, whole))

    async def delete_terms(self, ids: Sequence[int]) -> None:
        """Delete these terms."""
        with unusable_as(GlossaryUnusable):
            await self._database.remove(lambda connection: _delete(connection, _DELETE_TERM, ids))


def _active(connection: sqlite3.Connection, known: int | None) -> tuple[int, _Active | None]:
    """Return the revision, and what is on; None for that where it is the revision that is known."""
    revision = int(connection.execute(_REVISION).fetchone()[0])
    if revision == known:
        return revision, None
    on = [glossary for glossary in _all_glossaries(connection) if glossary.is_on]
    return revision, [(glossary, _terms_of(connection, glossary.id)) for glossary in on]


def _chosen(active: _Active, source: LanguageTag | None, target: LanguageTag) -> Sequence[Term]:
    return tuple(
        term
        for glossary, terms in active
        if glossary.target_language.is_same_language(target)
        and (source is None or glossary.source_language.is_same_language(source))
        for term in terms
    )


def _all_glossaries(connection: sqlite3.Connection) -> list[Glossary]:
    """Return the glossaries whose languages this version understands."""
    rows = connection.execute(_GLOSSARIES).fetchall()
    return [glossary for row in rows if (glossary := _glossary(*row)) is not None]


def _glossary(glossary_id: int, name: str, source: str, target: str, is_on: int) -> Glossary | None:
    try:
        return Glossary(name, LanguageTag.parse(source), LanguageTag.parse(target), bool(is_on), glossary_id)
    except InvalidTag:
        return None


def _terms_of(connection: sqlite3.Connection, glossary_id: int) -> list[Term]:
    return [_term(*row) for row in connection.execute(_TERMS, (glossary_id,))]


def _term(
    term_id: int, source: str, target: str, note: str, part_of_speech: str, case: int, keep: int, forbidden: str
) -> Term:
    return Term(source, target, note, part_of_speech, bool(case), bool(keep), _texts(forbidden), term_id)


def _texts(array: str) -> tuple[str, ...]:
    """Return the texts of a JSON array; what is none of ours is left out."""
    if array == "[]":
        return ()
    try:
        said = json.loads(array)
    except (ValueError, RecursionError):
        return ()
    return tuple(text for text in said if isinstance(text, str)) if isinstance(said, list) else ()


def _save_glossary(connection: sqlite3.Connection, glossary: Glossary) -> Glossary:
    languages = (str(glossary.source_language), str(glossary.target_language))
    row = (glossary.id or None, glossary.name, *languages, int(glossary.is_on))
    made = connection.execute(_SAVE_GLOSSARY, row).lastrowid
    connection.execute(_COUNT_UP)
    return glossary if glossary.id else replace(glossary, id=made or 0)


def _save_terms(connection: sqlite3.Connection, glossary_id: int, terms: Sequence[Term]) -> Sequence[Term]:
    kept = [_save_term(connection, glossary_id, term) for term in terms]
    connection.execute(_COUNT_UP)
    return kept


def _save_term(connection: sqlite3.Connection, glossary_id: int, term: Term) -> Term:
    flags = (int(term.case_sensitive), int(term.do_not_translate))
    texts = (term.source, term.target, term.note, term.part_of_speech)
    row = (glossary_id, term.id or None, *texts, *flags, json.dumps(term.forbidden, ensure_ascii=False))
    made = connection.execute(_SAVE_TERM, row).lastrowid
    return term if term.id else replace(term, id=made or 0)


def _delete(connection: sqlite3.Connection, statement: str, ids: Sequence[int]) -> None:
    connection.executemany(statement, [(each,) for each in ids])
    connection.execute(_COUNT_UP)


def _repaired(term: Term) -> Term:
    return replace(
        term,
        source=repair(term.source),
        target=repair(term.target),
        note=repair(term.note),
        part_of_speech=repair(term.part_of_speech),
        forbidden=tuple(repair(text) for text in term.forbidden),
    )
