"""What is stacked stands below what comes before it, else beside it."""

from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from translator.ui.widgets.groups.stacking import stack


def test_two_buttons_stand_below_each_other_or_side_by_side(qtbot: QtBot) -> None:
    window, one, other = QWidget(), QPushButton("one"), QPushButton("other")
    layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, window)
    for button in (one, other):
        layout.addWidget(button)
    shown(window, qtbot, 400, 200)
    for stacked in (True, False):
        stack(layout, stacked=stacked)
        layout.activate()

        assert (one.y() < other.y(), one.x() < other.x()) == (stacked, not stacked)
