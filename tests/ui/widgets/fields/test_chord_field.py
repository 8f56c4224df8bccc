"""The field for a shortcut, and which keys are pressed on which keyboards."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.themes import theme
from translator.surroundings.chord import Chord
from translator.ui.look.theme import Theme
from translator.ui.widgets.fields.chord_field import ChordField
from translator.ui.widgets.fields.pressed_keys import chord_of, modifier_of, modifiers_of

__all__ = ["theme"]

K, M = Qt.Key, Qt.KeyboardModifier
CTRL, ALT, SHIFT, META = M.ControlModifier, M.AltModifier, M.ShiftModifier, M.MetaModifier


def press(key: int, modifiers: M = M.NoModifier, code: int = 0, virtual: int = 0, text: str = "") -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, code, virtual, 0, text)


@pytest.mark.parametrize(
    ("event", "platform", "chord"),
    [
        (press(K.Key_F1, CTRL | SHIFT), "linux", "Ctrl+Shift+F1"),
        (press(K.Key_T, META | ALT), "linux", "Alt+Meta+T"),
        (press(K.Key_PageUp, CTRL), "linux", "Ctrl+PgUp"),
        (press(K.Key_A, CTRL, code=24), "linux", "Ctrl+A"),  # where a French keyboard has its A
        (press(K.Key_Exclam, CTRL | SHIFT, code=10), "linux", "Ctrl+Shift+1"),
        (press(0x0424, CTRL, code=38), "linux", "Ctrl+A"),  # Ф, on the key that a US keyboard has as A
        (press(K.Key_5, CTRL | M.KeypadModifier), "linux", None),
        (press(K.Key_Tab, CTRL, code=23), "linux", None),
        (press(K.Key_E, CTRL | M.GroupSwitchModifier), "linux", None),
        (press(K.Key_Udiaeresis, CTRL, virtual=0xBA), "win32", None),
        (press(K.Key_QuoteDbl, CTRL | SHIFT, virtual=0x32), "win32", "Ctrl+Shift+2"),
        (press(K.Key_F5, CTRL), "darwin", "Meta+F5"),  # Qt calls Command Ctrl there
        (press(K.Key_F5, META | ALT), "darwin", "Ctrl+Alt+F5"),
        (press(0xE5, CTRL | ALT, virtual=0x00, text="å"), "darwin", "Alt+Meta+A"),
        (press(K.Key_VolumeUp, CTRL), "darwin", None),
    ],
)
def test_which_chord_is_pressed(event: QKeyEvent, platform: str, chord: str | None) -> None:
    assert chord_of(event, platform) == (Chord.parse(chord) if chord else None)


def test_which_modifier_is_pressed() -> None:
    events = [press(K.Key_Control), press(K.Key_Super_L), press(K.Key_AltGr), press(K.Key_A)]
    assert [modifier_of(event, "linux") for event in events] == ["Ctrl", "Meta", "", None]
    assert modifier_of(press(K.Key_Control), "darwin") == "Meta"
    assert modifiers_of(press(K.Key_A, SHIFT | META), "darwin") == ("Ctrl", "Shift")


class Room:
    def __init__(self, theme: Theme) -> None:
        self.window = QWidget()
        self.field = ChordField(theme, "Translate", "field", str, "linux")
        self.other = ChordField(theme, "Other", "other", str, "linux")
        column = QVBoxLayout(self.window)
        column.addWidget(self.field)
        column.addWidget(self.other)
        self.field.show_keys("Ctrl+Shift+F1")
        self.told: list[object] = []
        self.field.recording_began.connect(lambda: self.told.append("began"))
        self.field.recording_ended.connect(lambda: self.told.append("ended"))
        self.field.unusable.connect(lambda: self.told.append("unusable"))
        self.field.recorded.connect(lambda chord: self.told.append(str(chord)))


@pytest.fixture
def room(theme: Theme, qtbot: QtBot) -> Room:
    room = Room(theme)
    qtbot.addWidget(room.window)
    with qtbot.waitActive(room.window):
        room.window.show()
    return room


def test_keys_are_taken_after_a_click(room: Room, qtbot: QtBot) -> None:
    qtbot.mouseClick(room.field, Qt.MouseButton.LeftButton)
    assert room.field.hasFocus()
    steps = [
        (QEvent.Type.KeyPress, K.Key_Control, M.NoModifier, "Ctrl+…"),
        (QEvent.Type.KeyPress, K.Key_Shift, CTRL, "Ctrl+Shift+…"),
        (QEvent.Type.KeyRelease, K.Key_Shift, CTRL | SHIFT, "Ctrl+…"),
        (QEvent.Type.KeyRelease, K.Key_Control, CTRL, "Press the new keys…"),
    ]
    for kind, key, modifiers, shown in steps:
        QApplication.sendEvent(room.field, QKeyEvent(kind, key, modifiers))
        assert room.field.text() == shown
    qtbot.keyPress(room.field, K.Key_Q, CTRL | SHIFT)
    assert room.told == ["began", "Ctrl+Shift+Q", "ended"]
    assert room.field.text() == "Ctrl+Shift+Q"


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter, K.Key_Space])
def test_the_keyboard_alone_will_do(room: Room, qtbot: QtBot, key: Qt.Key) -> None:
    room.field.setFocus()
    qtbot.keyClick(room.field, key)
    qtbot.keyClick(room.field, K.Key_F5, CTRL)
    assert room.told == ["began", "Ctrl+F5", "ended"]


def test_escape_leaves_the_old_keys(room: Room, qtbot: QtBot) -> None:
    qtbot.mouseClick(room.field, Qt.MouseButton.LeftButton)
    qtbot.keyClick(room.field, K.Key_Escape)
    assert (room.told, room.field.text()) == (["began", "ended"], "Ctrl+Shift+F1")


@pytest.mark.parametrize("key", [K.Key_Backspace, K.Key_Delete])
def test_backspace_is_no_keys(room: Room, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.mouseClick(room.field, Qt.MouseButton.LeftButton)
    qtbot.keyClick(room.field, key)
    assert (room.told, room.field.text()) == (["began", "None", "ended"], "None")


def test_what_no_shortcut_can_have_is_told_and_others_are_awaited(room: Room, qtbot: QtBot) -> None:
    qtbot.mouseClick(room.field, Qt.MouseButton.LeftButton)
    qtbot.keyClick(room.field, K.Key_Tab)
    assert (room.told, room.field.hasFocus()) == (["began", "unusable"], True)
    qtbot.keyClick(room.field, K.Key_Home, CTRL | ALT)
    assert room.told[2:] == ["Ctrl+Alt+Home", "ended"]


def test_going_elsewhere_leaves_the_old_keys(room: Room, qtbot: QtBot) -> None:
    qtbot.mouseClick(room.field, Qt.MouseButton.LeftButton)
    room.other.setFocus()
    assert (room.told, room.field.text()) == (["began", "ended"], "Ctrl+Shift+F1")


def test_keys_that_are_set_meanwhile_are_shown_afterwards(room: Room, qtbot: QtBot) -> None:
    qtbot.mouseClick(room.field, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(room.field, Qt.MouseButton.LeftButton)
    room.field.show_keys("Ctrl+F9")
    assert room.field.text() == "Press the new keys…"
    qtbot.keyClick(room.field, K.Key_Escape)
    assert (room.told, room.field.text()) == (["began", "ended"], "Ctrl+F9")
