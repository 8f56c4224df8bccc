"""What becomes of keys that are wanted as global shortcuts."""

from dataclasses import dataclass
from enum import Enum


class Outcome(Enum):
    """Whether a shortcut is to be had."""

    BOUND = "bound"
    TAKEN = "taken"
    """Another program has these keys."""
    IMPOSSIBLE = "impossible"
    """No global shortcut can be had here, or not with such keys."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What became of one. ``keys`` says what to press, in the desktop's words where it chose the keys itself."""

    outcome: Outcome
    keys: str = ""
