"""What translating needs from outside."""

from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from translator.language.tag import LanguagePair
from translator.settings import Service
from translator.translation.request import IncompleteReason, Thinking, Usage, Waiting


@dataclass(frozen=True, slots=True)
class Prompt:
    """One request to an engine: the blocks, and the messages that ask for their translation.

    ``lines`` are the blocks themselves, for an engine that needs no messages. ``numbered`` says that each line
    of the reply is to begin with its block's number, 1 first.
    """

    languages: LanguagePair
    lines: Sequence[str]
    system: str
    user: str
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class TextDelta:
    """A piece of the reply."""

    text: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The reply has ended: for a valid reason, or for this one."""

    reason: IncompleteReason | None = None


EngineEvent = TextDelta | Thinking | Waiting | Usage | Finished


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
        """Ask, and yield what comes. The last event is Finished, always.

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
