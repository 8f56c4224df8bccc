"""Global shortcuts that a test holds in its hand."""

import asyncio
from collections.abc import Callable, Mapping

from translator.surroundings.chord import Chord
from translator.surroundings.hotkeys import Bound, Outcome
from translator.surroundings.summons import Summons


class FakeShortcuts:
    """``held`` are the keys it has; those in ``taken`` are another program's, those in ``impossible`` nobody's.

    ``gate``, where it is set, holds up the answers.
    """

    def __init__(self, name: str = "fake", *, desktop_chooses: bool = False) -> None:
        self._name = name
        self._desktop_chooses = desktop_chooses
        self.held: dict[Summons, Chord] = {}
        self.asked: list[dict[Summons, Chord]] = []
        self.taken: dict[Chord, Chord | None] = {}
        self.impossible: set[Chord] = set()
        self.triggers: dict[Summons, str] = {}
        self.gate: asyncio.Event | None = None
        self.is_closed = False
        self.press: Callable[[Summons, str], None] = lambda _summons, _activation: None

    @property
    def name(self) -> str:
        """The way they are had."""
        return self._name

    @property
    def desktop_chooses(self) -> bool:
        """Whether the desktop chooses the keys."""
        return self._desktop_chooses

    def listen(self, pressed: Callable[[Summons, str], None]) -> None:
        """Have ``press`` call this."""
        self.press = pressed

    async def bind(self, wanted: Mapping[Summons, Chord]) -> Mapping[Summons, Bound]:
        """Take these."""
        self.asked.append(dict(wanted))
        if self.gate is not None:
            await self.gate.wait()
        bound = {summons: self._bind(summons, chord) for summons, chord in wanted.items()}
        self.held = {summons: wanted[summons] for summons, each in bound.items() if each.outcome is Outcome.BOUND}
        return bound

    def _bind(self, summons: Summons, chord: Chord) -> Bound:
        if not self._name or chord in self.impossible:
            return Bound(Outcome.IMPOSSIBLE)
        if chord in self.taken:
            return Bound(Outcome.TAKEN, free=self.taken[chord])
        return Bound(Outcome.BOUND, self.triggers.get(summons, "" if self._desktop_chooses else str(chord)))

    async def close(self) -> None:
        """Let go."""
        self.held = {}
        self.is_closed = True
