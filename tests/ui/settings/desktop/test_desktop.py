"""How the program lives on the desktop, as it is set."""

import asyncio
import threading
from collections.abc import AsyncIterator

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.fakes.autostart import FakeAutostart
from tests.support.waiting import until
from tests.ui.settings.desktop.fake_screen import FakeDesktopScreen
from tests.ui.themes import theme
from translator.settings import OnClose, Settings
from translator.ui.look.theme import Theme
from translator.ui.preferences import Preferences
from translator.ui.settings.at_hand import DesktopAtHand
from translator.ui.settings.desktop.page import DesktopPage
from translator.ui.settings.desktop.presenter import DesktopSettingsPresenter
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.groups.group import Row

__all__ = ["theme"]


class Room:
    def __init__(self, settings: Settings | None = None, *, sees_copies: bool = True) -> None:
        self.screen, self.autostart = FakeDesktopScreen(), FakeAutostart()
        self.kept: list[Settings] = []
        self.preferences = Preferences(settings or Settings(), self.kept.append)
        self.has_tray = True
        at_hand = DesktopAtHand(self.autostart, lambda: self.has_tray, sees_copies)
        self.presenter = DesktopSettingsPresenter(self.screen, self.preferences, at_hand)

    async def said(self, times: int) -> tuple[bool, str]:
        await until(lambda: len(self.screen.said) >= times)
        return self.screen.said[-1]


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    await made.presenter.close()


async def test_it_begins_with_what_is_set() -> None:
    room = Room(Settings(on_close="stay", watch_clipboard=True))

    assert room.screen.offers_autostart
    assert room.screen.on_close == ("stay", True)
    assert room.screen.watching == (True, True)
    assert room.kept == []


async def test_each_change_is_kept_at_once_and_once(room: Room) -> None:
    for _ in range(2):
        room.presenter.choose_on_close("quit")
        room.presenter.set_watching(True)

    assert room.kept == [Settings(on_close="quit"), Settings(on_close="quit", watch_clipboard=True)]


async def test_what_is_changed_elsewhere_is_shown(room: Room) -> None:
    room.preferences.change(Settings(on_close="stay", watch_clipboard=True))

    assert (room.screen.on_close, room.screen.watching) == (("stay", True), (True, True))


async def test_a_tray_that_has_gone_is_told_when_the_page_is_shown_again(room: Room) -> None:
    room.has_tray = False
    room.presenter.refresh()

    assert room.screen.on_close == ("ask", False)


async def test_starting_at_login_is_what_the_desktop_says(room: Room) -> None:
    room.autostart.on = True
    room.presenter.refresh()
    assert await room.said(1) == (True, "")

    room.presenter.set_autostart(False)
    assert await room.said(2) == (False, "")
    assert not room.autostart.on
    assert room.kept == []


async def test_what_cannot_be_switched_is_told_and_shown_as_it_is(room: Room) -> None:
    room.autostart.fault = PermissionError(13, "Permission denied")
    room.presenter.set_autostart(True)

    assert await room.said(1) == (False, "This could not be changed: Permission denied.")


async def test_what_was_switched_last_holds_though_the_desktop_is_slow(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    gates, begun, write = {True: threading.Event(), False: threading.Event()}, list[bool](), room.autostart.set_on

    def write_slowly(*, on: bool) -> None:
        begun.append(on)
        gates[on].wait()
        write(on=on)

    monkeypatch.setattr(room.autostart, "set_on", write_slowly)
    room.presenter.set_autostart(True)
    await until(lambda: begun == [True])
    room.presenter.set_autostart(False)
    gates[False].set()
    await asyncio.to_thread(lambda: None)  # another thread has come and gone: so could that of the second switching
    gates[True].set()
    await room.presenter.close()

    assert not room.autostart.on
    assert room.screen.said == [(False, "")]


async def test_closing_waits_for_what_was_switched(room: Room) -> None:
    room.presenter.set_autostart(True)
    await room.presenter.close()

    assert room.autostart.on


async def test_where_copying_is_not_seen_nothing_is_watched() -> None:
    room = Room(Settings(watch_clipboard=True), sees_copies=False)

    assert room.screen.watching == (False, False)
    assert room.kept == []


async def test_a_program_that_has_nothing_of_this_says_so() -> None:
    screen = FakeDesktopScreen()
    presenter = DesktopSettingsPresenter(screen, Preferences(Settings(), lambda _: None), DesktopAtHand())
    presenter.refresh()
    presenter.set_autostart(True)
    await presenter.close()

    assert (screen.offers_autostart, screen.on_close, screen.watching) == (False, ("ask", False), (False, False))
    assert screen.said == []


# The page


class Commands:
    def __init__(self) -> None:
        self.done: list[object] = []

    def choose_on_close(self, on_close: OnClose) -> None:
        self.done.append(on_close)

    def set_autostart(self, wanted: bool) -> None:
        self.done.append(("autostart", wanted))

    def set_watching(self, wanted: bool) -> None:
        self.done.append(("watching", wanted))


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> DesktopPage:
    made = DesktopPage(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def switch(page: DesktopPage, name: str) -> Switch:
    found = page.findChild(Switch, name)
    assert found is not None
    return found


def test_its_controls_do_what_they_say(page: DesktopPage) -> None:
    commands = Commands()
    page.listen(commands)
    switch(page, "autostartSwitch").click()
    switch(page, "watchClipboardSwitch").click()
    picker = page.findChild(QComboBox, "onClosePicker")
    assert picker is not None
    picker.setCurrentIndex(picker.findData("stay"))
    picker.activated.emit(picker.currentIndex())

    assert commands.done == [("autostart", True), ("watching", True), "stay"]


def test_what_is_merely_shown_switches_nothing_at_login(page: DesktopPage) -> None:
    commands = Commands()
    page.listen(commands)
    page.show_autostart(on=True, problem="It did not work.")

    assert commands.done == []
    assert switch(page, "autostartSwitch").isChecked()
    assert "It did not work." in [row.problem.text() for row in page.findChildren(Row)]


def test_what_is_not_offered_is_not_seen(page: DesktopPage) -> None:
    page.offer_autostart(offered=False)
    assert not switch(page, "autostartSwitch").isVisible()


def test_what_cannot_be_says_why(page: DesktopPage) -> None:
    page.show_watching(wanted=False, possible=False)
    page.show_on_close("ask", has_tray=False)
    hints = " ".join(row.hint.text() for row in page.findChildren(Row))

    assert not switch(page, "watchClipboardSwitch").isEnabled()
    assert "does not let a program see" in hints
    assert "no tray here" in hints


def test_every_control_has_a_name(page: DesktopPage) -> None:
    assert all(found.accessibleName() for found in page.findChildren(Switch))
    picker = page.findChild(QComboBox, "onClosePicker")
    assert picker in {row.title.buddy() for row in page.findChildren(Row)}
