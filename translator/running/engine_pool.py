"""The engines behind the services: loaded on a thread, warmed before they are needed, kept until the end."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

from translator import parts
from translator.engines.retiring import Retiring
from translator.language.catalogue import Catalogue
from translator.presets import Preset
from translator.settings import Service
from translator.translation.aids import Aids
from translator.translation.pictures.read_picture import ReadPicture
from translator.translation.ports import Engine
from translator.translation.translate_text import TranslateText
from translator.translation.words.word_by_word import Remembered, WordByWord


class EnginePool:
    """Gives out the use case for a service. An engine is built once and serves until the service is changed.

    What is on its way by then still comes, from the engine of before.

    ``make`` builds an engine; it may take seconds, and is called on a thread. ``aids`` are what helps to translate with
    a service.
    """

    def __init__(
        self, make: Callable[[Service], Engine], catalogue: Catalogue, aids: Callable[[Service], Aids]
    ) -> None:
        self._catalogue = catalogue
        self._make = make
        self._aids = aids
        self._remembered = Remembered()
        self._engines: dict[Service, Retiring] = {}
        self._retired: list[Retiring] = []
        self._building: dict[Service, asyncio.Task[Engine]] = {}
        self._one_at_a_time = asyncio.Lock()

    async def translator(self, service: Service) -> TranslateText:
        """Return the use case for this service, once its engine is ready. Raises TranslationError."""
        return parts.make_translate_text(await self._engine(service), self._catalogue, self._aids(service))

    async def words(self, service: Service) -> WordByWord:
        """Return what knows words one by one, by this service, once its engine is ready. Raises TranslationError."""
        return WordByWord(await self._engine(service), self._catalogue.english_name, self._remembered, service)

    async def pictures(self, service: Service) -> ReadPicture:
        """Return what reads pictures with this service, once its engine is ready. Raises TranslationError."""
        return ReadPicture(await self._engine(service))

    async def models(self, service: Service) -> tuple[str, ...]:
        """Return the models that the service offers. Raises TranslationError."""
        return await (await self._engine(service)).models()

    async def local_servers(self) -> list[tuple[Preset, tuple[str, ...]]]:
        """Return the servers that answer on this computer's usual ports, with their models."""
        from translator.engines.local_servers import find_local_servers

        return [(server.preset, server.models) for server in await find_local_servers()]

    async def close(self) -> None:
        """Close every engine's connections, those of engines that are only now being built as well."""
        await asyncio.gather(*self._building.values(), return_exceptions=True)
        engines, self._engines, self._retired = [*self._engines.values(), *self._retired], {}, []
        for engine in engines:
            await engine.aclose()

    async def _engine(self, service: Service) -> Engine:
        found = self._engines.get(service) or self._same_but_for_the_model(service)
        if found is not None:
            return found
        # Whoever asked may go; the thread that builds cannot be stopped, and what it builds will be wanted again.
        building = self._building.get(service)
        if building is None:
            building = self._building[service] = asyncio.create_task(self._build(service), name="engine")
            building.add_done_callback(_take_note)
        return await asyncio.shield(building)

    async def _build(self, service: Service) -> Engine:
        try:
            # Two imports of the same package on two threads have failed before.
            async with self._one_at_a_time:
                engine = Retiring(await asyncio.to_thread(self._make, service))
                await _warm(engine)
            earlier = [known for known in self._engines if known.id == service.id]
            retired = [self._engines.pop(known) for known in earlier]
            self._retired = [each for each in (*self._retired, *retired) if each.is_in_use]
            self._engines[service] = engine
            for each in retired:
                await each.retire()
            return engine
        finally:
            del self._building[service]

    def _same_but_for_the_model(self, service: Service) -> Engine | None:
        """Return the engine that found the service's model by itself and goes on using it."""
        engine = self._engines.get(replace(service, model=""))
        return engine if engine is not None and engine.model == service.model else None


async def _warm(engine: Engine) -> None:
    try:
        await engine.warm()
    except BaseException:
        await engine.aclose()
        raise


def _take_note(building: asyncio.Task[Engine]) -> None:
    """Look at what became of it: where nobody waits any more, an error is nobody's."""
    if not building.cancelled():
        building.exception()
