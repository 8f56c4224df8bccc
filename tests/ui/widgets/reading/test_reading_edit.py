"""The field both panes are made of keeps its line height, stays plain text, and tells edits from formatting."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QInputMethodEvent, QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from translator.ui.look.theme import Theme
from translator.ui.widgets.reading import edit_history
from translator.ui.widgets.reading.edit_history import SLICE
from translator.ui.widgets.reading.mark import Mark
from translator.ui.widgets.reading.reading_edit import ReadingEdit

MANY = 1_000
LATIN_LINE, LARGE_LINE, ARABIC_LINE = 28, 36, 34
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Count:
    """Counts how often a signal came."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


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


def line_heights(edit: ReadingEdit) -> set[float]:
    """Return the heights that lines have, as they are laid out; nothing may be left at another."""
    blocks: list[QTextBlock] = []
    block = edit.document().begin()
    while block.isValid():
        blocks.append(block)
        block = block.next()
    return {block.blockFormat().lineHeight() for block in blocks}


def plain(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


# Line height


def test_an_empty_field_has_the_line_height(edit: ReadingEdit) -> None:
    assert line_heights(edit) == {LATIN_LINE}


def test_a_line_is_as_high_as_it_is_said(edit: ReadingEdit) -> None:
    edit.replace_text("one\ntwo")

    assert edit.rects(4, 7)[0].top() - edit.rects(0, 3)[0].top() == LATIN_LINE


def test_typing_keeps_it(edit: ReadingEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(edit, "one")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "two")

    assert edit.text() == "one\ntwo"
    assert line_heights(edit) == {LATIN_LINE}


def test_a_paste_keeps_it(edit: ReadingEdit) -> None:
    edit.insertFromMimeData(plain("one\ntwo\n\nthree"))

    assert edit.text() == "one\ntwo\n\nthree"
    assert line_heights(edit) == {LATIN_LINE}


def test_selecting_and_deleting_all_keeps_it(edit: ReadingEdit, qtbot: QtBot) -> None:
    edit.replace_text("one\ntwo")
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)
    assert line_heights(edit) == {LATIN_LINE}

    qtbot.keyClicks(edit, "new")
    assert line_heights(edit) == {LATIN_LINE}


def test_emptying_keeps_it(edit: ReadingEdit) -> None:
    edit.replace_text("one\ntwo")
    edit.clear()
    edit.insertFromMimeData(plain("new\nlines"))

    assert line_heights(edit) == {LATIN_LINE}


def test_undo_and_redo_keep_it(edit: ReadingEdit) -> None:
    edit.replace_text("one\ntwo")
    edit.replace_text("")
    edit.undo()
    assert edit.text() == "one\ntwo"
    assert line_heights(edit) == {LATIN_LINE}

    edit.redo()
    assert edit.text() == ""
    assert line_heights(edit) == {LATIN_LINE}


def test_undo_across_a_change_of_size_has_the_new_height(edit: ReadingEdit) -> None:
    edit.replace_text("one\ntwo")
    edit.set_large(large=True)
    edit.replace_text("three")
    edit.undo()

    assert edit.text() == "one\ntwo"
    assert line_heights(edit) == {LARGE_LINE}


def test_the_height_is_the_scripts_and_grows_with_the_text_size(edit: ReadingEdit, theme: Theme) -> None:
    edit.replace_text("one\ntwo")
    edit.set_language("Arab", rtl=True)
    assert line_heights(edit) == {ARABIC_LINE}

    theme.choose("light", 200)
    assert line_heights(edit) == {2 * ARABIC_LINE}
    assert edit.line_height == 2 * ARABIC_LINE


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

    edit.set_large(large=True)
    edit.set_language("Arab", rtl=True)
    edit.set_margins(16, 32)
    theme.choose("dark", 120)
    edit.set_marks(Mark.LIT, [(0, 3)])

    assert edits.times == 0


def test_formatting_cannot_be_undone_by_itself(edit: ReadingEdit) -> None:
    edit.replace_text("one")
    edit.set_large(large=True)
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
    edit.set_large(large=True)
    edit.insertFromMimeData(plain(" two\nthree"))
    edit.set_large(large=False)
    edit.undo()
    edit.set_language("Arab", rtl=True)
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


# Direction and size


def test_a_language_sets_the_direction(edit: ReadingEdit) -> None:
    edit.replace_text("שלום")
    edit.set_language("Hebr", rtl=True)
    assert edit.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft

    edit.set_language("Latn", rtl=False)
    edit.replace_text("Latin")
    assert not edit.is_rtl
    assert edit.document().begin().textDirection() is Qt.LayoutDirection.LeftToRight


def test_a_right_to_left_paragraph_among_others_runs_to_the_left_and_stands_to_the_right(edit: ReadingEdit) -> None:
    edit.set_language("Latn", rtl=False)
    texts = ("Latin", "שלום ABC-99.", "12:30 — 99", "مرحبا", "", "End")
    edit.replace_text("\n".join(texts))

    blocks = [edit.document().findBlockByNumber(number) for number in range(len(texts))]
    assert [block.text() for block in blocks if block.textDirection() is Qt.LayoutDirection.RightToLeft] == [
        "שלום ABC-99.", "مرحبا"
    ]  # fmt: skip
    hebrew = blocks[1].position()
    (full_stop,), (first_word,) = edit.rects(hebrew + 11, hebrew + 12), edit.rects(hebrew, hebrew + 4)
    (latin,) = edit.rects(hebrew + 5, hebrew + 8)
    assert full_stop.right() <= latin.left() + 6 < first_word.left()
    assert first_word.right() > edit.viewport().width() - 10
    assert edit.rects(0, 5)[0].left() < 10


