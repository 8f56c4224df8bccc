"""The window's key store, in memory."""

import asyncio

from translator.settings import Service
from translator.translation.errors.keys import KeyMalformed, KeyStoreError
from translator.translation.ports import KeyStatus


class FakeKeyStore:
    """Keeps keys in dicts. ``failure`` is raised by whatever would ask the keyring.

    ``gate``, where it is set, holds up every such call until it is opened. ``environment`` names the services that
    the environment's key serves.
    """

    def __init__(self, stored: dict[str, str] | None = None, failure: KeyStoreError | None = None) -> None:
        self.stored = dict(stored or {})
        self.session: dict[str, str] = {}
        self.environment: set[str] = set()
        self.failure = failure
        self.gate: asyncio.Event | None = None

    async def status(self, service: Service) -> KeyStatus:
        """Return where the key comes from."""
        if service.id in self.session:
            return KeyStatus.SESSION
        await self._ask()
        if service.id in self.stored:
            return KeyStatus.STORED
        return KeyStatus.ENVIRONMENT if service.id in self.environment else KeyStatus.NONE

    async def store(self, service: Service, key: str) -> None:
        """Keep the key."""
        cleaned = _checked(service, key)
        await self._ask()
        self.stored[service.id] = cleaned

    def keep_for_session(self, service: Service, key: str) -> None:
        """Keep the key until the end."""
        self.session[service.id] = _checked(service, key)

    async def forget(self, service: Service) -> None:
        """Remove the key."""
        self.session.pop(service.id, None)
        await self._ask()
        self.stored.pop(service.id, None)

    async def _ask(self) -> None:
        if self.gate is not None:
            await self.gate.wait()
        if self.failure is not None:
            raise self.failure


def _checked(service: Service, key: str) -> str:
    cleaned = key.strip()
    if not cleaned or " " in cleaned or not cleaned.isascii():
        raise KeyMalformed(service.name)
    return cleaned
