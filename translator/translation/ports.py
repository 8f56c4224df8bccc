"""What translating needs from outside."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field
from enum import Enum, IntEnum
from typing import Protocol

from translator.language.tag import LanguagePair
from translator.settings import Service
from translator.surroundings.picture import Picture
from translator.translation.limits import Allowance as Allowance  # noqa: PLC0414 - part of the port, too
from translator.translation.limits import RateLimits as RateLimits  # noqa: PLC0414 - likewise
from translator.translation.request import Action, IncompleteReason, Thinking, Usage, Waiting


class ReplyForm(Enum):
    """What a reply has to look like."""

    LINES = "lines"
    """One line a block; a single block as it likes."""

    NUMBERED = "numbered"
    """Each line begins with its block's number, 1 first."""

    OBJECT = "object"
    """A JSON object: that of the prompt's schema, or else the block's number, from "1", to its translation."""


class Priority(IntEnum):
    """Who goes first where requests have to wait."""

    INTERACTIVE = 0
    BACKGROUND = 1


@dataclass(frozen=True, slots=True)
class Prompt:
    """One request to an engine: the blocks, and the messages that ask for their translation.

    ``lines`` are the blocks themselves, for an engine that needs no messages. ``place`` is where the first of them
    stands in its text: of equal priority, what is read first goes first, also when it is asked for once more.
    ``at_once`` asks not to wait for the service's limits; ``over_budget`` not to mind the user's budget. How a request
    is treated does not make it another one: prompts are equal where they ask for the same. ``schema`` is the JSON
    schema of the object to reply with, as JSON itself; one that strict services take: every field is required, and
    no other is allowed.

    ``picture`` goes with the message: it is read, not translated, and there are no lines. ``model`` takes the place of
    the engine's own for this request; ``insists`` sends a picture even to a model that is known not to see.
    """

    languages: LanguagePair
    lines: Sequence[str]
    system: str
    user: str
    form: ReplyForm = ReplyForm.LINES
    schema: str = ""
    priority: Priority = field(default=Priority.INTERACTIVE, compare=False)
    place: int = field(default=0, compare=False)
    action: Action = field(default=Action.WINDOW, compare=False)
    at_once: bool = field(default=False, compare=False)
    over_budget: bool = field(default=False, compare=False)
    picture: Picture | None = None
    model: str = ""
    insists: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class TextDelta:
    """A piece of the reply."""

    text: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The reply has ended: for a valid reason, or for this one."""

    reason: IncompleteReason | None = None


EngineEvent = TextDelta | Thinking | Waiting | Usage | RateLimits | Finished


class Engine(Protocol):
    """Something that translates."""

    @property
    def name(self) -> str:
        """What the user knows it by."""
        ...

    @property
    def model(self) -> str:
        """The model in use; empty until it is known."""
        ...

    def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Ask, and yield what comes. The last event is Finished, always, and Usage comes before it, once.

        Closing the generator (or cancelling the task that reads it) closes the socket. Raises TranslationError,
        before the first delta or after any number of them.
        """
        ...

    async def models(self) -> tuple[str, ...]:
        """Return the models it offers. Raises TranslationError."""
        ...

    async def warm(self) -> None:
        """Make ready what the first request would otherwise wait for. Raises TranslationError."""
        ...

    async def aclose(self) -> None:
        """Close its connections."""
        ...


class KeyStatus(Enum):
    """Where a service's key comes from."""

    STORED = "stored"
    SESSION = "session"
    ENVIRONMENT = "environment"
    NONE = "none"


class Keys(Protocol):
    """Where the keys of services are."""

    async def key_for(self, service: Service) -> str | None:
        """Return the service's key, or None where there is none. Raises KeyStoreError."""
        ...
