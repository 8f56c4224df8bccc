"""Asks again where that may help: the one policy of retries."""

import asyncio
import random as chance
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime

from translator.clock import now
from translator.engines.retries.backoff import later, pause_after
from translator.engines.wrapping import Wrapping
from translator.translation.errors.base import TranslationError
from translator.translation.ports import Engine, EngineEvent, Prompt, TextDelta
from translator.translation.request import Thinking, Usage, Waiting


class Retrying(Wrapping):
    """An Engine that sends a request again after a fault that passes, as long as nothing of a reply came.

    How often and after what time is said in ``backoff``. Every wait is told by ``Waiting`` before it begins, and ends
    at once when it is hurried, closed or cancelled. The requests in the final ``Usage`` include those that failed;
    where it gives up there is none, as an error tells nothing of what was taken (the ledger has each try all the same).

    ``clock`` returns the time (aware), ``random`` evenly from 0 to 1.
    """

    def __init__(
        self, engine: Engine, *,
        clock: Callable[[], datetime] = now, random: Callable[[], float] = chance.random,
    ) -> None:  # fmt: skip
        super().__init__(engine)
        self._clock = clock
        self._random = random

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Ask, and ask again where that may help (see the port)."""
        asked, failed = prompt, 0
        while True:
            began = False
            try:
                async with aclosing(self._engine.stream(asked)) as events:
                    async for event in events:
                        began = began or isinstance(event, TextDelta | Thinking)
                        yield _counted(event, failed) if failed else event
            except TranslationError as error:
                failed += 1
                pause = None if began else pause_after(error, failed, self._clock(), self._random())
                if pause is None:
                    raise
                end = asyncio.get_running_loop().time() + pause.seconds
                hurried = asyncio.Event()
                waiting = Waiting(later(self._clock(), pause.seconds), pause.reason, error, hurried.set)
            else:
                return
            yield waiting
            was_hurried = await _until(end, hurried)
            asked = replace(prompt, at_once=prompt.at_once or was_hurried)


def _counted(event: EngineEvent, failed: int) -> EngineEvent:
    return replace(event, requests=event.requests + failed) if isinstance(event, Usage) else event


async def _until(end: float, hurried: asyncio.Event) -> bool:
    """Wait until then, by the clock of the event loop; return whether it was hurried before."""
    try:
        async with asyncio.timeout_at(end):
            return await hurried.wait()
    except TimeoutError:
        return False
