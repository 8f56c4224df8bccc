"""Choosing a part of the screen, from the screens as they are to what loads the picture."""

import asyncio
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColorConstants, QCursor, QImage, QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.support.waiting import until
from translator.surroundings.copied import CannotGrab, NotAllowed
from translator.surroundings.picture import Picture
from translator.ui.capture.capture import Capture
from translator.ui.capture.fitting import fit
from translator.ui.capture.overlay import RegionOverlay
from translator.ui.look.theme import Theme


class FakeGrab:
    """Shows red screens, the picture that the desktop has chosen, or nothing."""

    def __init__(self, *told: object, screens: int = 1) -> None:
        self.told = told
        self.screens = screens
        self.grabs = 0

    async def grab(self) -> Sequence[tuple[QScreen, QImage]] | Picture | None:
        self.grabs += 1
        if self.told:
            (told,) = self.told
            if isinstance(told, Exception):
                raise told
            assert told is None or isinstance(told, Picture)
            return told
        screen = QApplication.primaryScreen()
        image = QImage(screen.size(), QImage.Format.Format_RGB32)
        image.fill(QColorConstants.Red)
        return [(screen, image)] * self.screens


def overlays() -> list[RegionOverlay]:
    return [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, RegionOverlay)]


async def opened(count: int = 1) -> list[RegionOverlay]:
    await until(lambda: len([overlay for overlay in overlays() if overlay.isVisible()]) == count)
    return overlays()


def drag(qtbot: QtBot, overlay: RegionOverlay, from_: QPoint, to: QPoint) -> None:
    qtbot.mousePress(overlay, Qt.MouseButton.LeftButton, pos=from_)
    qtbot.mouseMove(overlay, to)
    qtbot.mouseRelease(overlay, Qt.MouseButton.LeftButton, pos=to)


async def test_what_is_drawn_is_loaded(theme: Theme, qtbot: QtBot) -> None:
    choosing = asyncio.create_task(Capture(theme, FakeGrab()).region())
    (overlay,) = await opened()
    drag(qtbot, overlay, QPoint(10, 10), QPoint(110, 60))
    load = await choosing
    assert load is not None
    picture = load()
    assert (picture.width, picture.height) == (100, 50)
    assert overlays() == []


async def test_a_screen_that_the_window_manager_closes_chooses_nothing(theme: Theme, qapp: QApplication) -> None:
    qapp.setQuitOnLastWindowClosed(False)  # the loop is the test's
    capture = Capture(theme, FakeGrab())
    choosing = asyncio.create_task(capture.region())
    (overlay,) = await opened()
    overlay.close()
    assert await choosing is None
    again = asyncio.create_task(capture.region())
    (overlay,) = await opened()
    overlay.close()
    assert await again is None


async def test_the_screen_stays_when_what_covered_it_goes(theme: Theme, qtbot: QtBot) -> None:
    screen = QApplication.primaryScreen()
    QCursor.setPos(screen.geometry().center())
    choosing = asyncio.create_task(Capture(theme, FakeGrab()).region())
    (overlay,) = await opened()
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    await choosing
    await until(lambda: not isValid(overlay))

    assert isValid(screen)


async def test_escape_chooses_nothing(theme: Theme, qtbot: QtBot) -> None:
    choosing = asyncio.create_task(Capture(theme, FakeGrab()).region())
    (overlay,) = await opened()
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    assert await choosing is None


async def test_a_rectangle_is_on_one_screen(theme: Theme, qtbot: QtBot) -> None:
    choosing = asyncio.create_task(Capture(theme, FakeGrab(screens=2)).region())
    first, second = await opened(2)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert not first.cropped().isNull()
    qtbot.keyClick(second, Qt.Key.Key_Right)
    assert first.cropped().isNull()
    qtbot.keyClick(second, Qt.Key.Key_Return)
    assert await choosing is not None


async def test_what_is_ours_makes_way_before_the_screen_is_looked_at(theme: Theme) -> None:
    grab = FakeGrab(None)
    seen: list[int] = []

    def make_way() -> bool:
        seen.append(grab.grabs)
        return True

    assert await Capture(theme, grab, make_way, settling=0).region() is None
    assert await Capture(theme, grab, settling=0).region(make_way) is None
    assert seen == [0, 1]


async def test_a_second_wish_meanwhile_is_not_heard(theme: Theme, qtbot: QtBot) -> None:
    capture = Capture(theme, FakeGrab())
    choosing = asyncio.create_task(capture.region())
    (overlay,) = await opened()
    assert await capture.region() is None
    qtbot.keyClick(overlay, Qt.Key.Key_Escape)
    await choosing


async def test_cancelling_takes_the_screens_away(theme: Theme) -> None:
    choosing = asyncio.create_task(Capture(theme, FakeGrab()).region())
    await opened()
    choosing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await choosing
    assert overlays() == []


async def test_what_the_desktop_lets_choose_is_loaded_as_it_is(theme: Theme) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.Blue)
    load = await Capture(theme, FakeGrab(fit(image))).region()
    assert load is not None
    assert (load().width, load().height) == (20, 10)
    assert overlays() == []


@pytest.mark.parametrize("problem", [CannotGrab("no portal"), NotAllowed()])
async def test_why_no_picture_can_be_had_is_passed_on_and_it_can_be_tried_again(
    theme: Theme, problem: Exception
) -> None:
    grab = FakeGrab(problem)
    capture = Capture(theme, grab)
    for _ in range(2):
        with pytest.raises(type(problem)):
            await capture.region()
    assert grab.grabs == 2
