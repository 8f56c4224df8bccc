"""The settings while the window is open: one place that holds them, and tells whoever listens."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Self

from translator.settings import Service, Settings

Listener = Callable[[Settings], None]


@dataclass(slots=True)
class _Held:
    """What all who share the settings have in common. Those who listen are in groups that come and go together."""

    settings: Settings
    keep: Callable[[Settings], None]
    for_this_run: Service | None = None
    before: Settings | None = None
    """The settings in whose place others were taken in, until anything else is changed."""
    listening: list[list[Listener]] = field(default_factory=list)


class Preferences:
    """Holds the settings in use. ``keep`` writes them.

    A run may have settings of its own, from the command line; those are used, but never written.
    """

    def __init__(self, settings: Settings, keep: Callable[[Settings], None]) -> None:
        self._hold(_Held(settings, keep))

    def _hold(self, held: _Held) -> None:
        self._held = held
        self._listeners: list[Listener] = []
        held.listening.append(self._listeners)

    def lend(self) -> Self:
        """Return the same settings, for those who go sooner than the program: ``give_back`` sends them away."""
        lent = type(self).__new__(type(self))
        lent._hold(self._held)  # noqa: SLF001 - it is one of ourselves
        return lent

    def give_back(self) -> None:
        """Tell none of those any more who have listened here."""
        self._held.listening[:] = [group for group in self._held.listening if group is not self._listeners]

    @property
    def settings(self) -> Settings:
        """The settings as they are kept."""
        return self._held.settings

    @property
    def service(self) -> Service:
        """The service in use, for this run or for good."""
        return self._held.for_this_run or self._held.settings.service

    def use_for_this_run(self, service: Service) -> None:
        """Use this service until the program ends or another is chosen."""
        self._held.for_this_run = service

    @property
    def is_first_run(self) -> bool:
        """Whether nobody has said yet how to translate."""
        return self._held.for_this_run is None and self._held.settings.is_first_run

    def change(self, settings: Settings) -> None:
        """Use and keep these settings."""
        held = self._held
        if settings.current_service != held.settings.current_service:
            held.for_this_run = None
        if settings != held.settings:
            held.settings, held.before = settings, None
            held.keep(settings)
        for listener in [listener for group in held.listening for listener in group]:
            listener(settings)

    def take_in(self, settings: Settings) -> None:
        """Use and keep settings that come from elsewhere. They can be taken back until anything else is changed."""
        before = self._held.settings
        self._held.for_this_run = None
        self.change(settings)
        if self._held.settings == settings != before:  # whoever listens may have changed them at once
            self._held.before = before

    @property
    def can_take_back(self) -> bool:
        """Whether settings were taken in, and nothing was changed since."""
        return self._held.before is not None

    def take_back(self) -> None:
        """Return to the settings from before others were taken in; nothing happens where that is no longer possible."""
        if self._held.before is not None:
            self._held.for_this_run = None
            self.change(self._held.before)

    def choose_service(self, service_id: str) -> None:
        """Make this service the current one."""
        self._held.for_this_run = None
        self.change(self._held.settings.choosing(service_id))

    def change_service(self, service: Service) -> None:
        """Replace the service of the same id; one that is used for this run alone changes for this run alone."""
        held = self._held
        if held.for_this_run is not None and held.for_this_run.id == service.id:
            held.for_this_run = service
            self.change(held.settings)
        else:
            self.change(held.settings.with_service(service))

    def listen(self, listener: Listener) -> None:
        """Call this after every change."""
        self._listeners.append(listener)
