"""The field both panes are made of tells edits from formatting, and can take over another one's text."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.widgets.reading.field import LATIN_LINE, Count, line_heights, plain
from translator.ui.look.theme import Theme
from translator.ui.widgets.reading.edit_history import SLICE
from translator.ui.widgets.reading.mark import Mark
from translator.ui.widgets.reading.reading_edit import ReadingEdit

# What is an edit


def test_typing_pasting_and_replacing_are_edits(edit: ReadingEdit, edits: Count, qtbot: QtBot) -> None:
    qtbot.keyClick(edit, "a")
    assert edits.times == 1

    edit.insertFromMimeData(plain("one\ntwo"))
    assert edits.times == 2

    edit.replace_text("new")
    assert edits.times == 3

    edit.undo()
    assert edits.times == 4


def test_formatting_is_no_edit(edit: ReadingEdit, edits: Count, theme: Theme) -> None:
    edit.replace_text("one\ntwo")
    edits.times = 0

    edit.typesetting.set_large(large=True)
    edit.typesetting.set_language("Arab", rtl=True)
    edit.typesetting.set_margins(16, 32)
    theme.choose("dark", 120)
    edit.marks.set(Mark.LIT, [(0, 3)])

    assert edits.times == 0


# Replacing


def test_a_replaced_text_comes_back_in_one_step(edit: ReadingEdit) -> None:
    edit.replace_text("old\ntext")
    edit.replace_text("x" * (2 * SLICE + 5))

    edit.undo()

    assert edit.text() == "old\ntext"


def test_replacing_goes_to_the_beginning(edit: ReadingEdit) -> None:
    edit.replace_text("\n".join(["line"] * 200))

    assert edit.textCursor().position() == 0
    assert edit.verticalScrollBar().value() == 0


@pytest.mark.parametrize("at", [SLICE - 1, SLICE, SLICE + 1])
def test_a_line_end_where_two_slices_meet_is_one_line_end(edit: ReadingEdit, at: int) -> None:
    edit.replace_text("x" * at + "\r\n" + "y")

    assert edit.text() == "x" * at + "\n" + "y"


def test_an_emoji_where_two_slices_meet_is_whole(edit: ReadingEdit) -> None:
    text = "x" * (SLICE - 1) + "👩‍👩‍👧" + "y"
    edit.replace_text(text)

    assert edit.text() == text


def test_after_an_edit_the_text_is_made_once_for_all_who_ask(edit: ReadingEdit, qtbot: QtBot) -> None:
    edit.replace_text("one")
    edit.typesetting.set_large(large=True)
    first = edit.text()
    assert edit.text() is first

    qtbot.keyClicks(edit, "x")
    assert edit.text() == "xone"
    edit.undo()
    assert edit.text() == "one"
    edit.document().setPlainText("two")
    assert edit.text() == "two"
    edit.clear()
    assert edit.text() == ""


# How it is drawn


def test_the_end_is_after_the_last_letter(edit: ReadingEdit) -> None:
    edit.replace_text("one\ntwo")
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)

    assert edit.end_rect().topLeft() == edit.cursorRect(cursor).toRectF().topLeft()


# Another edit takes over


def test_another_edit_takes_over_the_text_with_its_undo_its_selection_and_its_place(
    edit: ReadingEdit, theme: Theme, qtbot: QtBot
) -> None:
    before = ReadingEdit(theme)
    before.resize(500, 400)
    before.show()
    before.insertPlainText("\n".join(f"line {n}" for n in range(60)))
    before.insertPlainText(" first")
    before.insertPlainText(" then")
    cursor = before.textCursor()
    cursor.setPosition(200)
    cursor.setPosition(190, QTextCursor.MoveMode.KeepAnchor)
    before.setTextCursor(cursor)
    before.verticalScrollBar().setValue(300)
    text = before.text()
    count = Count()
    edit.text_edited.connect(count)

    edit.take_over(before)

    assert (edit.text(), before.text(), count.times) == (text, "", 1)
    taken = edit.textCursor()
    assert (taken.anchor(), taken.position(), edit.verticalScrollBar().value()) == (200, 190, 300)
    assert line_heights(edit) == {LATIN_LINE}
    before.deleteLater()
    qtbot.waitUntil(lambda: not isValid(before))
    edit.undo()
    assert edit.text() != text
    assert text.startswith(edit.text())
    edit.redo()
    assert edit.text() == text
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.insertPlainText("\nmore")
    assert line_heights(edit) == {LATIN_LINE}
    assert edit.text() == text + "\nmore"


def test_a_theme_that_changes_reaches_the_edit_that_took_over(edit: ReadingEdit, theme: Theme, qtbot: QtBot) -> None:
    edit.insertPlainText("words")
    other = ReadingEdit(theme)
    qtbot.addWidget(other)
    other.take_over(edit)
    edit.insertPlainText("the other's own")
    theme.choose("light", 200)

    assert line_heights(other) == {2 * LATIN_LINE}
    assert (other.text(), edit.text()) == ("words", "the other's own")
