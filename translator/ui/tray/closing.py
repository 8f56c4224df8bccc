"""What closing the window does: it ends the program, unless that is to stay ready in the tray."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

from translator.ui.loop.tasks import Tasks
from translator.ui.preferences import Preferences
from translator.ui.tray.screen import ClosingWindow, StayQuestion

GONE_SECONDS = 5.0
"""A tray that is back by then has only been started anew."""


class Closing:
    """Decides for the window. The answer to the question is kept, as a setting like any other.

    ``has_tray`` says whether the icon is to be seen. The window comes back where the tray has gone while it was away:
    never is the tray the only way out. Quitting is asked for at the window itself, not here.
    """

    def __init__(
        self, window: ClosingWindow, question: StayQuestion, preferences: Preferences, has_tray: Callable[[], bool],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:  # fmt: skip
        self._window = window
        self._question = question
        self._preferences = preferences
        self._has_tray = has_tray
        self._sleep = sleep
        self._tasks = Tasks()
        self._session_ends = False

    def end_session(self) -> None:
        """Take note that the user logs out: nobody may keep the desktop from closing its windows now."""
        self._session_ends = True

    def may_end(self) -> bool:
        """Return whether closing the window ends the program; where it does not, do what is wanted instead."""
        wanted = self._preferences.settings.on_close
        if wanted == "quit" or self._session_ends or not self._has_tray():
            return True
        if wanted == "stay":
            self._window.put_away()
        else:
            self._question.ask(self._take_answer)
        return False

    def follow_tray(self) -> None:
        """Take note that the tray has come or gone. The event loop must be running."""
        if self._has_tray():
            self._tasks.cancel("gone")
        else:
            self._question.withdraw()
            self._tasks.start("gone", self._bring_back())

    def take_question_back(self) -> None:
        """Ask no more what is being asked; the next time, it is asked again."""
        self._question.withdraw()

    async def close(self) -> None:
        """Do nothing more."""
        self._question.withdraw()
        await self._tasks.close()

    def _take_answer(self, stays: bool) -> None:
        self._preferences.change(replace(self._preferences.settings, on_close="stay" if stays else "quit"))
        if stays:
            self._window.put_away()
        else:
            self._window.quit()

    async def _bring_back(self) -> None:
        await self._sleep(GONE_SECONDS)
        if self._window.isHidden():
            self._window.bring_back(activates=False)
