"""The engines behind the services: loaded on a thread, warmed before they are needed, kept until the end."""

import asyncio
from dataclasses import replace

from translator import parts
from translator.language.catalogue import Catalogue
from translator.presets import Preset
from translator.settings import Service
from translator.translation.ports import Engine, Keys
from translator.translation.translate_text import TranslateText


class EnginePool:
    """Gives out the use case for a service. An engine is built once and serves until the service is changed."""

    def __init__(self, keys: Keys, catalogue: Catalogue) -> None:
        self._keys = keys
        self._catalogue = catalogue
        self._engines: dict[Service, Engine] = {}
        self._building = asyncio.Lock()

    async def translator(self, service: Service) -> TranslateText:
        """Return the use case for this service, once its engine is ready."""
        return parts.make_translate_text(await self._engine(service), self._catalogue)

    async def models(self, service: Service) -> tuple[str, ...]:
        """Return the models that the service offers. Raises TranslationError."""
        return await (await self._engine(service)).models()

    async def local_servers(self) -> list[tuple[Preset, tuple[str, ...]]]:
        """Return the servers that answer on this computer's usual ports, with their models."""
        from translator.engines.local_servers import find_local_servers

        return [(server.preset, server.models) for server in await find_local_servers()]

    async def close(self) -> None:
        """Close every engine's connections."""
        engines, self._engines = self._engines, {}
        for engine in engines.values():
            await engine.aclose()

    async def _engine(self, service: Service) -> Engine:
        # One at a time: two imports of the same package on two threads have failed before.
        async with self._building:
            found = self._engines.get(service) or self._same_but_for_the_model(service)
            if found is None:
                found = await asyncio.to_thread(parts.make_engine, service, self._keys)
                await found.warm()
                self._engines[service] = found
            return found

    def _same_but_for_the_model(self, service: Service) -> Engine | None:
        """Return the engine that found the service's model by itself and goes on using it."""
        engine = self._engines.get(replace(service, model=""))
        return engine if engine is not None and engine.model == service.model else None
