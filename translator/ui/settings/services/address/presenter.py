"""Where the service being looked at is, which proxy leads there, and what others can read on the way."""

from dataclasses import replace

from translator.settings import Service
from translator.translation.ports import KeyStatus
from translator.ui.loop.tasks import Tasks
from translator.ui.settings.services.address.problems import (
    CheckAddress,
    address_problem,
    exposure,
    is_usable,
    proxy_problem,
    required_address,
)
from translator.ui.settings.services.key.presenter import KeyPresenter
from translator.ui.settings.services.new_service import is_same_place
from translator.ui.settings.services.screen import ServicesScreen
from translator.ui.settings.services.selection import Selection


class AddressPresenter:
    """Takes no address that text must not be sent to; a key does not follow to another place."""

    def __init__(
        self, screen: ServicesScreen, selection: Selection, check_address: CheckAddress, key: KeyPresenter,
        tasks: Tasks,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._selection = selection
        self._check_address = check_address
        self._key = key
        self._tasks = tasks
        self._refused = ""
        self._may_have_key = False
        key.tell(self._follow_key)

    def begin(self, service: Service) -> None:
        """Look at this service, afresh."""
        self._refused = ""
        self._may_have_key = False
        self._screen.show_problem("proxy", "")
        self._screen.show_problem("address", address_problem(self._check_address, service))

    def show(self, service: Service) -> None:
        """Show what is on or off, and what travels unencrypted."""
        self._screen.show_allow_http(allowed=service.allow_http)
        self._screen.show_exposure(exposure(service, has_key=self._may_have_key))

    def change_address(self, service: Service, address: str) -> None:
        """Move the service there, or say why not."""
        moved = replace(service, base_url=address)
        problem = address_problem(self._check_address, moved) or required_address(address)
        self._refused = address if problem else ""
        self._screen.show_problem("address", problem)
        if problem:
            return
        is_moving = self._tasks.cancel(_move_of(service))
        if address == service.base_url:
            if is_moving:  # its key may have gone already
                self._key.look()
        elif is_same_place(service.base_url, address) or not is_usable(self._check_address, service):
            self._selection.change(moved)
        else:
            self._tasks.start(_move_of(service), self._key.move(service, address))

    def allow_http(self, allowed: bool) -> None:
        """Let text travel unencrypted to this service, or no longer."""
        self._selection.change(replace(self._selection.service, allow_http=allowed))
        self._judge_again()

    def change_proxy(self, service: Service, proxy: str) -> None:
        """Reach the service through this proxy, or say why not."""
        problem = proxy_problem(proxy)
        self._screen.show_problem("proxy", problem)
        if not problem:
            self._selection.change(replace(service, proxy=proxy))
            self._judge_again()

    def _judge_again(self) -> None:
        """Say what is wrong with the address now; take one that was refused, if nothing is."""
        service = self._selection.service
        if self._refused:
            self.change_address(service, self._refused)
        else:
            self._screen.show_problem("address", address_problem(self._check_address, service))

    def _follow_key(self, status: KeyStatus | None) -> None:
        self._may_have_key = status is not KeyStatus.NONE
        self.show(self._selection.service)


def _move_of(service: Service) -> str:
    """Return under which name the service is moved: those of several do not end each other."""
    return f"move {service.id}"
