"""Shows a short translation in Latin letters, where the user wants that."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from translator.i18n import tr
from translator.language.romanisation.romanise import can_romanise, needs_reading, romanise
from translator.language.tag import LanguageTag
from translator.messages import explain
from translator.translation.errors.base import TranslationError
from translator.translation.words.reading import NoReading, ReadingRequest
from translator.ui.loop.tasks import Tasks
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.run import CurrentService
from translator.ui.words.screen import RomanisedScreen, WordEngines

log = logging.getLogger(__name__)

LONGEST = 500
"""Characters: a line to learn from, and no second text."""

REST = 0.15
"""Seconds of rest after which a translation is romanised: not with every word that streams in."""


class RomanisationPresenter:
    """Follows the translation on the screen, and the user's wish ``is_on``.

    What cannot be read without knowing its words is asked of the service in use, but only when the user says so, and
    never of the demo.
    """

    def __init__(
        self, screen: RomanisedScreen, translating: TranslatePresenter, current: CurrentService, engines: WordEngines,
        is_on: Callable[[], bool], sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._translating = translating
        self._current = current
        self._engines = engines
        self._is_on = is_on
        self._sleep = sleep
        self._tasks = Tasks()
        self._is_shown = False
        self._asked: tuple[str, LanguageTag] | None = None
        translating.before_each(self._forget_reading)

    async def close(self) -> None:
        """End what runs; its socket is closed."""
        await self._tasks.close()

    def follow(self) -> None:
        """Take note that the translation, its language or the user's wish is another."""
        tag = self._tag()
        if tag is not None and self._asked == (self._translating.translation.text, tag):
            return
        self._forget_reading()
        if tag is not None:
            self._tasks.start("romanise", self._show(tag))
        else:
            self._tasks.cancel("romanise")
            self._say("")

    def ask_reading(self) -> None:
        """Ask how the translation on the screen is read."""
        tag, text = self._tag(), self._translating.translation.text
        if tag is None or not self._can_ask(text, tag):
            self.follow()
        elif self._translating.is_running:
            self._offer(tr("The text is not translated in full yet."))
        else:
            self._tasks.cancel("romanise")
            self._asked = text, tag
            self._is_shown = True
            self._screen.show_reading_waiting()
            request = ReadingRequest(text, tag, self._current.service.masks_private)
            self._tasks.start("reading", self._read(request))

    def cancel_reading(self) -> None:
        """Wait for the reading no more; it can be asked for again."""
        if self._tasks.cancel("reading"):
            self._offer("")

    def _tag(self) -> LanguageTag | None:
        """Return the language of the translation, where it is to be romanised."""
        languages = self._translating.shown.languages
        is_wanted = self._is_on() and languages is not None and can_romanise(languages.target)
        return languages.target if languages is not None and is_wanted else None

    def _can_ask(self, text: str, tag: LanguageTag) -> bool:
        return 0 < len(text) <= LONGEST and needs_reading(text, tag) and not self._current.service.is_demo

    async def _show(self, tag: LanguageTag) -> None:
        await self._sleep(REST)
        text = self._translating.translation.text
        romanised: str | None = None
        if 0 < len(text) <= LONGEST:
            # On a thread, as the first Chinese text loads tables.
            romanised = await asyncio.to_thread(romanise, text, tag)
        if romanised is None and self._can_ask(text, tag):
            self._offer("")
        else:
            self._say(romanised or "")

    async def _read(self, request: ReadingRequest) -> None:
        try:
            words = await self._engines.words(self._current.service)
            reading = await words.reading(request)
        except NoReading:
            self._offer(tr("No reading was found."))
        except TranslationError as error:
            self._offer(explain(error).sentence)
        except Exception:
            log.exception("Asking for a reading ended unexpectedly")
            self._offer(explain(TranslationError(self._current.service.name)).sentence)
        else:
            self._screen.show_reading(reading)

    def _forget_reading(self) -> None:
        """Take away the reading of another text, or the wait for it."""
        if self._asked is not None:
            self._asked = None
            self._tasks.cancel("reading")
            self._say("")

    def _offer(self, sentence: str) -> None:
        self._asked = None
        self._is_shown = True
        self._screen.offer_reading(sentence)

    def _say(self, text: str) -> None:
        if text or self._is_shown:
            self._is_shown = bool(text)
            self._screen.show_romanised(text)
