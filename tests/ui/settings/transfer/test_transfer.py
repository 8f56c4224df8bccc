"""Export and import: what would change is shown first, a bad file changes nothing, and an import is undone."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from tests.support.waiting import until
from tests.ui.settings.opened import Open
from tests.ui.settings.transfer.fake_screen import FakeTransferScreen
from translator.i18n import install
from translator.settings import Budget, Deadlines, History, Price, Service, Settings, Shortcuts, Style
from translator.storage.settings.exchange import read_settings, write_settings
from translator.ui.preferences import Preferences
from translator.ui.settings.at_hand import SettingsFiles
from translator.ui.settings.transfer.changes import changes_between
from translator.ui.settings.transfer.presenter import TransferPresenter

MINE = Service("mine", "Mine", base_url="https://mine.example/v1", model="m")
OWN = Settings("mine", (MINE,), budget=Budget(day=1))


class Room:
    def __init__(self) -> None:
        self.screen = FakeTransferScreen()
        self.kept: list[Settings] = []
        self.preferences = Preferences(OWN, self.kept.append)
        files = SettingsFiles(read_settings, write_settings)
        self.presenter = TransferPresenter(self.screen, self.preferences, files, lambda tag: f"name of {tag}")

    async def take_in(self, path: Path) -> None:
        self.screen.imported = ("", "")
        self.presenter.take_in(path)
        await until(lambda: bool(self.screen.changes or any(self.screen.imported)))


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    await made.presenter.close()


async def test_an_export_is_said_and_is_what_an_import_reads(room: Room, tmp_path: Path) -> None:
    room.presenter.export(tmp_path / "s.toml")
    await until(lambda: bool(room.screen.exported[0]))
    assert room.screen.exported == ("Written to s.toml.", "")

    await room.take_in(tmp_path / "s.toml")
    assert room.screen.changes == []
    assert room.screen.imported == ("s.toml has the settings that you have already.", "")


async def test_an_export_is_said_also_where_an_import_follows_at_once(room: Room, tmp_path: Path) -> None:
    write_settings(tmp_path / "other.toml", replace(OWN, appearance="dark"))
    room.presenter.export(tmp_path / "s.toml")
    await room.take_in(tmp_path / "other.toml")
    assert room.screen.exported == ("Written to s.toml.", "")
    assert room.screen.changes == [("Colours", "As the system", "Dark")]


async def test_an_export_that_fails_says_why(room: Room, tmp_path: Path) -> None:
    room.presenter.export(tmp_path / "nowhere" / "s.toml")
    await until(lambda: bool(room.screen.exported[1]))
    assert room.screen.exported[1].startswith("The settings could not be written: ")
    assert room.screen.exported[1].endswith("s.toml: No such file or directory.")


async def test_nothing_changes_before_it_is_applied_and_all_of_it_is_undone(room: Room, tmp_path: Path) -> None:
    write_settings(tmp_path / "s.toml", replace(OWN, appearance="dark", second_language="de", budget=Budget()))
    await room.take_in(tmp_path / "s.toml")
    assert room.screen.changes == [
        ("Second language", "Automatic", "name of de"),
        ("Colours", "As the system", "Dark"),
        ("Budget: A day", "$1.00", "No limit"),
    ]
    assert room.kept == []

    room.presenter.apply()
    assert room.preferences.settings.appearance == "dark"
    assert room.screen.imported == ("Imported from s.toml.", "")
    assert room.screen.changes == []
    assert room.screen.can_undo

    room.presenter.undo()
    assert room.kept[-1] == room.preferences.settings == OWN
    assert not room.screen.can_undo


async def test_one_may_leave_it_at_looking(room: Room, tmp_path: Path) -> None:
    write_settings(tmp_path / "s.toml", replace(OWN, appearance="dark"))
    await room.take_in(tmp_path / "s.toml")
    room.presenter.leave()
    room.presenter.apply()
    assert room.screen.changes == []
    assert room.kept == []


async def test_an_undo_would_lose_what_was_changed_since_and_is_no_longer_offered(room: Room, tmp_path: Path) -> None:
    write_settings(tmp_path / "s.toml", replace(OWN, appearance="dark"))
    await room.take_in(tmp_path / "s.toml")
    room.presenter.apply()
    room.preferences.change(replace(room.preferences.settings, text_size=125))
    assert not room.screen.can_undo
    room.presenter.undo()
    assert room.preferences.settings.text_size == 125


async def test_what_would_change_follows_what_is_set_meanwhile(room: Room, tmp_path: Path) -> None:
    write_settings(tmp_path / "s.toml", replace(OWN, appearance="dark"))
    await room.take_in(tmp_path / "s.toml")
    room.preferences.change(replace(OWN, appearance="light"))
    assert room.screen.changes == [("Colours", "Light", "Dark")]


@pytest.mark.parametrize("content", [b"text_size = ", b"[project]\n", b"\x00\xff", b"version = 1\ncurrent_service='x'"])
async def test_a_bad_file_says_why_and_changes_nothing(room: Room, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "s.toml").write_bytes(content)
    await room.take_in(tmp_path / "s.toml")

    assert room.screen.imported[1].startswith("s.toml cannot be imported: ")
    assert room.screen.imported[1].endswith(". Nothing has changed.")
    room.presenter.apply()
    assert room.kept == []


ALL = Settings(
    "new", (
        replace(
            MINE, model="m2", allow_http=True, masks_private=True, reasoning="high", deadlines=Deadlines(1, 2, 3, 4)
        ),
        Service(
            "new", "New", "openai", "https://new.example/v1", "n", "http://p.example:1",
            prices=(("n", Price(1, 2)),), picture_model="eye",
        ),
    ),
    True, False, True, "fr", "light", 150, Budget(2, 3), Style("formal", "Short."), False, History(False, 9, 0),
    Shortcuts("", "Ctrl+F9", "Ctrl+F10", False), True, "quit", "de",
)  # fmt: skip


def test_every_setting_has_words_that_say_what_would_become_of_it() -> None:
    assert {field.name for field in fields(Settings)} - {"unknown"} == {
        field.name for field in fields(Settings) if getattr(ALL, field.name) != getattr(OWN, field.name)
    } - {"unknown"}
    changes = changes_between(OWN, ALL, lambda tag: tag)

    assert [change for change in changes if not change.title or change.title[0].islower()] == []
    assert [change for change in changes if change.before == change.after] == []
    said = {change.title: (change.before, change.after) for change in changes}
    assert said["Mine: Allow unencrypted http for this service"] == ("Off", "On")
    assert said["Mine: Reasoning"] == ("As little as possible", "High")
    assert said["New"] == ("None", "https://new.example/v1 · n")
    assert said["New: Proxy"] == ("None", "http://p.example:1")
    assert said["New: Price"] == ("None", "n $1.00 / $2.00")
    assert said["Service in use"] == ("Mine", "New")
    assert said["Language"] == ("As the system", "Deutsch")


@pytest.fixture
def where_none_has_three_words(tmp_path: Path) -> Iterator[None]:
    catalogue = Catalog(locale="de")
    for context, word in (("no service", "Keiner"), ("nothing is written there", "Leer"), ("no prices", "Keine")):
        catalogue.add("None", word, context=context)
    path = tmp_path / "de" / "LC_MESSAGES" / "translator.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    install(tmp_path, lambda: "de")
    yield
    install(Path(), lambda: "en")


@pytest.mark.usefixtures("where_none_has_three_words")
def test_no_service_no_text_and_no_prices_are_said_each_in_its_way() -> None:
    said = {change.title: change.before for change in changes_between(OWN, ALL, lambda tag: tag)}
    assert [said[title] for title in ("New", "New: Proxy", "New: Price")] == ["Keiner", "Leer", "Keine"]


async def test_in_the_window_a_file_is_asked_for_looked_at_applied_and_undone(
    shown: Open, tmp_path: Path, qtbot: QtBot
) -> None:  # fmt: skip
    path = tmp_path / "s.toml"
    write_settings(path, replace(shown.preferences.settings, text_size=125))
    shown.window.open_page("transfer")
    undo = shown.find(QPushButton, "undoImportButton")
    apply = shown.find(QPushButton, "applyImportButton")
    assert not undo.isVisible()
    assert not apply.isVisible()

    qtbot.mouseClick(shown.find(QPushButton, "importSettingsButton"), Qt.MouseButton.LeftButton)
    dialog = shown.find(QFileDialog, "openFileDialog")
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    await until(apply.isVisible)
    assert shown.window.focusWidget() is shown.find(QPushButton, "cancelImportButton")
    qtbot.mouseClick(apply, Qt.MouseButton.LeftButton)
    assert shown.preferences.settings.text_size == 125
    assert undo.isVisible()
    assert not apply.isVisible()
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert shown.preferences.settings.text_size == 100

    qtbot.mouseClick(shown.find(QPushButton, "exportSettingsButton"), Qt.MouseButton.LeftButton)
    dialog = shown.find(QFileDialog, "saveFileDialog")
    dialog.fileSelected.emit(str(tmp_path / "out.toml"))
    dialog.reject()
    await until((tmp_path / "out.toml").exists)
    await asyncio.sleep(0)
