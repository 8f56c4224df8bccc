"""How much is in the memory, the glossaries and the history; opening them, and emptying memory and history."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Protocol

from translator.i18n import ntr, tr
from translator.joining import as_sentence, listed
from translator.locales.numbers import grouped
from translator.memory_words import explain_answers, explain_units
from translator.translation.glossary.store import GlossaryUnusable
from translator.translation.glossary.term import Glossary
from translator.translation.history import HistoryUnusable
from translator.translation.memory.store import MemoryUnusable
from translator.ui.history.words import explain_clearing
from translator.ui.history.words import explain_count as explain_entries
from translator.ui.loop.tasks import Tasks
from translator.ui.memory.words import explain_forgetting
from translator.ui.settings.library.library import SHELVES, Library, Shelf


class LibraryCommands(Protocol):
    """What the controls of the page do."""

    def look(self) -> None:
        """Show how things stand."""
        ...

    def open(self, shelf: Shelf) -> None:
        """Show the window of this."""
        ...

    def ask_to_empty(self, shelf: Shelf) -> None:
        """Ask whether to empty this."""
        ...

    def empty(self, shelf: Shelf) -> None:
        """Empty it: that was asked."""
        ...

    def keep(self, shelf: Shelf) -> None:
        """Leave it as it is."""
        ...


class LibraryScreen(Protocol):
    """The page about what is kept of translations."""

    def listen(self, commands: LibraryCommands) -> None:
        """Let the controls do this."""
        ...

    def show_count(self, shelf: Shelf, words: str) -> None:
        """Say how much there is of it."""
        ...

    def show_question(self, shelf: Shelf, question: str) -> None:
        """Ask whether to empty this; nothing is asked any more where it is empty."""
        ...

    def show_problem(self, shelf: Shelf, sentence: str) -> None:
        """Say why it cannot be emptied; nothing if empty."""
        ...


class LibraryPresenter:
    """Counts while somebody looks, and asks before anything is deleted."""

    def __init__(self, screen: LibraryScreen, library: Library) -> None:
        self._screen = screen
        self._library = library
        self._tasks = Tasks()
        self._one_at_a_time = asyncio.Lock()
        self._count: dict[Shelf, Callable[[], Awaitable[str]]] = {
            "memory": self._count_memory, "glossaries": self._count_glossaries, "history": self._count_history,
        }  # fmt: skip
        screen.listen(self)

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()

    # Commands

    def look(self) -> None:
        """Show how things stand. The event loop must be running."""
        for shelf in SHELVES:
            self.keep(shelf)
        self._tasks.start("count", self._show_counts())

    def open(self, shelf: Shelf) -> None:
        """Show the window of this."""
        self._library.open(shelf)

    def ask_to_empty(self, shelf: Shelf) -> None:
        """Ask whether to empty this, if there is anything in it."""
        ask = self._ask_about_memory if shelf == "memory" else self._ask_about_history
        self._tasks.start(f"ask {shelf}", self._guarded(shelf, ask))

    def empty(self, shelf: Shelf) -> None:
        """Empty it: that was asked."""
        if not self._tasks.is_running(f"empty {shelf}"):
            self._tasks.start(f"empty {shelf}", self._guarded(shelf, partial(self._empty, shelf)))

    def keep(self, shelf: Shelf) -> None:
        """Leave it as it is."""
        self._screen.show_question(shelf, "")
        self._screen.show_problem(shelf, "")

    # What they do

    async def _show_counts(self) -> None:
        for shelf in SHELVES:
            try:
                words = await self._count[shelf]()
            except (MemoryUnusable, GlossaryUnusable, HistoryUnusable) as fault:
                words = _explain(fault)
            self._screen.show_count(shelf, words)

    async def _count_memory(self) -> str:
        units = await self._library.units.count()
        answers = await self._library.units.count_answers()
        return as_sentence(listed([explain_units(units), explain_answers(answers)]))

    async def _count_glossaries(self) -> str:
        return _explain_glossaries(await self._library.glossaries.glossaries())

    async def _count_history(self) -> str:
        words = explain_entries(await self._library.history.count())
        return as_sentence(words) if words else tr("No translations.")

    async def _guarded(self, shelf: Shelf, work: Callable[[], Awaitable[None]]) -> None:
        async with self._one_at_a_time:
            self._screen.show_problem(shelf, "")
            try:
                await work()
            except (MemoryUnusable, HistoryUnusable) as fault:
                self._screen.show_problem(shelf, _explain(fault))

    async def _ask_about_memory(self) -> None:
        units, answers = await self._library.units.count(), await self._library.units.count_answers()
        self._ask("memory", explain_forgetting(units, answers) if units or answers else "", tr("There is nothing yet."))

    async def _ask_about_history(self) -> None:
        history = self._library.history
        plain = await history.count() - await history.count(starred=True)
        self._ask("history", explain_clearing(plain) if plain else "", tr("There is nothing without a star."))

    def _ask(self, shelf: Shelf, question: str, otherwise: str) -> None:
        self._screen.show_question(shelf, question)
        self._screen.show_problem(shelf, "" if question else otherwise)

    async def _empty(self, shelf: Shelf) -> None:
        if shelf == "memory":
            await self._library.units.forget_everything()
        else:
            await self._library.history.clear()
        self._screen.show_question(shelf, "")
        self._library.emptied(shelf)
        await self._show_counts()


def _explain(fault: Exception) -> str:
    return tr("It cannot be used now: {reason}.").format(reason=str(fault).rstrip("."))


def _explain_glossaries(glossaries: Sequence[Glossary]) -> str:
    if not glossaries:
        return tr("No glossaries.")
    on = sum(glossary.is_on for glossary in glossaries)
    words = ntr("{n} glossary, {on} of them in use.", "{n} glossaries, {on} of them in use.", len(glossaries))
    return words.format(n=grouped(len(glossaries)), on=grouped(on))
