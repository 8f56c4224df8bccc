"""A list to choose one thing from, whichever way one reads."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Line
from translator.ui.widgets.lists.line_list import LineList

WIDTH = 300


def ink(made: LineList) -> list[int]:
    """Return the columns in which a title is drawn: it alone is nearly black, on no ground of its own."""
    image = made.viewport().grab().toImage()

    def is_black(x: int, y: int) -> bool:
        colour = image.pixelColor(x, y)
        return colour.alpha() > 200 and colour.red() < 70 and colour.blue() < 70

    return [x for x in range(image.width()) if any(is_black(x, y) for y in range(image.height()))]


@pytest.fixture(params=["application", "widget"])
def turned(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Callable[[QWidget], None]]:
    """Lets one read from right to left: a widget alone, or the whole application."""

    def turn(widget: QWidget) -> None:
        (qapp if request.param == "application" else widget).setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    yield turn
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.mark.parametrize("wraps", [False, True])
@pytest.mark.parametrize("caption", ["", "below"])
def test_a_title_stands_behind_its_icon_where_reading_begins(
    theme: Theme, qtbot: QtBot, wraps: bool, caption: str, turned: Callable[[QWidget], None]
) -> None:
    made = LineList(theme, "list", "Things", fits=True, wraps=wraps)
    qtbot.addWidget(made)
    made.resize(WIDTH, 80)
    made.show_lines([Line("one", "HHHHH", "key", caption)], "one")
    made.show()
    beginning_left = ink(made)
    turned(made)
    beginning_right = ink(made)

    assert max(beginning_left) < WIDTH // 2 < min(beginning_right)
    assert min(beginning_left) == pytest.approx(WIDTH - max(beginning_right), abs=4)
