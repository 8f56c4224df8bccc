"""How missing text is marked: in the translation where it should stand, in the source what it would be of."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from translator.parts import make_catalogue
from translator.text.difference import TextEdit
from translator.ui.look.theme import Theme
from translator.ui.translate.target.target_view import TargetView
from translator.ui.translate.view import TranslateView
from translator.ui.translate.window_screen import WindowScreen
from translator.ui.widgets.reading.reading_edit import ReadingEdit


class Window:
    """Two panes, and the screen over them."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.theme = theme
        self.view = shown(TranslateView(theme, QMenu()), qtbot, 1100, 720)
        self.screen = WindowScreen(self.view, make_catalogue("en"))

    @property
    def target(self) -> TargetView:
        return self.view.target.target

    def amber(self, view: ReadingEdit, area: QRectF, token: str = "warning_soft") -> bool:
        """Whether this colour is to be seen there."""
        image = view.viewport().grab().toImage()
        rect = area.toRect().intersected(image.rect())
        wanted: QColor = self.theme.colour(token)
        return any(
            image.pixelColor(x, y) == wanted
            for x in range(rect.left(), rect.right() + 1)
            for y in range(rect.top(), rect.bottom() + 1)
        )

    def after(self, place: int) -> QRectF:
        """Where a capsule would be after this many UTF-16 units of the translation."""
        return self.target._rect_at(place).adjusted(2, 0, 34, 0)


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> Window:
    return Window(theme, qtbot)


def test_a_gap_in_the_middle_is_marked_there_and_not_at_the_end(window: Window) -> None:
    window.screen.show_target("😀 one\n\nthree")
    window.screen.end_target(broken_off=True, places=[5])

    assert window.amber(window.target, window.after(6))
    assert not window.amber(window.target, window.target.end_rect().adjusted(2, 0, 34, 0))


def test_every_gap_is_marked(window: Window) -> None:
    window.screen.show_target("one\n\nthree")
    window.screen.end_target(broken_off=True, places=[3, 10])

    assert window.amber(window.target, window.after(3))
    assert window.amber(window.target, window.after(10))


def test_inside_a_line_a_stroke_stands_between_the_letters(window: Window) -> None:
    window.screen.show_target("one three")
    window.screen.end_target(broken_off=True, places=[3])
    between = window.target._rect_at(3).adjusted(-3, 0, 3, 0)

    assert window.amber(window.target, between, "warning_line")
    assert not window.amber(window.target, window.after(3))


def test_a_place_that_is_not_painted_yet_is_the_end(window: Window) -> None:
    window.screen.show_target("one")
    window.target.text_ended(broken_off=True, places=[70])

    assert window.amber(window.target, window.after(3))


def test_from_right_to_left_the_mark_stands_on_the_left(window: Window) -> None:
    window.target.typesetting.set_language("Arab", rtl=True)
    window.screen.show_target("مرحبا")
    window.screen.end_target(broken_off=True)
    end = window.target.end_rect()

    assert window.amber(window.target, end.adjusted(-36, 0, -6, 0))
    assert not window.amber(window.target, end.adjusted(4, 0, 60, 0))


def test_from_right_to_left_the_caret_stands_on_the_left(window: Window) -> None:
    window.target.typesetting.set_language("Arab", rtl=True)
    window.screen.await_target()
    window.screen.edit_target([TextEdit(0, 0, "مرحبا")])
    end = window.target.end_rect()

    assert window.amber(window.target, QRectF(end.left() - 6, end.top(), 5, end.height()), "link_line")


def test_the_next_translation_takes_the_marks_away(window: Window) -> None:
    window.screen.show_target("one\n\nthree")
    window.screen.end_target(broken_off=True, places=[3])
    window.screen.await_target(goes_on=True)

    assert window.target.text() == "one\n\nthree"
    assert not window.amber(window.target, window.after(3))
    window.screen.end_target(broken_off=True)
    assert not window.amber(window.target, window.after(3))


def test_going_on_keeps_the_readers_place(window: Window) -> None:
    window.screen.show_target("line\n" * 200)
    bar = window.target.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = bar.value()
    window.screen.await_target(goes_on=True)
    window.screen.edit_target([TextEdit(990, 10, "more")])

    assert bar.value() == before


