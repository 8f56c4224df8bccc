"""One hostile server for all tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.servers.hostile_process import Hostile, running_hostile


@pytest.fixture(scope="session")
def hostile() -> Iterator[Hostile]:
    """Run one hostile server; each test says which row it plays."""
    with running_hostile() as server:
        yield server
