"""Adds a term that was selected in a text."""

from collections.abc import Callable

from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.translation.glossary.store import GlossaryStore, GlossaryUnusable
from translator.translation.glossary.term import Glossary, Term
from translator.ui.glossary.screen import TermForm
from translator.ui.glossary.words import Name, fault_of, languages_of, tidy
from translator.ui.loop.tasks import Tasks

NEW = 0
"""Stands for a glossary that is still to be made."""


class AddingPresenter:
    """Fills in a form, and keeps what comes of it. ``changed`` is called once a term was added."""

    def __init__(self, form: TermForm, store: GlossaryStore, name: Name, changed: Callable[[], None]) -> None:
        self._form = form
        self._store = store
        self._name = name
        self._changed = changed
        self._languages: LanguagePair | None = None
        self._opened = 0
        """Counts how often the form was opened."""
        self._tasks = Tasks()
        form.listen(self)

    @property
    def is_busy(self) -> bool:
        """Whether a term is being kept."""
        return self._tasks.is_running("save")

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()

    def open(self, source: str, target: str, languages: LanguagePair) -> None:
        """Show the form with these texts; either may be empty."""
        self._languages = languages
        self._opened += 1
        self._tasks.start("open", self._open(tidy(Term(_line(source), _line(target))), languages))

    def save(self, term: Term, glossary_id: int) -> None:
        """Keep the term in this glossary, or in a new one."""
        tidied = tidy(term)
        problem = fault_of(tidied)
        if not problem and not tidied.wanted and not tidied.forbidden:
            problem = tr("Say how it is to be translated, or that it is not.")
        if problem:
            self._form.show_problem(problem)
        elif not self._tasks.is_running("save"):
            self._tasks.start("save", self._save(tidied, glossary_id, self._languages, self._opened))

    async def _open(self, term: Term, languages: LanguagePair) -> None:
        try:
            every = await self._store.glossaries()
        except GlossaryUnusable:
            every = ()  # keeping the term says why it cannot be kept
        fitting = [each for each in every if _is_for(each, languages)]
        choices = [(f"{each.name} ({languages_of(each, self._name)})", each.id) for each in fitting]
        if languages.source is not None:
            choices.append((tr("A new glossary"), NEW))
        self._form.open_form(term, choices)
        if not choices:
            self._form.show_problem(tr("Choose the source language first: a glossary is for two languages."))

    async def _save(self, term: Term, glossary_id: int, languages: LanguagePair | None, opened: int) -> None:
        try:
            await self._keep(term, glossary_id or await self._make_glossary(languages))
        except GlossaryUnusable as fault:
            self._form.show_problem(tr("The glossaries cannot be used now: {reason}.").format(reason=fault))
            return
        if opened == self._opened:  # or it shows another term by now
            self._form.close_form()
        self._changed()

    async def _keep(self, term: Term, glossary_id: int) -> None:
        known = await self._store.terms(glossary_id)
        if not any((each.source, each.target) == (term.source, term.target) for each in known):
            await self._store.save_terms(glossary_id, [term])

    async def _make_glossary(self, languages: LanguagePair | None) -> int:
        if languages is None or languages.source is None:
            raise GlossaryUnusable(tr("the source language is not known"))
        made = Glossary("", languages.source, languages.target)
        named = Glossary(languages_of(made, self._name), languages.source, languages.target)
        return (await self._store.save_glossary(named)).id


def _is_for(glossary: Glossary, languages: LanguagePair) -> bool:
    source = languages.source
    is_from = source is None or glossary.source_language.is_same_language(source)
    return is_from and glossary.target_language.is_same_language(languages.target)


def _line(text: str) -> str:
    """Return a selection as one line."""
    return " ".join(text.split())
