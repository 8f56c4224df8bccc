"""An engine that says what a test tells it to say."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Sequence

from translator.translation.errors import TranslationError
from translator.translation.ports import EngineEvent, Finished, Prompt, TextDelta
from translator.translation.request import Usage

Step = EngineEvent | TranslationError | float


class ScriptedEngine:
    """Plays one list of steps for each request, in order.

    A step is an event to yield, an error to raise, or seconds to wait (``math.inf``: until closed or cancelled).
    ``prompts`` records what was asked; ``closed`` counts the streams that were left before their end.
    """

    def __init__(self, replies: Iterable[Sequence[Step]], *, name: str = "Scripted", model: str = "script-1") -> None:
        self.name = name
        self.model = model
        self.prompts: list[Prompt] = []
        self.closed = 0
        self._replies = list(replies)

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Play the next reply; a request too many is the test's own mistake."""
        self.prompts.append(prompt)
        if len(self.prompts) > len(self._replies):
            raise AssertionError(f"request {len(self.prompts)} was not expected: {prompt.lines}")
        try:
            for step in self._replies[len(self.prompts) - 1]:
                if isinstance(step, TranslationError):
                    raise step
                if isinstance(step, int | float):
                    await _wait(step)
                else:
                    yield step
        except (GeneratorExit, asyncio.CancelledError):
            self.closed += 1
            raise

    async def models(self) -> tuple[str, ...]:
        """Return its one model."""
        return (self.model,)

    async def warm(self) -> None:
        """Be ready."""

    async def aclose(self) -> None:
        """Have nothing to close."""


def reply(*pieces: str, usage: Usage | None = None) -> list[Step]:
    """Return the steps of an ordinary, complete reply in these pieces."""
    return [*map(TextDelta, pieces), usage or Usage(requests=1), Finished()]


async def _wait(seconds: float) -> None:
    if seconds == float("inf"):
        await asyncio.Event().wait()
    else:
        await asyncio.sleep(seconds)
