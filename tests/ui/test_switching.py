"""Another interface language, chosen while the program runs: everything is said in it, and nothing is lost."""

import asyncio
import gc
import weakref
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.fakes.history import NOON
from tests.fakes.memory import unit_from
from tests.support.catalogues import bracketed, write_catalogue
from tests.support.tmx import write_tmx
from tests.support.waiting import settle, until
from tests.ui.running_program import RunningProgram
from translator.exchange.memory_files import MemoryFiles
from translator.i18n import install, interface_language
from translator.places import find_places
from translator.running.opening import open_window
from translator.service_choice import WindowOptions
from translator.settings import Service, Settings
from translator.storage.settings.settings_file import SettingsFile
from translator.surroundings.summons import Call, Summons
from translator.translation.errors.keys import KeyStoreLocked
from translator.translation.memory.exchange import TakenIn
from translator.ui.look.language import speak
from translator.ui.memory import window as memory_window
from translator.ui.welcome.panel import WelcomePanel
from translator.ui.widgets.groups.group import Row
from translator.ui.widgets.lists.line_list import LineList

BOX = Service("box", "My box", base_url="http://127.0.0.1:1/v1", model="m1")
LETTER = "Dear fox,\n\nI write to you.\n\nYours, the crow"


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    for language in ("de", "ar"):
        write_catalogue(folder, language, lambda text, language=language: f"{language}:{text}")
    write_catalogue(folder, "fr", bracketed)
    return folder


