"""A dimmed screen on which a rectangle is drawn, by mouse or by key, in the screen's own pixels."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QColorConstants, QImage, QPainter, QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from translator.joining import from_left
from translator.ui.capture.overlay import RegionOverlay
from translator.ui.look.theme import Theme

SCALE = 2


class Shown:
    """An overlay on the screen, whose picture has so many pixels, with a red rectangle at 100,50 and 200 x 80."""

    def __init__(self, overlay: RegionOverlay, qtbot: QtBot) -> None:
        self.overlay = overlay
        self.said: list[str] = []
        self._qtbot = qtbot
        for name in ("begun", "chosen", "cancelled"):
            getattr(overlay, name).connect(lambda name=name: self.said.append(name))

    def drag(self, from_: tuple[int, int], to: tuple[int, int]) -> None:
        self._qtbot.mousePress(self.overlay, Qt.MouseButton.LeftButton, pos=QPoint(*from_))
        self._qtbot.mouseMove(self.overlay, QPoint(*to))
        self._qtbot.mouseRelease(self.overlay, Qt.MouseButton.LeftButton, pos=QPoint(*to))

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._qtbot.keyClick(self.overlay, key, modifiers)


def picture_of(screen: QScreen, scale: float = SCALE) -> QImage:
    image = QImage(screen.geometry().size() * scale, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.White)
    painter = QPainter(image)
    painter.fillRect(100, 50, 200, 80, QColorConstants.Red)
    painter.end()
    image.setDevicePixelRatio(scale)
    return image


@pytest.fixture
def shown(qapp: QApplication, qtbot: QtBot, theme: Theme) -> Shown:
    screen = qapp.primaryScreen()
    overlay = RegionOverlay(theme, screen, picture_of(screen))
    qtbot.addWidget(overlay)
    with qtbot.waitExposed(overlay):
        overlay.showFullScreen()
    return Shown(overlay, qtbot)


def colours_of(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_it_covers_its_screen_and_says_what_it_is(shown: Shown, qapp: QApplication) -> None:
    overlay = shown.overlay
    assert overlay.geometry() == qapp.primaryScreen().geometry()
    assert overlay.objectName() == "captureOverlay"
    assert overlay.accessibleName() == "Choose a part of the screen"
    assert "arrow keys" in overlay.accessibleDescription()


def test_what_is_drawn_is_taken_in_the_screens_own_pixels(shown: Shown) -> None:
    shown.drag((50, 25), (150, 65))
    assert shown.said == ["begun", "chosen"]
    taken = shown.overlay.cropped()
    assert taken.size().toTuple() == (200, 80)
    assert taken.devicePixelRatio() == 1
    assert colours_of(taken) == {"#ff0000"}
    assert shown.overlay.accessibleDescription() == from_left("200 × 80")


def test_a_click_takes_nothing_and_leaves_the_screen_open(shown: Shown) -> None:
    shown.drag((50, 25), (52, 26))
    assert shown.said == ["begun"]
    assert shown.overlay.cropped().isNull()


def test_the_keyboard_draws_as_well(shown: Shown) -> None:
    shown.press(Qt.Key.Key_Return)
    assert shown.said == []
    shown.press(Qt.Key.Key_Right)
    width, height = shown.overlay.width(), shown.overlay.height()
    assert shown.overlay.cropped().size().toTuple() == (width // 2 * SCALE, height // 4 * SCALE)
    shown.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    shown.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
    assert shown.overlay.cropped().size().toTuple() == ((width // 2 - 16) * SCALE, (height // 4 + 1) * SCALE)
    shown.press(Qt.Key.Key_Up)
    shown.press(Qt.Key.Key_Enter)
    assert shown.said[-1] == "chosen"


def test_escape_and_the_right_button_cancel(shown: Shown, qtbot: QtBot) -> None:
    shown.press(Qt.Key.Key_Escape)
    qtbot.mouseClick(shown.overlay, Qt.MouseButton.RightButton)
    assert shown.said == ["cancelled", "cancelled"]
    shown.press(Qt.Key.Key_A)
    qtbot.mouseClick(shown.overlay, Qt.MouseButton.MiddleButton)
    assert shown.said == ["cancelled", "cancelled"]


def test_what_is_drawn_elsewhere_takes_its_place(shown: Shown) -> None:
    shown.drag((50, 25), (150, 65))
    shown.overlay.clear()
    shown.overlay.clear()
    assert shown.overlay.cropped().isNull()


def test_the_screen_is_dimmed_but_for_what_is_drawn(shown: Shown) -> None:
    def seen(x: int, y: int) -> QColor:
        image = shown.overlay.grab().toImage()
        return image.pixelColor(QPoint(x, y) * image.devicePixelRatio())

    assert seen(100, 45).lightness() < QColorConstants.Red.lightness()
    shown.drag((50, 25), (150, 65))
    assert seen(100, 45) == QColorConstants.Red
    assert seen(5, 5).lightness() < 150


def test_near_the_lower_edge_the_size_stands_inside(shown: Shown) -> None:
    height = shown.overlay.height()
    shown.drag((50, height - 200), (300, height))
    image = shown.overlay.grab().toImage()
    assert image.pixelColor(QPoint(175, height - 24) * image.devicePixelRatio()) != QColorConstants.White
