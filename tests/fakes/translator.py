"""A use case that tells what a test wants told, and the service it belongs to."""

import asyncio
from collections.abc import AsyncGenerator, Sequence

from translator.settings import DEMO, Service, Style
from translator.translation.errors.base import TranslationError
from translator.translation.request import (
    Completed,
    Ending,
    TextAdded,
    Translation,
    TranslationEvent,
    TranslationRequest,
)
from translator.ui.ports import TextTranslator

Step = TranslationEvent | asyncio.Event


class ScriptedTranslator:
    """Plays one list of steps for each request, in order; a step is an event to tell, or a gate to wait at.

    ``requests`` records what was asked; ``left`` counts the runs that were left before their end, once they have
    let go of everything.
    """

    def __init__(self, *runs: Sequence[Step]) -> None:
        self._runs = list(runs)
        self.requests: list[TranslationRequest] = []
        self.left = 0

    async def run(self, request: TranslationRequest) -> AsyncGenerator[TranslationEvent, None]:
        """Play the next run; one too many is the test's own mistake."""
        self.requests.append(request)
        if len(self.requests) > len(self._runs):
            raise AssertionError(f"run {len(self.requests)} was not expected: {request}")
        step: Step | None = None
        try:
            for step in self._runs[len(self.requests) - 1]:
                if isinstance(step, asyncio.Event):
                    await step.wait()
                else:
                    yield step
        except (GeneratorExit, asyncio.CancelledError):
            self.left += not isinstance(step, Ending)
            raise


class FakeCurrentService:
    """A service in use. ``gate`` holds up its engine, ``failure`` is raised instead of it; ``used`` records models."""

    def __init__(self, translator: TextTranslator, service: Service = DEMO) -> None:
        self.service = service
        self.failure: TranslationError | None = None
        self.gate: asyncio.Event | None = None
        self.used: list[str] = []
        self.style = Style()
        self.uses_memory = True
        self._translator = translator

    async def translator(self) -> TextTranslator:
        """Return the use case."""
        if self.gate is not None:
            await self.gate.wait()
        if self.failure is not None:
            raise self.failure
        return self._translator

    def used_model(self, _service: Service, model: str) -> None:
        """Take note of it."""
        self.used.append(model)


def completed(text: str, model: str = "m-1") -> list[Step]:
    """Return an ordinary run that ends well."""
    return [TextAdded(text, 0), Completed(Translation(text, model=model, engine="Engine"))]
