"""What the window needs from outside. The composition root hands it in."""

from collections.abc import AsyncGenerator, Sequence
from typing import Protocol

from translator.language.tag import LanguagePair
from translator.presets import Preset
from translator.settings import Service
from translator.translation.ports import KeyStatus
from translator.translation.request import FinishedBlock, TranslationEvent, TranslationRequest
from translator.translation.spending.estimate import Estimate


class TextTranslator(Protocol):
    """The use case, for one service."""

    def run(self, request: TranslationRequest) -> AsyncGenerator[TranslationEvent, None]:
        """Translate, and tell what happens."""
        ...


class Teaching(Protocol):
    """What learns from the translations that the user writes or uses. It answers at once and never raises."""

    def keep_edited(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take in translations that the user has written, or changed by hand."""
        ...

    def keep_accepted(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Take in translations that the user has copied or saved as they are."""
        ...


class NoTeaching:
    """Learns nothing."""

    def keep_edited(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Let it go."""

    def keep_accepted(self, blocks: Sequence[FinishedBlock], languages: LanguagePair) -> None:
        """Let it go."""


class Costs(Protocol):
    """What translating costs with the service and the model in use. It answers at once."""

    def cost_of(self, estimate: Estimate) -> float | None:
        """Return what so many requests and tokens cost in US dollars; None where the price is not known."""
        ...


class Engines(Protocol):
    """The engines behind the services; each is loaded and warmed off the interface thread."""

    async def translator(self, service: Service) -> TextTranslator:
        """Return the use case for this service, waiting until its engine is ready. Raises TranslationError."""
        ...

    async def models(self, service: Service) -> tuple[str, ...]:
        """Return the models that the service offers. Raises TranslationError."""
        ...

    async def local_servers(self) -> list[tuple[Preset, tuple[str, ...]]]:
        """Return the servers that answer on this computer's usual ports, with their models."""
        ...


class KeyStore(Protocol):
    """Where the keys of services are kept. Every call but ``keep_for_session`` may take a while."""

    async def status(self, service: Service) -> KeyStatus:
        """Return where the service's key comes from. Raises KeyStoreError."""
        ...

    async def store(self, service: Service, key: str) -> None:
        """Keep the key in the keyring. Raises KeyMalformed and KeyStoreError."""
        ...

    def keep_for_session(self, service: Service, key: str) -> None:
        """Keep the key in memory until the program ends. Raises KeyMalformed."""
        ...

    async def forget(self, service: Service) -> None:
        """Remove the key. Raises KeyStoreError."""
        ...
