"""What was edited is undone and done again step by step, whatever was formatted meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.widgets.reading.field import ARABIC_LINE, Count, line_heights, plain
from translator.ui.look.theme import Theme
from translator.ui.widgets.reading import edit_history
from translator.ui.widgets.reading.edit_history import SLICE
from translator.ui.widgets.reading.reading_edit import ReadingEdit

MANY = 1_000


def test_formatting_cannot_be_undone_by_itself(edit: ReadingEdit) -> None:
    edit.replace_text("one")
    edit.typesetting.set_large(large=True)
    edit.undo()

    assert edit.text() == ""


def test_undo_and_redo_are_one_edit_each(edit: ReadingEdit, edits: Count) -> None:
    edit.replace_text("one\ntwo")
    edits.times = 0

    edit.undo()
    edit.redo()
    assert (edit.text(), edits.times) == ("one\ntwo", 2)

    edit.redo()
    assert edits.times == 2


def test_undoing_once_too_often_leaves_all_to_be_done_again(edit: ReadingEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "one")
    for _ in range(3):
        edit.undo()
    assert edit.text() == ""

    edit.redo()

    assert edit.text() == "one"


def test_what_was_typed_in_one_go_is_one_step_and_the_caret_goes_where_it_began(
    edit: ReadingEdit, qtbot: QtBot
) -> None:
    edit.replace_text("one three")
    edit.select(4, 4)
    qtbot.keyClicks(edit, "two, ")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    edit.undo()
    assert (edit.text(), edit.textCursor().position()) == ("one three", 4)

    edit.redo()
    assert (edit.text(), edit.textCursor().position()) == ("one two, three", 9)


def test_what_was_selected_is_selected_again(edit: ReadingEdit, qtbot: QtBot) -> None:
    edit.replace_text("one two three")
    edit.select(4, 7)
    qtbot.keyClicks(edit, "2nd")
    edit.undo()

    cursor = edit.textCursor()
    assert (edit.text(), cursor.selectedText(), cursor.position()) == ("one two three", "two", 4)


@pytest.mark.parametrize(
    ("key", "at", "left"), [(Qt.Key.Key_Backspace, 7, "one  three"), (Qt.Key.Key_Delete, 4, "one  three")]
)
def test_what_was_deleted_in_one_go_comes_back_in_one(
    edit: ReadingEdit, qtbot: QtBot, key: Qt.Key, at: int, left: str
) -> None:
    edit.replace_text("one two three")
    edit.select(at, at)
    for _ in range(3):
        qtbot.keyClick(edit, key)
    assert edit.text() == left
    edit.undo()

    assert (edit.text(), edit.textCursor().position()) == ("one two three", at)


def test_what_was_typed_elsewhere_pasted_or_undone_between_is_another_step(edit: ReadingEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "ab")
    edit.insertFromMimeData(plain("cd"))
    qtbot.keyClicks(edit, "ef")
    edit.undo()
    qtbot.keyClicks(edit, "gh")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(edit, "i")
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    undone = []
    for _ in range(6):
        edit.undo()
        undone.append(edit.text())

    assert undone == ["iabcdgh", "abcdgh", "abcd", "ab", "", ""]


def test_another_line_height_between_keeps_what_can_be_done_again(
    edit: ReadingEdit, theme: Theme, qtbot: QtBot
) -> None:
    qtbot.keyClicks(edit, "one")
    edit.typesetting.set_large(large=True)
    edit.insertFromMimeData(plain(" two\nthree"))
    edit.typesetting.set_large(large=False)
    edit.undo()
    edit.typesetting.set_language("Arab", rtl=True)
    edit.undo()
    theme.choose("light", 200)
    assert (edit.text(), line_heights(edit)) == ("", {2 * ARABIC_LINE})

    edit.redo()
    edit.redo()
    assert (edit.text(), line_heights(edit)) == ("one two\nthree", {2 * ARABIC_LINE})


def test_every_character_comes_back_as_it_was(edit: ReadingEdit) -> None:
    text = "a\u00a0b\u2028c\n👩‍👩‍👧\t日本\n" + "x" * (SLICE - 3) + "😀"
    edit.replace_text(text)
    raw = edit.document().toRawText()
    edit.select(3, 12)
    edit.insertFromMimeData(plain("😁"))
    edit.undo()
    assert edit.document().toRawText() == raw

    edit.undo()
    edit.redo()
    assert edit.document().toRawText() == raw


def test_a_composition_is_no_step_until_it_is_text(edit: ReadingEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "a")
    for part in ("ni", "nih"):
        QApplication.sendEvent(edit, QInputMethodEvent(part, []))
    chosen = QInputMethodEvent("", [])
    chosen.setCommitString("你好")
    QApplication.sendEvent(edit, chosen)
    assert edit.text() == "a你好"
    edit.undo()

    assert edit.text() == ""


# What is kept


def test_what_can_be_undone_is_bounded_and_the_last_step_is_always_kept(
    edit: ReadingEdit, theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit_history, "MOST_KEPT", MANY)
    taken = ReadingEdit(theme)
    qtbot.addWidget(taken)
    edit.replace_text("first")
    edit.replace_text("a" * MANY)
    edit.undo()
    assert edit.text() == "first"
    edit.redo()

    taken.take_over(edit)
    taken.replace_text("last")

    taken.undo()
    assert taken.text() == "a" * MANY
    taken.undo()
    assert taken.text() == "a" * MANY
    taken.redo()
    assert taken.text() == "last"


def test_what_was_undone_and_done_again_counts_as_much_as_before(
    edit: ReadingEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit_history, "MOST_KEPT", 6)
    for text in ("a", "ab", "abc", "abcd"):  # a letter each
        edit.replace_text(text)
    for _ in range(3):
        edit.undo()
        edit.undo()
        edit.redo()
        edit.redo()
    edit.replace_text("")  # four letters: there is room for two steps beside it
    edit.undo()
    edit.undo()
    edit.undo()
    assert edit.text() == "ab"
    assert not edit.undoing.can_undo


def test_an_edit_looks_at_no_more_steps_the_more_there_are(edit: ReadingEdit, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    class Step(edit_history._Step):
        def __getattribute__(self, name: str) -> object:
            if name == "length":
                looked_at.append(name)
            return super().__getattribute__(name)

    monkeypatch.setattr(edit_history, "_Step", Step)
    edit.replace_text("0")
    of_the_first = len(looked_at)
    for number in range(1, 50):
        edit.replace_text(str(number))
    assert len(looked_at) == 50 * of_the_first


def test_letting_go_of_old_steps_changes_nothing_else(
    edit: ReadingEdit, edits: Count, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit_history, "MOST_KEPT", MANY)
    edit.replace_text("\n".join(f"line {n}\u2028and on" for n in range(200)))
    cursor = edit.textCursor()
    cursor.setPosition(2_000)
    edit.setTextCursor(cursor)
    raw, place, told = edit.document().toRawText(), edit.verticalScrollBar().value(), edits.times
    places: list[int] = []
    edit.verticalScrollBar().valueChanged.connect(places.append)
    qtbot.keyClick(edit, "x")

    assert edit.document().toRawText() == raw[:2_000] + "x" + raw[2_000:]
    assert (edits.times, edit.verticalScrollBar().value(), places) == (told + 1, place, [])
    assert place > 0
    edit.undo()
    edit.undo()
    assert edit.document().toRawText() == raw


def test_a_translation_that_cannot_be_undone_does_not_become_so(
    edit: ReadingEdit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edit_history, "MOST_KEPT", MANY)
    edit.undoing.set_on(on=False)
    edit.replace_text("a" * (MANY + 1))
    edit.replace_text("")
    assert not edit.undoing.can_undo
