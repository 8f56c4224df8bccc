"""Translation units: a text, its translation, and where they come from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from translator.language.tag import LanguageTag


class UnitOrigin(StrEnum):
    """How a unit came into the memory. What the user wrote counts for more than what the user let stand."""

    EDITED = "edited"
    """The user has changed the translation, or written it."""

    ACCEPTED = "accepted"
    """The user has taken the translation as it was: copied it, saved it, put it into another program."""

    IMPORTED = "imported"
    """It comes from a file."""


@dataclass(frozen=True, slots=True)
class TranslationUnit:
    """A segment or block and its translation. ``changed`` is aware; ``id`` is 0 until the unit is kept.

    ``note`` is a word of the user's, or what a file says of it.
    """

    source_language: LanguageTag
    target_language: LanguageTag
    source: str
    target: str
    origin: UnitOrigin
    changed: datetime
    note: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation of exactly that text. ``unit`` tells how it came there, None where a service translated it."""

    target: str
    unit: UnitOrigin | None = None


@dataclass(frozen=True, slots=True)
class FuzzyMatch:
    """A unit whose source is like a text: ``score`` in percent, 100 where they are the same."""

    unit: TranslationUnit
    score: int
