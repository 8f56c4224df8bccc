"""Opens the settings window, imported and made when it is first wanted, at the page that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.ui.settings.at_hand import DesktopAtHand

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from translator.language.catalogue import Catalogue
    from translator.ui.look.theme import Theme
    from translator.ui.ports import Engines, KeyStore
    from translator.ui.preferences import Preferences
    from translator.ui.settings.at_hand import SettingsFiles, ShortcutsAtHand
    from translator.ui.settings.figures import Figures
    from translator.ui.settings.library.library import Library
    from translator.ui.settings.presenter import SettingsPresenter
    from translator.ui.settings.services.address.problems import CheckAddress
    from translator.ui.settings.services.key.presenter import UnsavedKey
    from translator.ui.settings.window import SettingsWindow

_NO_DESKTOP = DesktopAtHand()


class SettingsOpener:
    """Owns the settings window and its presenter.

    ``kept_in`` are the paths of the settings, of the draft and of the database; ``check_address`` raises AddressInvalid
    and AddressInsecure; ``figures`` are of usage, prices and deadlines; ``library`` is what is kept of translations;
    ``shortcuts`` are the global ones; ``files`` reads and writes settings; ``desktop`` is what there is of one.
    """

    def __init__(
        self, theme: Theme, parent: QWidget, catalogue: Catalogue, preferences: Preferences, keys: KeyStore,
        engines: Engines, kept_in: tuple[str, str, str], check_address: CheckAddress,
        figures: Figures, library: Library, shortcuts: ShortcutsAtHand, files: SettingsFiles,
        desktop: DesktopAtHand = _NO_DESKTOP,
    ) -> None:  # fmt: skip
        self._theme = theme
        self._parent = parent
        self._catalogue = catalogue
        self._preferences = preferences
        self._keys = keys
        self._engines = engines
        self._kept_in = kept_in
        self._check_address = check_address
        self._figures = figures
        self._library = library
        self._shortcuts = shortcuts
        self._files = files
        self._desktop = desktop
        self._made: tuple[SettingsWindow, SettingsPresenter] | None = None

    @property
    def page(self) -> str:
        """The page that was shown last."""
        return self._made[0].page if self._made is not None else ""

    @property
    def is_busy(self) -> bool:
        """Whether a key is on its way into the keyring."""
        return self._made is not None and self._made[1].services.key.is_busy

    @property
    def unsaved_key(self) -> UnsavedKey | None:
        """What is being said of a key that was not stored."""
        return self._made[1].services.key.unsaved if self._made is not None else None

    def tell_unsaved_key(self, unsaved: UnsavedKey) -> None:
        """Show where a key is entered, and why one was not stored."""
        self.open_key()
        if self._made is not None:
            self._made[1].services.key.tell_unsaved(unsaved)

    def open(self, page: str) -> None:
        """Show this page."""
        self._window().open_page(page)

    def open_key(self) -> None:
        """Show where the key of the service in use is entered."""
        self._window().open_key_field()

    def open_model(self) -> None:
        """Show where the model of the service in use is chosen."""
        self._window().open_model_field()

    def open_picture_model(self) -> None:
        """Show where the model for pictures of the service in use is chosen."""
        self._window().open_picture_model_field()

    def _window(self) -> SettingsWindow:
        if self._made is None:
            self._made = self._make()
        window, presenter = self._made
        presenter.refresh()
        return window

    def _make(self) -> tuple[SettingsWindow, SettingsPresenter]:
        from translator.ui.settings.presenter import SettingsPresenter  # 45 modules, for a window seldom opened
        from translator.ui.settings.window import SettingsWindow

        window = SettingsWindow(self._theme, self._parent)
        return window, SettingsPresenter(
            window, self._preferences, self._keys, self._engines, self._catalogue, self._kept_in,
            self._check_address, self._figures, self._library, self._shortcuts, self._desktop, self._files,
        )  # fmt: skip

    async def close(self) -> None:
        """End everything that runs."""
        if self._made is not None:
            await self._made[1].close()
