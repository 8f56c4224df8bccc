"""What the mock was told, and what it has seen."""

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """How the mock behaves. ``tps`` is tokens a second; 0: as fast as it goes.

    A reply of ``takes_s`` seconds comes evenly over these, however long it is. More than ``most_at_once`` requests at
    the same time are refused; 0: as many as come. ``translations`` are what it says of these parts of a text.
    ``minds`` are parameters that it refuses, ``demands`` is one that it does not do without; with ``strict_effort``
    it takes no ``reasoning_effort`` but these. ``pictures`` says what becomes of pictures (see mock_pictures), and
    ``picture_text`` what it reads in each.
    """

    models: tuple[str, ...] = ("mock",)
    require_key: str = ""
    fault: str = ""
    ttft_ms: float = 0
    tps: float = 0
    takes_s: float = 0
    most_at_once: int = 0
    translations: Mapping[str, str] = field(default_factory=dict)
    stall_s: float = 3600
    retry_after: float = 30
    minds: tuple[str, ...] = ()
    demands: str = ""
    strict_effort: tuple[str, ...] = ()
    pictures: str = "reads"
    picture_text: str = ""
    log: Path | None = None


@dataclass
class Record:
    """One request, and what became of it. ``text_at`` is when the first text was about to go to the socket."""

    method: str
    target: str
    headers: dict[str, str]
    body: str
    status: int = 0
    gone: bool = False
    began: float = field(default_factory=time.monotonic)
    text_at: float | None = None

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


class State:
    """Counts and writes down."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.connections = self.requests = self.active = self.client_gone = 0
        self.client_gone_at: float | None = None

    def stats(self) -> dict[str, float | None]:
        """Times are time.monotonic's, which all processes of a Linux machine share."""
        return {
            "connections": self.connections,
            "requests": self.requests,
            "active": self.active,
            "client_gone": self.client_gone,
            "client_gone_at": self.client_gone_at,
        }

    def begin(self, record: Record) -> None:
        self.active += 1
        self.requests += 1

    def gone(self, record: Record) -> None:
        record.gone = True
        self.client_gone += 1
        self.client_gone_at = time.monotonic()

    def end(self, record: Record) -> None:
        self.active -= 1
        if self.options.log is not None:
            with self.options.log.open("a", encoding="utf-8") as log:
                log.write(json.dumps(asdict(record)) + "\n")
