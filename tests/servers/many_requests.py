"""Many requests at a time, as for a long text: through the engine, its limits and its retries."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager

from tests.engines.helpers import PAIR, engine_at
from translator.engines.limits.limited import Limited
from translator.engines.limits.service_limits import Limits
from translator.engines.retries.retrying import Retrying
from translator.translation.ports import Engine, Finished, Priority, Prompt, TextDelta

SYSTEM = "You are a translation engine. " * 20


def prompts_of(count: int, words: int) -> list[Prompt]:
    """Return so many different requests, each of about so many words; the first is the one somebody waits for."""
    return [_prompt(number, words + number % 7) for number in range(count)]


def _prompt(number: int, words: int) -> Prompt:
    line = f"{number}. " + "Water flows down the hill. " * (words // 5)
    priority = Priority.BACKGROUND if number else Priority.INTERACTIVE
    return Prompt(PAIR, (line,), SYSTEM, f"Into German:\n<source>\n{line}\n</source>", priority=priority)


@asynccontextmanager
async def limited_engine_at(base_url: str) -> AsyncIterator[Engine]:
    """Open the stack of engines that keeps to the limits of the service there, as the app does."""
    async with engine_at(base_url) as engine:
        yield Retrying(Limited(engine, Limits()))


async def ask_all(engine: Engine, prompts: Sequence[Prompt]) -> list[str]:
    """Ask for all at the same time; return the replies. Raises what ends one of them."""
    return await asyncio.gather(*(_ask(engine, prompt) for prompt in prompts))


async def _ask(engine: Engine, prompt: Prompt) -> str:
    text = ""
    async with aclosing(engine.stream(prompt)) as events:
        async for event in events:
            text += event.text if isinstance(event, TextDelta) else ""
    assert isinstance(event, Finished)
    return text
