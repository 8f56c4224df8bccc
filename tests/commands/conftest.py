"""What the tests of the commands share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.commands.running import Run, runner
from tests.servers.processes import MockServer, running_mock
from translator.translation.running import patience, remembering


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    return runner(monkeypatch)


@pytest.fixture(scope="session")
def mock() -> Iterator[MockServer]:
    """A server that translates by rot13; the model's name says what goes wrong (``mock+length``)."""
    with running_mock("--retry-after", "300") as server:  # too long to be waited for
        yield server


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test folders of its own for settings and the like."""
    for name in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    return tmp_path


@pytest.fixture(autouse=True)
def patience_with_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is kept be looked up and written, however busy the machine is: it has a second, and is left out then."""
    for module in (patience, remembering):
        monkeypatch.setattr(module, "PATIENCE_SECONDS", 60.0)