@pytest.fixture(autouse=True)
def english(application: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    yield
    install(Path(), lambda: "en")
    speak(application, "en")


class Running(RunningProgram):
    """It can be told which language to speak."""

    async def translated(self) -> None:
        self.window.actions_.translate.trigger()
        await until(lambda: "Ready" in self.status and self.is_done)

    def choose(self, language: str) -> None:
        preferences = self.app.workings.lasting_preferences
        preferences.change(replace(preferences.settings, interface_language=language))

    async def speak(self, language: str) -> None:
        before = self.view
        self.choose(language)
        await until(lambda: self.view is not before)
        await settle()


@pytest.fixture
async def running(
    application: QApplication, tmp_path: Path, catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Running]:
    for place in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{place}_HOME", str(tmp_path / place.lower()))
    SettingsFile(find_places().settings_file).save(Settings("demo", (BOX,)))
    application.setQuitOnLastWindowClosed(False)
    made = Running(open_window(application, WindowOptions(to="de")), catalogues)
    await settle()
    yield made
    await made.end()
    made.delete()
    application.setStyleSheet("")
    gc.collect()


def row_of(field: QWidget) -> Row:
    part = field
    while not isinstance(part, Row):
        part = part.parentWidget()
    return part


def kept() -> Settings:
    return SettingsFile(find_places().settings_file).load().settings


# What is said


async def test_the_window_its_menu_and_its_pickers_speak_the_language(running: Running) -> None:
    await running.speak("de")

    assert interface_language() == "de"
    assert running.window.windowTitle() == "de:Translator"
    assert running.view.bar.translate.text() == "de:Translate"
    assert running.view.bar.target.accessibleName().endswith("de:Target language: Deutsch")
    assert running.window.actions_.settings.text() == "de:Settings…"
    assert {action.text().partition(":")[0] for action in running.window.actions()} == {"de"}
    await until(lambda: kept().interface_language == "de")


async def test_the_systems_language_comes_back_with_its_setting(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    await running.speak("de")
    monkeypatch.setenv("LC_ALL", "fr_CA.UTF-8")
    await running.speak("")

    assert interface_language() == "fr"
    assert running.view.bar.translate.text().startswith("⟦Translate")


async def test_arabic_is_mirrored_but_the_texts_keep_their_direction(
    running: Running, application: QApplication
) -> None:
    running.type(LETTER)
    await running.speak("ar")

    assert application.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert running.view.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert not running.view.source.editor.is_rtl
    source, target = running.view.source, running.view.target
    assert (
        source.mapTo(running.window, source.rect().center()).x()
        > target.mapTo(running.window, target.rect().center()).x()
    )
    await running.speak("de")
    assert running.view.layoutDirection() is Qt.LayoutDirection.LeftToRight


# What is not lost


async def test_text_caret_and_undo_go_on_as_if_nothing_had_happened(running: Running, qtbot: QtBot) -> None:
    running.type("old ")
    running.type("new")
    editor = running.view.source.editor
    editor.moveCursor(QTextCursor.MoveOperation.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor)
    editor.setFocus()
    await running.speak("de")

    editor = running.view.source.editor
    assert running.source == "old new"
    assert editor.selected_text() == "w"
    assert running.window.focusWidget() is editor
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    assert running.source == "old ne"
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert running.source == "old new"
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert running.source in ("", "old ")


async def test_what_clear_took_away_comes_back_by_one_click(running: Running, qtbot: QtBot) -> None:
    running.type(LETTER)
    await running.translated()
    translation = running.target
    running.window.actions_.clear.trigger()
    await running.speak("de")
    assert (running.source, running.target) == ("", "")
    qtbot.mouseClick(running.view.status.undo, Qt.MouseButton.LeftButton)
    await until(lambda: running.view.target.writer.is_drained)

    assert (running.source, running.target) == (LETTER, translation)


async def test_a_translation_stays_with_what_is_known_of_it(running: Running) -> None:
    running.type(LETTER)
    await running.translated()
    translation, before = running.target, running.app.window.do.translating.translation
    running.window.actions_.private.setChecked(True)
    await running.speak("de")

    after = running.app.window.do.translating
    assert running.target == translation
    assert after.translation == before
    assert after.linked.links is not None
    assert running.status == "de:Ready"
    assert running.window.actions_.private.isChecked()
    assert "pseudo" in running.view.target.findChild(QLabel, "translationDetailsLabel").text()
    running.view.source.editor.moveCursor(QTextCursor.MoveOperation.End)
    running.type("!")
    running.window.actions_.translate.trigger()
    await until(lambda: running.target.endswith("!"))
    assert running.target[:-1] == translation


async def test_words_written_by_hand_stay_and_are_written_on(running: Running) -> None:
    running.type(LETTER)
    await running.translated()
    running.window.actions_.edit.trigger()
    running.view.target.target.moveCursor(QTextCursor.MoveOperation.End)
    running.view.target.target.insertPlainText(" by hand")
    await running.speak("de")

    assert running.target.endswith(" by hand")
    assert running.app.window.do.by_hand.is_on
    running.view.target.target.moveCursor(QTextCursor.MoveOperation.End)
    running.view.target.target.insertPlainText(" again")
    running.window.actions_.translate.trigger()
    await until(lambda: "Ready" in running.status)
    assert running.target.endswith(" by hand again")


async def test_what_was_written_by_hand_can_be_undone_in_the_new_language(running: Running, qtbot: QtBot) -> None:
    running.type(LETTER)
    await running.translated()
    by_machine = running.target
    running.window.actions_.edit.trigger()
    for move, words in ((QTextCursor.MoveOperation.End, " behind"), (QTextCursor.MoveOperation.Start, "Before ")):
        running.view.target.target.moveCursor(move)
        running.view.target.target.insertPlainText(words)
    for language in ("de", "ar"):
        await running.speak(language)
    target = running.view.target.target
    assert running.target == f"Before {by_machine} behind"

    for left in (f"{by_machine} behind", by_machine, by_machine):
        qtbot.keyClick(target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert running.target == running.app.window.do.translating.translation.text == left
    target.redo()
    assert running.target == running.app.window.do.translating.translation.text == f"{by_machine} behind"
    target.moveCursor(QTextCursor.MoveOperation.End)
    target.insertPlainText(" again")
    assert running.app.window.do.translating.translation.text == f"{by_machine} behind again"


async def test_a_translation_on_its_way_comes_to_its_end(running: Running) -> None:
    text = "\n\n".join(f"word {n} and more of it " * 5 for n in range(24))
    running.type(text)
    running.window.actions_.translate.trigger()
    await until(lambda: bool(running.target))
    begun = running.target[:3]
    await running.speak("de")
    await until(lambda: not running.app.window.do.translating.is_running and running.view.target.writer.is_drained)

    assert running.status == "de:Ready"
    assert running.target.startswith(begun)
    assert running.target.count("\n\n") == 23


async def test_what_was_stopped_can_be_gone_on_with(running: Running, qtbot: QtBot) -> None:
    running.type("\n\n".join(f"word {n} " * 30 for n in range(24)))
    running.window.actions_.translate.trigger()
    await until(lambda: bool(running.target))
    running.window.escape_pressed.emit()
    await running.speak("de")
    assert running.status == "de:Stopped"
    assert "de:Stopped." in running.view.target.notice.sentence
    go_on = running.view.target.notice.findChild(QWidget, "continueButton")
    qtbot.mouseClick(go_on, Qt.MouseButton.LeftButton)
    await until(lambda: running.status == "de:Ready")

    assert running.target.count("\n\n") == 23


async def test_a_failure_is_said_in_the_new_language_with_its_next_steps(running: Running) -> None:
    preferences = running.app.workings.lasting_preferences
    preferences.change(Settings("box", (BOX,)))
    running.type("A fox.")
    running.window.actions_.translate.trigger()
    await until(lambda: running.status == "Not translated")
    await running.speak("de")

    assert running.status == "de:Not translated"
    assert running.view.target.notice.sentence.startswith("de:")
    assert running.view.target.notice.findChild(QWidget, "retryButton").text() == "de:Retry"


async def test_a_notice_that_was_dismissed_does_not_come_back(running: Running) -> None:
    preferences = running.app.workings.lasting_preferences
    preferences.change(Settings("box", (BOX,)))
    running.type("A fox.")
    running.window.actions_.translate.trigger()
    await until(lambda: running.status == "Not translated")
    running.view.target.dismiss_notice()
    await running.speak("de")

    assert not running.view.target.has_notice


# The windows beside it


async def test_the_settings_are_open_at_the_same_page_and_say_what_was_chosen(running: Running) -> None:
    running.app.window.do.settings.open("appearance")
    await settle()
    dialog = running.dialog("settingsWindow")
    picker = dialog.findChild(QComboBox, "interfaceLanguagePicker")
    picker.setFocus()
    before, size = running.view, dialog.size()
    picker.setCurrentIndex(picker.findText("Deutsch"))
    picker.activated.emit(picker.currentIndex())
    await until(lambda: running.view is not before)
    await settle()

    again = running.dialog("settingsWindow")
    assert again is not dialog
    assert again.windowTitle() == "de:Settings"
    assert again.page == "appearance"  # type: ignore[attr-defined]
    assert again.size() == size
    picker = again.findChild(QComboBox, "interfaceLanguagePicker")
    assert picker.currentText() == "Deutsch"
    assert again.focusWidget() is picker


async def test_what_the_settings_refused_is_still_there_and_refused_in_the_new_language(
    running: Running, qtbot: QtBot
) -> None:
    running.app.window.do.settings.open("services")
    await settle()
    dialog = running.dialog("settingsWindow")
    dialog.findChild(LineList, "serviceList").choose("box")
    dialog.findChild(QAbstractButton, "serviceAdvancedButton").click()
    refused = {"serviceAddressField": "nowhere", "serviceTotalField": "a while", "serviceNameField": ""}
    for name, text in refused.items():
        field = dialog.findChild(QLineEdit, name)
        field.selectAll()
        qtbot.keyClicks(field, text) if text else qtbot.keyClick(field, Qt.Key.Key_Delete)
        field.editingFinished.emit()
    dialog.open_page("usage")
    budget = dialog.findChild(QLineEdit, "dayBudgetField")
    qtbot.keyClicks(budget, "much")
    budget.editingFinished.emit()
    before = kept().services

    for language in ("de", "ar"):  # also the second time
        await running.speak(language)
        dialog = running.dialog("settingsWindow")
        for name, text in {**refused, "dayBudgetField": "much"}.items():
            field = dialog.findChild(QLineEdit, name)
            assert field.text() == text
            problems = [
                label.text() for label in row_of(field).findChildren(QLabel) if label.property("role") == "error"
            ]
            assert [problem for problem in problems if problem.startswith(f"{language}:")], name
        assert dialog.page == "usage"  # type: ignore[attr-defined]
        dialog.open_page("services")
        assert dialog.findChild(QLineEdit, "serviceTotalField").isVisible(), "still unfolded"
        assert dialog.findChild(QLineEdit, "serviceAddressField").text() == "nowhere"
        dialog.open_page("usage")
    assert kept().services == before


async def test_an_open_history_is_open_again_with_its_search(running: Running) -> None:
    running.app.window.do.history.open()
    await settle()
    running.dialog("historyWindow").findChild(QLineEdit).setText("fox")
    await running.speak("de")

    again = running.dialog("historyWindow")
    assert again.windowTitle().startswith("de:")
    assert again.findChild(QLineEdit).text() == "fox"


async def test_a_file_that_is_taken_into_the_memory_is_taken_in_whole(
    running: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_through = asyncio.Event()
    take_in = MemoryFiles.take_in

    async def take_in_slowly(files: MemoryFiles, *arguments: Any) -> TakenIn:
        await let_through.wait()
        return await take_in(files, *arguments)

    monkeypatch.setattr(MemoryFiles, "take_in", take_in_slowly)
    before, memory = running.view, running.app.window.archive.memory
    units = tmp_path / "units.tmx"
    with units.open("w", encoding="utf-8") as file:
        write_tmx(file, [unit_from("Guten Tag.", "Good day.")], NOON)
    memory.open()
    assert not running.app.window.is_busy
    monkeypatch.setattr(memory_window, "ask_file_to_open", lambda _window, take, _title: take(units))
    running.dialog("memoryWindow").findChild(QAbstractButton, "importMemoryButton").click()
    running.choose("de")
    await settle()
    assert running.view is before

    let_through.set()
    await until(lambda: running.view is not before)
    assert await running.app.workings.books.units.count() == 1


async def test_the_popup_speaks_the_language_and_one_that_is_pinned_keeps_its_text(running: Running) -> None:
    resident = running.app.resident
    assert resident is not None
    resident.popup.show_text("A pinned fox.", takes_focus=False)
    popup = resident.popup.popup
    popup.window.header.pin.setChecked(True)
    await until(lambda: popup.window.target.target.text() == "Å þîññéð ƒöẋ.")
    translation = popup.window.target.target.text()
    await running.speak("de")

    again = resident.popup.popup
    assert again is not popup
    assert (again.window.isVisible(), again.window.header.pin.isChecked()) == (True, True)
    assert again.window.source.editor.text() == "A pinned fox."
    assert again.window.target.target.text() == translation
    assert again.window.footer.copy.text().startswith("de:")
    await until(lambda: not isValid(popup.window))


async def test_calls_of_other_starts_and_shortcuts_reach_the_new_window(running: Running, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear fox,", encoding="utf-8")
    shortcuts = running.app.workings.shortcuts
    await running.speak("de")
    assert running.app.resident is not None
    running.app.resident.answer(Call(Summons.OPEN, file=str(letter)))
    await until(lambda: running.source == "Dear fox,")

    assert running.app.workings.shortcuts is shortcuts


# What goes


async def test_nothing_of_the_old_window_stays(running: Running) -> None:
    running.app.window.do.settings.open("services")
    await running.speak("de")
    view, window = weakref.ref(running.view), weakref.ref(running.app.window)
    popup = weakref.ref(running.app.resident.popup)  # type: ignore[union-attr]
    actions = len(running.window.actions())
    children = len(running.window.children())
    for language in ("fr", "de"):
        await running.speak(language)
    async with asyncio.timeout(10):
        while view() or window() or popup():
            gc.collect()
            await asyncio.sleep(0.01)

    assert len(running.window.actions()) == actions
    await until(lambda: len(running.window.children()) <= children)


async def test_what_two_of_each_window_took_is_given_back_once_the_old_ones_are_gone(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = running.view
    was_gone: list[bool] = []

    def give_back() -> bool:
        was_gone.append(not isValid(before))
        return True

    monkeypatch.setattr("translator.running.running_app.give_memory_back", give_back)
    await running.speak("de")
    await until(lambda: was_gone)

    assert was_gone == [True]


async def test_one_press_of_escape_or_of_a_key_is_one(running: Running) -> None:
    for language in ("de", "fr", "de"):
        await running.speak(language)
    said: list[bool] = []
    running.window.actions_.typing.toggled.connect(said.append)
    running.window.actions_.typing.trigger()

    assert said == [True]
    assert running.app.workings.lasting_preferences.settings.translate_while_typing


async def test_a_language_chosen_while_another_is_on_its_way_is_the_one_that_stays(running: Running) -> None:
    for language in ("de", "fr", "ar", "de"):
        running.choose(language)
    await until(lambda: running.view.bar.translate.text() == "de:Translate")
    await settle()

    assert interface_language() == "de"


async def test_the_program_ends_while_it_is_about_to_speak_another_language(running: Running) -> None:
    running.type("A draft.")
    running.choose("de")
    running.window.quit()
    await running.at_work

    assert kept().interface_language == "de"


async def test_a_key_on_its_way_into_the_keyring_gets_there_before_the_panel_that_it_came_from_goes(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_through, stored = asyncio.Event(), []

    async def store(service: Service, key: str) -> None:
        await let_through.wait()
        stored.append(key)
        raise KeyStoreLocked

    monkeypatch.setattr(running.app.workings.keys, "store", store)
    running.app.window.do.welcome.show()
    before = running.view
    panel = before.findChild(WelcomePanel)
    panel.key_entered.emit("sk-new")
    running.choose("de")
    await settle()
    assert (running.view, stored) == (before, [])

    let_through.set()
    await until(lambda: running.view is not before)
    assert stored == ["sk-new"]


async def test_what_is_to_be_told_stays_over_the_source_until_it_is_dismissed(running: Running) -> None:
    running.opening.screen.show_source_notice("Settings cannot be kept.", "warning", stays="storage")
    await running.speak("de")

    assert running.view.source.notice.sentence == "Settings cannot be kept."
    running.view.source.notice_closed.emit()
    await running.speak("fr")
    assert not running.view.source.has_notice


async def test_the_panel_of_similar_translations_is_open_again(
    running: Running,
) -> None:
    running.type(LETTER)
    running.window.actions_.matches.setChecked(True)
    await running.speak("de")

    assert running.window.actions_.matches.isChecked()
    assert running.view.target.matches_tool.isChecked()


async def test_how_a_file_was_read_can_still_be_changed(running: Running, tmp_path: Path, qtbot: QtBot) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_bytes("Приве́т, лиса".replace("\u0301", "").encode("koi8-r"))
    running.app.window.do.incoming.open_file(letter)
    await until(lambda: bool(running.source) and running.view.source.has_notice)
    before = running.source
    await running.speak("de")

    assert running.source == before
    assert running.view.source.notice.sentence.startswith("de:")
    buttons = [b for b in running.view.source.notice.findChildren(QAbstractButton) if "encoding" in b.objectName()]
    qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    await until(lambda: running.source != before)
    assert not running.view.source.has_notice

    await running.speak("fr")
    assert not running.view.source.has_notice


async def test_files_that_wait_to_be_opened_are_still_offered(
    running: Running, tmp_path: Path, qtbot: QtBot
) -> None:  # fmt: skip
    letters = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for letter in letters:
        letter.write_text(f"This is {letter.name}", encoding="utf-8")
    running.view.source.editor.files_dropped.emit([str(letter) for letter in letters])
    await until(lambda: running.source == "This is a.txt")
    await running.speak("de")

    assert running.view.source.notice.sentence.startswith("de:")
    assert "b.txt" in running.view.source.notice.sentence
    button = running.view.source.notice.findChild(QAbstractButton, "openNextFileButton")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    await until(lambda: running.source == "This is b.txt")
    assert not running.view.source.has_notice


async def test_a_key_that_the_settings_could_not_store_is_told_of_in_the_new_language(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    let_through = asyncio.Event()

    async def store(_service: Service, _key: str) -> None:
        await let_through.wait()
        raise KeyStoreLocked

    monkeypatch.setattr(running.app.workings.keys, "store", store)
    running.app.window.do.settings.open("services")
    await settle()
    dialog = running.dialog("settingsWindow")
    dialog.findChild(LineList, "serviceList").choose("box")
    dialog.findChild(QLineEdit, "serviceKeyField").setText("sk-new")
    dialog.findChild(QAbstractButton, "serviceKeySaveButton").click()
    before = running.view
    running.choose("de")
    await settle()
    assert running.view is before

    let_through.set()
    await until(lambda: running.view is not before)
    await settle()
    field = running.dialog("settingsWindow").findChild(QLineEdit, "serviceKeyField")
    assert field.isVisible()
    assert row_of(field).hint.text() == "de:Not saved"
    assert row_of(field).problem.text().startswith("de:")
