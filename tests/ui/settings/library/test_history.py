"""Whether and how long translations are kept, as it is set."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.settings.library.fake_screen import FakeHistorySettings
from tests.ui.settings.opened import Open
from translator.settings import History, Settings
from translator.ui.preferences import Preferences
from translator.ui.settings.library.history_presenter import HistorySettingsPresenter
from translator.ui.widgets.buttons.switch import Switch


class Room:
    def __init__(self) -> None:
        self.screen = FakeHistorySettings()
        self.kept: list[Settings] = []
        self.preferences = Preferences(Settings(), self.kept.append)
        self.presenter = HistorySettingsPresenter(self.screen, self.preferences)

    @property
    def history(self) -> History:
        return self.preferences.settings.history


@pytest.fixture
def room() -> Room:
    return Room()


def test_it_begins_with_what_is_set(room: Room) -> None:
    assert (room.screen.is_on, room.screen.limits) == (True, {"days": "", "items": "10000"})
    assert room.kept == []


def test_each_change_is_kept_at_once(room: Room) -> None:
    room.presenter.set_on(False)
    room.presenter.set_limit("days", " 30 ")
    room.presenter.set_limit("items", "")
    assert room.history == History(is_on=False, days=30, items=0)
    assert len(room.kept) == 3
    room.presenter.set_limit("days", "30")
    assert len(room.kept) == 3


@pytest.mark.parametrize(("typed", "items"), [("5,000", 5_000), ("5.000", 5_000), ("5 000", 5_000), ("1000000", 10**6)])
def test_thousands_may_be_grouped_in_any_way(room: Room, typed: str, items: int) -> None:
    room.presenter.set_limit("items", typed)
    assert room.history.items == items
    assert room.screen.limits["items"] == str(items)


@pytest.mark.parametrize("typed", ["0", "-1", "many", "1000001", "9" * 5_000, "1e3", "²", "1.5", "1,50", "5,00"])
def test_what_is_no_limit_is_told_and_not_kept(room: Room, typed: str) -> None:
    room.presenter.set_limit("items", typed)
    assert room.kept == []
    assert room.screen.problems["items"] == "A whole number from 1 to 1,000,000, or nothing for no limit."
    room.presenter.set_limit("items", "7")
    assert (room.screen.problems["items"], room.history.items) == ("", 7)


def test_a_change_from_elsewhere_is_shown(room: Room) -> None:
    room.preferences.change(replace(room.preferences.settings, history=History(is_on=False, days=3, items=0)))
    assert (room.screen.is_on, room.screen.limits) == (False, {"days": "3", "items": ""})


async def test_the_controls_do_it(shown: Open, qtbot: QtBot) -> None:
    shown.window.open_page("memory")
    switch = shown.find(Switch, "historySwitch")
    assert isinstance(switch, Switch)
    switch.click()
    assert not shown.preferences.settings.history.is_on
    days = shown.find(QLineEdit, "historyDaysField")
    assert isinstance(days, QLineEdit)
    qtbot.keyClicks(days, "14")
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert shown.preferences.settings.history.days == 14
