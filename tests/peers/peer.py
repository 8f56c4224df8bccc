"""A peer that is running: a server that this project did not write."""

import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.peers.tiny_model import make_tiny_model

KEY = "sk-peer"
_MODEL = "tiny"
_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 20


@dataclass(frozen=True)
class Peer:
    """Where it is, and what its model is called there."""

    base_url: str
    model: str

    def is_generating(self) -> bool:
        """Whether it is at work on a reply, as it says itself."""
        address = self.base_url.removesuffix("/v1") + "/slots"
        request = urllib.request.Request(address, headers={"authorization": f"Bearer {KEY}"})
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=_PATIENCE_SECONDS) as answer:
            return any(slot["is_processing"] for slot in json.load(answer))

    def wait_until_idle(self) -> None:
        """Return once it generates nothing; AssertionError where it never ends."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while self.is_generating():
            assert time.monotonic() < end, "the peer still generates"
            time.sleep(0.01)


@contextmanager
def running_peer(folder: Path, *, context: int, endless: bool) -> Iterator[Peer]:
    """Make a model in this folder, and run llama.cpp's server with it, for prompt and reply of so many tokens."""
    file = folder / "model.gguf"
    make_tiny_model(file, endless=endless)
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.peers.serve", str(file), _MODEL, str(context), KEY],
        cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address, "the peer did not start"
        yield Peer(f"{address}/v1", _MODEL)
    finally:
        process.kill()
        process.communicate(timeout=_PATIENCE_SECONDS)
