"""What is copied in other programs is translated: all of it where the user wants that, or what is copied twice."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from translator.settings import Settings
from translator.surroundings.copied import CannotRead
from translator.ui.desktop_ports import Clipboard
from translator.ui.loop.tasks import Tasks
from translator.ui.preferences import Preferences

SETTLED_SECONDS = 0.08
"""What follows sooner belongs to the same copying.

Many programs empty the clipboard and fill it, or fill it format by format, within a few milliseconds: browsers and
office programs among them. Nobody presses a key twice that fast (people tap 5 to 8 times a second), and a key that is
held repeats 25 to 40 times.
"""

_NOTHING_SECONDS = 0.001
"""What is left of a time when it is over."""

TWICE_SECONDS = 0.5
"""Within this time, the same text copied again counts as copied twice."""

LARGEST_WATCHED = 10_000
"""Characters. Nobody asked for the translation of what is merely copied, and it costs something."""


@dataclass(frozen=True, slots=True)
class _Copying:
    """A text as it was copied last: its hash, as nothing is to stay in memory that may be a password, and when."""

    text: int | None = None
    begun: float = float("-inf")


class CopyWatch:
    """Reads each copy once, as soon as it has settled, and nothing at all while neither is switched on.

    ``show`` is given a text to be translated without taking the focus; ``sign`` is told whether all is watched.
    ``is_seen`` says whether this platform tells of what is copied elsewhere; where it does not, nothing happens.
    ``clock`` is in seconds. A loop is running when the clipboard tells of a change.
    """

    def __init__(
        self, clipboard: Clipboard, preferences: Preferences, show: Callable[[str], None],
        sign: Callable[[bool], None], *, is_seen: bool = True, clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:  # fmt: skip
        self.is_paused = False
        """Whether copying twice is no shortcut just now."""
        self._clipboard = clipboard
        self._preferences = preferences
        self._show = show
        self._sign = sign
        self._is_seen = is_seen
        self._clock = clock
        self._sleep = sleep
        self._tasks = Tasks()
        self._is_over = False
        self._changed = self._begun = float("-inf")
        self._last = _Copying()
        self._own: int | None = None
        if is_seen:
            clipboard.listen(self._follow_change)
        preferences.listen(self._follow_settings)
        self._follow_settings(preferences.settings)

    def ignore(self, text: str) -> None:
        """Take this for our own from now on: other programs, such as those that keep a history, may copy it anew."""
        self._own = hash(text)

    def stop_watching(self) -> None:
        """Watch no longer; the user wants it so."""
        self._preferences.change(replace(self._preferences.settings, watch_clipboard=False))

    def tell(self) -> None:
        """Say again whether all is watched."""
        self._follow_settings(self._preferences.settings)

    async def close(self) -> None:
        """End what is being read, and read nothing any more."""
        self._is_over = True
        await self._tasks.close()

    def _follow_settings(self, settings: Settings) -> None:
        self._sign(settings.watch_clipboard and self._is_seen)

    @property
    def _watches(self) -> bool:
        return self._preferences.settings.watch_clipboard

    @property
    def _counts(self) -> bool:
        return self._preferences.settings.shortcuts.double_copy and not self.is_paused

    def _follow_change(self) -> None:
        if self._is_over or not (self._watches or self._counts):
            self._last = _Copying()
            return
        now = self._clock()
        if now - self._changed >= SETTLED_SECONDS:
            self._begun = now
        self._changed = now
        if not self._tasks.is_running("read"):
            self._tasks.start("read", self._read())

    async def _read(self) -> None:
        seen = None
        while seen != self._changed:
            while (left := self._changed + SETTLED_SECONDS - self._clock()) > _NOTHING_SECONDS:
                await self._sleep(left)
            seen, begun = self._changed, self._begun
            try:
                copied = await self._clipboard.read()
            except CannotRead:  # nobody asked for it; what is marked as secret is not even mentioned
                self._last = _Copying()
            else:
                self._take("" if copied.file else copied.text, begun)

    def _take(self, text: str, begun: float) -> None:
        last, self._last = self._last, _Copying(hash(text), begun)
        if not text.strip() or self._last.text == self._own:
            return
        is_same = self._last.text == last.text
        if is_same and self._counts and begun - last.begun <= TWICE_SECONDS:
            self._last = replace(self._last, begun=float("-inf"))  # a third time begins anew
            self._show(text)
        elif not is_same and self._watches and len(text) <= LARGEST_WATCHED:
            self._show(text)
