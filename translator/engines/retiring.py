"""Wraps an engine that another one takes the place of while somebody still reads a reply of it."""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing, contextmanager

from translator.engines.wrapping import Wrapping
from translator.translation.ports import Engine, EngineEvent, Prompt


class Retiring(Wrapping):
    """An Engine that is closed once it is retired and nothing is on its way any more: no reply is cut off by that."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._on_the_way = 0
        self._is_retired = False

    @property
    def is_in_use(self) -> bool:
        """Whether anything is on its way."""
        return self._on_the_way > 0

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Ask, and yield what comes (see the port)."""
        try:
            with self._counted():
                async with aclosing(self._engine.stream(prompt)) as events:
                    async for event in events:
                        yield event
        finally:
            await self._close_if_done()

    async def models(self) -> tuple[str, ...]:
        """Return the models it offers. Raises TranslationError."""
        try:
            with self._counted():
                return await super().models()
        finally:
            await self._close_if_done()

    async def retire(self) -> None:
        """Take note that it is asked no more; whoever asks all the same is answered."""
        self._is_retired = True
        await self._close_if_done()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        self._on_the_way += 1
        try:
            yield
        finally:
            self._on_the_way -= 1

    async def _close_if_done(self) -> None:
        if self._is_retired and not self.is_in_use:
            await self.aclose()
