"""A box to choose in: words that are too long for it say that they are cut, and are whole elsewhere."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from tests.ui.themes import theme
from translator.ui.look.theme import Theme
from translator.ui.widgets.fields.combo import ComboBox, EditableComboBox

__all__ = ["theme"]

LONG = "Words of the works in Rotterdam, as they were agreed upon in March"


def box_with(theme: Theme, qtbot: QtBot, words: str, width: int) -> ComboBox:
    box = ComboBox(theme, "anyPicker")
    qtbot.addWidget(box)
    box.set_choices([("Works", "short"), (words, "long")])
    box.choose("long")
    box.resize(width, 36)
    box.show()
    return box


def drawn(box: ComboBox) -> str:
    """Return the words that are drawn in it."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return option.currentText


@pytest.mark.parametrize("text_size", [100, 200])
def test_words_that_are_too_long_end_in_an_ellipsis_and_are_whole_in_the_tooltip(
    theme: Theme, qtbot: QtBot, text_size: int
) -> None:
    box = box_with(theme, qtbot, LONG, 200)
    theme.choose("light", text_size)

    assert drawn(box).endswith("…")
    assert LONG.startswith(drawn(box)[:-1])
    assert box.toolTip() == box.currentText() == LONG
    assert QAccessible.queryAccessibleInterface(box).text(QAccessible.Text.Value) == LONG


def test_words_that_have_room_are_whole_and_nothing_is_said_of_them(theme: Theme, qtbot: QtBot) -> None:
    box = box_with(theme, qtbot, LONG, 200)

    box.choose("short")
    assert (drawn(box), box.toolTip()) == ("Works", "")
    box.choose("long")
    box.resize(900, 36)
    assert (drawn(box), box.toolTip()) == (LONG, "")


def test_what_is_typed_has_no_tooltip(theme: Theme, qtbot: QtBot) -> None:
    box = EditableComboBox(theme, "anyPicker")
    qtbot.addWidget(box)
    box.resize(100, 36)
    box.offer([LONG])
    box.setEditText(LONG)

    assert box.toolTip() == ""
