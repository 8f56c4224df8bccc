"""What the presenter of the settings asks of their window. The real one is a widget; tests have their own."""

from typing import Protocol

from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.settings import Appearance
from translator.ui.settings.desktop.presenter import DesktopScreen
from translator.ui.settings.library.history_presenter import HistorySettingsScreen
from translator.ui.settings.library.presenter import LibraryScreen
from translator.ui.settings.services.screen import ServicesScreen
from translator.ui.settings.shortcuts.presenter import ShortcutsScreen
from translator.ui.settings.transfer.presenter import TransferScreen
from translator.ui.settings.translation.style_presenter import StyleScreen
from translator.ui.settings.usage.screen import UsageScreen


class GeneralCommands(Protocol):
    """What the controls of the other pages do."""

    def set_while_typing(self, wanted: bool) -> None:
        """Translate while one types, or not."""
        ...

    def set_use_memory(self, wanted: bool) -> None:
        """Remember translations and use them again, or not."""
        ...

    def ask_second_language(self) -> None:
        """Let the user choose the second language."""
        ...

    def choose_second_language(self, tag: LanguageTag | None) -> None:
        """Take this as the second language; None for the default."""
        ...

    def choose_interface_language(self, language: str) -> None:
        """Speak this language; empty for the system's."""
        ...

    def choose_appearance(self, appearance: Appearance) -> None:
        """Look like this."""
        ...

    def choose_text_size(self, percent: int) -> None:
        """Set all texts at this size."""
        ...


class SettingsScreen(Protocol):
    """The window."""

    @property
    def services(self) -> ServicesScreen:
        """The services page."""
        ...

    @property
    def usage(self) -> UsageScreen:
        """The usage page."""
        ...

    @property
    def history(self) -> HistorySettingsScreen:
        """The part about the history."""
        ...

    @property
    def library(self) -> LibraryScreen:
        """The page about what is kept of translations."""
        ...

    @property
    def shortcuts(self) -> ShortcutsScreen:
        """The page about the global shortcuts."""
        ...

    @property
    def desktop(self) -> DesktopScreen:
        """The page about living on the desktop."""
        ...

    @property
    def transfer(self) -> TransferScreen:
        """The page about settings as a file."""
        ...

    @property
    def style_part(self) -> StyleScreen:
        """The part about style."""
        ...

    def listen(self, commands: GeneralCommands) -> None:
        """Let the controls do this."""
        ...

    def show_while_typing(self, *, wanted: bool) -> None:
        """Show whether texts are translated while one types."""
        ...

    def show_use_memory(self, *, wanted: bool) -> None:
        """Show whether translations are remembered and used again."""
        ...

    def show_second_language(self, name: str, *, chosen: bool) -> None:
        """Show the second language, and whether the user chose it."""
        ...

    def ask_language(self, catalogue: Catalogue, current: LanguageTag | None) -> None:
        """Let the user choose the second language."""
        ...

    def show_interface_language(self, language: str) -> None:
        """Show the chosen language of the program."""
        ...

    def show_appearance(self, appearance: Appearance) -> None:
        """Show the chosen appearance."""
        ...

    def show_text_size(self, percent: int) -> None:
        """Show the chosen text size."""
        ...

    def show_places(self, settings_file: str, draft_file: str, database_file: str) -> None:
        """Say where the files are."""
        ...
