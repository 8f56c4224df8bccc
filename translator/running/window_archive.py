"""What the window keeps of what it translates, and the windows that show it."""

from collections.abc import Callable

from translator import clock
from translator.books import Books
from translator.exchange.history_files import HistoryExport
from translator.exchange.memory_files import MemoryFiles
from translator.formats.terms.files import read_file, read_terms, write_terms
from translator.i18n import tr
from translator.running.opening import Opening
from translator.storage.atomic_file import write_for_anyone
from translator.translation.history import HistoryEntry
from translator.ui.glossary.opener import GlossaryOpener
from translator.ui.glossary.screen import GlossaryFiles
from translator.ui.history.opener import HistoryOpener
from translator.ui.memory.opener import MemoryOpener
from translator.ui.preferences import Preferences
from translator.ui.settings.library.library import Library, Shelf
from translator.ui.translate.presenter import TranslatePresenter


class Archive:
    """Memory, glossaries and history, with their windows.

    ``reopen`` shows an entry of the history again; ``is_private`` is asked each time.
    """

    def __init__(
        self, opening: Opening, books: Books, preferences: Preferences, is_private: Callable[[], bool],
        reopen: Callable[[HistoryEntry], None],
    ) -> None:  # fmt: skip
        self._translating: TranslatePresenter | None = None
        self.history = HistoryOpener(
            opening.theme, opening.window, books.history, opening.catalogue.name, clock.now, reopen,
            HistoryExport(books.history, opening.catalogue.name).write,
            lambda: preferences.settings.history.is_on and not is_private(),
        )  # fmt: skip
        self.glossaries = GlossaryOpener(
            opening.theme, opening.window, books.glossaries, opening.catalogue,
            GlossaryFiles(read_file, write_for_anyone, read_terms, write_terms), self._say_terms_changed,
            lambda: opening.languages.decide().languages,
        )  # fmt: skip
        self.memory = MemoryOpener(
            opening.theme, opening.window, books.units, MemoryFiles(books.units), opening.catalogue.name, clock.now
        )
        self.library = Library(books.units, books.glossaries, books.history, self._open, self._refresh)
        self._screen = opening.screen

    @property
    def is_busy(self) -> bool:
        """Whether something is being changed, read or written that another window could not go on with."""
        return any(opener.is_busy for opener in (self.history, self.glossaries, self.memory))

    async def close(self) -> None:
        """End everything that runs."""
        await self.history.close()
        await self.glossaries.close()
        await self.memory.close()

    # What happens in the window

    def follow(self, translating: TranslatePresenter) -> None:
        """Tell of changed terms where this has translated with others."""
        self._translating = translating

    def _open(self, shelf: Shelf) -> None:
        windows = {"memory": self.memory.open, "glossaries": self.glossaries.open, "history": self.history.open}
        windows[shelf]()

    def _refresh(self, shelf: Shelf) -> None:
        (self.memory if shelf == "memory" else self.history).refresh()

    def _say_terms_changed(self) -> None:
        """Say how the terms come to be respected: nothing is sent unasked."""
        if self._translating is not None and self._translating.translation.text:
            self._screen.show_status(tr("The glossary has changed. Translate again to respect it."), "idle")
