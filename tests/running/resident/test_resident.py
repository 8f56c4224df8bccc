"""The running program at work, with the demo: what other starts, the tray and the desktop ask of it."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.waiting import settle, until
from translator.desktop.instance import client
from translator.desktop.instance.frames import Answer
from translator.desktop.instance.instance import become_instance
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.places import find_places
from translator.running.opening import open_window
from translator.running.running_app import RunningApp
from translator.service_choice import WindowOptions
from translator.session import PopupSession, Session
from translator.settings import Settings
from translator.standing import ALONE, Standing
from translator.storage.session_file import SessionFile
from translator.storage.settings.settings_file import SettingsFile
from translator.surroundings.summons import Call, Summons


class Life:
    """A program that runs from ``start`` to ``stop``."""

    def __init__(self, application: QApplication, options: WindowOptions, standing: Standing) -> None:
        self.opening = open_window(application, options, standing)
        self.window = self.opening.window
        self._end = asyncio.Event()
        self.app = RunningApp(self.opening, self._end)
        self._task = asyncio.create_task(self.app.run(self._end))

    @property
    def source(self) -> str:
        return self.window.view.source.editor.text()

    def answer(self, call: Call) -> None:
        assert self.app.resident is not None
        self.app.resident.answer(call)

    @property
    def is_over(self) -> bool:
        return self._task.done()

    async def stop(self) -> None:
        self.window.quit()
        await self._task


class House:
    """Starts programs in one home, and ends them."""

    def __init__(self, application: QApplication, folder: Path) -> None:
        self._application = application
        self._lives: list[Life] = []
        self.place = MeetingPlace(folder / "run")

    async def start(self, standing: Standing = ALONE, **options: object) -> Life:
        life = Life(self._application, WindowOptions(**options), standing)  # type: ignore[arg-type]  # theirs
        self._lives.append(life)
        await settle()
        return life

    async def clear_away(self) -> None:
        for life in self._lives:
            await life.stop()
            life.window.deleteLater()
            life.opening.theme.deleteLater()
        self._application.setStyleSheet("")


@pytest.fixture
async def house(qapp: QApplication, tmp_path: Path, monkeypatch, watched_log) -> AsyncIterator[House]:
    watched_log.allow("This plugin does not support")
    for place in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{place}_HOME", str(tmp_path / place.lower()))
    SettingsFile(find_places().settings_file).save(Settings("demo"))
    qapp.setQuitOnLastWindowClosed(False)  # the loop is the test's
    made = House(qapp, tmp_path)
    yield made
    await made.clear_away()


def session() -> Session:
    return SessionFile(find_places().session_file).load()


async def test_a_program_started_unseen_shows_its_window_when_it_is_called(house: House) -> None:
    SessionFile(find_places().session_file).save(Session("A draft"))
    life = await house.start(background=True)
    assert not life.window.isVisible()

    life.answer(Call(Summons.OPEN))
    assert life.window.isVisible()
    assert life.source == "A draft"


async def test_a_window_that_was_never_shown_keeps_its_place_and_its_panes(house: House) -> None:
    first = await house.start()
    first.window.resize(700, 600)
    first.window.view.restore_sizes((250, 400))
    await until(lambda: first.window.was_painted)
    await first.stop()
    before = session()

    unseen = await house.start(background=True)
    await unseen.stop()
    again = session()
    assert again.splitter == before.splitter
    third = await house.start()
    assert (third.window.width(), third.window.height()) == (700, 600)


async def test_a_call_brings_its_languages_and_its_file(house: House, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear fox,", encoding="utf-8")
    life = await house.start(to="de")

    life.answer(Call(Summons.OPEN, "", str(letter), "en", "ja"))
    await until(lambda: life.source == "Dear fox,")

    bar = life.window.view.bar
    assert (bar.source.accessibleName(), bar.target.accessibleName()) == (
        "Source language: English (US)", "Target language: Japanese",
    )  # fmt: skip


async def test_a_call_with_languages_alone_translates_what_is_there_into_them(house: House) -> None:
    life = await house.start(to="de")
    life.window.view.source.editor.insertPlainText("A fox.")
    life.window.actions_.translate.trigger()
    target = life.window.view.target
    await until(lambda: target.writer.is_drained and bool(target.target.text()))

    life.answer(Call(Summons.OPEN, target="fr"))
    assert life.window.view.bar.target.accessibleName() == "Target language: French"
    assert life.app.window.do.translating.is_running


async def test_a_language_that_is_not_offered_changes_nothing(house: House) -> None:
    life = await house.start(to="de")
    life.answer(Call(Summons.OPEN, "", "", "", "x-nonsense"))
    assert life.window.view.bar.target.accessibleName() == "Target language: German"


async def test_the_clipboard_is_translated_in_the_popup_without_the_window(house: House) -> None:
    life = await house.start(background=True, to="")
    QApplication.clipboard().setText("A fox.")
    life.answer(Call(Summons.CLIPBOARD))
    resident = life.app.resident
    assert resident is not None
    await until(lambda: resident.popup.is_open)

    assert resident.popup.popup.screen.source_text() == "A fox."
    assert not life.window.isVisible()
    await until(lambda: bool(resident.popup.popup.translating.translation.text))


async def test_what_is_selected_in_the_window_is_translated_in_the_popup(house: House) -> None:
    life = await house.start(to="")
    editor = life.window.view.source.editor
    editor.begin_with("A fox.")
    life.window.activateWindow()
    editor.setFocus()
    await until(editor.hasFocus)
    editor.selectAll()
    life.answer(Call(Summons.SELECTION))
    resident = life.app.resident
    assert resident is not None
    assert resident.popup.popup.screen.source_text() == "A fox."


async def test_how_the_popup_was_is_kept(house: House) -> None:
    life = await house.start()
    resident = life.app.resident
    assert resident is not None
    resident.popup.show_text("A fox.", takes_focus=True)
    resident.popup.popup.window.header.pin.setChecked(True)
    await life.stop()
    assert session().popup == PopupSession(is_pinned=True)


async def test_other_starts_reach_the_instance_until_it_ends(house: House) -> None:
    instance = become_instance(house.place)
    life = await house.start(Standing(instance), background=True)

    answered = await asyncio.to_thread(client.send, house.place, Call(Summons.OPEN), 20)
    assert answered is Answer.OK
    assert life.window.isVisible()

    await life.stop()
    assert not house.place.socket.exists()
    assert become_instance(house.place) is None, "the lock is held as long as the process writes"
    assert instance is not None
    instance.release()


async def test_a_run_that_is_apart_has_neither_popup_nor_draft_and_keeps_nothing(house: House) -> None:
    kept = Session("A draft", popup=PopupSession((400, 300)))
    SessionFile(find_places().session_file).save(kept)
    life = await house.start(Standing(is_apart=True, notice="It is apart."))

    assert life.app.resident is None
    assert life.source == ""
    assert life.window.view.source.notice.sentence == "It is apart."
    life.window.view.source.editor.insertPlainText("Never kept")
    await life.stop()
    assert session() == kept


async def test_where_no_program_sees_what_others_copy_the_settings_say_so(house: House) -> None:
    life = await house.start()
    life.app.window.do.settings.open("shortcuts")
    switches = [switch for name in ("doubleCopySwitch", "watchClipboardSwitch") for switch in named(life, name)]
    assert [switch.isEnabled() for switch in switches] == [False, False], "offscreen there is no such desktop"


def named(life: Life, name: str) -> list[QWidget]:
    return life.window.findChildren(QWidget, name)


async def test_closing_the_window_ends_the_program_where_nothing_else_is_to_be_seen_of_it(house: House) -> None:
    life = await house.start()
    life.window.close()
    await until(lambda: life.is_over)
