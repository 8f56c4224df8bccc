"""Keeps what comes of translating: in the history, and in the memory, which learns from it."""

from collections.abc import Callable, Sequence

from translator.language.tag import LanguagePair
from translator.settings import Service
from translator.translation.request import Ending, Failed, FinishedBlock, Incomplete, TranslationRequest
from translator.ui.history.recorder import HistoryRecorder
from translator.ui.keeping.learning import Learning
from translator.ui.loop.tasks import Tasks
from translator.ui.translate.presenter import TranslatePresenter


class Keeping:
    """Records what one window translates, and teaches the memory what the user writes and uses.

    ``service`` is asked before each translation: another may be in use by the time that it ends. ``is_private`` is
    asked each time. Whether something is private is settled when it happens, and not when its turn to be written comes.
    What the demo says is no translation: nothing of it is kept, nor what the user makes of it.
    """

    def __init__(
        self, recorder: HistoryRecorder, learning: Learning, service: Callable[[], Service],
        is_private: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._recorder = recorder
        self._learning = learning
        self._service = service
        self._is_private = is_private
        self._tasks = Tasks()
        self._translating: TranslatePresenter | None = None
        self._last: TranslationRequest | None = None
        self._asked: Service | None = None
        """Who was asked for the translation that is shown, or on its way."""

    @property
    def is_private(self) -> bool:
        """Whether the user wants nothing to be kept now."""
        return self._is_private()

    async def close(self) -> None:
        """Wait until all is kept, as long as is fair."""
        await self._learning.close()
        await self._tasks.finish()

    def follow(self, translating: TranslatePresenter) -> None:
        """Record what comes of this."""
        self._translating = translating
        translating.before_each(self._follow_beginning)
        translating.listen(self._follow_ending)

    def begin_anew(self) -> None:
        """Take note that another text took the place of the source."""
        self._recorder.begin_anew()

    def keep_edited(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take in translations that the user has written, or changed by hand."""
        if not self._keeps_nothing:
            self._learning.keep_edited(blocks, languages)
            self._record_what_is_shown()

    def keep_accepted(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take in translations that the user has copied or saved as they are."""
        if not self._keeps_nothing:
            self._learning.keep_accepted(blocks, languages)

    @property
    def _keeps_nothing(self) -> bool:
        return self._is_private() or self._by.is_demo

    @property
    def _by(self) -> Service:
        return self._asked or self._service()

    def _follow_beginning(self) -> None:
        self._asked = self._service()

    def _follow_ending(self, request: TranslationRequest, ending: Ending) -> None:
        self._last = None if self._keeps_nothing else request
        if self._last is not None and not isinstance(ending, Failed):
            self._record(request, is_complete=not isinstance(ending, Incomplete))

    def _record_what_is_shown(self) -> None:
        """Record what the user has made of the last translation, as long as it is that which is shown."""
        if self._translating is None or self._last is None:
            return
        shown, last = self._translating.shown, self._last
        if (shown.source, shown.languages) == (last.text, LanguagePair(last.source, last.target)):
            self._record(last, is_complete=not shown.gaps)

    def _record(self, request: TranslationRequest, *, is_complete: bool) -> None:
        assert self._translating is not None  # noqa: S101 - who tells of an ending is followed
        recording = self._recorder.record(
            request.text, self._translating.shown.own_translation, LanguagePair(request.source, request.target),
            self._by.name, is_complete=is_complete, action=request.action,
        )  # fmt: skip
        self._tasks.add(recording)
