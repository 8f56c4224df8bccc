"""A row of the matrix: what a server does, and what must come of it. Nothing here opens a socket."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from translator.settings import Deadlines
from translator.translation.errors.base import TranslationError
from translator.translation.request import IncompleteReason

PATIENT = Deadlines(connect=10, first_token=10, idle=10, total=20)
"""For a server that is broken, but not slow: no deadline is to be what ends it."""

HASTY = Deadlines(connect=0.4, first_token=0.4, idle=0.4, total=1)
"""For a server that only a deadline ends, in seconds."""

SLOW_TO_CONNECT = Deadlines(connect=0.3, first_token=10, idle=10, total=20)
"""For a server to which there never is a connection."""

_MUCH = 50_000  # bytes

TEXT = "Hello world."
"""What is to be translated."""

REPLY = "Hallo, schöne Welt – 世界 🌍."
"""What a good server replies: characters of one to four bytes."""


# What a server does, step by step; bytes are sent.


@dataclass(frozen=True)
class Pause:
    """Send nothing for so long."""

    seconds: float


@dataclass(frozen=True)
class Flood:
    """Send this again and again until the client has gone."""

    block: bytes
    pause: float = 0


@dataclass(frozen=True)
class Mass:
    """Send this so many times, without keeping it all in memory."""

    block: bytes
    times: int


@dataclass(frozen=True)
class Reset:
    """Close as a dying proxy does, with a RST."""


@dataclass(frozen=True)
class Silence:
    """Send nothing, and wait until the client has gone."""


Step = bytes | Pause | Flood | Mass | Reset | Silence


# What must come of it.


@dataclass(frozen=True)
class Fails:
    """No text, and this error."""

    error: type[TranslationError]


@dataclass(frozen=True)
class Breaks:
    """Incomplete for this reason, with this text and the error that broke it off, if one did.

    Of a ``runaway`` only the beginning of the text is given.
    """

    reason: IncompleteReason
    text: str = ""
    error: type[TranslationError] | None = None
    runaway: bool = False


@dataclass(frozen=True)
class Completes:
    """All of it, and this is the text."""

    text: str = REPLY


@dataclass(frozen=True)
class Lives:
    """Anything honest: complete and then begins and ends so, or incomplete and then begins so."""

    beginning: str
    end: str


Outcome = Fails | Breaks | Completes | Lives


class Way(Enum):
    """By which way the client comes."""

    PLAIN = "plain"
    TLS = "tls"
    """A server whose certificate nobody vouches for."""
    TLS_TO_PLAIN = "tls to plain"
    PLAIN_TO_TLS = "plain to tls"
    IPV6 = "ipv6"
    HTTP_BY_PROXY = "http by proxy"
    HTTPS_BY_PROXY = "https by proxy"
    NOBODY = "nobody"
    """A port at which nobody listens."""


@dataclass(frozen=True)
class Row:
    """One server.

    After its steps it closes the connection, unless it ``keeps`` it for the next request.
    """

    name: str
    outcome: Outcome
    steps: tuple[Step, ...] = ()
    deadlines: Deadlines = PATIENT
    way: Way = Way.PLAIN
    keeps: bool = False

    @property
    def is_heavy(self) -> bool:
        """Whether a client could be made to take much memory: by much that is sent, or by a bomb."""
        return any(map(_is_much, self.steps))


def _is_much(step: Step) -> bool:
    match step:
        case Flood(pause=pause):
            return not pause
        case Mass():
            return True
        case bytes():
            return len(step) > _MUCH or b"encoding: gzip" in step
    return False


def each(*cases: tuple[str, tuple[Step, ...]], outcome: Outcome) -> Iterator[Row]:
    """Yield a row for each name and its steps, all of them with the same outcome."""
    return (Row(name, outcome, steps) for name, steps in cases)
