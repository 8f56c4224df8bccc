"""What is shown of matches, and what is asked for. No Qt, so that a presenter needs none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from translator.language.tag import LanguagePair
from translator.translation.memory.unit import FuzzyMatch
from translator.ui.matches.differences import Piece
from translator.ui.vocabulary import State


class SimilarTexts(Protocol):
    """Where to look for what is like a text. It never raises."""

    async def similar(self, text: str, languages: LanguagePair, most: int = 3) -> Sequence[FuzzyMatch]:
        """Return the units most like this text, the best first. ``source`` has to be known."""
        ...


class NoSimilarTexts:
    """Has nothing that is like anything."""

    async def similar(self, _text: str, _languages: LanguagePair, most: int = 3) -> Sequence[FuzzyMatch]:
        """Have nothing."""
        return ()


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A match: its source in pieces, what was made of it, and what is known of it. ``score`` is in percent."""

    score: int
    source: Sequence[Piece]
    target: str
    caption: str


class MatchesScreen(Protocol):
    """The panel of matches."""

    def show_matches(self, rows: Sequence[MatchRow], words: str = "") -> None:
        """Show these, or where there are none, these words instead."""
        ...

    def show_status(self, text: str, state: State) -> None:
        """Say how things stand."""
        ...
