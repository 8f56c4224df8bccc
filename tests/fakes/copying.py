"""A clipboard on which other programs put things."""

import asyncio
from collections.abc import Callable

from translator.surroundings.copied import CannotRead, Copied


class FakeCopies:
    """Implements the Clipboard of ``desktop_ports``. ``reads`` counts how often it was read.

    ``gate``, where it is set, holds up the next answers.
    """

    def __init__(self) -> None:
        self.content: Copied | CannotRead = Copied()
        self.reads = 0
        self.put: list[str] = []
        self.gate: asyncio.Event | None = None
        self.listeners: list[Callable[[], None]] = []

    def copy(self, content: Copied | CannotRead | str) -> None:
        """Let another program copy this."""
        self.content = Copied(content) if isinstance(content, str) else content
        for listener in self.listeners:
            listener()

    async def read(self) -> Copied:
        """Return it."""
        self.reads += 1
        content = self.content
        if self.gate is not None:
            await self.gate.wait()
        if isinstance(content, CannotRead):
            raise content
        return content

    def set_text(self, text: str) -> None:
        """Put a text on it, of which nobody is told."""
        self.content = Copied(text)
        self.put.append(text)

    def listen(self, changed: Callable[[], None]) -> None:
        """Tell this one of what is copied."""
        self.listeners.append(changed)
