"""The sheet of a pane, with its progress at the top."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.support.paintings import Paintings
from translator.ui.look.theme import Theme
from translator.ui.widgets.sheets.sheet import Sheet


def test_progress_is_a_bar_at_the_top(theme: Theme, qtbot: QtBot) -> None:
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(200, 100)
    assert sheet.grab().toImage().pixelColor(60, 1) == theme.colour("surface")

    sheet.set_progress(0.5)
    image = sheet.grab().toImage()
    assert image.pixelColor(60, 1) == theme.colour("accent")
    assert image.pixelColor(150, 1) == theme.colour("accent_soft")

    sheet.set_progress(None)
    assert sheet.grab().toImage().pixelColor(60, 1) == theme.colour("surface")


def test_progress_glides_to_where_it_is(theme: Theme, qtbot: QtBot) -> None:
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(200, 100)
    sheet.set_progress(0.0)
    sheet.set_progress(1.0)
    assert sheet.grab().toImage().pixelColor(150, 1) == theme.colour("accent_soft")

    qtbot.waitUntil(lambda: sheet.grab().toImage().pixelColor(150, 1) == theme.colour("accent"))


def test_progress_does_not_glide_where_nothing_is_to_move(theme: Theme, qtbot: QtBot) -> None:
    theme.is_still = lambda: True
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(200, 100)
    sheet.set_progress(0.0)
    sheet.set_progress(1.0)

    assert sheet.grab().toImage().pixelColor(150, 1) == theme.colour("accent")


def test_progress_that_ends_while_it_glides_is_gone(theme: Theme, qtbot: QtBot) -> None:
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(200, 100)
    sheet.set_progress(0.0)
    sheet.set_progress(1.0)
    sheet.set_progress(None)
    qtbot.wait(150)

    assert sheet.grab().toImage().pixelColor(60, 1) == theme.colour("surface")


def test_a_step_of_the_glide_can_be_taken_with_something_else(theme: Theme, qtbot: QtBot) -> None:
    sheet = Sheet(theme)
    qtbot.addWidget(sheet)
    sheet.resize(200, 100)
    sheet.glide_on()
    assert sheet.grab().toImage().pixelColor(60, 1) == theme.colour("surface")

    sheet.set_progress(0.0)
    sheet.set_progress(1.0)
    while sheet.grab().toImage().pixelColor(180, 1) != theme.colour("accent"):
        sheet.glide_on()
    sheet.glide_on()
    assert sheet.grab().toImage().pixelColor(180, 1) == theme.colour("accent")


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_of_progress_only_what_has_changed_is_painted(
    theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    theme.is_still = lambda: True
    sheet = Sheet(theme)
    sheet.setLayoutDirection(direction)
    qtbot.addWidget(sheet)
    sheet.resize(200, 100)
    sheet.show()
    sheet.set_progress(0.25)
    qtbot.wait(1)
    paintings = Paintings(sheet)
    sheet.set_progress(0.5)
    qtbot.wait(1)

    painted = paintings.of(sheet).boundingRect()
    left = 50 if direction is Qt.LayoutDirection.LeftToRight else 100
    assert (painted.left(), painted.width(), painted.bottom()) == (left, 50, 2)
