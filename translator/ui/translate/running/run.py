"""One translation on the screen, from its request to its ending."""

import logging
from contextlib import aclosing
from typing import Protocol

from translator.pace import Pace
from translator.settings import Service, Style
from translator.translation.errors.base import TranslationError
from translator.translation.request import Ending, Failed, TranslationRequest
from translator.ui.ports import TextTranslator
from translator.ui.translate.running.continuing import Unfinished
from translator.ui.translate.running.progress import Progress

log = logging.getLogger(__name__)


class CurrentService(Protocol):
    """The service in use and what its engine can do."""

    @property
    def service(self) -> Service:
        """The service in use."""
        ...

    @property
    def style(self) -> Style:
        """How texts are to sound."""
        ...

    @property
    def uses_memory(self) -> bool:
        """Whether translations may be taken from the memory, and kept in it."""
        ...

    async def translator(self) -> TextTranslator:
        """Return the use case for it. Raises TranslationError."""
        ...

    def used_model(self, service: Service, model: str) -> None:
        """Remember by which model this service answered, where none was chosen before and it is still in use."""
        ...


class ShownRun:
    """Paints what comes of a request to the service in use."""

    def __init__(self, current: CurrentService, request: TranslationRequest, progress: Progress) -> None:
        self._current = current
        self.service = current.service
        """Who is asked."""
        self.request = request
        self._progress = progress

    @property
    def has_put_back(self) -> bool:
        """Whether something says what it said before, as nothing whole came in its place."""
        return self._progress.has_put_back

    def left(self, *, was_not_fixed: bool = False) -> Unfinished:
        """Return what there is to go on with, where it did not come to its end."""
        return Unfinished(self.request, self.service.id, was_not_fixed)

    def tell(self) -> None:
        """Say that it is on its way."""
        self._progress.tell()

    def stop(self) -> None:
        """Take note that nothing more will come."""
        self._progress.stop()

    async def to_the_end(self) -> Ending:
        """Paint what comes, and return how it ended."""
        try:
            ending = await self._stream()
        except Exception:
            log.exception("A translation ended unexpectedly")
            self._progress.stop()
            ending = Failed(TranslationError(self.service.name))
        return self._progress.end(ending)

    async def _stream(self) -> Ending:
        pace = Pace()
        try:
            translator = await self._current.translator()
        except TranslationError as error:
            return Failed(error)
        async with aclosing(translator.run(self.request)) as events:
            async for event in events:
                if isinstance(event, Ending):
                    return event
                self._progress.show(event)
                await pace.breathe()
        raise AssertionError("a translation ended without an ending")
