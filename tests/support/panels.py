"""A desktop's panel, as far as icons of running programs go."""

import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 20


class Panel:
    """What turns up on the bus of this address when it is told to."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        command = [sys.executable, "-m", "tests.servers.status_notifier_watcher"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, env=dict(environment), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        self.heard: list[str] = []

    def do(self, order: str) -> None:
        """Have it do this, and wait until it has."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{order}\n".encode())
        self.wait_for("done")

    def wait_for(self, beginning: str) -> str:
        """Wait until it says something that begins with this; return it. What it said before is in ``heard``."""
        assert self._process.stdout is not None
        while True:
            readable, _, _ = select.select([self._process.stdout], [], [], PATIENCE_SECONDS)
            assert readable, f"the panel does not say {beginning!r}"
            line = self._process.stdout.readline().decode().strip()
            assert line, "the panel has ended"
            self.heard.append(line)
            if line.startswith(beginning):
                return line

    def has_said(self, line: str) -> bool:
        """Return whether it has said this since it was last asked; nothing is waited for."""
        assert self._process.stdout is not None
        while select.select([self._process.stdout], [], [], 0)[0]:
            self.heard.append(self._process.stdout.readline().decode().strip())
        found, self.heard = line in self.heard, []
        return found

    def end(self) -> None:
        """End it as a panel that crashes."""
        self._process.kill()
        self._process.communicate(timeout=PATIENCE_SECONDS)


@contextmanager
def running_panel(address: str) -> Iterator[Panel]:
    """Run one that is not on the bus yet."""
    panel = Panel({**os.environ, "DBUS_SESSION_BUS_ADDRESS": address})
    try:
        yield panel
    finally:
        panel.end()
