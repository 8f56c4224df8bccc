"""A room with an empty memory."""

from collections.abc import AsyncIterator

import pytest

from tests.ui.memory.room import Room
from tests.ui.themes import theme

__all__ = ["theme"]


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    await made.close()
