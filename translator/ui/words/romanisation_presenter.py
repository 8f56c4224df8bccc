"""Shows a short translation in Latin letters, where the user wants that."""

import asyncio
from collections.abc import Awaitable, Callable

from translator.language.romanisation.romanise import can_romanise, romanise
from translator.language.tag import LanguageTag
from translator.ui.tasks import Tasks
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.words.screen import RomanisedScreen

LONGEST = 500
"""Characters: a line to learn from, and no second text."""

REST = 0.15
"""Seconds of rest after which a translation is romanised: not with every word that streams in."""


class RomanisationPresenter:
    """Follows the translation on the screen, and the user's wish ``is_on``."""

    def __init__(
        self, screen: RomanisedScreen, translating: TranslatePresenter, is_on: Callable[[], bool],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        romanise: Callable[[str, LanguageTag], str | None] = romanise,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._translating = translating
        self._is_on = is_on
        self._sleep = sleep
        self._romanise = romanise
        self._tasks = Tasks()
        self._is_shown = False

    async def close(self) -> None:
        """End what runs."""
        await self._tasks.close()

    def follow(self) -> None:
        """Take note that the translation, its language or the user's wish is another."""
        languages = self._translating.shown.languages
        if self._is_on() and languages is not None and can_romanise(languages.target):
            self._tasks.start("romanise", self._show(languages.target))
        else:
            self._tasks.cancel("romanise")
            self._say("")

    async def _show(self, tag: LanguageTag) -> None:
        await self._sleep(REST)
        text = self._translating.translation.text
        romanised: str | None = None
        if 0 < len(text) <= LONGEST:
            # On a thread, as the first Chinese text loads tables.
            romanised = await asyncio.to_thread(self._romanise, text, tag)
        self._say(romanised or "")

    def _say(self, text: str) -> None:
        if text or self._is_shown:
            self._is_shown = bool(text)
            self._screen.show_romanised(text)
