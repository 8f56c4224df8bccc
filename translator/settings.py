"""What the user has chosen, typed and frozen, with the defaults. Reading and writing is storage's work."""

from dataclasses import dataclass, field, replace
from typing import Literal, Self

Appearance = Literal["system", "light", "dark"]

DEMO_ID = "demo"


@dataclass(frozen=True, slots=True)
class Service:
    """An endpoint that translates, with what is needed to reach it. Its key is in the keyring, under ``id``.

    ``model`` is empty until one was chosen. ``proxy`` is an address, or empty for the system's own settings.
    ``allow_http`` lets text travel unencrypted beyond this computer, for this service alone.
    """

    id: str
    name: str
    preset: str = "custom"
    base_url: str = ""
    model: str = ""
    proxy: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    allow_http: bool = False

    @property
    def is_demo(self) -> bool:
        """Whether this is the offline pseudo-translation."""
        return self.id == DEMO_ID


DEMO = Service(id=DEMO_ID, name="Demo (pseudo-translation)", preset="demo", model="pseudo")


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. ``current_service`` is empty until the user has chosen: that is the first run.

    ``second_language`` is a BCP-47 tag, or empty for the default: English, or the system's language where the
    source is English. ``text_size`` is in percent of the design's sizes.
    """

    current_service: str = ""
    services: tuple[Service, ...] = ()
    translate_while_typing: bool = False
    second_language: str = ""
    appearance: Appearance = "system"
    text_size: int = 100
    unknown: dict[str, object] = field(default_factory=dict, hash=False)
    """Keys of a newer version, kept as they were read so that writing loses nothing."""

    @property
    def is_first_run(self) -> bool:
        """Whether the user has not yet said how to translate."""
        return not self.current_service

    @property
    def service(self) -> Service:
        """The service in use; the demo until another was chosen."""
        return self.find(self.current_service) or DEMO

    def find(self, name_or_id: str) -> Service | None:
        """Return the service of that id, or else of that name in any case; the demo is always there."""
        every = (*self.services, DEMO)
        wanted = name_or_id.casefold()
        by_id = (s for s in every if s.id == name_or_id)
        by_name = (s for s in every if s.name.casefold() == wanted)
        return next(by_id, None) or next(by_name, None)

    def choosing(self, service_id: str) -> Self:
        """Return settings in which this service is the current one."""
        return replace(self, current_service=service_id)

    def with_service(self, service: Service) -> Self:
        """Return settings in which this service replaces the one of the same id, or is added at the end."""
        if any(s.id == service.id for s in self.services):
            services = tuple(service if s.id == service.id else s for s in self.services)
        else:
            services = (*self.services, service)
        return replace(self, services=services)

    def without_service(self, service_id: str) -> Self:
        """Return settings without that service; where it was current, the first that is left becomes so."""
        left = tuple(s for s in self.services if s.id != service_id)
        current = self.current_service
        if current == service_id:
            current = left[0].id if left else ""
        return replace(self, services=left, current_service=current)
