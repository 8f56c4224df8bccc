"""Tokens that come one by one are read several at a time, once the first has been seen."""

import asyncio

from tests.engines.helpers import engine_at, events_of, prompt_for
from tests.servers.processes import running_mock
from translator.translation.ports import TextDelta

WORDS = " ".join(["green"] * 40)


async def test_tokens_come_several_in_one_turn_of_the_loop() -> None:
    loop = asyncio.get_running_loop()
    turn = 0

    def count() -> None:
        nonlocal turn
        turn += 1
        loop.call_soon(count)

    with running_mock("--tps", "200") as mock:
        async with engine_at(mock.base_url) as engine:
            await events_of(engine, prompt_for("warm up"))
            loop.call_soon(count)
            came = [(turn, e.text) async for e in engine.stream(prompt_for(WORDS)) if isinstance(e, TextDelta)]
    assert "".join(text for _, text in came) == " ".join(["terra"] * 40)
    assert len({turn for turn, _ in came}) <= len(came) / 1.5
