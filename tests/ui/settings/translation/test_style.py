"""How translations are to sound, as it is set."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.settings.opened import Open
from tests.ui.settings.translation.fake_screen import FakeStyle
from translator.settings import LONGEST_INSTRUCTIONS, Settings, Style
from translator.ui.preferences import Preferences
from translator.ui.settings.translation.style_presenter import StylePresenter
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.fields.combo import ComboBox
from translator.ui.widgets.fields.lines_field import LinesField


class Room:
    def __init__(self) -> None:
        self.screen = FakeStyle()
        self.kept: list[Settings] = []
        self.preferences = Preferences(Settings(style=Style("formal", "Briefly.")), self.kept.append)
        self.presenter = StylePresenter(self.screen, self.preferences)


@pytest.fixture
def room() -> Room:
    return Room()


def test_it_begins_with_what_is_set(room: Room) -> None:
    assert (room.screen.tone, room.screen.instructions, room.kept) == ("formal", "Briefly.", [])


def test_each_change_is_kept_at_once(room: Room) -> None:
    room.presenter.choose_tone("informal")
    room.presenter.set_instructions("  For engineers.\nUse metric units. ")
    assert room.kept[-1].style == Style("informal", "For engineers.\nUse metric units.")
    room.presenter.choose_tone("informal")
    assert len(room.kept) == 2
    assert room.screen.tone == "informal"


def test_instructions_that_are_too_long_are_told_stay_in_their_field_and_are_not_kept(room: Room) -> None:
    room.presenter.set_instructions("x" * (LONGEST_INSTRUCTIONS + 7))
    assert room.screen.problem == "At most 2,000 characters: these are 7 too many."
    assert room.kept == []
    room.presenter.choose_tone("source")
    assert room.screen.shown == 1
    room.presenter.set_instructions("x" * LONGEST_INSTRUCTIONS)
    assert (room.screen.problem, len(room.kept[-1].style.instructions)) == ("", LONGEST_INSTRUCTIONS)


def test_a_change_from_elsewhere_is_shown(room: Room) -> None:
    room.preferences.change(replace(room.preferences.settings, style=Style()))
    assert (room.screen.tone, room.screen.instructions) == ("source", "")


async def test_the_controls_do_it(shown: Open, qtbot: QtBot) -> None:
    shown.window.open_page("translation")
    tone = shown.find(ComboBox, "tonePicker")
    tone.setCurrentIndex(1)
    tone.activated.emit(1)
    field = shown.find(LinesField, "instructionsField")
    field.setFocus()
    qtbot.keyClicks(field, "For children.")
    assert shown.preferences.settings.style == Style("formal")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert shown.preferences.settings.style == Style("formal", "For children.")
    shown.find(Switch, "memorySwitch").click()
    assert not shown.preferences.settings.use_memory
