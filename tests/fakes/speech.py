"""Voices that a test holds in its hand."""

import asyncio
from collections.abc import Callable

from translator.language.tag import LanguageTag
from translator.surroundings.voices import CannotSpeak


class FakeSpeech:
    """``said`` is what it was asked to read. It reads until ``finish`` is called; ``fault`` is raised instead."""

    def __init__(self, *, can_speak: bool = True, fault: CannotSpeak | None = None) -> None:
        self.said: list[tuple[str, str]] = []
        self.stopped = 0
        self.asked = 0
        self.fault = fault
        self._can_speak = can_speak
        self._endings: list[asyncio.Future[None]] = []

    @property
    def finish(self) -> Callable[[], None]:
        """What ends the text that was begun last."""
        ending = self._endings[-1]
        return lambda: ending.set_result(None)

    @property
    def is_speaking(self) -> bool:
        """Whether somebody is heard."""
        return any(not ending.done() for ending in self._endings)

    async def can_speak(self) -> bool:
        """Return what was said at the beginning."""
        self.asked += 1
        return self._can_speak

    async def speak(self, text: str, language: LanguageTag | None) -> None:
        """Read it, until told otherwise."""
        if self.fault is not None:
            raise self.fault
        self.said.append((text, str(language or "")))
        ending = asyncio.get_running_loop().create_future()
        self._endings.append(ending)
        try:
            await ending
        except asyncio.CancelledError:
            self.stopped += 1
            raise
