"""Keeps the draft, the languages and the window, so that they are back at the next start."""

import asyncio
from collections.abc import Callable

from translator.session import Session
from translator.ui.loop.tasks import Tasks

REST = 1.0
"""Seconds."""

AT_LATEST = 5.0
"""Seconds: who types without a rest would otherwise lose everything when the computer stops."""


class SessionPresenter:
    """Keeps the session after each change, and at the end. In private mode nothing is kept, from the first moment.

    ``rest`` is how many seconds of rest follow an edit until the draft is kept; without a rest it is kept
    ``at_latest`` seconds after the first edit that was not.
    """

    def __init__(
        self,
        collect: Callable[[], Session],
        keep: Callable[[Session], None],
        rest: float = REST,
        at_latest: float = AT_LATEST,
    ) -> None:
        self._collect = collect
        self._keep = keep
        self._rest = rest
        self._at_latest = at_latest
        self._tasks = Tasks()
        self._private = False

    @property
    def is_private(self) -> bool:
        """Whether nothing is kept."""
        return self._private

    def set_private(self, *, private: bool) -> None:
        """Keep nothing from now on, or keep again."""
        if private:
            # What was typed before is kept as it is now; what comes after is not.
            self.keep_now()
            self._tasks.cancel("rest")
            self._tasks.cancel("latest")
        self._private = private
        if not private:
            self.follow_change()

    def follow_change(self) -> None:
        """Keep the session soon."""
        if not self._private:
            self._tasks.start("rest", self._keep_after_rest())
            if not self._tasks.is_running("latest"):
                self._tasks.start("latest", self._keep_at_latest())

    def keep_now(self) -> None:
        """Keep the session at once."""
        if not self._private:
            self._keep(self._collect())

    async def close(self) -> None:
        """Keep what there is, and end."""
        await self._tasks.close()
        self.keep_now()

    async def _keep_after_rest(self) -> None:
        await asyncio.sleep(self._rest)
        self._tasks.cancel("latest")
        self.keep_now()

    async def _keep_at_latest(self) -> None:
        await asyncio.sleep(self._at_latest)
        self.keep_now()
