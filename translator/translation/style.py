"""How the user wants texts to sound."""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["source", "formal", "informal"]
"""As the source is, or polite, or as among friends: in many languages another form of address."""

LONGEST_INSTRUCTIONS = 2_000
"""Characters. They go with every request."""


@dataclass(frozen=True, slots=True)
class Style:
    """What goes with every request. ``instructions`` are the user's own words, such as "for a technical audience"."""

    tone: Tone = "source"
    instructions: str = ""

    def identity(self) -> str:
        """Return one string that is another where the style is; empty for none."""
        return "" if self == Style() else f"{self.tone}\x1f{self.instructions.strip()}"
