"""What is shown of findings, and what can be done with them. No Qt, so that a presenter needs none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from translator.text.span import Span
    from translator.translation.checks.finding import Severity


class MarkedPlaces(NamedTuple):
    """Where findings are in one text, in code points."""

    errors: Sequence[Span] = ()
    warnings: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding in the list."""

    severity: Severity
    sentence: str


class FindingsShown(NamedTuple):
    """What is said of the findings above the translation's footer: nothing where there are no words.

    ``severity`` is that of the worst of what the ``words`` speak of, None while it is asked for again. ``chosen`` is
    the place of the row that they speak of, None where they speak of all. ``is_busy`` says that a translation is on
    its way, so that nothing can be fixed.
    """

    words: str = ""
    severity: Severity | None = None
    rows: Sequence[FindingRow] = ()
    chosen: int | None = None
    can_fix: bool = False
    can_fix_all: bool = False
    is_busy: bool = False


NOTHING_FOUND = FindingsShown()


class FindingsScreen(Protocol):
    """The two texts, and the list below the target."""

    def mark_findings(self, source: MarkedPlaces, target: MarkedPlaces) -> None:
        """Draw lines under these words, and no others."""
        ...

    def show_findings(self, shown: FindingsShown) -> None:
        """Show this above the footer of the target."""
        ...

    def go_to_words(self, source: Span | None, target: Span | None) -> None:
        """Select a range in either text, in code points, and bring it into sight; the focus stays where it is."""
        ...


class FindingsCommands(Protocol):
    """What one does with the findings. Rows are counted from 0."""

    def choose(self, row: int) -> None:
        """Speak of this one."""
        ...

    def open(self, row: int) -> None:
        """Go to the words of this one."""
        ...

    def fix(self) -> None:
        """Ask again for the block of the one that is spoken of."""
        ...

    def fix_all(self) -> None:
        """Ask again for all blocks with errors."""
        ...

    def dismiss(self) -> None:
        """Hide the one that is spoken of until its block changes."""
        ...
