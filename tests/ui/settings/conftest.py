"""A room with the services page open."""

from collections.abc import AsyncIterator

import pytest

from tests.ui.settings.room import Room


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    """The presenter of the services page among fakes."""
    made = Room()
    await made.open()
    yield made
    await made.presenter.close()
