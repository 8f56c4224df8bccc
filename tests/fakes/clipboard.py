"""A clipboard of one's own."""

from collections.abc import Callable

from translator.surroundings.copied import CannotRead, Copied, NothingThere
from translator.surroundings.picture import Picture


class FakeClipboard:
    """Holds a text, or else a picture or a file; ``fault``, where there is one, is raised instead."""

    def __init__(self, content: str = "") -> None:
        self.content = content
        self.file = ""
        self.picture: Picture | None = None
        self.fault: CannotRead | None = None
        self._listeners: list[Callable[[], None]] = []

    async def read(self) -> Copied:
        """Return it."""
        if self.fault is not None:
            raise self.fault
        if not (self.content or self.picture or self.file):
            raise NothingThere
        return Copied(self.content or self.file, self.picture, self.file)

    def set_text(self, text: str) -> None:
        """Replace it."""
        self.content = text

    def listen(self, changed: Callable[[], None]) -> None:
        """Tell of what other programs put there."""
        self._listeners.append(changed)

    async def close(self) -> None:
        """There is nothing to hand over."""

    def copy_elsewhere(self, text: str) -> None:
        """Put a text on it, as another program."""
        self.content = text
        for listener in self._listeners:
            listener()
