"""A program in front that does what it is told."""

import asyncio

from translator.surroundings.copied import CannotRead, NothingThere
from translator.surroundings.obstacles import Obstacle


class FakeProgramInFront:
    """Implements the ProgramInFront of ``desktop_ports``.

    ``selected`` is what is selected in it; ``replaced`` lists what was put there instead. ``fault`` is raised by
    ``replace``; ``gate``, where it is set, holds it up. ``attempts`` counts how often it was begun, ``returns`` how
    often it was given the keyboard back.
    """

    def __init__(self, selected: str = "") -> None:
        self.selected = selected
        self.unread: CannotRead | None = None
        self.obstacle: Obstacle | None = None
        self.fault: Exception | None = None
        self.gate: asyncio.Event | None = None
        self.replaced: list[str] = []
        self.attempts = 0
        self.remembered = 0
        self.returns = 0

    def remember(self) -> None:
        """Take note of it."""
        self.remembered += 1

    async def selected_text(self) -> str:
        """Return what is selected."""
        if self.unread is not None:
            raise self.unread
        if not self.selected:
            raise NothingThere
        return self.selected

    async def replace(self, text: str) -> None:
        """Put this in its place."""
        self.attempts += 1
        if self.gate is not None:
            await self.gate.wait()
        if self.fault is not None:
            raise self.fault
        self.replaced.append(text)

    def return_focus(self) -> None:
        """Have the keyboard back."""
        self.returns += 1
