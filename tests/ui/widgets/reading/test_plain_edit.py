"""The field holds plain text, begins paragraphs as one expects, and knows where each part of it is drawn."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from tests.ui.widgets.reading.field import LATIN_LINE, Count, line_heights, plain
from translator.ui.widgets.reading.reading_edit import ReadingEdit

NO_MODIFIER = Qt.KeyboardModifier.NoModifier


# Return


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_blank_lines_can_be_typed_and_are_undone_one_by_one(edit: ReadingEdit, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClicks(edit, "A")
    for _ in range(3):
        qtbot.keyClick(edit, key, Qt.KeyboardModifier.KeypadModifier if key is Qt.Key.Key_Enter else NO_MODIFIER)
    qtbot.keyClicks(edit, "B")

    assert edit.text() == "A\n\n\nB"
    assert line_heights(edit) == {LATIN_LINE}
    edit.undo()
    edit.undo()
    assert edit.text() == "A\n\n"


def test_an_empty_text_can_begin_with_blank_lines(edit: ReadingEdit, edits: Count, qtbot: QtBot) -> None:
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert (edit.text(), edits.times) == ("\n\n", 2)


def test_return_between_paragraphs_makes_room_for_another(edit: ReadingEdit, qtbot: QtBot) -> None:
    edit.replace_text("one\n\ntwo")
    edit.select(4, 4)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "new")

    assert edit.text() == "one\n\nnew\ntwo"


def test_return_takes_the_place_of_what_is_selected_in_one_step(edit: ReadingEdit, edits: Count, qtbot: QtBot) -> None:
    edit.replace_text("one two three")
    edit.select(3, 8)
    edits.times = 0
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert (edit.text(), edits.times) == ("one\nthree", 1)
    edit.undo()
    assert edit.text() == "one two three"


def test_return_keeps_the_caret_in_sight(edit: ReadingEdit, qtbot: QtBot) -> None:
    edit.replace_text("\n".join(["line"] * 100))
    edit.moveCursor(QTextCursor.MoveOperation.End)
    for _ in range(3):
        qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert edit.viewport().rect().contains(edit.cursorRect())


def test_a_text_that_can_only_be_read_has_no_return(edit: ReadingEdit, qtbot: QtBot) -> None:
    edit.replace_text("one\n")
    edit.setReadOnly(True)
    qtbot.keyClick(edit, Qt.Key.Key_Return)

    assert edit.text() == "one\n"


# Plain text


def test_rich_text_is_pasted_as_plain(edit: ReadingEdit) -> None:
    data = plain("bold red")
    data.setHtml("<b style='color:red; font-size:40px'>bold</b> <img src='file:///etc/passwd'>red")
    edit.insertFromMimeData(data)

    assert edit.text() == "bold red"
    cursor = edit.textCursor()
    cursor.setPosition(2)
    assert not cursor.charFormat().font().bold()
    assert cursor.charFormat().foreground().style() is Qt.BrushStyle.NoBrush


def test_html_without_plain_text_is_not_read(edit: ReadingEdit) -> None:
    data = QMimeData()
    data.setData("text/html", b"<b>x</b>")
    edit.insertFromMimeData(data)

    assert "<" not in edit.text()
    assert not edit.textCursor().charFormat().font().bold()


@pytest.mark.parametrize("markup", ["<b>x</b>", "<img src='http://127.0.0.1:1/x.png'>", "&lt;i&gt;", "# no heading"])
def test_markup_stays_what_it_is(edit: ReadingEdit, markup: str) -> None:
    edit.replace_text(markup)

    assert edit.text() == markup
    assert "\ufffc" not in edit.text()


def test_nothing_is_ever_loaded(edit: ReadingEdit, tmp_path: Path) -> None:
    image = QTextDocument.ResourceType.ImageResource.value

    path = tmp_path / "secret"
    path.write_text("secret")

    assert not edit.loadResource(image, QUrl.fromLocalFile(str(path)))
    assert not edit.document().resource(image, QUrl.fromLocalFile(str(path)))


@pytest.mark.parametrize(
    "text", ["Que faire\u00a0?", "10\u202f000", "a\tb", "a\u200db\u200cc\u200ed", "日本語\u3000全角"]
)
def test_no_character_becomes_another(edit: ReadingEdit, text: str) -> None:
    edit.replace_text(text)
    assert edit.text() == text

    edit.replace_text("")
    edit.insertFromMimeData(plain(text))
    assert edit.text() == text


# What is selected


def test_what_is_selected_can_be_selected_again(edit: ReadingEdit) -> None:
    edit.replace_text("one two")
    edit.set_selection(7, 4)

    assert (edit.selected_text(), edit.selection()) == ("two", (7, 4))


def test_of_a_selection_that_reaches_behind_the_text_that_is_selected_which_is_there(edit: ReadingEdit) -> None:
    edit.replace_text("one two")
    edit.set_selection(4, 99)

    assert (edit.selected_text(), edit.selection()) == ("two", (4, 7))


# Where it is drawn


def test_a_lit_word_is_one_rectangle_where_the_word_is(edit: ReadingEdit) -> None:
    edit.replace_text("one two three")
    (word,) = edit.rects(4, 7)
    cursor = edit.textCursor()
    cursor.setPosition(4)
    start = edit.cursorRect(cursor)

    assert abs(word.left() - start.left()) < 3
    assert 0 < word.width() < 60
    assert start.top() - 4 <= word.top() < word.bottom() <= start.bottom() + 8


def test_blanks_at_the_end_are_not_lit(edit: ReadingEdit) -> None:
    edit.replace_text("one   two")

    assert edit.rects(0, 6) == edit.rects(0, 3)
    edit.replace_text("😀👩\u00a0  two")
    assert edit.rects(0, 7) == edit.rects(0, 4)
    assert edit.rects(4, 7) == []


def test_a_wrapped_range_has_a_rectangle_for_each_line(edit: ReadingEdit) -> None:
    edit.resize(200, 400)
    edit.replace_text("words and more words that go on and on")
    lines = edit.document().firstBlock().layout().lineCount()
    rects = edit.rects(0, len(edit.text()))

    assert lines > 1
    assert len(rects) == lines
    tops = [rect.top() for rect in rects]
    assert [b - a for a, b in pairwise(tops)] == [LATIN_LINE] * (lines - 1)
    assert all(rect.left() >= -1 and rect.right() <= edit.viewport().width() + 1 for rect in rects)


def test_a_range_over_paragraphs_leaves_out_empty_ones(edit: ReadingEdit) -> None:
    edit.replace_text("one\n\ntwo")

    assert len(edit.rects(0, 8)) == 2


def test_in_a_line_of_both_directions_foreign_words_between_stay_dark(edit: ReadingEdit) -> None:
    text = "abc שלום עולם xyz"
    edit.replace_text(text)
    start = text.index("שלום")
    first, second = edit.rects(start, start + 4), edit.rects(start + 5, start + 9)

    # The first Hebrew word stands to the right of the second.
    assert first[0].left() >= second[0].right() - 1
    # From "abc" to the first Hebrew word: two rectangles, with the second word dark between them.
    both = edit.rects(0, start + 4)
    assert len(both) == 2
    assert both[0].right() <= second[0].left() + 6
    assert both[1].left() >= second[0].right() - 1


def test_what_is_out_of_sight_is_not_looked_at(edit: ReadingEdit) -> None:
    edit.replace_text("\n".join(["line"] * 500))

    assert len(edit.rects(0, len(edit.text()))) <= edit.height() // LATIN_LINE + 2


@pytest.mark.parametrize("word", ["word ", "مرحبا ", "字", "😀 "])
def test_of_one_long_paragraph_only_the_lines_that_can_be_seen_are_in_sight(edit: ReadingEdit, word: str) -> None:
    edit.replace_text(word * 5000)
    bar = edit.verticalScrollBar()
    for at in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(at)
        layout = edit.document().firstBlock().layout()
        shown = [
            line for line in map(layout.lineAt, range(layout.lineCount()))
            if at < line.rect().bottom() and line.y() < at + edit.viewport().height()
        ]  # fmt: skip
        start, end = edit.in_sight()

        assert start <= shown[0].textStart()
        assert end >= shown[-1].textStart() + shown[-1].textLength()
        assert end - start <= (len(shown) + 4) * max(line.textLength() for line in shown)


def test_a_text_that_is_not_laid_out_is_in_sight_as_a_whole(edit: ReadingEdit) -> None:
    edit.replace_text("word " * 10)
    edit.document().firstBlock().layout().clearLayout()

    assert edit.in_sight() == (0, 51)


def test_light_moves_with_scrolling(edit: ReadingEdit) -> None:
    edit.replace_text("\n".join(["line"] * 100))
    before = edit.rects(50, 54)[0].top()
    edit.verticalScrollBar().setValue(60)

    assert edit.rects(50, 54)[0].top() == before - 60
