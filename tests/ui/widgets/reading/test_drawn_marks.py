"""The marks of a field stand where their words are, and bars beside them."""

import pytest
from PySide6.QtWidgets import QWidget

from translator.ui.look.theme import Theme
from translator.ui.widgets.reading.margin_bars import MarginBars
from translator.ui.widgets.reading.mark import Mark
from translator.ui.widgets.reading.reading_edit import ReadingEdit


@pytest.fixture
def edit(edit: ReadingEdit) -> ReadingEdit:
    edit.replace_text("one two three")
    return edit


def test_marks_are_taken_away_by_kind(edit: ReadingEdit) -> None:
    edit.marks.set(Mark.LIT, [(0, 3)])
    edit.marks.set(Mark.ERROR, [(4, 7), (0, 2), (9, 9)])
    edit.marks.set(Mark.LIT, [])

    assert edit.marks.of(Mark.LIT) == []
    assert edit.marks.of(Mark.ERROR) == [(0, 2), (4, 7)]


def test_marks_move_with_the_text_behind_an_edit(edit: ReadingEdit) -> None:
    edit.marks.set(Mark.ERROR, [(0, 3), (4, 7), (8, 13)])
    cursor = edit.textCursor()
    cursor.setPosition(5)
    cursor.insertText("xx")

    assert edit.marks.of(Mark.ERROR) == [(0, 3), (4, 9), (10, 15)]


def test_a_lit_range_is_painted_below_the_text(edit: ReadingEdit, theme: Theme) -> None:
    edit.replace_text("word")
    dark = edit.viewport().grab().toImage()
    edit.marks.set(Mark.LIT, [(0, 4)])
    lit = edit.viewport().grab().toImage()
    (word,) = edit.rects(0, 4)
    corner = (round(word.left()) + 4, round(word.bottom()) - 3)  # below the letters, above the line

    assert lit.pixelColor(*corner) == theme.colour("link")
    assert dark.pixelColor(*corner) != theme.colour("link")
    edit.marks.set(Mark.LIT, [])
    assert edit.viewport().grab().toImage() == dark


def test_bars_stand_beside_the_text_on_the_side_where_reading_begins(edit: ReadingEdit, theme: Theme) -> None:
    edit.marks.set(Mark.EDITED, [(0, 3)])
    assert edit.marks._bars.geometry().right() < edit.viewport().geometry().left()

    edit.typesetting.set_language("Arab", rtl=True)
    edit.resize(480, 300)
    assert edit.marks._bars.geometry().left() > edit.viewport().geometry().right()


def test_bars_come_with_the_first_that_was_edited(edit: ReadingEdit) -> None:
    edit.marks.set(Mark.LIT, [(0, 3)])
    assert not edit.findChildren(MarginBars)

    edit.marks.set(Mark.EDITED, [(0, 3)])
    edit.marks.set(Mark.EDITED, [(0, 5)])
    assert len(edit.findChildren(MarginBars)) == 1


def test_what_is_taken_away_where_nothing_ever_was_is_nothing(edit: ReadingEdit) -> None:
    children = len(edit.findChildren(QWidget))
    edit.marks.set(Mark.EDITED, [])

    assert edit.marks.of(Mark.EDITED) == ()
    assert len(edit.findChildren(QWidget)) == children
