"""Pictures in the window: dropped, opened, taken from the clipboard, or drawn on the screen."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColorConstants, QImage, QScreen
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.fakes.pictures import FakeReaders, Step
from tests.support.waiting import until
from tests.ui.capture.test_capture import FakeGrab
from translator.language.tag import LanguageTag
from translator.parts import make_catalogue
from translator.settings import Service
from translator.surroundings.copied import CannotGrab, NotAllowed
from translator.surroundings.picture import Picture
from translator.translation.pictures.read_picture import Read, TextRead
from translator.translation.request import Translation, Usage
from translator.ui.capture.capture import Capture
from translator.ui.capture.fitting import fit
from translator.ui.capture.presenter import PictureSteps
from translator.ui.capture.window_pictures import PictureNeeds, WindowPictures
from translator.ui.look.theme import Theme
from translator.ui.translate.editing.editing import Before
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.screen import Screen
from translator.ui.translate.window_screen import WindowScreen
from translator.ui.window.main_window import MainWindow

CATALOGUE = make_catalogue("en")
HELLO: list[Step] = [TextRead("Hallo"), Read("Hallo", Usage(requests=1))]


class Steps:
    """Replaces the source without more ado."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def begin_step(self) -> Before:
        return self._screen.source_text(), Translation(""), LanguageChoice(LanguageTag("de")).pairing()

    def put(self, text: str, said: str, before: Before) -> None:
        self._screen.replace_source(text)


class Desk:
    """A window with what reads pictures into it. ``translated`` is what the translation was told each time."""

    def __init__(self, theme: Theme, *replies: list[Step], grab: FakeGrab | None = None) -> None:
        self.window = MainWindow(theme)
        self.screen = WindowScreen(self.window.view, CATALOGUE)
        self.readers = FakeReaders(*replies)
        self.translated: list[Usage] = []
        self.seen_window: list[bool] = []
        self.grabbing = _Watched(self, grab or FakeGrab())
        needs = PictureNeeds(
            self.readers, lambda: Service("svc", "Svc", model="seer"), lambda _service, _model: None,
            PictureSteps(*[lambda: None] * len(PictureSteps.__dataclass_fields__)), self.translated.append,
        )  # fmt: skip
        capture = Capture(theme, self.grabbing, settling=0)
        self.pictures = WindowPictures(self.window, self.screen, Steps(self.screen), needs, capture)

    @property
    def text(self) -> str:
        return self.screen.source_text()

    async def read(self) -> None:
        await until(lambda: bool(self.translated))


class _Watched:
    """Notes whether the window is on the screen as the screen is looked at."""

    def __init__(self, desk: Desk, grab: FakeGrab) -> None:
        self._desk = desk
        self.inner = grab

    async def grab(self) -> Sequence[tuple[QScreen, QImage]] | Picture | None:
        self._desk.seen_window.append(self._desk.window.isVisible())
        return await self.inner.grab()


def red() -> QImage:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColorConstants.Red)
    return image


async def opened(theme: Theme, qtbot: QtBot, *replies: list[Step], grab: FakeGrab | None = None) -> Desk:
    desk = Desk(theme, *replies, grab=grab)
    qtbot.addWidget(desk.window)
    desk.window.show()
    return desk


async def test_a_dropped_picture_becomes_the_source_and_is_translated(theme: Theme, qtbot: QtBot) -> None:
    desk = await opened(theme, qtbot, HELLO)
    dropped = QMimeData()
    dropped.setImageData(red())
    editor = desk.window.view.source.editor
    assert editor.canInsertFromMimeData(dropped)
    editor.insertFromMimeData(dropped)
    await desk.read()
    assert desk.text == "Hallo"
    picture = desk.readers.requests[0].picture
    assert (picture.width, picture.height) == (40, 30)
    await desk.pictures.close()


async def test_text_comes_before_a_picture_of_it(theme: Theme, qtbot: QtBot) -> None:
    """As spreadsheets hand over both."""
    desk = await opened(theme, qtbot)
    dropped = QMimeData()
    dropped.setImageData(red())
    dropped.setText("cells")
    desk.window.view.source.editor.insertFromMimeData(dropped)
    assert desk.text == "cells"
    await desk.pictures.close()


async def test_a_picture_of_the_clipboard_and_one_in_a_file_are_read(
    theme: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = await opened(theme, qtbot, HELLO, HELLO)
    desk.pictures.take(fit(red()))
    await desk.read()
    desk.translated.clear()
    path = tmp_path / "scan.png"
    assert red().save(str(path))
    assert desk.pictures.take_file(path)
    await desk.read()
    assert not desk.pictures.take_file(tmp_path / "text.txt")
    await desk.pictures.close()


async def test_escape_stops_reading(theme: Theme, qtbot: QtBot) -> None:
    desk = await opened(theme, qtbot, [TextRead("Half"), asyncio.Event()])
    desk.pictures.take(fit(red()))
    await until(lambda: desk.text == "Half")
    assert desk.pictures.is_reading
    qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    await until(lambda: desk.readers.closed == 1)
    assert not desk.pictures.is_reading
    assert not desk.pictures.stop()
    await desk.pictures.close()


async def test_a_second_picture_takes_the_place_of_the_first(theme: Theme, qtbot: QtBot) -> None:
    desk = await opened(theme, qtbot, [TextRead("Half"), asyncio.Event()], HELLO)
    desk.pictures.take(fit(red()))
    await until(lambda: desk.text == "Half")
    desk.pictures.take(fit(red()))
    await desk.read()
    assert desk.text == "Hallo"
    await desk.pictures.close()


async def test_a_part_of_the_screen_is_drawn_while_the_window_is_out_of_the_way(theme: Theme, qtbot: QtBot) -> None:
    desk = await opened(theme, qtbot, HELLO, grab=FakeGrab(fit(red())))
    place = desk.window.geometry()
    button = desk.window.findChild(QPushButton, "emptyRegionButton")
    assert button is not None
    button.click()
    await desk.read()
    assert desk.seen_window == [False]
    assert desk.window.isVisible()
    assert desk.window.geometry() == place
    await desk.pictures.close()


@pytest.mark.parametrize(
    ("problem", "words", "is_offered"),
    [
        (NotAllowed(), "Allow it under Screen Recording", True),
        (CannotGrab("no portal"), "can be taken: no portal.", False),
        (CannotGrab(), "can be taken here.", False),
    ],
)
async def test_why_the_screen_cannot_be_seen_is_said(
    theme: Theme, qtbot: QtBot, problem: Exception, words: str, is_offered: bool
) -> None:
    desk = await opened(theme, qtbot, grab=FakeGrab(problem))
    desk.window.actions_.region.trigger()
    notice = desk.window.view.source.notice
    await until(notice.isVisible)
    assert words in notice.sentence
    assert bool(notice.findChild(QPushButton, "captureAgainButton")) is is_offered
    assert desk.window.isVisible()
    await desk.pictures.close()


async def test_nothing_is_read_where_nothing_was_drawn(theme: Theme, qtbot: QtBot) -> None:
    desk = await opened(theme, qtbot, grab=FakeGrab(None))
    desk.pictures.draw_region()
    desk.pictures.draw_region()
    await until(lambda: desk.grabbing.inner.grabs == 1 and desk.window.isVisible())
    assert desk.readers.requests == []
    await desk.pictures.close()