def runs_left(edit: ReadingEdit) -> list[bool]:
    """Return for each paragraph whether it is written from right to left."""
    document = edit.document()
    return [edit.is_rtl_at(document.findBlockByNumber(at).position()) for at in range(document.blockCount())]


def test_a_left_to_right_paragraph_among_others_runs_to_the_right_and_stands_to_the_left(edit: ReadingEdit) -> None:
    edit.set_language("Hebr", rtl=True)
    edit.replace_text("שלום ABC.\nHello, world.\n12:30 — 99\n\nمرحبا")
    latin = edit.document().findBlockByNumber(1).position()

    assert runs_left(edit) == [True, False, True, True, True]
    (word,), (full_stop,) = edit.rects(latin, latin + 5), edit.rects(latin + 12, latin + 13)
    assert word.left() < 10
    assert full_stop.left() > word.right()
    (figures,) = edit.rects(latin + 14, latin + 16)
    assert figures.right() > edit.viewport().width() // 2


def test_a_paragraph_turns_as_soon_as_its_first_letter_does(edit: ReadingEdit, qtbot: QtBot) -> None:
    edit.set_language("Arab", rtl=True)
    qtbot.keyClicks(edit, "12 ")
    assert runs_left(edit) == [True]
    assert edit.cursorRect().right() > edit.viewport().width() // 2

    qtbot.keyClicks(edit, "a")
    assert runs_left(edit) == [False]
    assert edit.cursorRect().left() < edit.viewport().width() // 2

    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert runs_left(edit) == [False, True]
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert (edit.text(), runs_left(edit)) == ("12 ", [True])


def test_a_language_found_later_turns_what_has_no_letters_of_the_other_direction(edit: ReadingEdit) -> None:
    edit.replace_text("Hello\n12:30\nمرحبا")
    assert runs_left(edit) == [False, False, True]
    for script in ("Latn", "Arab"):  # alike or not, the letters may be as high as before
        edit.set_language(script, rtl=True)
        assert runs_left(edit) == [False, True, True]
        edit.set_language("Latn", rtl=False)
        assert runs_left(edit) == [False, False, True]
    edit.replace_text("مرحبا")
    assert runs_left(edit) == [True]


def test_a_language_that_is_set_alike_lays_nothing_out_again(edit: ReadingEdit) -> None:
    edit.set_language("Latn", rtl=False)
    edit.replace_text("one\ntwo")
    laid_out: list[bool] = []
    edit.document().documentLayout().update.connect(lambda *_area: laid_out.append(True))
    edit.set_language("Latn", rtl=False)
    assert laid_out == []

    edit.set_language("Latn", rtl=True)
    assert laid_out


def test_after_an_edit_the_text_is_made_once_for_all_who_ask(edit: ReadingEdit, qtbot: QtBot) -> None:
    edit.replace_text("one")
    edit.set_large(large=True)
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


def test_the_letters_of_a_script_have_its_size(edit: ReadingEdit) -> None:
    assert edit.font().pixelSize() == 17
    edit.set_language("Arab", rtl=True)
    assert edit.font().pixelSize() == 19
    edit.set_large(large=True)
    assert edit.font().pixelSize() == 26
    assert edit.is_large


def test_a_han_text_names_its_own_family_first(edit: ReadingEdit) -> None:
    edit.set_language("Hans", rtl=False)

    assert edit.font().families()[0] == "PingFang SC"


# Light


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


def test_light_moves_with_scrolling(edit: ReadingEdit) -> None:
    edit.replace_text("\n".join(["line"] * 100))
    before = edit.rects(50, 54)[0].top()
    edit.verticalScrollBar().setValue(60)

    assert edit.rects(50, 54)[0].top() == before - 60


def test_a_lit_range_is_painted_below_the_text(edit: ReadingEdit, theme: Theme) -> None:
    edit.replace_text("word")
    dark = edit.viewport().grab().toImage()
    edit.set_marks(Mark.LIT, [(0, 4)])
    lit = edit.viewport().grab().toImage()
    (word,) = edit.rects(0, 4)
    corner = (round(word.left()) + 4, round(word.bottom()) - 3)  # below the letters, above the line

    assert lit.pixelColor(*corner) == theme.colour("link")
    assert dark.pixelColor(*corner) != theme.colour("link")
    edit.set_marks(Mark.LIT, [])
    assert edit.viewport().grab().toImage() == dark


def test_the_end_is_after_the_last_letter(edit: ReadingEdit) -> None:
    edit.replace_text("one\ntwo")
    cursor = edit.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)

    assert edit.end_rect().topLeft() == edit.cursorRect(cursor).toRectF().topLeft()


# Margins


@pytest.mark.parametrize(("script", "large"), [("Latn", False), ("Latn", True), ("Arab", False), ("Thai", False)])
def test_the_first_line_is_centred_at_its_place_whatever_the_script(
    edit: ReadingEdit, script: str, large: bool
) -> None:
    edit.set_language(script, rtl=False)
    edit.set_large(large=large)
    edit.replace_text("x")
    letters = edit.fontMetrics().height()
    bottom = edit.viewport().y() + edit.line_height

    assert abs(bottom - letters / 2 - 36) <= 2


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
    assert not edit.can_undo


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
    edit.set_undoable(undoable=False)
    edit.replace_text("a" * (MANY + 1))
    edit.replace_text("")
    assert not edit.can_undo


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
