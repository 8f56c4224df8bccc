"""What becomes of keys that are wanted as global shortcuts."""

from dataclasses import dataclass
from enum import Enum

from translator.surroundings.chord import Chord


class Outcome(Enum):
    """Whether a shortcut is to be had."""

    BOUND = "bound"
    TAKEN = "taken"
    """Another program has these keys."""
    IMPOSSIBLE = "impossible"
    """No global shortcut can be had here, or not with such keys."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What became of one. ``keys`` says what to press, in the desktop's words where it chose the keys itself.

    A desktop that chooses may not have given it any keys yet: then it is BOUND with empty ``keys``, and the user sets
    them in the desktop's settings. ``free`` are keys to propose in place of those that are TAKEN; nobody has them now.
    """

    outcome: Outcome
    keys: str = ""
    free: Chord | None = None
