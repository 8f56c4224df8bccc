"""The text size by keyboard and wheel."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from translator.settings import Settings
from translator.ui.preferences import Preferences
from translator.ui.window.text_sizing import SIZES, TextSizing, next_size

CTRL = Qt.KeyboardModifier.ControlModifier


class Window(QWidget):
    """A text that cannot be edited, and what became of the settings."""

    def __init__(self, text_size: int) -> None:
        super().__init__()
        self.kept: list[int] = []
        self.preferences = Preferences(
            Settings(text_size=text_size), lambda settings: self.kept.append(settings.text_size)
        )
        self.text = QTextEdit("text")
        self.text.setReadOnly(True)
        QVBoxLayout(self).addWidget(self.text)
        TextSizing(self, [self.text], self.preferences)

    @property
    def size_now(self) -> int:
        return self.preferences.settings.text_size

    def turn(self, delta: int, modifiers: Qt.KeyboardModifier = CTRL) -> None:
        at = QPointF(5, 5)
        event = QWheelEvent(
            at, self.text.viewport().mapToGlobal(at), QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.text.viewport(), event)


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    made = Window(100)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


def press(window: Window, qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(window.text, key, CTRL)


def test_plus_and_minus_go_from_size_to_size_and_nought_back(window: Window, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Plus)
    assert window.size_now == 150
    press(window, qtbot, Qt.Key.Key_Minus)
    assert window.size_now == 125
    press(window, qtbot, Qt.Key.Key_0)
    assert window.size_now == 100
    assert window.kept == [110, 125, 150, 125, 100]


def test_nothing_is_kept_where_nothing_changes(window: Window, qtbot: QtBot) -> None:
    press(window, qtbot, Qt.Key.Key_0)
    window.turn(-1200)
    assert window.size_now == SIZES[0]
    kept = list(window.kept)
    press(window, qtbot, Qt.Key.Key_Minus)
    assert window.kept == kept


def test_the_wheel_goes_a_size_a_notch_and_enlarges_no_text_by_itself(window: Window) -> None:
    before = window.text.font().pointSizeF(), window.text.document().defaultFont().pointSizeF()
    window.turn(120)
    assert window.size_now == 110
    for _ in range(4):
        window.turn(30)  # a touchpad
    assert window.size_now == 125
    window.turn(-240)
    assert window.size_now == 100
    assert (window.text.font().pointSizeF(), window.text.document().defaultFont().pointSizeF()) == before


def test_the_wheel_alone_scrolls(window: Window) -> None:
    window.text.setPlainText("line\n" * 200)
    window.turn(-120, Qt.KeyboardModifier.NoModifier)
    assert window.text.verticalScrollBar().value() > 0
    assert window.kept == []


@pytest.mark.parametrize(
    ("size", "step", "expected"),
    [(100, 1, 110), (95, 1, 100), (95, -1, 90), (300, -1, 200), (50, -1, 50), (200, 1, 200)],
)
def test_a_size_that_is_not_offered_goes_to_the_next_that_is(size: int, step: int, expected: int) -> None:
    assert next_size(size, step) == expected
