"""A translation that is cancelled where it stands still leaves nothing behind."""

import asyncio

import pytest

from tests.hostile.stalls import STALLS, Stall, cancel_in
from tests.servers.hostile_process import Hostile


@pytest.mark.parametrize("stall", STALLS.values(), ids=STALLS.keys())
async def test_a_cancelled_translation_closes_its_socket_though_the_engine_stays(
    hostile: Hostile, stall: Stall
) -> None:
    assert await cancel_in(hostile, stall) >= 0
    assert asyncio.all_tasks() == {asyncio.current_task()}
