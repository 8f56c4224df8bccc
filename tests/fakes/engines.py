"""The window's engines, without any."""

import asyncio

from translator.presets import Preset
from translator.settings import Service
from translator.translation.errors.base import TranslationError
from translator.ui.ports import TextTranslator


class FakeEngines:
    """Answers with what a test sets. ``asked`` records the services whose models were asked for.

    ``gate``, where it is set, holds up the answer about models until it is opened. ``looks`` counts the looks for
    local servers, and ``looked`` is set after each.
    """

    def __init__(self) -> None:
        self.offered: tuple[str, ...] = ()
        self.failure: TranslationError | None = None
        self.servers: list[tuple[Preset, tuple[str, ...]]] = []
        self.translators: dict[str, TextTranslator] = {}
        self.asked: list[Service] = []
        self.gate: asyncio.Event | None = None
        self.looks = 0
        self.looked = asyncio.Event()

    async def translator(self, service: Service) -> TextTranslator:
        """Return the use case that the test put there."""
        if self.failure is not None:
            raise self.failure
        return self.translators[service.id]

    async def models(self, service: Service) -> tuple[str, ...]:
        """Return what the test says the service offers."""
        self.asked.append(service)
        if self.gate is not None:
            await self.gate.wait()
        if self.failure is not None:
            raise self.failure
        return self.offered

    async def local_servers(self) -> list[tuple[Preset, tuple[str, ...]]]:
        """Return what the test says runs here."""
        self.looks += 1
        self.looked.set()
        return list(self.servers)
