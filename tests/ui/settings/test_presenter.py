"""The settings that are not about services are shown, changed at once, and followed."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.engines import FakeEngines
from tests.fakes.key_store import FakeKeyStore
from tests.ui.settings.fake_screen import FakeSettingsScreen
from tests.ui.settings.library.shelves import Shelves
from tests.ui.settings.room import make_figures
from tests.ui.settings.shortcuts.room import ShortcutsRoom
from translator.assets import resources
from translator.engines.network.address import check_address
from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.settings import Settings
from translator.storage.settings.exchange import read_settings, write_settings
from translator.ui.preferences import Preferences
from translator.ui.settings.at_hand import DesktopAtHand, SettingsFiles
from translator.ui.settings.presenter import SettingsPresenter

FRENCH = LanguageTag("fr")


class Room:
    def __init__(self) -> None:
        self.window = FakeSettingsScreen()
        self.kept: list[Settings] = []
        self.preferences = Preferences(Settings(), self.kept.append)
        catalogue = Catalogue.load(resources() / "languages.json")
        self.presenter = SettingsPresenter(
            self.window, self.preferences, FakeKeyStore(), FakeEngines(), catalogue, ("settings", "draft", "database"),
            check_address, make_figures(), Shelves().library, ShortcutsRoom(self.preferences).at_hand, DesktopAtHand(),
            SettingsFiles(read_settings, write_settings),
        )  # fmt: skip


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    await made.presenter.close()


async def test_it_begins_with_what_is_set(room: Room) -> None:
    assert room.window.second == ("Automatic", False)
    assert room.window.appearance == "system"
    assert room.window.text_size == 100
    assert room.window.places == ("settings", "draft", "database")


async def test_each_change_is_kept_at_once_and_shown(room: Room) -> None:
    room.presenter.set_while_typing(True)
    room.presenter.choose_appearance("dark")
    room.presenter.choose_text_size(125)
    room.presenter.choose_second_language(FRENCH)
    assert room.kept[-1] == Settings(
        translate_while_typing=True, second_language="fr", appearance="dark", text_size=125
    )
    assert (room.window.while_typing, room.window.appearance, room.window.text_size) == (True, "dark", 125)
    assert room.window.second == ("French", True)


async def test_the_second_language_can_be_automatic_again(room: Room) -> None:
    room.presenter.choose_second_language(FRENCH)
    room.presenter.ask_second_language()
    assert room.window.asked == FRENCH
    room.presenter.choose_second_language(None)
    assert room.preferences.settings.second_language == ""
    room.presenter.ask_second_language()
    assert room.window.asked is None


@pytest.mark.parametrize(("asked", "kept"), [(10, 80), (500, 200)])
async def test_a_text_size_stays_readable(room: Room, asked: int, kept: int) -> None:
    room.presenter.choose_text_size(asked)
    assert room.preferences.settings.text_size == kept


async def test_what_changes_nothing_is_not_written(room: Room) -> None:
    room.presenter.choose_appearance("system")
    assert room.kept == []


async def test_opening_shows_the_services(room: Room) -> None:
    room.presenter.refresh()
    assert room.window.services.selected == "demo"


async def test_the_memory_can_be_switched_off(room: Room) -> None:
    assert room.window.uses_memory
    room.presenter.set_use_memory(False)
    assert not room.kept[-1].use_memory
    assert not room.window.uses_memory
