"""The server with limits as a process of its own: started, asked, and ended by its id."""

import json
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 20


@dataclass(frozen=True)
class Outcome:
    """What came of the requests: how many were let in and refused, how long it took, and how long it had to take."""

    accepted: int
    refused: int
    seconds: float
    allowed_seconds: float

    @property
    def share_refused(self) -> float:
        """The part of all requests that was refused."""
        return self.refused / (self.refused + self.accepted)


@dataclass(frozen=True)
class LimitedServer:
    """One that is running."""

    base_url: str

    def outcome(self) -> Outcome:
        """Return what it has counted so far."""
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(self.base_url.removesuffix("/v1") + "/mock/stats", timeout=_PATIENCE_SECONDS) as answer:
            return Outcome(**json.load(answer))


@contextmanager
def running_limited(*arguments: str) -> Iterator[LimitedServer]:
    """Run ``python -m tests.servers.limited_server`` with these arguments."""
    command = [sys.executable, "-m", "tests.servers.limited_server", *arguments]
    process = subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        base_url = process.stdout.readline().strip()
        assert base_url, "the server did not start"
        yield LimitedServer(base_url)
    finally:
        process.terminate()
        process.communicate(timeout=_PATIENCE_SECONDS)
