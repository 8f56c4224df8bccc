"""Run by tests/test_conftest.py alone: a test that waits for ever."""

import asyncio


async def test_what_it_waits_for_never_comes() -> None:
    await asyncio.Event().wait()
