"""The glossary that is shown, among the others, and those of its terms that are looked for."""

from collections.abc import Sequence

from translator.text.folding import SearchWord, holds_all, search_words
from translator.translation.glossary.store import GlossaryStore
from translator.translation.glossary.term import Glossary, Term
from translator.ui.glossary.screen import GlossaryScreen
from translator.ui.glossary.words import Name, explain_count, explain_nothing, languages_of, line_of


class ShownGlossary:
    """Keeps the screen the same as the store, and knows what stands there.

    ``selected`` is the id of the glossary that is shown; 0 where there is none. ``terms`` are all of its terms by their
    ids. What asks the store raises GlossaryUnusable.
    """

    def __init__(self, screen: GlossaryScreen, store: GlossaryStore, name: Name) -> None:
        self._screen = screen
        self._store = store
        self._name = name
        self._glossaries: Sequence[Glossary] = ()
        self._query = ""
        self.selected = 0
        self.terms: dict[int, Term] = {}

    @property
    def glossary(self) -> Glossary | None:
        """The glossary itself; None where there is none."""
        return self.find_glossary(self.selected)

    def find_glossary(self, glossary_id: int) -> Glossary | None:
        """Return a glossary as it was when all were shown last; None where there is none of this id."""
        return next((each for each in self._glossaries if each.id == glossary_id), None)

    async def refresh(self, wanted: int = 0) -> None:
        """Show what the store has now: the glossary that is ``wanted``, else the same; where it is gone, the first.

        Until all of it is there, what is shown stays, and is what commands are about.
        """
        glossaries = await self._store.glossaries()
        ids = [each.id for each in glossaries]
        selected = next((each for each in (wanted or self.selected, *ids) if each in ids), 0)
        terms = {term.id: term for term in await self._store.terms(selected)} if selected else {}
        self._glossaries, self.selected, self.terms = glossaries, selected, terms
        self._screen.show_glossaries([line_of(each, self._name) for each in self._glossaries], str(self.selected))
        glossary = self.glossary
        self._screen.show_glossary(glossary, languages_of(glossary, self._name) if glossary else "")
        self._list_terms()

    def find(self, query: str) -> None:
        """List the terms that hold these words."""
        self._query = query
        self._list_terms()

    def put(self, before: int, term: Term) -> None:
        """Show a term that was kept in the place of the one of that id; 0 is the one that was being added."""
        self.terms[term.id] = term
        self._screen.put_term(before, term)
        self._screen.show_count(explain_count(len(self.terms), len(self.terms)))

    def remove(self, terms: Sequence[Term]) -> None:
        """Show these no more."""
        for term in terms:
            del self.terms[term.id]
        self._list_terms()

    def _list_terms(self) -> None:
        words = search_words(self._query)
        found = [term for term in self.terms.values() if _holds(term, words)]
        self._screen.show_terms(found)
        has_glossary, total, shown = bool(self.selected), len(self.terms), len(found)
        self._screen.show_count(explain_count(shown, total) if has_glossary else "")
        self._screen.show_empty(*explain_nothing(has_glossary=has_glossary, total=total, shown=shown))


def _holds(term: Term, words: Sequence[SearchWord]) -> bool:
    return holds_all(words, term.source, term.target, term.note, *term.forbidden)
