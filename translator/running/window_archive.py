"""What the window keeps of what it translates, and the windows that show it."""

from collections.abc import Callable

from translator import clock
from translator.books import Books
from translator.exchange.history_files import HistoryExport
from translator.exchange.memory_files import MemoryFiles
from translator.formats.terms.files import read_file, read_terms, write_terms
from translator.i18n import tr
from translator.running.opening import Opening
from translator.settings import Settings
from translator.storage.atomic_file import write_for_anyone
from translator.translation.history import HistoryEntry
from translator.ui.glossary.opener import GlossaryOpener
from translator.ui.glossary.screen import GlossaryFiles
from translator.ui.history.opener import HistoryOpener
from translator.ui.history.recorder import HistoryRecorder
from translator.ui.keeping import Keeping
from translator.ui.learning import Learning
from translator.ui.memory.opener import MemoryOpener
from translator.ui.preferences import Preferences
from translator.ui.settings.library import Library, Shelf
from translator.ui.tasks import Tasks
from translator.ui.translate.presenter import TranslatePresenter


class Archive:
    """Memory, glossaries and history, with their windows.

    ``keeping`` adds to them what comes of translating in the window, ``popup_keeping`` what comes of it in the popup.
    ``reopen`` shows an entry of the history again; ``is_private`` is asked each time.
    """

    def __init__(
        self, opening: Opening, books: Books, preferences: Preferences, is_private: Callable[[], bool],
        reopen: Callable[[HistoryEntry], None],
    ) -> None:  # fmt: skip
        self._preferences = preferences
        self._memory = books.memory
        self._tasks = Tasks()
        self._translating: TranslatePresenter | None = None
        self.history = HistoryOpener(
            opening.theme, opening.window, books.history, opening.catalogue.name, clock.now, reopen,
            HistoryExport(books.history, opening.catalogue.name).write,
            lambda: preferences.settings.history.is_on and not is_private(),
        )  # fmt: skip
        self._books = books
        self._is_private = is_private
        self._recorder = self._make_recorder()
        self.keeping = self._make_keeping(self._recorder)
        self.popup_keeping = self._make_keeping(self._make_recorder())
        self.glossaries = GlossaryOpener(
            opening.theme, opening.window, books.glossaries, opening.catalogue,
            GlossaryFiles(read_file, write_for_anyone, read_terms, write_terms), self._say_terms_changed,
        )  # fmt: skip
        self.memory = MemoryOpener(
            opening.theme, opening.window, books.units, MemoryFiles(books.units), opening.catalogue.name, clock.now
        )
        self.library = Library(books.units, books.glossaries, books.history, self._open, self._refresh)
        self._screen = opening.screen
        preferences.listen(self._follow_settings)

    def _make_recorder(self) -> HistoryRecorder:
        return HistoryRecorder(
            self._books.history, clock.now, lambda: self._preferences.settings.history, self.history.refresh
        )

    def _make_keeping(self, recorder: HistoryRecorder) -> Keeping:
        learning = Learning(self._books.memory, lambda: self._preferences.settings.use_memory, clock.now)
        return Keeping(recorder, learning, lambda: self._preferences.service, self._is_private)

    def start(self) -> None:
        """Forget what is too old, or too much. The event loop must be running."""
        self._follow_settings(self._preferences.settings)
        self._tasks.start("forget answers", self._memory.forget_unused())

    async def close(self) -> None:
        """Wait until all is kept, as long as is fair."""
        await self.keeping.close()
        await self.popup_keeping.close()
        await self._tasks.close()
        await self.history.close()
        await self.glossaries.close()
        await self.memory.close()

    # What happens in the window

    def follow(self, translating: TranslatePresenter) -> None:
        """Keep what comes of this."""
        self._translating = translating
        self.keeping.follow(translating)

    def _open(self, shelf: Shelf) -> None:
        windows = {"memory": self.memory.open, "glossaries": self.glossaries.open, "history": self.history.open}
        windows[shelf]()

    def _refresh(self, shelf: Shelf) -> None:
        (self.memory if shelf == "memory" else self.history).refresh()

    def _say_terms_changed(self) -> None:
        """Say how the terms come to be respected: nothing is sent unasked."""
        if self._translating is not None and self._translating.translation.text:
            self._screen.show_status(tr("The glossary has changed. Translate again to respect it."), "idle")

    def _follow_settings(self, _settings: Settings) -> None:
        self._tasks.start("forget", self._recorder.forget_what_is_too_much())
