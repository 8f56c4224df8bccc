"""Takes the terms of a file into a glossary, and writes a glossary into a file."""

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path

from translator.i18n import ntr, tr
from translator.locales.numbers import grouped
from translator.translation.glossary.exchange import TermFileInvalid
from translator.translation.glossary.store import GlossaryStore
from translator.translation.glossary.term import Glossary, Term
from translator.ui.glossary.screen import GlossaryFiles
from translator.ui.glossary.words import explain_import
from translator.ui.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it, in a sentence; ``added`` are the ids of terms that are new."""

    sentence: str
    severity: Severity = "info"
    added: tuple[int, ...] = ()


class Transfer:
    """Works on threads. What goes wrong with a file is an outcome; the store raises GlossaryUnusable."""

    def __init__(self, store: GlossaryStore, files: GlossaryFiles) -> None:
        self._store = store
        self._files = files

    async def take_in(self, path: Path, glossary: Glossary) -> Outcome:
        """Add the terms of a file that the glossary does not have yet, all or none."""
        try:
            data = await asyncio.to_thread(self._files.read, path)
            imported = await asyncio.to_thread(self._files.parse, data, glossary)
        except OSError as fault:
            return _failure(tr("{name} could not be read: {reason}."), path, fault)
        except TermFileInvalid as fault:
            return Outcome(str(fault), "error")
        known = {_content(term) for term in await self._store.terms(glossary.id)}
        new = [term for term in dict.fromkeys(imported.terms) if _content(term) not in known]
        kept = await self._store.save_terms(glossary.id, new) if new else ()
        severity: Severity = "warning" if imported.skipped or imported.encoding else "info"
        sentence = explain_import(imported, len(kept), path.name)
        return Outcome(sentence, severity, tuple(term.id for term in kept))

    async def export(self, path: Path, glossary: Glossary) -> Outcome:
        """Write all terms; the end of the file's name says as what."""
        terms = await self._store.terms(glossary.id)
        kind = path.suffix.removeprefix(".").lower()
        try:
            data = await asyncio.to_thread(self._files.compose, kind, glossary, terms)
            await asyncio.to_thread(self._files.write, path, data)
        except OSError as fault:
            return _failure(tr("{name} could not be written: {reason}."), path, fault)
        words = ntr("{n} term is in {name}.", "{n} terms are in {name}.", len(terms))
        return Outcome(words.format(n=grouped(len(terms)), name=path.name))


def _failure(words: str, path: Path, fault: OSError) -> Outcome:
    return Outcome(words.format(name=path.name, reason=fault.strerror or str(fault)), "error")


def _content(term: Term) -> Term:
    return replace(term, id=0)
