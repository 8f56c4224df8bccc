"""Words below a list stand beside the buttons, or above them where there is too little room."""

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from translator.ui.widgets.groups.foot import Foot
from translator.ui.widgets.labels.labels import ElidedLabel


def test_the_words_go_above_the_buttons_where_these_leave_them_no_room(qtbot: QtBot) -> None:
    words, button = ElidedLabel("1,234 units"), QPushButton("Delete")
    foot = Foot(words, button)
    qtbot.addWidget(foot)
    foot.hold(words.text())
    foot.show()
    needed = words.fontMetrics().horizontalAdvance(words.text())

    foot.resize(needed + button.sizeHint().width() + 60, 80)
    assert not foot.is_stacked
    foot.resize(needed + 4, 80)
    assert foot.is_stacked
    QApplication.sendPostedEvents()  # its layout is asked for
    assert words.geometry().bottom() < button.geometry().top()
    assert words.width() >= needed


def test_words_that_come_in_their_place_move_nothing(qtbot: QtBot) -> None:
    words, button = ElidedLabel("2 units"), QPushButton("Delete")
    foot = Foot(words, button)
    qtbot.addWidget(foot)
    foot.hold(words.text())
    foot.resize(words.sizeHint().width() + button.sizeHint().width() + 60, 80)
    foot.show()
    words.setText("German into English, by hand, an hour ago, used three times")
    assert not foot.is_stacked
