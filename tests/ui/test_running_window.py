"""The whole window at work, with the demo: what a person does, what they see, and what is kept."""

import asyncio
import gc
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.fakes.memory import key_of
from tests.support.waiting import settle, until
from tests.ui.running_program import RunningProgram
from translator import clock
from translator.places import find_places
from translator.running.opening import open_window
from translator.service_choice import WindowOptions
from translator.session import Session
from translator.settings import Service, Settings
from translator.storage.database.database import Database
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.storage.memory.unit_store import UnitsInDatabase
from translator.storage.session_file import SessionFile
from translator.storage.settings.settings_file import SettingsFile

BOX = Service("box", "My box", base_url="http://127.0.0.1:1/v1", model="m1")


class Running(RunningProgram):
    """A window that runs; ``stop`` closes it and waits until everything is kept."""

    async def stop(self) -> None:
        self.window.close()
        await self.at_work

    async def translated(self) -> None:
        self.window.actions_.translate.trigger()
        await until(lambda: self.view.bar.translate.text() == "Translate" and self.status == "Ready" and self.is_done)


class Desk:
    """Opens windows one after the other in the same home."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._opened: list[Running] = []

    async def open(self, **options: object) -> Running:
        running = Running(open_window(self._app, WindowOptions(**options)))  # type: ignore[arg-type]
        self._opened.append(running)
        await settle()
        return running

    async def clear_away(self) -> None:
        for running in self._opened:
            await running.stop()
            running.delete()
        self._app.setStyleSheet("")
        gc.collect()


@pytest.fixture
async def desk(application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Desk]:
    for place in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{place}_HOME", str(tmp_path / place.lower()))
    SettingsFile(find_places().settings_file).save(Settings("demo", (BOX,)))
    application.setQuitOnLastWindowClosed(False)  # the loop is the test's
    made = Desk(application)
    yield made
    await made.clear_away()


def session() -> Session:
    return SessionFile(find_places().session_file).load()


def settings() -> Settings:
    return SettingsFile(find_places().settings_file).load().settings


async def test_a_sentence_is_translated_as_it_streams_in(desk: Desk) -> None:
    running = await desk.open(to="de")
    running.type("The quick brown fox jumps.")
    await running.translated()

    assert running.target == "Ţĥé ǫûîçķ ƀŕöŵñ ƒöẋ ĵûṁþš."
    assert running.status == "Ready"
    details = running.window.findChild(QLabel, "translationDetailsLabel")
    assert details is not None
    assert details.text().startswith("pseudo · ")


async def test_swap_is_undone_whole_by_one_click(desk: Desk, qtbot: QtBot) -> None:
    running = await desk.open(to="de", source="en")
    running.type("A fox.")
    await running.translated()
    translation = running.target

    running.window.actions_.swap.trigger()
    assert running.source == translation
    qtbot.mouseClick(running.view.status.undo, Qt.MouseButton.LeftButton)
    await until(lambda: running.view.target.writer.is_drained)

    assert (running.source, running.target) == ("A fox.", translation)
    assert running.view.bar.target.accessibleName() == "Target language: German"


async def test_clear_is_undone_by_the_editors_key(desk: Desk, qtbot: QtBot) -> None:
    running = await desk.open(to="de")
    running.type("A fox.")
    await running.translated()
    translation = running.target

    running.window.actions_.clear.trigger()
    assert (running.source, running.target) == ("", "")
    qtbot.keyClick(running.view.source.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: running.view.target.writer.is_drained)

    assert (running.source, running.target) == ("A fox.", translation)


async def test_an_edit_after_clear_is_undone_by_itself(desk: Desk, qtbot: QtBot) -> None:
    running = await desk.open()
    running.type("old")
    running.window.actions_.clear.trigger()
    running.type("n")
    assert not running.view.status.undo.isVisible()
    qtbot.keyClick(running.view.source.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert running.source == ""


async def test_escape_stops_and_keeps_what_came(desk: Desk, qtbot: QtBot) -> None:
    running = await desk.open(to="de")
    running.type("word " * 400)
    running.window.actions_.translate.trigger()
    await until(lambda: bool(running.target))
    qtbot.keyClick(running.view.source.editor, Qt.Key.Key_Escape)
    before = running.target
    await until(lambda: running.view.target.writer.is_drained)

    assert running.status == "Stopped"
    assert running.target.startswith(before)
    assert len(running.target) < len("word " * 400)
    assert running.view.bar.translate.text() == "Translate"


async def test_the_button_stops_what_it_began(desk: Desk, qtbot: QtBot) -> None:
    running = await desk.open(to="de")
    running.type("word " * 400)
    button = running.view.bar.translate
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    await until(lambda: button.text() == "Stop")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert button.text() == "Translate"
    assert running.status == "Stopped"


@pytest.mark.parametrize("by_key", [False, True])
async def test_what_is_there_and_not_painted_yet_can_be_had_at_once(desk: Desk, qtbot: QtBot, by_key: bool) -> None:
    running = await desk.open(to="de")
    running.type("word " * 30)
    button, writer = running.view.bar.translate, running.view.target.writer
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    await until(lambda: button.text() == "Stop" and bool(running.target))
    writer._timer.start(600_000)  # painting takes for ever
    await until(lambda: len(writer.whole_text().split()) == 30 and not running.app.window.do.translating.is_running)
    assert len(running.target.split()) < 30
    assert button.text() == "Stop"

    if by_key:
        qtbot.keyClick(running.view.source.editor, Qt.Key.Key_Escape)
    else:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (button.text(), running.status, len(running.target.split())) == ("Translate", "Ready", 30)


async def test_copy_takes_the_translation_to_the_clipboard(desk: Desk) -> None:
    running = await desk.open(to="de")
    running.type("A fox.")
    await running.translated()
    running.window.actions_.copy.trigger()
    await settle()

    assert QApplication.clipboard().text() == running.target
    assert running.view.target.copy_tool.text() == "Copied"


async def test_the_text_size_grows_by_keyboard_where_one_reads(desk: Desk, qtbot: QtBot) -> None:
    running = await desk.open(to="de")
    await until(running.window.isActiveWindow)
    before = running.view.source.editor.document().defaultFont().pixelSize()
    for _ in range(3):
        qtbot.keyClick(running.view.source.editor, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)

    assert running.view.source.editor.document().defaultFont().pixelSize() == round(before * 1.5)
    await until(lambda: settings().text_size == 150)


async def test_draft_languages_and_settings_are_back_after_a_restart(desk: Desk) -> None:
    first = await desk.open(to="")
    first.type("A draft.")
    first.window.actions_.typing.setChecked(True)
    await first.stop()
    assert session().draft == "A draft."
    assert settings().translate_while_typing

    again = await desk.open()
    assert again.source == "A draft."
    assert again.window.actions_.typing.isChecked()


async def test_answers_that_nobody_has_used_for_long_are_forgotten_at_the_start(desk: Desk) -> None:
    database = Database(find_places().database_file)
    then = clock.now() - timedelta(days=401)
    await MemoryInDatabase(database, clock=lambda: then).remember([(key_of("old"), "alt")])
    await MemoryInDatabase(database).remember([(key_of("new"), "neu")])
    units = UnitsInDatabase(database)
    await desk.open()
    async with asyncio.timeout(10):
        while await units.count_answers() != 1:
            pass
    assert list(await MemoryInDatabase(database).exact([key_of("old"), key_of("new")])) == [1]
    await database.close()


async def test_what_the_command_line_chose_is_not_kept(desk: Desk) -> None:
    running = await desk.open(to="ja", model="other")
    await running.stop()

    assert session().target != "ja"
    assert settings() == Settings("demo", (BOX,))


async def test_in_private_mode_no_draft_is_kept(desk: Desk) -> None:
    running = await desk.open()
    running.view.bar.private.click()
    running.type("a secret")
    assert running.window.actions_.private.isChecked()
    assert running.status == "Private mode: nothing is kept"
    await running.stop()

    assert all(b"a secret" not in path.read_bytes() for path in find_places().state.rglob("*") if path.is_file())


async def test_a_file_of_the_command_line_is_the_source(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("Dear fox", encoding="utf-8")
    running = await desk.open(file=path)
    await until(lambda: running.source == "Dear fox")


async def test_a_source_in_the_target_language_takes_another_target(desk: Desk) -> None:
    running = await desk.open(to="de")
    running.type("Der schnelle braune Fuchs springt über den faulen Hund und läuft davon.")
    await until(lambda: running.view.bar.source.accessibleName() == "Source language: German, detected")
    await running.translated()

    assert running.view.bar.target.accessibleName().startswith("Target language: English")
    await running.stop()
    assert session().target != "en-US", "what the text made of the target is not what was chosen"


async def test_settings_that_were_set_aside_are_told(desk: Desk) -> None:
    find_places().settings_file.write_text("not [ toml")
    running = await desk.open()

    assert "The settings could not be read" in running.view.source.notice.sentence


async def test_the_first_run_shows_its_panel_and_the_demo_translates_beside_it(desk: Desk) -> None:
    find_places().settings_file.unlink()
    running = await desk.open(to="de")
    assert not running.view.target.target.isVisible()
    assert running.status == "Demo, until you choose a service"

    running.type("A fox.")
    await running.translated()
    assert running.view.target.target.isVisible()
    assert "demo" in running.view.target.notice.sentence
    assert settings().is_first_run


async def test_another_service_is_chosen_in_the_status_line_and_kept(desk: Desk) -> None:
    running = await desk.open()
    menu = running.view.status.service.menu()
    menu.aboutToShow.emit()
    choices = {action.text(): action for action in menu.actions()}
    choices["My box"].trigger()
    await until(lambda: settings().current_service == "box")

    assert running.view.status.service.accessibleName() == "Service: My box · m1"


async def test_a_service_that_cannot_be_reached_is_told_with_a_way_on(desk: Desk) -> None:
    SettingsFile(find_places().settings_file).save(Settings("box", (BOX,)))
    running = await desk.open(to="de")
    running.type("A fox.")
    running.window.actions_.translate.trigger()
    await until(lambda: bool(running.view.target.notice.sentence))

    assert "My box" in running.view.target.notice.sentence
    assert running.status == "Not translated"


async def test_a_disk_that_takes_nothing_is_told_and_translating_goes_on(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "state").write_text("a file where a folder should be")
    running = await desk.open(to="de")
    running.type("A fox.")
    await until(lambda: "cannot be kept" in running.view.source.notice.sentence)
    await running.translated()

    assert running.target
    await asyncio.to_thread((tmp_path / "state").unlink)
    running.type("Two foxes.")
    await until(lambda: not running.view.source.notice.sentence)
