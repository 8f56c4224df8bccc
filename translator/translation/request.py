"""What is asked for, and what happens on the way to it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from translator.language.tag import LanguageTag
from translator.translation.errors import TranslationError


@dataclass(frozen=True, slots=True)
class TranslationRequest:
    """A text to translate. ``source`` is None where the language is not known for certain."""

    text: str
    target: LanguageTag
    source: LanguageTag | None = None


class IncompleteReason(StrEnum):
    """Why a translation is not complete."""

    LENGTH = "length"
    FILTERED = "filtered"
    REFUSED = "refused"
    CUT = "cut"
    TIMEOUT = "timeout"
    BLOCKS_MISSING = "blocks_missing"
    CODES_LOST = "codes_lost"


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of the source and the piece of the target that answers it, as half-open ranges in code points."""

    source_start: int
    source_end: int
    target_start: int
    target_end: int


@dataclass(frozen=True, slots=True)
class Usage:
    """What a translation cost. Tokens are as the service counts them; 0 where it does not say."""

    input_tokens: int = 0
    output_tokens: int = 0
    requests: int = 0
    from_memory: int = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.requests + other.requests,
            self.from_memory + other.from_memory,
        )


@dataclass(frozen=True, slots=True)
class Translation:
    """The target text as far as it came, and how it came about."""

    text: str
    segments: Sequence[Segment] = ()
    usage: Usage = field(default_factory=Usage)
    engine: str = ""
    model: str = ""


# What TranslateText yields: any number of the first group, then exactly one of the second.


@dataclass(frozen=True, slots=True)
class Began:
    """The text was cut into this many blocks that will be translated. ``source_spans`` are their places in it."""

    source_spans: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class TextAdded:
    """This goes to the end of the target. ``block`` is the block being written."""

    text: str
    block: int


@dataclass(frozen=True, slots=True)
class TextTakenBack:
    """The target is to be cut to this many code points: part of it will be asked for again."""

    length: int


@dataclass(frozen=True, slots=True)
class BlocksDone:
    """So many blocks are finished."""

    count: int


@dataclass(frozen=True, slots=True)
class Thinking:
    """The model is reasoning; nothing to show yet."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing will come before this time (aware)."""

    until: datetime


@dataclass(frozen=True, slots=True)
class Completed:
    """Every block is answered and the service finished for a valid reason."""

    translation: Translation


@dataclass(frozen=True, slots=True)
class Incomplete:
    """Text arrived, but not all of it. ``error`` is what broke it off, where something did."""

    reason: IncompleteReason
    translation: Translation
    error: TranslationError | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """No text arrived."""

    error: TranslationError


Ending = Completed | Incomplete | Failed
TranslationEvent = Began | TextAdded | TextTakenBack | BlocksDone | Thinking | Waiting | Ending
