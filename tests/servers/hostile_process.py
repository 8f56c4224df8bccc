"""The hostile server as a process of its own: started, told what to play, and ended by its id."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from tests.servers.hostile.row import Way

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 20


class Hostile:
    """A hostile server that is running."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._ports: dict[str, int] = self._listen()
        assert self._ports, "the hostile server did not start"

    def play(self, name: str) -> None:
        """Let every request from now on meet this row."""
        self._ask(f"play {name}")

    def stats(self) -> dict[str, int]:
        """Return how many ``requests`` met the row, and how many are ``answering`` and connections ``open`` now."""
        return self._ask("stats")

    def wait_for_no(self, name: str) -> None:
        """Return as soon as this count is 0; AssertionError where it never is. For processes without a loop."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while self.stats()[name]:
            assert time.monotonic() < end, f"{name} never became 0: {self.stats()}"
            time.sleep(0.005)

    def address_of(self, name: str) -> str:
        """Return the base URL at which this row is always played, whatever else is."""
        return f"http://127.0.0.1:{self._ports['plain']}/row/{quote(name, safe='')}/v1"

    def address(self, way: Way = Way.PLAIN) -> tuple[str, str]:
        """Return the base URL and the proxy by which a client comes that way."""
        plain, tls = (f"127.0.0.1:{self._ports[name]}" for name in ("plain", "tls"))
        match way:
            case Way.TLS:
                return f"https://{tls}/v1", ""
            case Way.TLS_TO_PLAIN:
                return f"https://{plain}/v1", ""
            case Way.PLAIN_TO_TLS:
                return f"http://{tls}/v1", ""
            case Way.IPV6:
                return f"http://[::1]:{self._ports['ipv6']}/v1", ""
            case Way.HTTP_BY_PROXY:
                return "http://api.example/v1", f"http://{plain}"
            case Way.HTTPS_BY_PROXY:
                return "https://api.example/v1", f"http://{plain}"
            case Way.NOBODY:
                return f"http://127.0.0.1:{_free_port()}/v1", ""
            case _:
                return f"http://{plain}/v1", ""

    def _ask(self, command: str) -> dict[str, int]:
        assert self._process.stdin is not None
        self._process.stdin.write(f"{command}\n")
        self._process.stdin.flush()
        return self._listen()

    def _listen(self) -> dict[str, int]:
        assert self._process.stdout is not None
        answer: dict[str, int] = json.loads(self._process.stdout.readline() or "{}")
        return answer


@contextmanager
def running_hostile() -> Iterator[Hostile]:
    """Run ``python -m tests.servers.hostile_server``."""
    command = [sys.executable, "-m", "tests.servers.hostile_server"]
    process = subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        yield Hostile(process)
    finally:
        process.kill()
        process.communicate(timeout=_PATIENCE_SECONDS)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
