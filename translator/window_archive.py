"""What the window keeps of what it translates: for the memory to learn from, and for the history to find again."""

from collections.abc import Callable, Sequence

from translator import clock
from translator.books import Books
from translator.exchange.history_files import HistoryExport
from translator.exchange.memory_files import MemoryFiles
from translator.formats.terms.files import read_file, read_terms, write_terms
from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.opening import Opening
from translator.settings import Settings
from translator.storage.atomic_file import write_for_anyone
from translator.translation.history import HistoryEntry
from translator.translation.request import Ending, Failed, FinishedBlock, Incomplete, Translation, TranslationRequest
from translator.ui.glossary.opener import GlossaryOpener
from translator.ui.glossary.screen import GlossaryFiles
from translator.ui.history.opener import HistoryOpener
from translator.ui.history.recorder import HistoryRecorder
from translator.ui.learning import Learning
from translator.ui.memory.opener import MemoryOpener
from translator.ui.preferences import Preferences
from translator.ui.settings.library import Library, Shelf
from translator.ui.tasks import Tasks
from translator.ui.translate.presenter import TranslatePresenter

CLOSING_SECONDS = 5.0
"""How long closing waits for what is still to be recorded."""


class Archive:
    """Teaches the memory and records the history. ``reopen`` shows an entry of the history again.

    ``is_private`` is asked each time. What the demo says is no translation, and is not recorded.
    """

    def __init__(
        self, opening: Opening, books: Books, preferences: Preferences, is_private: Callable[[], bool],
        reopen: Callable[[HistoryEntry], None],
    ) -> None:  # fmt: skip
        self._preferences = preferences
        self._tasks = Tasks()
        self._begun = 0
        self._translating: TranslatePresenter | None = None
        self._last: tuple[TranslationRequest, bool] | None = None
        self._learning = Learning(books.memory, lambda: preferences.settings.use_memory, clock.now)
        self.history = HistoryOpener(
            opening.theme, opening.window, books.history, opening.catalogue.name, clock.now, reopen,
            HistoryExport(books.history, opening.catalogue.name).write,
            lambda: preferences.settings.history.is_on and not is_private(),
        )  # fmt: skip
        self._recorder = HistoryRecorder(
            books.history, clock.now, lambda: preferences.settings.history, self.history.refresh
        )
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

    def start(self) -> None:
        """Forget what is too old, or too much. The event loop must be running."""
        self._follow_settings(self._preferences.settings)

    async def close(self) -> None:
        """Wait until all is kept, as long as is fair."""
        await self._learning.close()
        await self._tasks.finish(CLOSING_SECONDS)
        await self.history.close()
        await self.glossaries.close()
        await self.memory.close()

    # What happens in the window

    def follow(self, translating: TranslatePresenter) -> None:
        """Record what comes of this."""
        self._translating = translating
        translating.listen(self._follow_ending)

    def begin_anew(self) -> None:
        """Take note that another text took the place of the source."""
        self._recorder.begin_anew()

    def keep_edited(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take in translations that the user has written, or changed by hand."""
        self._learning.keep_edited(blocks, languages)
        if self._translating is not None and self._last is not None:
            self._record(self._translating.translation, *self._last)

    def keep_accepted(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take in translations that the user has copied or saved as they are."""
        if not self._preferences.service.is_demo:
            self._learning.keep_accepted(blocks, languages)

    def _open(self, shelf: Shelf) -> None:
        windows = {"memory": self.memory.open, "glossaries": self.glossaries.open, "history": self.history.open}
        windows[shelf]()

    def _refresh(self, shelf: Shelf) -> None:
        (self.memory if shelf == "memory" else self.history).refresh()

    def _follow_ending(self, request: TranslationRequest, ending: Ending) -> None:
        if not isinstance(ending, Failed):
            self._last = request, not isinstance(ending, Incomplete)
            self._record(ending.translation, *self._last)

    def _record(self, translation: Translation, request: TranslationRequest, is_complete: bool) -> None:
        service = self._preferences.service
        if service.is_demo:
            return
        languages = LanguagePair(request.source, request.target)
        self._begun += 1
        recording = self._recorder.record(request.text, translation, languages, service.name, is_complete=is_complete)
        self._tasks.start(f"record {self._begun}", recording)

    def _say_terms_changed(self) -> None:
        """Say how the terms come to be respected: nothing is sent unasked."""
        if self._translating is not None and self._translating.translation.text:
            self._screen.show_status(tr("The glossary has changed. Translate again to respect it."), "idle")

    def _follow_settings(self, _settings: Settings) -> None:
        self._tasks.start("forget", self._recorder.forget_what_is_too_much())
