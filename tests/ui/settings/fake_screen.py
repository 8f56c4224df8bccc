"""The window of the settings, without a window."""

from tests.ui.settings.desktop.fake_screen import FakeDesktopScreen
from tests.ui.settings.library.fake_screen import FakeHistorySettings, FakeLibraryScreen
from tests.ui.settings.services.fake_screen import FakeServicesScreen
from tests.ui.settings.shortcuts.fake_screen import FakeShortcutsScreen
from tests.ui.settings.transfer.fake_screen import FakeTransferScreen
from tests.ui.settings.translation.fake_screen import FakeStyle
from tests.ui.settings.usage.fake_screen import FakeUsageScreen
from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.settings import Appearance
from translator.ui.settings.screen import GeneralCommands


class FakeSettingsScreen:
    """The window around it."""

    def __init__(self) -> None:
        self.services = FakeServicesScreen()
        self.usage = FakeUsageScreen()
        self.history = FakeHistorySettings()
        self.library = FakeLibraryScreen()
        self.style_part = FakeStyle()
        self.desktop = FakeDesktopScreen()
        self.transfer = FakeTransferScreen()
        self.shortcuts = FakeShortcutsScreen()
        self.commands: GeneralCommands | None = None
        self.while_typing = False
        self.uses_memory = False
        self.second = ("", False)
        self.asked: LanguageTag | str | None = "not asked"
        self.interface_language = ""
        self.appearance: Appearance = "system"
        self.text_size = 0
        self.places = ("", "", "")

    def listen(self, commands: GeneralCommands) -> None:
        self.commands = commands

    def show_while_typing(self, *, wanted: bool) -> None:
        self.while_typing = wanted

    def show_use_memory(self, *, wanted: bool) -> None:
        self.uses_memory = wanted

    def show_second_language(self, name: str, *, chosen: bool) -> None:
        self.second = (name, chosen)

    def ask_language(self, _catalogue: Catalogue, current: LanguageTag | None) -> None:
        self.asked = current

    def show_interface_language(self, language: str) -> None:
        self.interface_language = language

    def show_appearance(self, appearance: Appearance) -> None:
        self.appearance = appearance

    def show_text_size(self, percent: int) -> None:
        self.text_size = percent

    def show_places(self, settings_file: str, draft_file: str, database_file: str) -> None:
        self.places = (settings_file, draft_file, database_file)
