"""The services page: which services there are, which one is in use, and what is set for each."""

from collections.abc import Iterable
from dataclasses import replace

from translator.i18n import tr
from translator.joining import in_a_row, sentences
from translator.messages import explain
from translator.presets import find_preset
from translator.service_names import shown_name
from translator.settings import Service, Settings
from translator.translation.errors.keys import KeyStoreError
from translator.ui.loop.tasks import Tasks
from translator.ui.ports import Engines, KeyStore
from translator.ui.preferences import Preferences
from translator.ui.settings.figures import Figures
from translator.ui.settings.services.address.presenter import AddressPresenter
from translator.ui.settings.services.address.problems import CheckAddress, host_and_port
from translator.ui.settings.services.key.presenter import KeyPresenter
from translator.ui.settings.services.models.presenter import ModelPresenter
from translator.ui.settings.services.new_service import new_service
from translator.ui.settings.services.screen import Field, ServicesScreen
from translator.ui.settings.services.selection import Selection
from translator.ui.settings.services.tuning.headers import format_headers
from translator.ui.settings.services.tuning.presenter import TuningPresenter
from translator.ui.vocabulary import Line


class ServicesPresenter:
    """Applies every change at once, and shows only what has changed: what is being typed stays.

    ``key``, ``models``, ``address`` and ``tuning`` are about the service being looked at.
    """

    def __init__(
        self, screen: ServicesScreen, preferences: Preferences, keys: KeyStore, engines: Engines,
        check_address: CheckAddress, figures: Figures,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._preferences = preferences
        self._tasks = Tasks()
        self._selection = Selection(preferences)
        self.key = KeyPresenter(screen, self._selection, keys, self._tasks, self.select)
        self.models = ModelPresenter(screen, self._selection, engines, self._tasks)
        self.key.tell(self.models.follow_key)
        self.address = AddressPresenter(screen, self._selection, check_address, self.key, self._tasks)
        self.tuning = TuningPresenter(screen, self._selection, figures)
        self._shown: Service | None = None
        screen.listen(self)
        preferences.listen(self._follow)

    async def close(self) -> None:
        """End everything that runs."""
        await self._tasks.close()

    def show_current(self) -> None:
        """Look at the service in use, afresh. The event loop must be running."""
        self._selection.select_current()
        self._shown = None
        self._show()

    # Commands: the list

    def select(self, service_id: str) -> None:
        """Look at this service."""
        self._selection.select(service_id)
        self._show()

    def use(self) -> None:
        """Make the service being looked at the current one."""
        self._preferences.choose_service(self._selection.service.id)

    def add(self, preset_id: str) -> None:
        """Add a service of this kind, and look at it."""
        service = new_service(find_preset(preset_id), self._preferences.settings)
        self._selection.select(service.id)
        self._preferences.change(self._preferences.settings.with_service(service))
        self._screen.focus(_first_field(service))

    def ask_to_remove(self) -> None:
        """Ask first: a key goes with the service."""
        question = tr("Remove {service} and its key?").format(service=self._selection.service.name)
        self._screen.show_removal(question)

    def keep(self) -> None:
        """Leave the service where it is."""
        self._screen.show_removal("")

    def remove(self) -> None:
        """Remove the service and its key."""
        service = self._selection.service
        self._tasks.start(f"remove {service.id}", self._remove(service))

    # Commands: the fields

    def change(self, field: Field, text: str) -> None:
        """Take what was typed into a field, or say what is wrong with it."""
        service = self._selection.service
        text = text.strip()
        match field:
            case "name":
                self._rename(service, text)
            case "address":
                self.address.change_address(service, text)
            case "model":
                self._selection.change(replace(service, model=text))
            case "picture_model":
                self._selection.change(replace(service, picture_model=text))
            case "proxy":
                self.address.change_proxy(service, text)
            case _:
                self.tuning.change(field, text)

    # What they do

    def _rename(self, service: Service, name: str) -> None:
        others = [other for other in self._selection.services if other.id != service.id]
        problem = _name_problem(name, others)
        if not problem:
            self._selection.change(replace(service, name=name))
        self._screen.show_problem("name", problem)

    async def _remove(self, service: Service) -> None:
        try:
            await self.key.forget(service)
        except KeyStoreError as error:
            problem = tr("{service} was not removed, as its key cannot be.").format(service=service.name)
            self._screen.show_removal("", sentences(problem, explain(error).sentence))
            return
        is_looked_at = service.id == self._selection.service.id
        self._preferences.change(self._preferences.settings.without_service(service.id))
        if is_looked_at:  # the user may be elsewhere by now
            self._selection.select_current()
            self._show()

    # What is shown

    def _follow(self, _settings: Settings) -> None:
        if self._shown is not None:
            self._show()

    def _show(self) -> None:
        service, before = self._selection.service, self._shown
        self._shown = service
        lines = [self._line(other) for other in self._selection.services]
        self._screen.show_services(lines, service.id)
        self._screen.show_actions(use=not self._selection.is_current(service), remove=self._selection.is_kept(service))
        if before is None or before.id != service.id:
            self._begin(service)
        elif before.base_url != service.base_url:  # what is there may offer other models, and an answer be on its way
            self.models.look_away()
        if before is None or before.name != service.name or before.id != service.id:
            page = find_preset(service.preset).key_page
            self._screen.show_form(shown_name(service), editable=not service.is_demo, key_page=page)
        self._show_fields(service, before if before is not None and before.id == service.id else None)

    def _begin(self, service: Service) -> None:
        self._screen.show_removal("")
        for field in ("name", "model", "headers"):
            self._screen.show_problem(field, "")
        self.address.begin(service)
        self.models.look_away()
        if not service.is_demo:
            self.key.look()

    def _show_fields(self, service: Service, before: Service | None) -> None:
        now, then = _texts(service), _texts(before) if before else {}
        for field, text in now.items():
            if text != then.get(field):
                self._screen.show_field(field, text)
        self.address.show(service)
        self.tuning.show(service, before)

    def _line(self, service: Service) -> Line:
        caption = tr("Offline, no account") if service.is_demo else _place(service)
        mark = tr("In use") if self._selection.is_current(service) else ""
        icon = "demo" if service.is_demo else "server" if find_preset(service.preset).is_local else "services"
        return Line(service.id, shown_name(service), icon, caption, mark)


def _name_problem(name: str, others: Iterable[Service]) -> str:
    """Say why a service cannot have this name beside the others."""
    if not name:
        return tr("A service needs a name.")
    taken = {other.name.casefold() for other in others}
    return tr("Another service has this name.") if name.casefold() in taken else ""


def _texts(service: Service) -> dict[Field, str]:
    return {
        "name": service.name,
        "address": service.base_url,
        "model": service.model,
        "picture_model": service.picture_model,
        "proxy": service.proxy,
        "headers": format_headers(service.headers),
    }


def _place(service: Service) -> str:
    return in_a_row((host_and_port(service.base_url) or tr("No address yet"), service.model))


def _first_field(service: Service) -> Field:
    if not service.base_url or "YOUR-" in service.base_url:
        return "address"
    return "model" if find_preset(service.preset).is_local else "key"
