"""The running app, as a probe works it: by its own widgets."""

import asyncio
import time

from tests.bench.probes import FirstText
from tests.bench.row import Scale
from tests.bench.text import text_of
from translator.opening import Opening
from translator.running_window import RunningWindow
from translator.ui.translate.view import TranslateView

_REST_SECONDS = 0.4
_LOOK_SECONDS = 0.05
_PATIENCE_SECONDS = 180


class Subject:
    """The app under test."""

    def __init__(self, opening: Opening, running: RunningWindow, scale: Scale) -> None:
        self.opening = opening
        self.scale = scale
        self._translating = running._do.translating

    @property
    def view(self) -> TranslateView:
        """The panes."""
        return self.opening.window.view

    async def type(self, characters: int) -> str:
        """Put a text of this length into the source, and wait until the app has counted it; return it."""
        text = text_of(characters)
        self.opening.screen.replace_source(text)
        await asyncio.sleep(_REST_SECONDS)
        return text

    def begin(self) -> FirstText:
        """Press Translate; return what notes the first text."""
        assert not self._translating.is_running
        self.opening.screen.show_target("")
        first = FirstText(self.view.target.target)
        self.view.bar.translate.click()
        return first

    def stop(self) -> None:
        """Press Escape."""
        assert self._translating.is_running
        self.opening.window.escape_pressed.emit()

    async def wait_for(self, first: FirstText) -> None:
        """Wait for the first text."""
        await self._wait(lambda: first.at)

    async def finish(self, text: str) -> None:
        """Wait until all is on the screen; AssertionError where it is not all of it."""
        writer = self.view.target.writer
        await self._wait(lambda: not self._translating.is_running and writer.is_drained)
        assert len(self.view.target.target.text()) == len(text), self.view.status.status.text()

    async def _wait(self, condition) -> None:
        end = time.monotonic() + _PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < end, "the app did not get there"
            await asyncio.sleep(_LOOK_SECONDS)
