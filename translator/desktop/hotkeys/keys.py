"""Global shortcuts where the program takes the keys itself: X11, Windows and macOS have this in common."""

import asyncio
from collections.abc import Callable, Mapping
from itertools import islice
from typing import Protocol

from translator.surroundings.chord import Chord
from translator.surroundings.chord_rules import propose_free
from translator.surroundings.hotkeys import Bound, Outcome
from translator.surroundings.summons import Summons

MOST_PROPOSED = 40
"""How many chords are tried at most until one is found that is free."""

Pressed = Callable[[Chord, str], None]
"""Called with keys that were pressed, and with the desktop's activation token, or none."""


class Keys(Protocol):
    """The system's keys, of which single chords may be taken."""

    async def open(self, pressed: Pressed) -> bool:
        """Get ready, and call this with whatever is pressed from now on; return whether keys are to be had."""
        ...

    def take(self, chord: Chord) -> Outcome:
        """Take these keys."""
        ...

    def holds(self, chord: Chord) -> bool:
        """Return whether these are taken still."""
        ...

    def release(self, chord: Chord) -> None:
        """Let go of keys that were taken."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class KeyShortcuts:
    """The port ``Shortcuts`` over such keys. ``platform`` is as ``sys.platform`` names it."""

    def __init__(self, name: str, platform: str, keys: Keys) -> None:
        self._name = name
        self._platform = platform
        self._keys = keys
        self._is_open = False
        self._is_closed = False
        self._summons: dict[Chord, Summons] = {}
        self._pressed: Callable[[Summons, str], None] = _nobody
        self._one_at_a_time = asyncio.Lock()

    @property
    def name(self) -> str:
        """The way they are had."""
        return self._name

    @property
    def desktop_chooses(self) -> bool:
        """The program does."""
        return False

    def listen(self, pressed: Callable[[Summons, str], None]) -> None:
        """Call this with each that is pressed, and with the desktop's activation token, or none."""
        self._pressed = pressed

    async def bind(self, wanted: Mapping[Summons, Chord]) -> Mapping[Summons, Bound]:
        """Take these keys, let go of all others, and return what became of each."""
        async with self._one_at_a_time:
            if not self._is_open and not self._is_closed:
                self._is_open = await self._keys.open(self._tell)
            if not self._is_open:
                return dict.fromkeys(wanted, Bound(Outcome.IMPOSSIBLE))
            self._release_all_but(set(wanted.values()))
            self._summons = {}
            outcomes = {summons: self._take(summons, chord) for summons, chord in wanted.items()}
            avoided = set(wanted.values())
            return {summons: self._explain(wanted[summons], outcome, avoided) for summons, outcome in outcomes.items()}

    async def close(self) -> None:
        """Let go of all of them."""
        async with self._one_at_a_time:
            self._summons.clear()
            self._keys.close()
            self._is_open, self._is_closed = False, True

    def _release_all_but(self, wanted: set[Chord]) -> None:
        for chord in self._summons.keys() - wanted:
            self._keys.release(chord)

    def _take(self, summons: Summons, chord: Chord) -> Outcome:
        if chord in self._summons:  # another of our own has it
            return Outcome.TAKEN
        outcome = Outcome.BOUND if self._keys.holds(chord) else self._keys.take(chord)
        if outcome is Outcome.BOUND:
            self._summons[chord] = summons
        return outcome

    def _explain(self, chord: Chord, outcome: Outcome, avoided: set[Chord]) -> Bound:
        if outcome is not Outcome.TAKEN:
            return Bound(outcome, str(chord) if outcome is Outcome.BOUND else "")
        free = self._find_free(chord, avoided)
        if free is not None:
            avoided.add(free)
        return Bound(outcome, free=free)

    def _find_free(self, preferred: Chord, avoided: set[Chord]) -> Chord | None:
        """Return keys that could be taken: each is tried, and let go of at once."""
        for chord in islice(propose_free(avoided, preferred, self._platform), MOST_PROPOSED):
            if self._keys.take(chord) is Outcome.BOUND:
                self._keys.release(chord)
                return chord
        return None

    def _tell(self, chord: Chord, activation: str) -> None:
        summons = self._summons.get(chord)
        if summons is not None:
            self._pressed(summons, activation)


def _nobody(_: Summons, __: str) -> None:
    """Hear nothing."""
