"""Labels and icons: in the colours of the theme, and where there is no room."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.look.tokens import DARK
from translator.ui.widgets.labels.icon_label import IconLabel
from translator.ui.widgets.labels.labels import ElidedLabel, ShorteningLabel, label


def holds(image: QImage, colour: str) -> bool:
    return any(image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height()))


def test_an_icon_takes_the_themes_colour(theme: Theme, qtbot: QtBot) -> None:
    icon = IconLabel(theme, "info")
    qtbot.addWidget(icon)
    theme.choose("dark", 100)

    assert holds(icon.pixmap().toImage(), DARK.text_2.lower())


def test_a_label_reads_no_markup(qtbot: QtBot) -> None:
    made = label("<b>x</b>", "hint", wrap=True)
    qtbot.addWidget(made)

    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.wordWrap()
    assert made.property("role") == "hint"


@pytest.mark.parametrize("words", ["Custom · mock-b", "مخصص"])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("trailing", [False, True])
def test_a_label_begins_where_the_windows_reading_does_whatever_its_own_script(
    theme: Theme, qtbot: QtBot, words: str, direction: Qt.LayoutDirection, trailing: bool
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    made = label(words, "strong", wrap=True)
    made.setParent(window)
    if trailing:
        made.setAlignment(Qt.AlignmentFlag.AlignTrailing)
    made.resize(400, 30)
    window.setLayoutDirection(direction)
    window.show()
    image = made.grab().toImage()
    middle, background = image.width() // 2, image.pixel(image.width() // 2, 0)
    drawn = {x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != background}

    at_left = (direction is Qt.LayoutDirection.LeftToRight) != trailing
    assert drawn
    assert all((x < middle) == at_left for x in drawn)


def test_a_label_without_room_is_elided_and_whole_in_its_tooltip(theme: Theme, qtbot: QtBot) -> None:
    made = ElidedLabel("A model with a name that is rather long")
    qtbot.addWidget(made)
    made.resize(80, 20)
    made.grab()
    assert made.toolTip() == made.text()
    assert made.minimumSizeHint().width() == 0

    made.resize(600, 20)
    made.grab()
    assert made.toolTip() == ""


@pytest.mark.parametrize("tokens", range(281, 301))
def test_a_long_text_that_lacks_a_fraction_of_a_pixel_gives_way_to_the_short_one(
    theme: Theme, qtbot: QtBot, tokens: int
) -> None:
    long, short = f"gpt-6-luna · 1.{tokens} s · {tokens} tokens · about $0.0031", "about $0.0031"
    made, brief = ShorteningLabel(), ShorteningLabel()
    for each, words in ((made, (long, short)), (brief, (short,))):
        qtbot.addWidget(each)
        each.show_text(*words)
        each.ensurePolished()
    width = made.fontMetrics().horizontalAdvance(long)
    for room in range(width - 2, width + 3):
        made.resize(room, 20)
        brief.resize(room, 20)
        drawn = made.grab().toImage()

        is_whole = made.toolTip() == ""
        assert is_whole or drawn == brief.grab().toImage()
    assert is_whole
