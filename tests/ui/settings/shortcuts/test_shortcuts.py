"""The settings of the global shortcuts."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.fakes.shortcuts import FakeShortcuts
from tests.support.waiting import settle
from tests.ui.settings.opened import Open
from tests.ui.settings.shortcuts.fake_screen import FakeShortcutsScreen
from tests.ui.settings.shortcuts.room import ShortcutsRoom
from tests.ui.shortcuts.room import CLIPBOARD, DEFAULTS, F1, F2, F5, REGION, SELECTION
from translator.settings import Settings, Shortcuts
from translator.surroundings.chord import Chord
from translator.ui.preferences import Preferences
from translator.ui.settings.shortcuts.presenter import ShortcutsSettingsPresenter
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.fields.chord_field import ChordField

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class Room:
    def __init__(self, shortcuts: Shortcuts | None = None, *, sees_copies: bool = True) -> None:
        self.screen = FakeShortcutsScreen()
        self.preferences = Preferences(Settings(shortcuts=shortcuts or Shortcuts()), lambda _: None)
        self.global_ = ShortcutsRoom(self.preferences, sees_copies=sees_copies)
        self.presenter = ShortcutsSettingsPresenter(self.screen, self.preferences, self.global_.at_hand)

    @property
    def set_(self) -> Shortcuts:
        return self.preferences.settings.shortcuts

    def press(self, chord: str) -> None:
        self.presenter.begin_recording(CLIPBOARD)
        self.presenter.record(CLIPBOARD, Chord.parse(chord) if chord else None)
        self.presenter.end_recording()


@pytest.fixture
async def room() -> Room:
    made = Room()
    await made.global_.start()
    return made


async def test_it_begins_with_what_is_set(room: Room) -> None:
    assert (room.screen.way, room.screen.double_copy) == ("keys", (True, True))
    assert room.screen.keys == {CLIPBOARD: "Ctrl+Shift+F1", SELECTION: "Ctrl+Shift+F2", REGION: "Ctrl+Shift+F3"}
    assert set(room.screen.problems.values()) == {("", "")}
    assert set(room.screen.resets.values()) == {False}


async def test_while_keys_are_pressed_none_are_held_and_the_new_ones_are_taken_at_once(room: Room) -> None:
    room.presenter.begin_recording(CLIPBOARD)
    await settle()
    assert room.global_.shortcuts.held == {}
    room.presenter.record(CLIPBOARD, F5)
    room.presenter.end_recording()
    await settle()
    assert (room.set_.clipboard, room.global_.shortcuts.held) == ("Ctrl+Shift+F5", {**DEFAULTS, CLIPBOARD: F5})
    assert (room.screen.keys[CLIPBOARD], room.screen.resets[CLIPBOARD]) == ("Ctrl+Shift+F5", True)
    room.presenter.reset(CLIPBOARD)
    await settle()
    assert (room.global_.shortcuts.held, room.screen.resets[CLIPBOARD]) == (DEFAULTS, False)


async def test_no_keys_are_a_choice_too(room: Room) -> None:
    room.press("")
    await settle()
    assert (room.set_.clipboard, room.screen.keys[CLIPBOARD]) == ("", "")
    assert CLIPBOARD not in room.global_.shortcuts.held


@pytest.mark.parametrize(
    ("keys", "reason", "free"),
    [
        ("E", "Add Ctrl or Alt: alone, this key is needed for typing.", "Ctrl+Shift+E"),
        ("Shift+E", "Add Ctrl or Alt: with Shift alone, this key is needed for typing.", "Ctrl+Shift+E"),
        ("Alt+F4", "The system keeps these keys for itself.", "Alt+F11"),
        ("Ctrl+Shift+F2", "They are the shortcut for “Translate the selection” already.", "Ctrl+Shift+F4"),
        ("Ctrl+C", "Every program needs these keys for editing, and would lose them.", "Ctrl+Shift+D"),
        ("Ctrl+Insert", "Every program needs these keys for editing, and would lose them.", "Ctrl+F7"),
    ],
)
async def test_what_will_not_do_is_said_at_once_and_the_old_keys_stay(
    room: Room, keys: str, reason: str, free: str
) -> None:
    room.press(keys)
    await settle()
    assert room.screen.problems[CLIPBOARD] == (f"{keys}: {reason}", free)
    assert (room.screen.keys[CLIPBOARD], room.global_.shortcuts.held) == ("Ctrl+Shift+F1", DEFAULTS)
    room.press("Ctrl+Shift+F5")
    await settle()
    assert room.screen.problems[CLIPBOARD] == ("", "")


async def test_in_the_place_of_keys_that_will_not_do_those_proposed_are_taken(room: Room) -> None:
    room.press("Ctrl+V")
    room.presenter.use_free(CLIPBOARD)
    await settle()
    assert (room.set_.clipboard, room.screen.problems[CLIPBOARD]) == ("Ctrl+Shift+Y", ("", ""))


async def test_keys_that_every_program_edits_with_are_warned_of_where_a_file_has_them() -> None:
    room = Room(Shortcuts(clipboard="Ctrl+C"))
    await room.global_.start()
    assert room.screen.problems[CLIPBOARD][0] == "Every program needs these keys for editing, and would lose them."


async def test_keys_that_others_use_as_well_are_the_users_choice(room: Room) -> None:
    room.press("Ctrl+Shift+C")
    await settle()
    assert room.set_.clipboard == "Ctrl+Shift+C"
    assert room.screen.problems[CLIPBOARD] == ("Many programs use these keys, and will not get them.", "")


async def test_a_key_that_no_shortcut_has_is_said_until_others_are_pressed(room: Room) -> None:
    room.presenter.begin_recording(SELECTION)
    room.presenter.refuse(SELECTION)
    assert room.screen.problems[SELECTION][0].startswith("This key cannot be part of a shortcut.")
    room.presenter.end_recording()
    room.presenter.begin_recording(SELECTION)
    assert room.screen.problems[SELECTION] == ("", "")


async def test_keys_of_another_program_are_said_and_a_free_one_is_proposed() -> None:
    room = Room()
    room.global_.shortcuts.taken[F1] = F5
    await room.global_.start()
    assert room.screen.problems[CLIPBOARD] == ("Another program has these keys.", "Ctrl+Shift+F5")
    room.presenter.use_free(SELECTION)
    assert room.set_.selection == "Ctrl+Shift+F2"
    room.presenter.use_free(CLIPBOARD)
    await settle()
    assert (room.set_.clipboard, room.screen.problems[CLIPBOARD]) == ("Ctrl+Shift+F5", ("", ""))


async def test_keys_that_are_not_to_be_had_or_name_nothing_are_said() -> None:
    room = Room(Shortcuts(region="Ctrl+Banana"))
    room.global_.shortcuts.impossible.add(F2)
    await room.global_.start()
    assert room.screen.problems[SELECTION] == ("These keys cannot be used here.", "")
    assert room.screen.problems[REGION] == ("“Ctrl+Banana” names no keys.", "")


async def test_where_the_desktop_chooses_its_own_words_are_shown() -> None:
    room = Room()
    portal = FakeShortcuts("portal", desktop_chooses=True)
    portal.triggers[CLIPBOARD] = "Press <Super>t"
    await room.global_.start(portal)
    assert (room.screen.way, room.screen.keys) == ("desktop", {CLIPBOARD: "Press <Super>t", SELECTION: "", REGION: ""})
    assert set(room.screen.problems.values()) == {("", "")}


async def test_where_there_are_none_there_are_commands_to_bind(room: Room) -> None:
    await room.global_.start(FakeShortcuts(""))
    assert room.screen.way == "none"
    assert room.screen.commands_shown[SELECTION] == ("translator --selection", False)
    room.presenter.copy_command(SELECTION)
    room.presenter.copy_command(REGION)
    assert room.global_.copied == ["translator --selection", "translator --region"]
    assert [copied for _, copied in room.screen.commands_shown.values()] == [False, False, True]


async def test_copying_twice_is_switched_and_cannot_be_where_copies_are_not_seen(room: Room) -> None:
    room.presenter.set_double_copy(False)
    assert (room.set_.double_copy, room.screen.double_copy) == (False, (False, True))
    assert Room(sees_copies=False).screen.double_copy == (True, False)


async def test_a_change_from_elsewhere_is_shown(room: Room) -> None:
    room.preferences.change(replace(room.preferences.settings, shortcuts=Shortcuts(clipboard="Alt+Shift+T")))
    assert room.screen.keys[CLIPBOARD] == "Alt+Shift+T"


# The page


async def test_new_keys_are_pressed_into_the_field_and_nothing_else_hears_them(shown: Open, qtbot: QtBot) -> None:
    await shown.shortcuts.start()
    shown.window.open_page("shortcuts")
    field = shown.find(ChordField, "clipboardShortcutField")
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.accessibleName() == "Translate the clipboard: Press the new keys…"
    qtbot.keyClick(field, Qt.Key.Key_F5, CTRL_SHIFT)
    await settle()
    assert shown.preferences.settings.shortcuts.clipboard == "Ctrl+Shift+F5"
    assert field.accessibleName() == "Translate the clipboard: Ctrl+Shift+F5"
    assert shown.shortcuts.shortcuts.held[CLIPBOARD] == F5
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert shown.window.isVisible()
    assert field.text() == "Ctrl+Shift+F5"
    shown.find(QPushButton, "clipboardShortcutResetButton").click()
    assert field.text() == "Ctrl+Shift+F1"


async def test_the_proposed_keys_are_a_button(shown: Open) -> None:
    shown.shortcuts.shortcuts.taken[F1] = F5
    shown.window.open_page("shortcuts")
    await shown.shortcuts.start()
    proposal = shown.find(QPushButton, "clipboardShortcutFreeButton")
    assert shown.find(QLabel, "clipboardShortcutProblem").isVisible()
    assert proposal.text() == "Use Ctrl+Shift+F5"
    proposal.setFocus()
    proposal.click()
    await settle()
    assert not proposal.isVisible()
    assert shown.window.focusWidget() is shown.find(ChordField, "clipboardShortcutField")
    assert not shown.find(QLabel, "clipboardShortcutProblem").isVisible()


async def test_closing_the_window_ends_the_waiting_for_keys(shown: Open, qtbot: QtBot) -> None:
    await shown.shortcuts.start()
    shown.window.open_page("shortcuts")
    qtbot.mouseClick(shown.find(ChordField, "regionShortcutField"), Qt.MouseButton.LeftButton)
    await settle()
    assert shown.shortcuts.shortcuts.held == {}
    shown.window.close()
    await settle()
    assert shown.shortcuts.shortcuts.held == DEFAULTS


async def test_where_there_are_none_the_page_has_commands_instead_of_fields(shown: Open) -> None:
    shown.window.open_page("shortcuts")
    assert not shown.find(QPushButton, "clipboardCommandButton").isVisible()
    await shown.shortcuts.start(FakeShortcuts(""))
    assert not shown.find(ChordField, "clipboardShortcutField").isVisible()
    copy = shown.find(QPushButton, "clipboardCommandButton")
    copy.click()
    assert (copy.isVisible(), copy.text(), shown.shortcuts.copied) == (True, "Copied", ["translator --clipboard"])


async def test_where_the_desktop_chooses_the_page_has_its_words(shown: Open) -> None:
    shown.window.open_page("shortcuts")
    portal = FakeShortcuts("portal", desktop_chooses=True)
    portal.triggers[SELECTION] = "Super+T"
    await shown.shortcuts.start(portal)
    words = [shown.find(QLabel, f"{s}ShortcutKeys") for s in (CLIPBOARD, SELECTION)]
    assert [(label.isVisible(), label.text()) for label in words] == [(True, "Not set yet"), (True, "Super+T")]
    assert not shown.find(ChordField, "selectionShortcutField").isVisible()


async def test_the_switch_for_copying_twice(shown: Open) -> None:
    shown.window.open_page("shortcuts")
    shown.find(Switch, "doubleCopySwitch").click()
    assert not shown.preferences.settings.shortcuts.double_copy


async def test_a_search_finds_them(shown: Open) -> None:
    shown.line("settingsSearchField").setText("rectangle")
    assert shown.window.page == "shortcuts"
    assert shown.find(ChordField, "regionShortcutField").isVisible()
    assert not shown.find(ChordField, "clipboardShortcutField").isVisible()
