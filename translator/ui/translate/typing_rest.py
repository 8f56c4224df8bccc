"""What comes of a rest while one types: the text is looked at, and translated where the user wants that."""

import asyncio
from collections.abc import Callable

from translator.text.display import is_blank
from translator.ui.loop.tasks import Tasks
from translator.ui.translate.looking import Looking
from translator.ui.translate.rests import Rests
from translator.ui.translate.screen import Screen

TYPED_LIMIT = 2_000
"""Characters up to which a text is translated while one types."""


class TypingRest:
    """Waits until nobody types any more. ``emptied`` is called where there is no text left by then."""

    def __init__(
        self, screen: Screen, looking: Looking, rests: Rests, emptied: Callable[[], None],
        translate: Callable[[], None],
    ) -> None:  # fmt: skip
        self._screen = screen
        self._looking = looking
        self._rests = rests
        self._emptied = emptied
        self._translate = translate
        self._tasks = Tasks()
        self.translates = False
        """Whether the user wants a text to be translated while one types."""

    async def close(self) -> None:
        """Wait no more."""
        await self._tasks.close()

    def begin(self) -> None:
        """Wait from now on."""
        self._tasks.start("rest", self._rest())

    def cancel(self) -> bool:
        """Wait no more; return whether it was waited."""
        return self._tasks.cancel("rest")

    def will_translate(self, text: str) -> bool:
        """Return whether a rest leads to a translation of this text."""
        return self.translates and len(text) < TYPED_LIMIT

    async def _rest(self) -> None:
        await asyncio.sleep(self._rests.count)
        text = self._screen.source_text()
        self._looking.look_at(text)
        if not text:
            self._emptied()
        await asyncio.sleep(self._rests.translate - self._rests.count)
        if self.will_translate(text) and not is_blank(text) and not self._screen.is_composing():
            # This task must be over before the command that would cancel it.
            asyncio.get_running_loop().call_soon(self._translate)
