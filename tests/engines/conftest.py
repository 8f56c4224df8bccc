"""What tests of engines share: the mock in a process of its own, and an engine that talks to it."""

from collections.abc import Iterator

import pytest

from tests.servers.processes import MockServer, running_mock


@pytest.fixture(scope="session")
def mock() -> Iterator[MockServer]:
    """Run one mock for all tests; a test asks for a fault by the model's name."""
    with running_mock("--models", "zeta,gemma3:4b,llama3.2,alpha") as server:
        yield server
