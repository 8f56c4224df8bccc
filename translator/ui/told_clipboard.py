"""A clipboard that also tells what we put on it ourselves."""

from collections.abc import Callable

from translator.surroundings.copied import Copied
from translator.ui.desktop_ports import Clipboard


class ToldClipboard:
    """The clipboard of another, with those told who must know our own texts from other programs'."""

    def __init__(self, clipboard: Clipboard) -> None:
        self._clipboard = clipboard
        self._listeners: list[Callable[[str], None]] = []

    async def read(self) -> Copied:
        """Return what is on it. Raises CannotRead."""
        return await self._clipboard.read()

    def set_text(self, text: str) -> None:
        """Put a text on it."""
        for listener in self._listeners:
            listener(text)
        self._clipboard.set_text(text)

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this whenever another program has put something on it."""
        self._clipboard.listen(changed)

    async def close(self) -> None:
        """Hand what would go with this program to the desktop, where that keeps such things."""
        await self._clipboard.close()

    def listen_to_own(self, copied: Callable[[str], None]) -> None:
        """Call this with each text that we are about to put on it."""
        self._listeners.append(copied)
