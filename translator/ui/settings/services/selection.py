"""The services that the settings show, and which of them is being looked at."""

from dataclasses import replace

from translator.settings import DEMO, DEMO_ID, Service
from translator.ui.preferences import Preferences


class Selection:
    """Follows the preferences. A service used for this run alone is among the services, as it is used."""

    def __init__(self, preferences: Preferences) -> None:
        self._preferences = preferences
        self._id = preferences.service.id

    @property
    def services(self) -> list[Service]:
        """All services, the demo last."""
        current = self._preferences.service
        shown = [current if service.id == current.id else service for service in self._preferences.settings.services]
        if current not in shown and not current.is_demo:
            shown.append(current)
        return [*shown, DEMO]

    @property
    def service(self) -> Service:
        """The service being looked at; the current one where that is gone."""
        return self.find(self._id) or self._preferences.service

    def find(self, service_id: str) -> Service | None:
        """Return the service of that id."""
        return next((service for service in self.services if service.id == service_id), None)

    def select(self, service_id: str) -> None:
        """Look at this service."""
        self._id = service_id

    def select_current(self) -> None:
        """Look at the service in use."""
        self._id = self._preferences.service.id

    def is_current(self, service: Service) -> bool:
        """Whether this is the service in use, and somebody chose it."""
        return service.id == self._preferences.service.id and not self._preferences.is_first_run

    def change(self, service: Service) -> None:
        """Keep this in place of the service of the same id."""
        if service.id != DEMO_ID:
            self._preferences.change_service(service)

    def is_kept(self, service: Service) -> bool:
        """Whether the service is in the settings, not only used for this run."""
        return any(other.id == service.id for other in self._preferences.settings.services)

    def give_id(self, service: Service, service_id: str) -> Service:
        """Keep the service under another id, so that nothing kept under the old one belongs to it any more."""
        settings, current = self._preferences.settings, self._preferences.service
        for_this_run = current.id == service.id and current not in settings.services
        services = tuple(replace(s, id=service_id) if s.id == service.id else s for s in settings.services)
        now = service_id if settings.current_service == service.id else settings.current_service
        if self._id == service.id:
            self._id = service_id
        changed = replace(settings, services=services, current_service=now)
        self._preferences.change(changed)
        if for_this_run:
            self._preferences.use_for_this_run(replace(current, id=service_id))
            self._preferences.change(changed)
        return replace(service, id=service_id)
