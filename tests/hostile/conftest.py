"""One hostile server for all tests of this folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.hostile_process import Hostile, running_hostile


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure no coverage here: a flood takes twice the time with it, and runs no line that other tests do not."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def hostile() -> Iterator[Hostile]:
    """Run one hostile server; each test says which row it plays."""
    with running_hostile() as server:
        yield server
