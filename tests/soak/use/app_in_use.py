"""The running app, as those work it who use it from inside: by its own widgets, in whatever language it speaks now."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from random import Random

from PySide6.QtWidgets import QApplication, QWidget

from translator.running.opening import Opening
from translator.running.running_app import RunningApp
from translator.running.running_window import RunningWindow
from translator.settings import Settings

Act = Callable[[Random], Awaitable[None]]
"""Something that is done with the app, at random within what it does."""

_PATIENCE_SECONDS = 60
_LOOK_SECONDS = 0.01


class AppInUse:
    """Gives what there is of the app at the moment: with another language its window is filled anew."""

    def __init__(self, running: RunningApp) -> None:
        self.running = running
        self.preferences = running.workings.lasting_preferences

    @property
    def opening(self) -> Opening:
        """The window and what it was made from."""
        return self.running._opening

    @property
    def at_work(self) -> RunningWindow:
        """What works behind the window."""
        return self.running.window

    @property
    def is_translating(self) -> bool:
        """Whether the window's translation is on its way."""
        return self.at_work.do.translating.is_running

    @property
    def target(self) -> str:
        """The translation, as far as it is there."""
        return self.opening.window.view.target.target.text()

    @property
    def is_romanised(self) -> bool:
        """Whether the translation is shown in Latin letters too."""
        line = self.opening.window.findChild(QWidget, "romanisedPart")
        return line is not None and line.isVisible()

    def put(self, text: str) -> None:
        """Put this in the place of the source, as an edit."""
        self.opening.screen.replace_source(text)

    def translate(self) -> None:
        """Have all of the source translated, whether it is known or not."""
        self.opening.window.actions_.afresh.trigger()

    def escape(self) -> None:
        """Press Escape: a translation on its way stops."""
        self.opening.window.escape_pressed.emit()

    def change(self, **settings: object) -> None:
        """Change these of the settings, as their page does."""
        self.preferences.change(replace(self.preferences.settings, **settings))

    async def return_to(self, settings: Settings) -> None:
        """Have these settings again, and the language that goes with them."""
        self.preferences.change(settings)
        await self.finish_speaking()

    async def finish_speaking(self) -> None:
        """Wait until the window is there in the language that was chosen last."""
        await self.until(lambda: not self.running._switching._tasks._running, "the language")

    async def finish(self) -> None:
        """Wait until the translation has ended and all of it is on the screen."""
        writer = self.opening.window.view.target.writer
        await self.until(lambda: not self.is_translating and writer.is_drained, "the translation")

    async def until(self, condition: Callable[[], object], what: str) -> None:
        """Return as soon as it holds; AssertionError where it does not within a minute."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while not condition():
            assert time.monotonic() < end, f"{what} did not come to be"
            await asyncio.sleep(_LOOK_SECONDS)

    def other_windows(self) -> list[QWidget]:
        """Return what is on the screen beside the window: dialogs, menus and the popup."""
        main = self.opening.window
        return [each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not main]

    async def close_others(self) -> None:
        """Close all of these, the way their own buttons do."""
        for each in self.other_windows():
            each.close()
        await self.until(lambda: not self.other_windows(), "closing " + ", ".join(map(_name, self.other_windows())))


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__
