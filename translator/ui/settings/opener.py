"""Opens the settings window, made when it is first wanted, at the page that is wanted."""

from PySide6.QtWidgets import QWidget

from translator.language.catalogue import Catalogue
from translator.ui.look.theme import Theme
from translator.ui.ports import Engines, KeyStore
from translator.ui.preferences import Preferences


class SettingsOpener:
    """Owns the settings window and its presenter."""

    def __init__(
        self, theme: Theme, parent: QWidget, catalogue: Catalogue, preferences: Preferences, keys: KeyStore,
        engines: Engines, kept_in: tuple[str, str],
    ) -> None:  # fmt: skip
        self._theme = theme
        self._parent = parent
        self._catalogue = catalogue
        self._preferences = preferences
        self._keys = keys
        self._engines = engines
        self._kept_in = kept_in

    def open(self, page: str) -> None:
        """Show this page."""

    def open_key(self) -> None:
        """Show where the key of the service in use is entered."""

    def open_model(self) -> None:
        """Show where the model of the service in use is chosen."""

    async def close(self) -> None:
        """End everything that runs."""
