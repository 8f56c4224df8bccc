"""What the translation memory saved: blocks that no service had to be asked for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self

from translator.translation.request import Action


@dataclass(frozen=True, slots=True)
class SavedRecord:
    """What the memory saved in one run. It says nothing of the text.

    ``service`` is the id of the service that would have been asked. The tokens are estimated: those of the blocks to be
    read, and those of their translations to be written; what goes along with a request is not among them. ``cost`` is
    what they would have cost in US dollars, None where the price is not known.
    """

    at: datetime
    service: str
    model: str
    action: Action
    blocks: int
    input_tokens: int
    output_tokens: int
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class SavedTotal:
    """What the memory saved in some time. ``unpriced`` of the blocks have no known cost."""

    blocks: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: float = 0
    unpriced: int = 0

    def __add__(self, other: Self) -> Self:
        """Return what was saved in both."""
        return replace(
            self,
            blocks=self.blocks + other.blocks,
            input_tokens=self.input_tokens + other.input_tokens,
            output_tokens=self.output_tokens + other.output_tokens,
            cost=self.cost + other.cost,
            unpriced=self.unpriced + other.unpriced,
        )

    @property
    def tokens(self) -> int:
        """All tokens together."""
        return self.input_tokens + self.output_tokens

    @property
    def known_cost(self) -> float | None:
        """The cost as far as it is known; None where it is not known at all."""
        return None if self.unpriced >= self.blocks else self.cost


def saved_by(records: Iterable[SavedRecord]) -> SavedTotal:
    """Return what these saved together."""
    every = list(records)
    return SavedTotal(
        sum(record.blocks for record in every),
        sum(record.input_tokens for record in every),
        sum(record.output_tokens for record in every),
        sum(record.cost or 0 for record in every),
        sum(record.blocks for record in every if record.cost is None),
    )
