"""For the tests of selections: an X server of their own."""

from collections.abc import Iterator

import pytest

from tests.support.selections import running_screen
from tests.support.system import SCREEN, require


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The name of an X server on which nothing else runs."""
    require(SCREEN)
    with running_screen() as name:
        yield name
