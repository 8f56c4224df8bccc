"""What translating, and the table of terms, need of glossaries."""

from collections.abc import Sequence
from typing import Protocol

from translator.language.tag import LanguageTag
from translator.translation.glossary.term import Glossary, Term


class ActiveTerms(Protocol):
    """The terms that are to be respected."""

    async def terms_for(self, source: LanguageTag | None, target: LanguageTag) -> Sequence[Term]:
        """Return the terms of the glossaries that are on, for these languages; of all sources where it is not known.

        Regions do not matter (``en-GB`` has the terms of ``en-US``), scripts do. As long as nothing was changed, it is
        the very same sequence. Raises GlossaryUnusable where they cannot be read, and never were: nobody knows then
        whether there are any.
        """
        ...


class GlossaryStore(ActiveTerms, Protocol):
    """Glossaries, to be looked through and changed. Raises GlossaryUnusable."""

    async def glossaries(self) -> Sequence[Glossary]:
        """Return all glossaries, by name."""
        ...

    async def terms(self, glossary_id: int) -> Sequence[Term]:
        """Return a glossary's terms, in the order of their source texts."""
        ...

    async def save_glossary(self, glossary: Glossary) -> Glossary:
        """Keep a new glossary, or replace the one of that id; return it as it is kept.

        One that was deleted comes back under its id.
        """
        ...

    async def delete_glossary(self, glossary_id: int) -> None:
        """Delete a glossary and its terms."""
        ...

    async def save_terms(self, glossary_id: int, terms: Sequence[Term]) -> Sequence[Term]:
        """Keep new terms, or replace those of the same ids, all or none; return them as they are kept.

        Terms that were deleted come back under their ids. Where there is no such glossary, none is kept.
        """
        ...

    async def delete_terms(self, ids: Sequence[int]) -> None:
        """Delete these terms."""
        ...


class GlossaryUnusable(Exception):
    """The glossaries cannot be read or written now. Its message says why."""
