"""Keys that are pressed together."""

from dataclasses import dataclass
from typing import Self

MODIFIERS = ("Ctrl", "Alt", "Shift", "Meta")
"""In the order in which they are written. Meta is the Windows key, or Command."""

_SAME = {"control": "Ctrl", "option": "Alt", "super": "Meta", "win": "Meta", "cmd": "Meta", "command": "Meta"}
_CHARACTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
FUNCTION_KEYS = tuple(f"F{number}" for number in range(1, 25))
OTHER_KEYS = (
    "Space", "Insert", "Delete", "Home", "End", "PgUp", "PgDown", "Left", "Right", "Up", "Down", "Pause", "Print",
    "ScrollLock", "Menu",
)  # fmt: skip
_BY_FOLDED = {name.casefold(): name for name in (*_CHARACTERS, *FUNCTION_KEYS, *OTHER_KEYS)}


class InvalidChord(ValueError):
    """This does not name keys that could be pressed together."""


@dataclass(frozen=True, slots=True)
class Chord:
    """One key with its modifiers, such as Ctrl+Shift+F1. ``modifiers`` are names of MODIFIERS, in their order.

    ``key`` is a letter or a digit, one of FUNCTION_KEYS or of OTHER_KEYS. A letter is the key that writes it; where the
    layout has no such letter, the key that a US keyboard has in that place.
    """

    modifiers: tuple[str, ...]
    key: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the chord that is written like this, in whatever case and order. Raises InvalidChord."""
        *given, last = (part.strip() for part in text.split("+"))
        named = {_SAME.get(part.casefold(), part.capitalize()) for part in given}
        key = _BY_FOLDED.get(last.casefold())
        if key is None or len(named) < len(given) or not named <= set(MODIFIERS):
            raise InvalidChord(text)
        return cls(tuple(name for name in MODIFIERS if name in named), key)

    @property
    def is_character(self) -> bool:
        """Whether the key alone writes a letter or a digit."""
        return self.key in _CHARACTERS

    def __str__(self) -> str:
        return "+".join((*self.modifiers, self.key))
