"""A text field in a window of its own."""

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from tests.ui.widgets.reading.field import Count
from translator.ui.look.theme import Theme
from translator.ui.widgets.reading.reading_edit import ReadingEdit


@pytest.fixture
def edit(theme: Theme, qtbot: QtBot) -> ReadingEdit:
    return shown(ReadingEdit(theme), qtbot, 500, 400)


@pytest.fixture
def edits(edit: ReadingEdit) -> Count:
    count = Count()
    edit.text_edited.connect(count)
    return count
