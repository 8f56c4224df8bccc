"""The settings while the window is open: one place that holds them, and tells whoever listens."""

from collections.abc import Callable

from translator.settings import Service, Settings

Listener = Callable[[Settings], None]


class Preferences:
    """Holds the settings in use. ``keep`` writes them.

    A run may have settings of its own, from the command line; those are used, but never written.
    """

    def __init__(self, settings: Settings, keep: Callable[[Settings], None]) -> None:
        self._settings = settings
        self._keep = keep
        self._for_this_run: Service | None = None
        self._listeners: list[Listener] = []

    @property
    def settings(self) -> Settings:
        """The settings as they are kept."""
        return self._settings

    @property
    def service(self) -> Service:
        """The service in use, for this run or for good."""
        return self._for_this_run or self._settings.service

    def use_for_this_run(self, service: Service) -> None:
        """Use this service until the window closes or another is chosen."""
        self._for_this_run = service

    @property
    def is_first_run(self) -> bool:
        """Whether nobody has said yet how to translate."""
        return self._for_this_run is None and self._settings.is_first_run

    def change(self, settings: Settings) -> None:
        """Use and keep these settings."""
        if settings.current_service != self._settings.current_service:
            self._for_this_run = None
        if settings != self._settings:
            self._settings = settings
            self._keep(settings)
        for listener in list(self._listeners):
            listener(settings)

    def choose_service(self, service_id: str) -> None:
        """Make this service the current one."""
        self._for_this_run = None
        self.change(self._settings.choosing(service_id))

    def change_service(self, service: Service) -> None:
        """Replace the service of the same id; one that is used for this run alone changes for this run alone."""
        if self._for_this_run is not None and self._for_this_run.id == service.id:
            self._for_this_run = service
            self.change(self._settings)
        else:
            self.change(self._settings.with_service(service))

    def listen(self, listener: Listener) -> None:
        """Call this after every change."""
        self._listeners.append(listener)
