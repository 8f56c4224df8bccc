"""Shows the glossaries and their terms, and does with them what the user wants."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from translator.i18n import ntr, tr
from translator.language.tag import LanguagePair, LanguageTag
from translator.locales.numbers import grouped
from translator.translation.glossary.store import GlossaryStore, GlossaryUnusable
from translator.translation.glossary.term import Glossary, Term
from translator.ui.glossary.question import GlossaryQuestion
from translator.ui.glossary.screen import GlossaryFiles, GlossaryScreen
from translator.ui.glossary.shown import ShownGlossary
from translator.ui.glossary.transfer import Transfer
from translator.ui.glossary.words import Name, fault_of, tidy
from translator.ui.loop.tasks import InTurn
from translator.ui.vocabulary import Action

_Work = Callable[[], Awaitable[None]]


class GlossaryPresenter:
    """Shows one glossary at a time. ``languages`` are those offered, each with its name.

    ``at_hand`` tells which are being translated, and a new glossary is for them unless others are chosen.
    ``changed`` is called after everything that may change a translation.
    """

    def __init__(
        self, screen: GlossaryScreen, store: GlossaryStore, name: Name,
        languages: Callable[[], Sequence[tuple[str, LanguageTag]]], files: GlossaryFiles, changed: Callable[[], None],
        at_hand: Callable[[], LanguagePair] | None = None,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._store = store
        self._shown = ShownGlossary(screen, store, name)
        self._question = GlossaryQuestion(screen, languages, at_hand)
        self._transfer = Transfer(store, files)
        self._changed = changed
        self._in_turn = InTurn()
        screen.listen(self)

    @property
    def is_busy(self) -> bool:
        """Whether a glossary is being changed, or a file read or written."""
        return self._in_turn.is_busy

    async def close(self) -> None:
        """Wait until everything that was begun is done, as long as is fair."""
        await self._in_turn.finish()

    def refresh(self) -> None:
        """Show what there is now."""
        self._do(self._shown.refresh)

    # What is done with glossaries

    def select(self, glossary_id: int) -> None:
        """Show this glossary."""
        self._do(partial(self._select, glossary_id))

    def switch(self, *, on: bool) -> None:
        """Have the glossary that is shown respected, or not."""
        self._do(partial(self._switch, self._shown.selected, on=on))

    def ask_for_new(self) -> None:
        """Ask what a new glossary is to be called, and for which languages it is."""
        self._question.ask(None)

    def ask_for_changes(self) -> None:
        """Ask the same of the one that is shown."""
        if self._shown.glossary is not None:
            self._question.ask(self._shown.glossary)

    def save_glossary(self, name: str, source: LanguageTag, target: LanguageTag) -> None:
        """Take the answer."""
        changed = self._question.answered(name, source, target)
        if changed is not None:
            self._do(partial(self._keep_answer, changed))
            self._screen.close_question()

    def delete_glossary(self) -> None:
        """Delete the one that is shown, with a way back."""
        if self._shown.glossary is not None:
            self._do(partial(self._delete_glossary, self._shown.selected))

    # What is done with terms

    def find(self, query: str) -> None:
        """List the terms that hold these words."""
        self._shown.find(query)

    def save_term(self, term: Term) -> None:
        """Keep a term that was changed, or a new one."""
        self._do(partial(self._save_term, self._shown.selected, term))

    def delete_terms(self, ids: Sequence[int]) -> None:
        """Delete these, with a way back."""
        if ids:
            self._do(partial(self._delete_terms, self._shown.selected, ids))

    def take_in(self, path: Path) -> None:
        """Add the terms of a file to the glossary that is shown."""
        if self._shown.glossary is not None:
            self._do(partial(self._take_in, path, self._shown.glossary))

    def export(self, path: Path) -> None:
        """Write the glossary into this file; its name says as what."""
        if self._shown.glossary is not None:
            self._do(partial(self._export, path, self._shown.glossary))

    # How it is done

    def _do(self, work: _Work) -> None:
        """Do this after what was begun before it: nothing that changes a glossary is cancelled by what follows.

        It is about what was shown when it was wanted, as that is by the time that its turn has come.
        """
        self._in_turn.do(partial(self._guarded, work))

    async def _guarded(self, work: _Work) -> None:
        try:
            await work()
        except GlossaryUnusable as fault:
            self._screen.show_notice(_explain(fault), "error")

    async def _select(self, glossary_id: int) -> None:
        if glossary_id != self._shown.selected:
            await self._shown.refresh(glossary_id)

    async def _switch(self, glossary_id: int, *, on: bool) -> None:
        glossary = self._shown.find_glossary(glossary_id)
        if glossary is not None and glossary.is_on != on:
            await self._keep_glossary(replace(glossary, is_on=on))

    async def _keep_answer(self, changed: Glossary) -> None:
        now = self._shown.find_glossary(changed.id)
        await self._keep_glossary(changed if now is None else replace(changed, is_on=now.is_on))

    async def _keep_glossary(self, glossary: Glossary) -> None:
        try:
            kept = await self._store.save_glossary(glossary)
        except GlossaryUnusable as fault:  # the question is closed by now: nobody has to answer it again
            again = Action(tr("Try again"), "saveGlossaryAgainButton", lambda: self._save_again(glossary))
            self._screen.show_notice(_explain(fault), "error", [again])
            return
        await self._shown.refresh(0 if glossary.id else kept.id)
        if self._shown.terms:  # without one, nothing is translated otherwise
            self._changed()

    def _save_again(self, glossary: Glossary) -> None:
        self._screen.dismiss_notice()
        self._do(partial(self._keep_glossary, glossary))

    async def _delete_glossary(self, glossary_id: int) -> None:
        glossary = self._shown.find_glossary(glossary_id)
        if glossary is None:
            return
        terms = await self._store.terms(glossary.id)
        await self._store.delete_glossary(glossary.id)
        await self._shown.refresh()
        self._changed()
        undo = self._undo(partial(self._put_back, glossary, terms))
        self._screen.show_notice(tr("The glossary “{name}” was deleted.").format(name=glossary.name), "info", [undo])

    async def _put_back(self, glossary: Glossary, terms: Sequence[Term]) -> None:
        kept = await self._store.save_glossary(glossary)
        await self._store.save_terms(kept.id, terms)
        await self._refreshed(kept.id)

    async def _save_term(self, glossary_id: int, term: Term) -> None:
        tidied = tidy(term)
        problem = fault_of(tidied)
        is_shown = glossary_id == self._shown.selected
        before = self._shown.terms.get(term.id)
        if problem or tidied == before:
            if problem:
                self._screen.show_notice(problem, "warning")
            if is_shown:
                self._screen.put_term(term.id, before or term)
            return
        try:
            (kept,) = await self._store.save_terms(glossary_id, [tidied])
        except GlossaryUnusable as fault:
            if is_shown:
                self._screen.put_term(term.id, tidied)  # what was typed stays, and can be tried again
            save = partial(self._save_term, glossary_id, tidied)
            again = Action(tr("Try again"), "saveTermAgainButton", lambda: self._do(save))
            self._screen.show_notice(_explain(fault), "error", [again])
            return
        if is_shown:
            self._shown.put(term.id, kept)
        self._changed()

    async def _delete_terms(self, glossary_id: int, ids: Sequence[int]) -> None:
        is_shown, wanted = glossary_id == self._shown.selected, set(ids)
        terms = self._shown.terms.values() if is_shown else await self._store.terms(glossary_id)
        gone = [term for term in terms if term.id in wanted]
        if not gone:
            return
        await self._store.delete_terms([term.id for term in gone])
        if is_shown:
            self._shown.remove(gone)
        self._changed()
        words = ntr("{n} term deleted.", "{n} terms deleted.", len(gone)).format(n=grouped(len(gone)))
        undo = self._undo(partial(self._put_terms_back, glossary_id, gone))
        self._screen.show_notice(words, "info", [undo])

    async def _put_terms_back(self, glossary_id: int, terms: Sequence[Term]) -> None:
        await self._store.save_terms(glossary_id, terms)
        await self._refreshed(glossary_id)

    async def _take_back(self, ids: Sequence[int]) -> None:
        await self._store.delete_terms(ids)
        await self._refreshed()

    async def _refreshed(self, wanted: int = 0) -> None:
        self._screen.dismiss_notice()
        await self._shown.refresh(wanted)
        self._changed()

    def _undo(self, work: _Work) -> Action:
        return Action(tr("Undo"), "undoGlossaryButton", lambda: self._do(work), undoes=True)

    async def _take_in(self, path: Path, glossary: Glossary) -> None:
        self._screen.show_notice(tr("Reading {name}…").format(name=path.name))
        outcome = await self._transfer.take_in(path, glossary)
        actions = [self._undo(partial(self._take_back, outcome.added))] if outcome.added else []
        if outcome.added:
            await self._shown.refresh()
            self._changed()
        self._screen.show_notice(outcome.sentence, outcome.severity, actions)

    async def _export(self, path: Path, glossary: Glossary) -> None:
        outcome = await self._transfer.export(path, glossary)
        self._screen.show_notice(outcome.sentence, outcome.severity)


def _explain(fault: GlossaryUnusable) -> str:
    return tr("The glossaries cannot be used now: {reason}.").format(reason=fault)
