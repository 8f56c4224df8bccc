"""The field to search in: its lens is as large as the letters, and never below them."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.themes import theme
from translator.ui.look.theme import Theme
from translator.ui.widgets.fields.search_field import SearchField

__all__ = ["theme"]


def painted(image: QImage, colour: QColor) -> QRect:
    """Return what encloses the pixels of this very colour."""
    found = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if image.pixelColor(x, y) == colour:
                found = found.united(QRect(x, y, 1, 1))
    return found


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_lens_grows_with_the_letters_and_takes_their_colour_in_any_theme(
    theme: Theme, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    field = SearchField(theme, "anySearchField", "")
    qtbot.addWidget(field)
    field.setLayoutDirection(direction)
    field.resize(400, 80)
    field.show()
    sizes = []
    for appearance, text_size in (("light", 100), ("light", 200), ("dark", 200)):
        theme.choose(appearance, text_size)  # type: ignore[arg-type]
        lens = painted(field.grab().toImage(), theme.colour("text_3"))
        sizes.append(lens.width())
        assert field.lens.contains(lens)
        margins = field.textMargins()
        if direction is Qt.LayoutDirection.RightToLeft:
            assert field.lens.left() >= field.width() - margins.right()
        else:
            assert field.lens.right() < margins.left()
    assert sizes[1] == sizes[2] > 1.7 * sizes[0]


@pytest.mark.parametrize("words", ["Search by name or code", "البحث في الترجمات المحفوظة"])
def test_words_that_have_no_room_end_in_an_ellipsis_and_are_whole_for_those_who_listen(
    theme: Theme, qtbot: QtBot, words: str
) -> None:
    field = SearchField(theme, "anySearchField", words)
    qtbot.addWidget(field)
    field.resize(140, 36)
    field.show()
    theme.choose("light", 200)

    assert field.placeholderText().endswith("…")
    assert field.fontMetrics().horizontalAdvance(field.placeholderText()) <= field.width() - field.lens.width()
    assert field.accessibleName() == field.toolTip() == words

    field.resize(900, 36)
    assert (field.placeholderText(), field.toolTip()) == (words, "")
