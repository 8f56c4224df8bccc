"""A text is set at the height, in the direction and in the letters of its language, whatever is done to it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.widgets.reading.field import ARABIC_LINE, LARGE_LINE, LATIN_LINE, Count, line_heights, plain
from translator.ui.look.theme import Theme
from translator.ui.widgets.reading.reading_edit import ReadingEdit


def runs_left(edit: ReadingEdit) -> list[bool]:
    """Return for each paragraph whether it is written from right to left."""
    document = edit.document()
    return [edit.is_rtl_at(document.findBlockByNumber(at).position()) for at in range(document.blockCount())]


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
    edit.typesetting.set_large(large=True)
    edit.replace_text("three")
    edit.undo()

    assert edit.text() == "one\ntwo"
    assert line_heights(edit) == {LARGE_LINE}


def test_the_height_is_the_scripts_and_grows_with_the_text_size(edit: ReadingEdit, theme: Theme) -> None:
    edit.replace_text("one\ntwo")
    edit.typesetting.set_language("Arab", rtl=True)
    assert line_heights(edit) == {ARABIC_LINE}

    theme.choose("light", 200)
    assert line_heights(edit) == {2 * ARABIC_LINE}
    assert edit.typesetting.line_height == 2 * ARABIC_LINE


# Direction


def test_a_language_sets_the_direction(edit: ReadingEdit) -> None:
    edit.replace_text("שלום")
    edit.typesetting.set_language("Hebr", rtl=True)
    assert edit.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft

    edit.typesetting.set_language("Latn", rtl=False)
    edit.replace_text("Latin")
    assert not edit.is_rtl
    assert edit.document().begin().textDirection() is Qt.LayoutDirection.LeftToRight


def test_a_right_to_left_paragraph_among_others_runs_to_the_left_and_stands_to_the_right(edit: ReadingEdit) -> None:
    edit.typesetting.set_language("Latn", rtl=False)
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


def test_a_left_to_right_paragraph_among_others_runs_to_the_right_and_stands_to_the_left(edit: ReadingEdit) -> None:
    edit.typesetting.set_language("Hebr", rtl=True)
    edit.replace_text("שלום ABC.\nHello, world.\n12:30 — 99\n\nمرحبا")
    latin = edit.document().findBlockByNumber(1).position()

    assert runs_left(edit) == [True, False, True, True, True]
    (word,), (full_stop,) = edit.rects(latin, latin + 5), edit.rects(latin + 12, latin + 13)
    assert word.left() < 10
    assert full_stop.left() > word.right()
    (figures,) = edit.rects(latin + 14, latin + 16)
    assert figures.right() > edit.viewport().width() // 2


def test_a_paragraph_turns_as_soon_as_its_first_letter_does(edit: ReadingEdit, qtbot: QtBot) -> None:
    edit.typesetting.set_language("Arab", rtl=True)
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
        edit.typesetting.set_language(script, rtl=True)
        assert runs_left(edit) == [False, True, True]
        edit.typesetting.set_language("Latn", rtl=False)
        assert runs_left(edit) == [False, False, True]
    edit.replace_text("مرحبا")
    assert runs_left(edit) == [True]


def test_a_language_that_is_set_alike_lays_nothing_out_again(edit: ReadingEdit) -> None:
    edit.typesetting.set_language("Latn", rtl=False)
    edit.replace_text("one\ntwo")
    laid_out: list[bool] = []
    edit.document().documentLayout().update.connect(lambda *_area: laid_out.append(True))
    edit.typesetting.set_language("Latn", rtl=False)
    assert laid_out == []

    edit.typesetting.set_language("Latn", rtl=True)
    assert laid_out


# Letters


def test_the_letters_of_a_script_have_its_size(edit: ReadingEdit) -> None:
    assert edit.font().pixelSize() == 17
    edit.typesetting.set_language("Arab", rtl=True)
    assert edit.font().pixelSize() == 19
    edit.typesetting.set_large(large=True)
    assert edit.font().pixelSize() == 26
    assert edit.typesetting.is_large


def test_a_han_text_names_its_own_family_first(edit: ReadingEdit) -> None:
    edit.typesetting.set_language("Hans", rtl=False)

    assert edit.font().families()[0] == "PingFang SC"


# Margins


@pytest.mark.parametrize(("script", "large"), [("Latn", False), ("Latn", True), ("Arab", False), ("Thai", False)])
def test_the_first_line_is_centred_at_its_place_whatever_the_script(
    edit: ReadingEdit, script: str, large: bool
) -> None:
    edit.typesetting.set_language(script, rtl=False)
    edit.typesetting.set_large(large=large)
    edit.replace_text("x")
    letters = edit.fontMetrics().height()
    bottom = edit.viewport().y() + edit.typesetting.line_height

    assert abs(bottom - letters / 2 - 36) <= 2


def test_whoever_stands_beside_the_text_is_told_when_its_margins_are_set(edit: ReadingEdit, theme: Theme) -> None:
    count = Count()
    edit.typesetting.margins_set.connect(count)
    edit.typesetting.set_margins(16, 32)
    assert count.times == 1
    theme.choose("light", 200)
    assert count.times > 1


def test_another_theme_asks_nothing_of_a_field_that_is_gone(theme: Theme, qtbot: QtBot) -> None:
    edit = ReadingEdit(theme)
    typesetting = edit.typesetting
    edit.deleteLater()
    qtbot.waitUntil(lambda: not isValid(edit))

    assert not isValid(typesetting)
    theme.choose("dark", 200)
