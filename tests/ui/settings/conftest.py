"""A room with the services page open, and the window itself."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.autostart import FakeAutostart
from tests.fakes.engines import FakeEngines
from tests.fakes.key_store import FakeKeyStore
from tests.support.waiting import settle
from tests.ui.settings.library.shelves import Shelves
from tests.ui.settings.opened import Open
from tests.ui.settings.room import OLLAMA, OPENAI, FakeUsage, Room, make_figures
from tests.ui.settings.shortcuts.room import ShortcutsRoom
from tests.ui.themes import theme
from translator.assets import resources
from translator.engines.network.address import check_address
from translator.language.catalogue import Catalogue
from translator.settings import Settings
from translator.storage.settings.exchange import read_settings, write_settings
from translator.ui.look.theme import Theme
from translator.ui.preferences import Preferences
from translator.ui.settings.at_hand import DesktopAtHand, SettingsFiles
from translator.ui.settings.opener import SettingsOpener
from translator.ui.settings.window import SettingsWindow

__all__ = ["theme"]


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    """The presenter of the services page among fakes."""
    made = Room()
    await made.open()
    yield made
    await made.presenter.close()


@pytest.fixture
async def shown(theme: Theme) -> AsyncIterator[Open]:
    """The window, at the services page."""
    main = QWidget()
    preferences = Preferences(Settings("openai", (OPENAI, OLLAMA)), lambda _: None)
    keys, engines = FakeKeyStore({"openai": "sk-old"}), FakeEngines()
    catalogue = Catalogue.load(resources() / "languages.json")
    usage, shelves, shortcuts = FakeUsage(), Shelves(), ShortcutsRoom(preferences)
    opener = SettingsOpener(
        theme, main, catalogue, preferences, keys, engines, ("settings", "draft", "database"), check_address,
        make_figures(usage), shelves.library, shortcuts.at_hand, SettingsFiles(read_settings, write_settings),
        DesktopAtHand(FakeAutostart(), lambda: True, True),
    )  # fmt: skip
    opener.open("services")
    window = main.findChild(SettingsWindow)
    assert isinstance(window, SettingsWindow)
    await settle()
    yield Open(window, preferences, keys, engines, opener, usage, shelves, shortcuts)
    window.close()
    await opener.close()
    await shortcuts.presenter.close()
    await shelves.database.close()
    main.deleteLater()
    QApplication.sendPostedEvents(main, QEvent.Type.DeferredDelete)
