"""The settings that are not about services: typing, memory, languages, appearance, and where things are kept."""

from dataclasses import replace

from translator.i18n import tr
from translator.language.catalogue import Catalogue
from translator.language.tag import InvalidTag, LanguageTag
from translator.settings import Appearance, Settings
from translator.ui.ports import Engines, KeyStore
from translator.ui.preferences import Preferences
from translator.ui.settings.at_hand import DesktopAtHand, SettingsFiles, ShortcutsAtHand
from translator.ui.settings.desktop.presenter import DesktopSettingsPresenter
from translator.ui.settings.figures import Figures
from translator.ui.settings.library.history_presenter import HistorySettingsPresenter
from translator.ui.settings.library.library import Library
from translator.ui.settings.library.presenter import LibraryPresenter
from translator.ui.settings.screen import SettingsScreen
from translator.ui.settings.services.address.problems import CheckAddress
from translator.ui.settings.services.presenter import ServicesPresenter
from translator.ui.settings.shortcuts.presenter import ShortcutsSettingsPresenter
from translator.ui.settings.transfer.presenter import TransferPresenter
from translator.ui.settings.translation.style_presenter import StylePresenter
from translator.ui.settings.usage.presenter import UsagePresenter

SMALLEST_TEXT, LARGEST_TEXT = 80, 200
"""Percent of the design's sizes."""


class SettingsPresenter:
    """Shows the settings and applies each change at once. ``services`` and ``usage`` work on the pages of that name.

    ``kept_in`` are the paths of the settings, of the draft and of the database; ``check_address`` raises AddressInvalid
    and AddressInsecure.
    """

    def __init__(
        self, window: SettingsScreen, preferences: Preferences, keys: KeyStore, engines: Engines,
        catalogue: Catalogue, kept_in: tuple[str, str, str], check_address: CheckAddress, figures: Figures,
        library: Library, shortcuts: ShortcutsAtHand, desktop: DesktopAtHand, files: SettingsFiles,
    ) -> None:  # fmt: skip
        self._window = window
        self._preferences = preferences
        self._catalogue = catalogue
        self.services = ServicesPresenter(window.services, preferences, keys, engines, check_address, figures)
        self.usage = UsagePresenter(window.usage, preferences, figures)
        self.history = HistorySettingsPresenter(window.history, preferences)
        self.style = StylePresenter(window.style_part, preferences)
        self.library = LibraryPresenter(window.library, library)
        self.shortcuts = ShortcutsSettingsPresenter(window.shortcuts, preferences, shortcuts)
        self.desktop = DesktopSettingsPresenter(window.desktop, preferences, desktop)
        self.transfer = TransferPresenter(window.transfer, preferences, files, self._name_of)
        window.listen(self)
        window.show_places(*kept_in)
        preferences.listen(self._show)
        self._show(preferences.settings)

    def refresh(self) -> None:
        """Show how things stand, for a window that is about to be shown. The event loop must be running."""
        self._show(self._preferences.settings)
        self.services.show_current()
        self.usage.refresh()
        self.desktop.refresh()
        self.transfer.refresh()

    async def close(self) -> None:
        """End everything that runs."""
        self.shortcuts.close()
        await self.transfer.close()
        await self.desktop.close()
        await self.library.close()
        await self.usage.close()
        await self.services.close()

    # Commands

    def set_while_typing(self, wanted: bool) -> None:
        """Translate while one types, or not."""
        self._change(replace(self._preferences.settings, translate_while_typing=wanted))

    def set_use_memory(self, wanted: bool) -> None:
        """Remember translations and use them again, or not."""
        self._change(replace(self._preferences.settings, use_memory=wanted))

    def ask_second_language(self) -> None:
        """Let the user choose the second language."""
        self._window.ask_language(self._catalogue, self._second)

    def choose_second_language(self, tag: LanguageTag | None) -> None:
        """Take this as the second language; None for the default."""
        self._change(replace(self._preferences.settings, second_language=str(tag or "")))

    def choose_interface_language(self, language: str) -> None:
        """Speak this language; empty for the system's."""
        self._change(replace(self._preferences.settings, interface_language=language))

    def choose_appearance(self, appearance: Appearance) -> None:
        """Look like this."""
        self._change(replace(self._preferences.settings, appearance=appearance))

    def choose_text_size(self, percent: int) -> None:
        """Set all texts at this size."""
        kept = min(max(percent, SMALLEST_TEXT), LARGEST_TEXT)
        self._change(replace(self._preferences.settings, text_size=kept))

    def _change(self, settings: Settings) -> None:
        if settings != self._preferences.settings:
            self._preferences.change(settings)

    def _name_of(self, tag: str) -> str:
        """Return the name of the language with this tag; the tag itself where it is none."""
        try:
            return self._catalogue.name(LanguageTag.parse(tag))
        except InvalidTag:
            return tag

    @property
    def _second(self) -> LanguageTag | None:
        try:
            return LanguageTag.parse(self._preferences.settings.second_language)
        except InvalidTag:
            return None

    def _show(self, settings: Settings) -> None:
        second = self._second
        name = self._catalogue.name(second) if second else tr("Automatic")
        self._window.show_second_language(name, chosen=second is not None)
        self._window.show_while_typing(wanted=settings.translate_while_typing)
        self._window.show_use_memory(wanted=settings.use_memory)
        self._window.show_interface_language(settings.interface_language)
        self._window.show_appearance(settings.appearance)
        self._window.show_text_size(settings.text_size)
