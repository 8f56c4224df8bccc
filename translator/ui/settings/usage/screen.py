"""What the presenter of the usage page asks of it. The real one is a widget; tests have their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from translator.translation.spending.usage import Period

Fullness = Literal["fine", "nearly", "spent"]
"""How full a budget is."""


@dataclass(frozen=True, slots=True)
class UsageLine:
    """What one model of one service took, in words; ``cost`` stands at the end of the line."""

    title: str
    words: str
    cost: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a budget is spent: in words, and in percent, which may be more than 100."""

    words: str
    percent: int
    fullness: Fullness


class UsageCommands(Protocol):
    """What the controls of the usage page do."""

    def look(self) -> None:
        """Show how things stand."""
        ...

    def look_away(self) -> None:
        """Show nothing more, until one looks again."""
        ...

    def set_budget(self, period: Period, text: str) -> None:
        """Take what was typed as the budget."""
        ...


class UsageScreen(Protocol):
    """The usage page."""

    def listen(self, commands: UsageCommands) -> None:
        """Let the controls do this."""
        ...

    def show_lines(self, period: Period, lines: Sequence[UsageLine], otherwise: str) -> None:
        """Show what was used in this period; where that is nothing, say so."""
        ...

    def show_budget(self, period: Period, text: str) -> None:
        """Show this in the field of the budget."""
        ...

    def show_problem(self, period: Period, sentence: str) -> None:
        """Say what is wrong with what was typed there; nothing if empty."""
        ...

    def show_progress(self, period: Period, progress: Progress | None) -> None:
        """Show how far the budget is spent; nothing where there is none."""
        ...

    def show_price_table(self, words: str) -> None:
        """Say where the prices come from, and of which day they are."""
        ...
