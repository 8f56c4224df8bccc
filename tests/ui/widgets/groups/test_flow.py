"""A row that goes on in the next line."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QWidget, QWidgetItem
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from translator.ui.widgets.groups.flow import FlowLayout


class Box(QWidget):
    def __init__(self, width: int, height: int = 20) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size


class Row:
    """Boxes of these widths in a row."""

    def __init__(self, qtbot: QtBot, *widths: int) -> None:
        self.parent = QWidget()
        qtbot.addWidget(self.parent)
        self.flow = FlowLayout(gap=8)
        self.parent.setLayout(self.flow)
        self.boxes = [Box(width) for width in widths]
        for box in self.boxes:
            self.flow.addWidget(box)
        self.parent.show()

    def places(self, width: int, height: int = 0) -> list[tuple[int, int]]:
        self.flow.setGeometry(QRect(0, 0, width, height))
        return [(box.x(), box.y()) for box in self.boxes]


@pytest.mark.parametrize(
    ("width", "places", "height"),
    [
        (116, [(0, 0), (58, 0)], 20),
        (107, [(0, 0), (0, 24)], 44),
        (30, [(0, 0), (0, 24)], 44),
    ],
)
def test_what_does_not_fit_goes_below(qtbot: QtBot, width: int, places: list[tuple[int, int]], height: int) -> None:
    row = Row(qtbot, 50, 50)

    assert row.places(width) == places
    assert row.flow.heightForWidth(width) == height


def test_what_is_too_wide_for_any_line_is_as_wide_as_the_line(qtbot: QtBot) -> None:
    row = Row(qtbot, 50)
    row.places(30)

    assert row.boxes[0].width() in (30, 50)


def test_from_right_to_left_it_begins_at_the_right(qtbot: QtBot) -> None:
    row = Row(qtbot, 50, 40)
    row.parent.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert row.places(200) == [(150, 0), (102, 0)]


def test_it_wants_one_line_and_can_do_with_any_width(qtbot: QtBot) -> None:
    row = Row(qtbot, 50, 40)

    assert row.flow.sizeHint() == QSize(98, 20)
    assert row.flow.minimumSize() == QSize(0, 20)
    assert FlowLayout().sizeHint() == QSize(0, 0)


def test_it_counts_gives_and_gives_away(qtbot: QtBot) -> None:
    row = Row(qtbot, 50, 40)
    flow = row.flow
    assert flow.count() == 2
    assert flow.itemAt(2) is None
    assert flow.takeAt(2) is None
    item = flow.takeAt(0)
    assert item is not None
    assert item.widget() is row.boxes[0]

    assert flow.take_widgets() == [row.boxes[1]]
    assert flow.count() == 0


def test_it_stands_halfway_up_its_room(qtbot: QtBot) -> None:
    assert Row(qtbot, 50).places(100, 60) == [(0, 20)]


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    row = Row(qtbot, 50, 40, 30)
    row.boxes[1].hide()

    places = row.places(88)
    assert (places[0], places[2]) == ((0, 0), (58, 0))
    assert row.flow.heightForWidth(88) == 20
    assert row.flow.sizeHint() == QSize(88, 20)


def test_where_all_is_hidden_there_is_nothing(qtbot: QtBot) -> None:
    row = Row(qtbot, 50)
    row.boxes[0].hide()

    assert row.flow.heightForWidth(100) == 0
    assert row.flow.minimumSize() == QSize(0, 0)


def test_what_is_of_unequal_height_stands_halfway_up_its_line(qtbot: QtBot) -> None:
    row = Row(qtbot, 50)
    for box in (Box(40, 30), Box(50, 10)):
        row.boxes.append(box)
        row.flow.addWidget(box)
        box.show()

    assert row.places(100, 44) == [(0, 5), (58, 0), (0, 34)]


class Item(QWidgetItem):
    """One that Python owns, and knows to be gone once Qt has deleted it."""


def test_what_is_taken_out_leaves_nothing_behind(qtbot: QtBot) -> None:
    row, box = Row(qtbot, 40, 60), Box(20)
    qtbot.addWidget(box)
    item = Item(box)
    row.flow.addItem(item)
    assert row.flow.take_widgets() == [*row.boxes, box]
    assert row.flow.count() == 0
    assert not Shiboken.isValid(item)
