"""What is asked for, and what happens on the way to it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, StrEnum

from translator.language.tag import LanguageTag
from translator.settings import Style
from translator.text.alignment.align import Link
from translator.text.blocks import cut
from translator.translation.checks.finding import Finding, Severity
from translator.translation.errors.base import TranslationError


class Action(StrEnum):
    """What a translation is for. It is kept with the usage."""

    WINDOW = "window"
    POPUP = "popup"
    PICTURE = "picture"
    """The text in a picture is read; it is translated afterwards."""
    COMMAND = "command"


class BlockOrigin(StrEnum):
    """Where a block's translation comes from."""

    SERVICE = "service"
    MEMORY = "memory"
    USER = "user"
    """The user has written it, or changed it by hand."""
    UNCHANGED = "unchanged"
    """There was nothing in it to translate."""


@dataclass(frozen=True, slots=True)
class FinishedBlock:
    """A block that is answered in full: which one, what it says, and its translation, without gaps.

    ``links`` and ``findings`` are relative to the block's texts. ``key`` stands for all that the translation depends
    on (see ``MemoryKey``); where it is another, the translation is another. It is empty where nobody knows.
    """

    index: int
    source: str
    target: str
    origin: BlockOrigin = BlockOrigin.SERVICE
    links: Sequence[Link] = ()
    findings: Sequence[Finding] = ()
    key: bytes = b""

    @property
    def has_error(self) -> bool:
        """Whether something is surely wrong with the translation."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def emptied_in(blocks: Iterable[FinishedBlock]) -> frozenset[int]:
    """Return the indices of those of the blocks that the user has emptied, or joined to others."""
    return frozenset(block.index for block in blocks if block.origin is BlockOrigin.USER and not block.target)


@dataclass(frozen=True, slots=True)
class TranslationRequest:
    """A text to translate. ``source`` is None where the language is not known for certain.

    ``source_is_guess`` says that detection found it, and not the user. ``finished`` are blocks that an earlier run has
    translated: they are not asked for again where the text still has them, and nothing that they depend on has
    changed. ``afresh`` asks for everything again but what the user has written. ``corrections`` are findings, by
    block, of blocks to be asked for again in view of them. ``masks_private`` keeps e-mail addresses, numbers and keys
    on this computer. ``uses_memory`` lets blocks be taken from the memory, and kept in it. ``over_budget`` says that
    the user allows this translation though the budget is spent.
    """

    text: str
    target: LanguageTag
    source: LanguageTag | None = None
    action: Action = Action.WINDOW
    finished: Sequence[FinishedBlock] = ()
    masks_private: bool = False
    over_budget: bool = False
    source_is_guess: bool = False
    style: Style = field(default_factory=Style)
    uses_memory: bool = True
    afresh: bool = False
    corrections: Mapping[int, Sequence[Finding]] = field(default_factory=dict)


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
    """What a translation took. Tokens are as the service counts them, or ``estimated`` where it does not say.

    ``cost`` is in US dollars, from a table of prices; None where a price is not known.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    requests: int = 0
    from_memory: int = 0
    """Blocks that the memory had."""
    estimated: bool = False
    cost: float | None = 0

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input_tokens + other.input_tokens,
            self.output_tokens + other.output_tokens,
            self.requests + other.requests,
            self.from_memory + other.from_memory,
            self.estimated or other.estimated,
            None if self.cost is None or other.cost is None else self.cost + other.cost,
        )


@dataclass(frozen=True, slots=True)
class Translation:
    """The target text as far as it came, and how it came about.

    ``finished`` are all blocks that are answered in full, those behind a cut included. ``findings`` are at their places
    in the whole texts. ``lacks_terms`` says that the glossaries could not be read when it was asked for.
    """

    text: str
    segments: Sequence[Segment] = ()
    usage: Usage = field(default_factory=Usage)
    engine: str = ""
    model: str = ""
    finished: Sequence[FinishedBlock] = ()
    findings: Sequence[Finding] = ()
    lacks_terms: bool = False

    @property
    def is_unchanged(self) -> bool:
        """Whether there was nothing to translate in the text, and nothing was sent: it stays as it is."""
        if any(block.origin is not BlockOrigin.UNCHANGED for block in self.finished):
            return False
        return bool(self.finished) or (bool(self.text) and not cut(self.text).blocks)


# What TranslateText yields: any number of the first group, then exactly one of the second.


@dataclass(frozen=True, slots=True)
class Began:
    """The text was cut into blocks that will be translated. ``source_spans`` are their places in it.

    ``standing`` is what the target begins with already, from finished blocks; no TextAdded will tell it. ``known``
    are all blocks that have a translation already; those behind ``standing`` will be told in their order as well.
    ``masked`` is what was kept on this computer, in order of first appearance.
    """

    source_spans: Sequence[tuple[int, int]]
    standing: str = ""
    masked: Sequence[str] = ()
    known: Sequence[FinishedBlock] = ()


@dataclass(frozen=True, slots=True)
class TextAdded:
    """This goes to the end of the target. ``block`` is the block being written.

    The first ``gap`` code points of the text stand before the block, the rest is its translation.
    """

    text: str
    block: int
    gap: int = 0


@dataclass(frozen=True, slots=True)
class TextTakenBack:
    """The target is to be cut to this many code points: part of it will be asked for again."""

    length: int


@dataclass(frozen=True, slots=True)
class BlocksDone:
    """So many blocks are finished."""

    count: int


@dataclass(frozen=True, slots=True)
class BlockSettled:
    """A block's translation is there as it will stay: aligned, and checked. Told for each block, in order."""

    block: FinishedBlock


@dataclass(frozen=True, slots=True)
class Thinking:
    """The model is reasoning; nothing to show yet."""


def _wait_on() -> None:
    """Do nothing: this waiting cannot be hurried."""


class WaitReason(Enum):
    """Why nothing comes for a while."""

    SERVER_ASKS = "server_asks"
    """The service said when to come back."""

    TRYING_AGAIN = "trying_again"
    """A fault that may pass; the request will be sent once more."""

    LIMITS = "limits"
    """The service's limits, as it told them, leave no room for a request yet."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Nothing will come before this time (aware). ``hurry`` ends the waiting at once.

    ``error`` is the fault that passes, where one is the reason.
    """

    until: datetime
    reason: WaitReason = WaitReason.SERVER_ASKS
    error: TranslationError | None = field(default=None, compare=False)
    hurry: Callable[[], None] = field(default=_wait_on, compare=False, repr=False)


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
TranslationEvent = Began | TextAdded | TextTakenBack | BlocksDone | BlockSettled | Thinking | Waiting | Ending
