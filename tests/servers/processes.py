"""The mock as a process of its own: started, asked, and ended by its id."""

import json
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_SECONDS = 60  # for a program that is started and loads what it needs, too


@dataclass(frozen=True)
class MockServer:
    """A mock that is running."""

    base_url: str
    log_file: Path

    def settled_log(self) -> list[dict[str, Any]]:
        """Return the requests so far (method, target, headers, body, status, gone), as soon as all have ended.

        A request is written down after its answer has left: whoever has the answer may be here before that.
        """
        self.wait_for("active", 0)
        if not self.log_file.exists():
            return []
        return [json.loads(line) for line in self.log_file.read_text(encoding="utf-8").splitlines()]

    def stats(self) -> dict[str, Any]:
        """Return the counts so far (see mock_state.State.stats)."""
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(self.base_url.removesuffix("/v1") + "/mock/stats", timeout=_PATIENCE_SECONDS) as answer:
            return json.load(answer)

    def wait_for(self, name: str, value: float) -> dict[str, Any]:
        """Return the counts as soon as this one has that value; an AssertionError where it never has."""
        end = time.monotonic() + _PATIENCE_SECONDS
        while (stats := self.stats())[name] != value:
            assert time.monotonic() < end, f"{name} never became {value}: {stats}"
            time.sleep(0.01)
        return stats


@contextmanager
def running_mock(*arguments: str) -> Iterator[MockServer]:
    """Run ``python -m tests.servers.mock_openai`` with these arguments."""
    with tempfile.TemporaryDirectory(prefix="mock-openai-") as folder:
        log = Path(folder, "requests.jsonl")
        command = [sys.executable, "-m", "tests.servers.mock_openai", "--port", "0", "--log", str(log), *arguments]
        process = subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            base_url = process.stdout.readline().strip()
            assert base_url, "the mock did not start"
            yield MockServer(base_url, log)
        finally:
            process.terminate()
            process.communicate(timeout=_PATIENCE_SECONDS)
