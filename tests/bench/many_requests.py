"""Many requests at the same time, through the limits: ``python -m tests.bench.many_requests BASE_URL COUNT WORDS``."""

import asyncio
import sys
import time

from tests.bench.probes import tell
from tests.servers.many_requests import ask_all, limited_engine_at, prompts_of


async def translate(base_url: str, count: int, words: int) -> float:
    """Ask for so many; return how many seconds it took."""
    async with limited_engine_at(base_url) as engine:
        await engine.warm()
        begun = time.monotonic()
        await ask_all(engine, prompts_of(count, words))
        return time.monotonic() - begun


if __name__ == "__main__":
    tell({"s": asyncio.run(translate(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))})
