"""What comes of translating, kept as long as the program runs: whichever language its windows speak meanwhile."""

from collections.abc import Callable

from translator import clock
from translator.books import Books
from translator.settings import Settings
from translator.ui.history.recorder import HistoryRecorder
from translator.ui.keeping.keeping import Keeping
from translator.ui.keeping.learning import Learning
from translator.ui.loop.tasks import Tasks
from translator.ui.preferences import Preferences


class Recording:
    """Memory and history learn from the window by ``window``, and from the popup by ``popup``.

    ``recorded`` is called with each new entry of the history.
    """

    def __init__(self, books: Books, preferences: Preferences, is_private: Callable[[], bool]) -> None:
        self._books = books
        self._preferences = preferences
        self._is_private = is_private
        self._tasks = Tasks()
        self.recorded: Callable[[], None] = lambda: None
        self._recorder = self._make_recorder()
        self.window = self._make_keeping(self._recorder)
        self.popup = self._make_keeping(self._make_recorder())
        preferences.listen(self._follow_settings)

    def start(self) -> None:
        """Forget what is too old, or too much. The event loop must be running."""
        self._follow_settings(self._preferences.settings)
        self._tasks.start("forget answers", self._books.memory.forget_unused())

    async def close(self) -> None:
        """Wait until all is kept, as long as is fair."""
        await self.window.close()
        await self.popup.close()
        await self._tasks.close()

    def _make_recorder(self) -> HistoryRecorder:
        return HistoryRecorder(self._books.history, clock.now, lambda: self._preferences.settings.history, self._tell)

    def _tell(self) -> None:
        self.recorded()

    def _make_keeping(self, recorder: HistoryRecorder) -> Keeping:
        learning = Learning(self._books.memory, lambda: self._preferences.settings.use_memory, clock.now)
        return Keeping(recorder, learning, lambda: self._preferences.service, self._is_private)

    def _follow_settings(self, _settings: Settings) -> None:
        self._tasks.start("forget", self._recorder.forget_what_is_too_much())
