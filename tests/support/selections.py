"""A private X server, and other programs on it."""

import json
import os
import select
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from tests.support.measured import measured

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 20

# A format's name, the name of its type, the bits of its items, its bytes.
Offered = tuple[str, str, int, bytes]


@contextmanager
def running_screen() -> Iterator[str]:
    """Run an X server and nothing else on it; its name is what DISPLAY has to say."""
    reading, writing = os.pipe()
    options = ("-screen", "0", "800x600x24", "-nolisten", "tcp", "-noreset", "-displayfd", str(writing))
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        assert number, "Xvfb did not start"
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(PATIENCE_SECONDS)


class Speaker:
    """Another program on that display, which says lines. What it is ``told`` at first is all that it is told.

    ``is_ours`` is whether what it covers counts.
    """

    def __init__(self, display: str, *command: str, told: bytes = b"", is_ours: bool = False) -> None:
        environment = {**(measured() if is_ours else os.environ), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", *command], cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        if told:
            self.tell(told)
            self._pipe_to.close()

    @property
    def _pipe_to(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    def tell(self, what: bytes) -> None:
        """Write this to its standard input."""
        self._pipe_to.write(what)
        self._pipe_to.flush()

    def next_line(self) -> str:
        """Return what it says next."""
        assert self._process.stdout is not None
        readable, _, _ = select.select([self._process.stdout], [], [], PATIENCE_SECONDS)
        assert readable, "the program says nothing"
        line = b""
        while not line.endswith(b"\n"):
            byte = os.read(self._process.stdout.fileno(), 1)
            assert byte, "the program has ended"
            line += byte
        return line.decode().strip()

    def wait_for(self, line: str) -> None:
        """Wait until it says this."""
        while self.next_line() != line:
            pass

    def end(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(PATIENCE_SECONDS)
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._pipe_to.close()


@contextmanager
def speaking(display: str, *command: str, told: bytes = b"", is_ours: bool = False) -> Iterator[Speaker]:
    """Run ``python -m`` with this command on that display."""
    speaker = Speaker(display, *command, told=told, is_ours=is_ours)
    try:
        yield speaker
    finally:
        speaker.end()


@contextmanager
def owning(display: str, *formats: Offered, **how: object) -> Iterator[Speaker]:
    """Run a program that offers these formats; ``how`` is what tests/servers/selection_owner.py reads."""
    told = json.dumps({"formats": [(*rest, content.hex()) for *rest, content in formats], **how})
    with speaking(display, "tests.servers.selection_owner", told=told.encode()) as owner:
        owner.next_line()  # its window: now it owns the selection
        yield owner


def text(content: str) -> Sequence[Offered]:
    """Return a text in the format that everybody reads."""
    return [("UTF8_STRING", "UTF8_STRING", 8, content.encode())]
