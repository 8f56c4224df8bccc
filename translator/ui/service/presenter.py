"""The service in use: which one it is, what the window says of it, and its engine."""

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from translator.i18n import tr
from translator.joining import in_a_row
from translator.service_names import shown_name
from translator.settings import DEMO_ID, Service, Settings, Style
from translator.translation.errors.base import TranslationError
from translator.ui.loop.tasks import Tasks
from translator.ui.ports import Engines, TextTranslator
from translator.ui.preferences import Preferences
from translator.ui.vocabulary import State


class ServiceScreen(Protocol):
    """Where the service is shown."""

    def show_service(self, text: str) -> None:
        """Show the service and its model."""
        ...

    def show_status(self, text: str, state: State) -> None:
        """Say how things stand."""
        ...


class ServicePresenter:
    """Keeps the engine of the service in use warm, and implements ``CurrentService`` for the panes."""

    def __init__(
        self, screen: ServiceScreen, preferences: Preferences, engines: Engines, changed: Callable[[], None]
    ) -> None:
        self._screen = screen
        self._preferences = preferences
        self._engines = engines
        self._changed = changed
        self._tasks = Tasks()
        self._shown = preferences.service
        preferences.listen(self._follow)
        self._show()
        self._show_state()

    @property
    def service(self) -> Service:
        """The service in use."""
        return self._preferences.service

    @property
    def style(self) -> Style:
        """How texts are to sound."""
        return self._preferences.settings.style

    @property
    def uses_memory(self) -> bool:
        """Whether translations may be taken from the memory, and kept in it."""
        return self._preferences.settings.use_memory

    async def translator(self) -> TextTranslator:
        """Return the use case for the service in use. Raises TranslationError."""
        return await self._engines.translator(self.service)

    def used_model(self, service: Service, model: str) -> None:
        """Remember by which model this service answered, where none was chosen before and it is still in use."""
        now = self.service
        is_still_in_use = _place_of(now) == _place_of(service)
        if model and is_still_in_use and not now.model and not now.is_demo:
            self._preferences.change_service(replace(now, model=model))

    def choices(self) -> list[tuple[str, str, bool]]:
        """Return the services to choose from, as id, name and whether it is the one in use."""
        services = [*self._preferences.settings.services, self._preferences.settings.find(DEMO_ID)]
        return [(s.id, shown_name(s), s.id == self.service.id) for s in services if s is not None]

    def choose(self, service_id: str) -> None:
        """Use this service from now on."""
        self._preferences.choose_service(service_id)

    def warm(self) -> None:
        """Make the engine ready before it is asked for anything."""
        self._tasks.start("warm", self._warm())

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()

    async def _warm(self) -> None:
        try:
            await self._engines.translator(self.service)
        except TranslationError:
            return  # the first translation will meet it again, and say so where it is read

    def _follow(self, _settings: Settings) -> None:
        before, self._shown = self._shown, self.service
        self._show()
        if _place_of(before) != _place_of(self._shown):
            self._show_state()
            self.warm()
            self._changed()

    def _show_state(self) -> None:
        if self._preferences.is_first_run:
            self._screen.show_status(tr("Demo, until you choose a service"), "idle")
        else:
            self._screen.show_status(tr("Ready"), "ready")

    def _show(self) -> None:
        if self._preferences.is_first_run:
            self._screen.show_service(tr("Services"))
            return
        service = self.service
        name = shown_name(service)
        facts = [name] if service.is_demo or not service.model else [name, service.model]
        self._screen.show_service(in_a_row(facts))


def _place_of(service: Service) -> tuple[str, str]:
    """Return what makes it another service where it changes."""
    return service.id, service.base_url
