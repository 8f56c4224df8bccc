"""Groups of rows under a heading that opens and closes."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.widgets.groups.disclosure import Disclosure
from translator.ui.widgets.groups.group import Group, Row


@pytest.fixture
def advanced(theme: Theme, qtbot: QtBot) -> Disclosure:
    made = Disclosure(theme, "Advanced", "advancedButton")
    qtbot.addWidget(made)
    made.add(Group()).add(Row(theme, "Proxy", "The system's own."))
    made.show()
    return made


def chevron(disclosure: Disclosure) -> QImage:
    heading = disclosure.findChild(QPushButton, "advancedButton")
    assert heading is not None
    return heading.icon().pixmap(QSize(16, 16)).toImage()


def test_the_chevron_says_whether_it_is_open_whatever_has_opened_it(advanced: Disclosure) -> None:
    row = advanced.every_row[0]
    closed = chevron(advanced)
    advanced.open()
    is_open = chevron(advanced)
    assert (row.isVisible(), is_open == closed) == (True, False)

    heading = advanced.findChild(QPushButton, "advancedButton")
    assert heading is not None
    heading.click()
    assert (row.isVisible(), chevron(advanced) == closed) == (False, True)

    assert advanced.filter("proxy")
    assert (row.isVisible(), chevron(advanced) == is_open) == (True, True)

    advanced.filter("")
    assert (row.isVisible(), chevron(advanced) == closed) == (False, True)
