"""The sheet of a pane, with its progress at the top."""

from pytestqt.qtbot import QtBot

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
