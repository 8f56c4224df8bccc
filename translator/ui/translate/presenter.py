"""Decides what to translate and when, and shows what comes of it. Knows no widget."""

import asyncio
import logging
import time
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Protocol

from translator.i18n import tr
from translator.settings import Service
from translator.text.tokens import estimate_tokens
from translator.translation.errors import TranslationError
from translator.translation.request import (
    Ending,
    Failed,
    Incomplete,
    IncompleteReason,
    Translation,
    TranslationRequest,
)
from translator.ui.pace import Pace
from translator.ui.ports import TextTranslator
from translator.ui.tasks import Tasks
from translator.ui.translate.ending import Endings
from translator.ui.translate.language_choice import Decision, LanguageChoice
from translator.ui.translate.progress import Progress
from translator.ui.translate.screen import Screen

log = logging.getLogger(__name__)

COUNT_AFTER = 0.15
"""Seconds of rest after which a text is counted and its language looked at."""

TRANSLATE_AFTER = 0.6
"""Seconds of rest after which a text is translated, where the user wants that."""

TYPED_LIMIT = 2_000
"""Characters up to which a text is translated while one types."""

STOP_AFTER = 0.1
"""Seconds after which Translate becomes Stop; a quicker answer never makes it flicker."""


@dataclass(frozen=True, slots=True)
class Rests:
    """How long the presenter waits, in seconds."""

    count: float = COUNT_AFTER
    translate: float = TRANSLATE_AFTER
    stop: float = STOP_AFTER


class CurrentService(Protocol):
    """The service in use and what its engine can do."""

    @property
    def service(self) -> Service:
        """The service in use."""
        ...

    async def translator(self) -> TextTranslator:
        """Return the use case for it. Raises TranslationError."""
        ...

    def used_model(self, model: str) -> None:
        """Remember which model answered, where none was chosen before."""
        ...


class TranslatePresenter:
    """Owns the task that translates. Only the current task may paint."""

    def __init__(
        self, screen: Screen, languages: LanguageChoice, current: CurrentService, endings: Endings,
        clock: Callable[[], float] = time.perf_counter, rests: Rests | None = None,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._languages = languages
        self._current = current
        self._endings = endings
        self._clock = clock
        self._rests = rests or Rests()
        self._tasks = Tasks()
        self._translation = Translation("")
        self._progress: Progress | None = None
        self.while_typing = False

    @property
    def translation(self) -> Translation:
        """The translation on the screen, as far as it has come."""
        return Translation(self._progress.text) if self._progress else self._translation

    @property
    def is_running(self) -> bool:
        """Whether a translation is on its way."""
        return self._tasks.is_running("translate")

    async def close(self) -> None:
        """End everything that runs; sockets are closed."""
        await self._tasks.close()

    # Commands

    def follow_edit(self) -> None:
        """Take note that the source was edited: what was on its way is no longer wanted."""
        self.stop()
        self._tasks.start("rest", self._rest())

    def translate(self) -> None:
        """Translate what is typed, now."""
        self._tasks.cancel("rest")
        text = self._screen.source_text()
        self._look_at(text)
        if not text.strip():
            self._screen.show_status(tr("There is no text to translate yet."), "idle")
            self._screen.focus_source()
            return
        decision = self._languages.decide()
        self._screen.show_languages(self._languages)
        if decision.already_there:
            self.stop()
            self._endings.show_already_there(decision.languages.target)
            return
        self._tasks.start("translate", self._translate(text, decision))

    def stop(self) -> None:
        """Stop what runs. What has arrived stays, marked."""
        if self._tasks.cancel("translate"):
            self._translation = self.translation
            self._screen.end_target(broken_off=bool(self._translation.text))
            self._settle()
            self._screen.show_meta(tr("Stopped"))
            self._screen.show_status(tr("Stopped"), "idle")

    def look_again(self) -> None:
        """Look at the source's language once more, as when the detector has only now been loaded."""
        self._look_at(self._screen.source_text())

    def show_translation(self, translation: Translation) -> None:
        """Show a translation that did not come from here, such as one brought back."""
        self._translation, self._progress = translation, None
        self._screen.show_target(translation.text)
        self._screen.show_meta("")

    # The way of one translation

    async def _rest(self) -> None:
        await asyncio.sleep(self._rests.count)
        text = self._screen.source_text()
        self._look_at(text)
        if not text:
            self.show_translation(Translation(""))
            self._screen.hide_notices()
        await asyncio.sleep(self._rests.translate - self._rests.count)
        typed = self.while_typing and len(text) < TYPED_LIMIT and bool(text.strip())
        if typed and not self._screen.is_composing():
            # This task must be over before the command that would cancel it.
            asyncio.get_running_loop().call_soon(self.translate)

    def _look_at(self, text: str) -> None:
        self._languages.look_at(text)
        self._screen.show_languages(self._languages)
        self._screen.show_counts(len(text), estimate_tokens(text))

    async def _translate(self, text: str, decision: Decision) -> None:
        words = self._endings.words_for(decision)
        self._translation = Translation("")
        self._progress = Progress(self._screen, words, text)
        self._screen.hide_notices()
        self._screen.await_target()
        self._screen.show_meta("")
        self._screen.show_status(words, "ready")
        later = asyncio.get_running_loop().call_later(self._rests.stop, self._offer_stop)
        started = self._clock()
        try:
            request = TranslationRequest(text, decision.languages.target, decision.languages.source)
            ending = await self._stream(request, self._progress)
        except Exception:
            log.exception("A translation ended unexpectedly")
            ending = self._broken_off(TranslationError(self._current.service.name))
        finally:
            later.cancel()
        self._finish(ending, self._clock() - started)

    async def _stream(self, request: TranslationRequest, progress: Progress) -> Ending:
        """Paint what comes, and return how it ended."""
        pace = Pace()
        try:
            translator = await self._current.translator()
        except TranslationError as error:
            return Failed(error)
        async with aclosing(translator.run(request)) as events:
            async for event in events:
                if isinstance(event, Ending):
                    return event
                progress.show(event)
                await pace.breathe()
        raise AssertionError("a translation ended without an ending")

    def _broken_off(self, error: TranslationError) -> Ending:
        translation = self.translation
        return Incomplete(IncompleteReason.CUT, translation, error) if translation.text else Failed(error)

    def _finish(self, ending: Ending, seconds: float) -> None:
        if not isinstance(ending, Failed):
            self._translation = ending.translation
            self._current.used_model(ending.translation.model)
        self._settle()
        self._endings.show(ending, seconds)

    def _offer_stop(self) -> None:
        # The task may have been stopped a moment ago, and not have called this off yet.
        if self.is_running:
            self._screen.show_running(running=True)

    def _settle(self) -> None:
        self._progress = None
        self._screen.show_running(running=False)
        self._screen.show_progress(None)
        self._screen.light_source(None)
