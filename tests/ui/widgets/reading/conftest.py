"""A text field in a window of its own."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.widgets.reading.field import Count
from translator.ui.look.theme import Theme
from translator.ui.widgets.reading.reading_edit import ReadingEdit


@pytest.fixture
def edit(theme: Theme, qtbot: QtBot) -> ReadingEdit:
    made = ReadingEdit(theme)
    qtbot.addWidget(made)
    made.resize(500, 400)
    made.show()
    return made


@pytest.fixture
def edits(edit: ReadingEdit) -> Count:
    count = Count()
    edit.text_edited.connect(count)
    return count
