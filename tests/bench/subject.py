"""The running app, as a probe works it: by its own widgets."""

import asyncio
import time

from tests.bench.probes import FirstText
from tests.bench.row import Scale
from tests.bench.text import text_of
from translator.engines.limits.limited import Limited
from translator.engines.limits.service_limits import Limits
from translator.running.opening import Opening
from translator.running.running_app import RunningApp
from translator.translation.request import Translation
from translator.ui.translate.view import TranslateView

_REST_SECONDS = 0.4
_LOOK_SECONDS = 0.05
_PATIENCE_SECONDS = 180


class Subject:
    """The app under test."""

    def __init__(self, opening: Opening, running: RunningApp, scale: Scale) -> None:
        self.opening = opening
        self.scale = scale
        self._translating = running.window.do.translating
        self._engines = running.workings.engines

    @property
    def view(self) -> TranslateView:
        """The panes."""
        return self.opening.window.view

    async def type(self, characters: int) -> str:
        """Put a text of this length into the source, and wait until the app has counted it; return it."""
        text = text_of(characters)
        await self.put(text)
        return text

    async def put(self, text: str) -> None:
        """Put this into the source, and wait until the app has counted it."""
        self.opening.screen.replace_source(text)
        await self.rest()

    def begin(self) -> FirstText:
        """Translate all of it afresh, into an empty target; return what notes the first text."""
        self.forget()
        first = FirstText(self.view.target.target)
        self.opening.window.actions_.afresh.trigger()
        return first

    def forget(self) -> None:
        """Empty the target, as if nothing had been translated. What the memory has stays there."""
        assert not self._translating.is_running
        self._translating.show_translation(Translation(""))

    def translate(self) -> FirstText:
        """Press Translate; return what notes the first text."""
        first = FirstText(self.view.target.target)
        self.view.bar.translate.click()
        return first

    async def rest(self) -> None:
        """Wait until nothing is left to do."""
        await asyncio.sleep(_REST_SECONDS)

    @property
    def blocks_from_memory(self) -> int:
        """How many blocks of the translation on the screen came from the memory."""
        return self._translating.translation.usage.from_memory

    def ask_as_elsewhere(self) -> None:
        """Hold the engine to the limits of a service elsewhere: one on this computer is asked less at a time."""
        [engine] = self._engines._engines.values()
        while not isinstance(engine, Limited):
            engine = engine._engine
        engine._admission.limits = Limits()

    def stop(self) -> None:
        """Press Escape."""
        assert self._translating.is_running
        self.opening.window.escape_pressed.emit()

    async def wait_for(self, first: FirstText) -> None:
        """Wait for the first text."""
        await self._wait(lambda: first.at)

    async def finish(self, text: str) -> None:
        """Wait until all is on the screen; AssertionError where it is not as long as this."""
        writer = self.view.target.writer
        await self._wait(lambda: not self._translating.is_running and writer.is_drained)
        assert len(self.view.target.target.text()) == len(text), self.view.status.status.text()

    async def _wait(self, condition) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < end, "the app did not get there"
            await asyncio.sleep(_LOOK_SECONDS)