def test_what_is_of_an_earlier_text_is_marked_all_of_it_until_a_translation_begins(window: Window) -> None:
    window.screen.show_target("😀 one\ntwo\nthree")
    window.screen.end_target(broken_off=False)
    window.screen.mark_stale([(0, 5), (10, 15)])
    first, second, third = (window.target.rects(*span)[0] for span in ((3, 6), (7, 10), (11, 16)))
    assert [window.amber(window.target, rect) for rect in (first, second, third)] == [True, False, True]

    window.screen.edit_target([TextEdit(6, 0, "longer ")])
    window.view.target.writer.finish()
    (third,) = window.target.rects(18, 23)
    assert window.amber(window.target, third)
    window.screen.await_target(goes_on=True)
    assert not window.amber(window.target, QRectF(window.target.viewport().rect()))


# The source


def test_what_was_not_translated_is_marked_in_the_source(window: Window) -> None:
    editor = window.view.source.editor
    window.screen.replace_source("😀 one\nsecond\nthird")
    window.screen.mark_source([(6, 12)])
    (second,) = editor.rects(7, 13)
    (third,) = editor.rects(14, 19)

    assert window.amber(editor, second)
    assert window.amber(editor, second.adjusted(0, 0, 0, 2), "warning_line")
    assert not window.amber(editor, third)


def test_the_mark_moves_with_the_text(window: Window) -> None:
    editor = window.view.source.editor
    window.screen.replace_source("one\nsecond")
    window.screen.mark_source([(4, 10)])
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.insertText("x\n")
    (one,), (second,) = editor.rects(2, 5), editor.rects(6, 12)

    assert window.amber(editor, second)
    assert not window.amber(editor, one)


def test_marks_are_taken_away_where_there_are_none_any_more(window: Window) -> None:
    editor = window.view.source.editor
    window.screen.replace_source("one")
    window.screen.mark_source([(0, 3)])
    window.screen.mark_source([])

    assert not window.amber(editor, QRectF(editor.viewport().rect()))


# Notices over the source


def test_what_stays_over_the_source_outlives_the_next_translation(window: Window) -> None:
    source = window.view.source
    window.screen.show_source_notice("Nothing can be kept.", "warning", stays="storage")
    window.screen.show_source_notice("Not a text file.", "warning")
    assert source.notice.sentence == "Not a text file."
    window.screen.hide_notices()
    assert source.notice.sentence == "Nothing can be kept."

    source.notice._close.click()
    assert source.notice.sentence == ""


def test_the_gravest_of_what_stays_is_seen_first_whichever_came_first(window: Window) -> None:
    source = window.view.source
    window.screen.show_source_notice("Nothing can be kept.", "error", stays="database")
    window.screen.show_source_notice("The draft cannot be kept.", "warning", stays="storage")
    window.screen.show_source_notice("A shortcut is taken.", "warning", stays="shortcuts")
    seen = [source.notice.sentence]
    for _ in range(3):
        source.notice._close.click()
        seen.append(source.notice.sentence)

    assert seen == ["Nothing can be kept.", "A shortcut is taken.", "The draft cannot be kept.", ""]


def test_what_stays_can_be_taken_away(window: Window) -> None:
    window.screen.show_source_notice("Nothing can be kept.", "warning", stays="storage")
    window.screen.take_source_notice_away("storage")

    assert window.view.source.notice.sentence == ""


def test_the_notice_over_the_target_changes_and_goes_alone(window: Window) -> None:
    window.screen.show_source_notice("Not a text file.", "warning")
    window.screen.show_notice("40 s", "warning", name="Until noon")
    assert window.screen.change_notice("39 s")
    assert window.view.target.notice.sentence == "39 s"
    assert window.view.target.notice.accessibleName() == "Until noon"
    window.screen.hide_notice()

    assert not window.screen.change_notice("38 s")
    assert window.view.target.notice.sentence == ""
    assert window.view.source.notice.sentence == "Not a text file."


def test_a_gap_in_what_is_not_painted_yet_is_marked_where_it_will_stand(window: Window) -> None:
    window.screen.await_target()
    window.screen.edit_target([TextEdit(0, 0, "one")])
    window.screen.edit_target([TextEdit(3, 0, " two 😀\n\nthree")])
    assert window.target.text() == "one"

    window.screen.end_target(broken_off=True, places=[9])
    window.view.target.writer._flush()

    assert window.amber(window.target, window.after(10))
    assert not window.amber(window.target, window.target._rect_at(3).adjusted(-3, 0, 3, 0), "warning_line")
