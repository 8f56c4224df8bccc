"""A glossary store that is two dictionaries, and what tests of glossaries say often."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from translator.language.tag import LanguageTag
from translator.translation.glossary.store import GlossaryUnusable
from translator.translation.glossary.term import Glossary, Term

EN, DE, FR = LanguageTag("en", region="US"), LanguageTag("de"), LanguageTag("fr")


def glossary_of(name: str = "Works", pair: tuple[LanguageTag, LanguageTag] = (DE, EN), **more: object) -> Glossary:
    """Return a glossary from German into English, unless it is said otherwise."""
    return Glossary(name, *pair, **more)  # type: ignore[arg-type]


class ListedGlossaries:
    """Keeps everything in ``kept``; raises what ``fault`` says, where it says something."""

    def __init__(self) -> None:
        self.kept: dict[int, tuple[Glossary, dict[int, Term]]] = {}
        self.fault = ""
        self._last_glossary = self._last_term = 0
        self._chosen: dict[tuple[LanguageTag | None, LanguageTag], Sequence[Term]] = {}

    async def terms_for(self, source: LanguageTag | None, target: LanguageTag) -> Sequence[Term]:
        """Return the terms that are to be respected."""
        await asyncio.sleep(0)
        if (source, target) not in self._chosen:
            on = [(glossary, terms) for glossary, terms in self.kept.values() if glossary.is_on]
            self._chosen[source, target] = tuple(
                term for glossary, terms in on if _is_for(glossary, source, target) for term in terms.values()
            )
        return self._chosen[source, target]

    async def glossaries(self) -> Sequence[Glossary]:
        """Return all glossaries, by name."""
        await self._work()
        return sorted((glossary for glossary, _ in self.kept.values()), key=lambda g: (g.name.casefold(), g.name, g.id))

    async def terms(self, glossary_id: int) -> Sequence[Term]:
        """Return a glossary's terms, in the order of their source texts."""
        await self._work()
        _, terms = self.kept.get(glossary_id, (None, {}))
        return sorted(terms.values(), key=lambda term: (term.source.casefold(), term.source, term.id))

    async def save_glossary(self, glossary: Glossary) -> Glossary:
        """Keep this."""
        await self._work(changes=True)
        self._last_glossary += 0 if glossary.id else 1
        kept = replace(glossary, id=glossary.id or self._last_glossary)
        self.kept[kept.id] = (kept, self.kept[kept.id][1] if kept.id in self.kept else {})
        return kept

    async def delete_glossary(self, glossary_id: int) -> None:
        """Delete a glossary and its terms."""
        await self._work(changes=True)
        self.kept.pop(glossary_id, None)

    async def save_terms(self, glossary_id: int, terms: Sequence[Term]) -> Sequence[Term]:
        """Keep these, all or none."""
        await self._work(changes=True)
        if glossary_id not in self.kept:
            raise GlossaryUnusable("no such glossary")
        kept = [replace(term, id=term.id or self._next_term()) for term in terms]
        for _, others in self.kept.values():
            for term in kept:
                others.pop(term.id, None)
        self.kept[glossary_id][1].update({term.id: term for term in kept})
        return kept

    async def delete_terms(self, ids: Sequence[int]) -> None:
        """Delete these terms."""
        await self._work(changes=True)
        for _, terms in self.kept.values():
            for each in ids:
                terms.pop(each, None)

    async def _work(self, *, changes: bool = False) -> None:
        await asyncio.sleep(0)
        if self.fault:
            raise GlossaryUnusable(self.fault)
        if changes:
            self._chosen.clear()

    def _next_term(self) -> int:
        self._last_term += 1
        return self._last_term


def _is_for(glossary: Glossary, source: LanguageTag | None, target: LanguageTag) -> bool:
    matches = source is None or glossary.source_language.is_same_language(source)
    return matches and glossary.target_language.is_same_language(target)
