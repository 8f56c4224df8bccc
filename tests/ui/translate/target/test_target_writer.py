"""What streams in is seen at once, then in ticks; the reader's place and the reply's own characters are kept."""

import pytest
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from translator.text.difference import TextEdit
from translator.ui.look.theme import Theme
from translator.ui.translate.target.target_view import TargetView
from translator.ui.translate.target.target_writer import TICK_MS, TargetWriter
from translator.ui.utf16 import utf16_length
from translator.ui.widgets.reading.edit_history import SLICE


class Clock:
    """A clock that goes on by ``step`` seconds with each look at it."""

    def __init__(self) -> None:
        self.now = 0.0
        self.step = 0.0

    def __call__(self) -> float:
        self.now += self.step
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> TargetView:
    return shown(TargetView(theme), qtbot, 400, 200)


@pytest.fixture
def writer(view: TargetView, clock: Clock) -> TargetWriter:
    made = TargetWriter(view, clock)
    view.own_text = made.own_text
    return made


def drain(writer: TargetWriter, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: writer.is_drained)


def test_the_first_text_is_there_at_once(writer: TargetWriter, view: TargetView) -> None:
    writer.add("Hal")

    assert view.text() == "Hal"
    assert writer.is_drained


def test_what_follows_comes_with_the_next_tick_together(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    flushes: list[str] = []
    writer.add("Hal")
    writer.flushed.connect(lambda: flushes.append(view.text()))
    for letter in "lo Welt":
        writer.add(letter)
    assert view.text() == "Hal"

    drain(writer, qtbot)

    assert flushes == ["Hallo Welt"]


def test_a_new_translation_begins_at_once_with_an_empty_view(writer: TargetWriter, view: TargetView) -> None:
    writer.add("old")
    writer.add(" text")
    writer.reset()
    assert (view.text(), writer.own_text(), writer.is_drained) == ("", "", True)

    writer.add("new")
    assert view.text() == "new"


def test_after_a_reset_nothing_of_the_old_comes_late(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add("old")
    writer.add(" late")
    writer.reset()
    writer.add("new")
    qtbot.wait(2 * TICK_MS)

    assert view.text() == "new"


def test_a_long_text_comes_in_slices(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    lengths: list[int] = []
    writer.flushed.connect(lambda: lengths.append(len(view.text())))
    writer.add("x" * (2 * SLICE + 5))
    drain(writer, qtbot)

    assert lengths == [SLICE, 2 * SLICE, 2 * SLICE + 5]


@pytest.mark.parametrize(("paragraph", "flushes"), [("word " * (SLICE // 5), 5), ("x" * (SLICE - 1) + "\n", 10)])
def test_one_long_paragraph_comes_in_fewer_slices_than_many(
    writer: TargetWriter, view: TargetView, qtbot: QtBot, paragraph: str, flushes: int
) -> None:
    lengths: list[int] = []
    writer.flushed.connect(lambda: lengths.append(view.document().characterCount() - 1))

    writer.add(paragraph * 10)
    writer.finish()

    assert len(lengths) == flushes
    assert view.text() == paragraph * 10


def test_slow_painting_makes_longer_ticks(writer: TargetWriter, clock: Clock) -> None:
    clock.step = 0.05
    writer.add("x" * (SLICE + 5))

    assert writer._timer.interval() == 200


# Edits anywhere


def test_what_is_on_the_screen_is_taken_back(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add("one two")
    writer.edit([TextEdit(3, 4, "")])
    drain(writer, qtbot)

    assert view.text() == writer.own_text() == "one"


def test_what_still_waits_can_be_changed(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add("one ")
    writer.add("two three")
    writer.edit([TextEdit(2, 9, "E 2"), TextEdit(0, 1, "O")])
    assert writer.whole_text() == "OnE 2ee"
    drain(writer, qtbot)

    assert view.text() == writer.own_text() == "OnE 2ee"


def test_after_all_was_taken_back_nothing_of_it_is_seen_again(
    writer: TargetWriter, view: TargetView, qtbot: QtBot
) -> None:
    writer.add("wrong")
    writer.edit([TextEdit(0, 5, "")])
    writer.add("right")
    drain(writer, qtbot)

    assert view.text() == "right"


def test_places_are_in_code_points_however_qt_counts(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add("😀😀 b\nc")
    writer.edit([TextEdit(3, 1, "😀x")])
    drain(writer, qtbot)

    assert view.text() == writer.own_text() == "😀😀 😀x\nc"


def test_after_a_rest_the_next_edit_is_done_at_once(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add("one")
    qtbot.waitUntil(lambda: not writer._timer.isActive())
    writer.edit([TextEdit(0, 3, "two")])

    assert view.text() == "two"


def test_all_that_waits_can_be_had_at_once(writer: TargetWriter, view: TargetView) -> None:
    writer.add("x" * (3 * SLICE))
    writer.finish()

    assert len(view.text()) == 3 * SLICE


def test_paragraphs_that_nothing_was_done_to_are_not_touched(
    writer: TargetWriter, view: TargetView, qtbot: QtBot
) -> None:
    writer.add("one\ntwo\nthree")
    touched: list[tuple[int, int, int]] = []
    qtbot.waitUntil(lambda: not writer._timer.isActive())
    view.document().contentsChange.connect(lambda *change: touched.append(change))
    writer.edit([TextEdit(4, 3, "zwei")])

    assert view.text() == "one\nzwei\nthree"
    assert all(position >= 4 and position + max(removed, added) <= 9 for position, removed, added in touched)


def test_an_emoji_between_two_slices_stays_whole(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    text = "x" * (SLICE - 1) + "😀" + "y"
    writer.add(text)
    drain(writer, qtbot)

    assert view.text() == text


def test_length_in_units_of_qt() -> None:
    assert utf16_length("a😀é") == 4


# The reply's own characters


def test_what_would_harm_is_shown_harmless_and_kept_as_it_is(writer: TargetWriter, view: TargetView) -> None:
    own = "a\u202eb\x07c\u200d"
    writer.add(own)

    assert writer.own_text() == own
    assert "\u202e" not in view.text()
    assert "\x07" not in view.text()
    assert "\u200d" in view.text()
    assert utf16_length(view.text()) == utf16_length(own)


def test_markup_is_written_as_text(writer: TargetWriter, view: TargetView) -> None:
    writer.add("<b>x</b><img src='file:///etc/passwd'>")

    assert view.text() == "<b>x</b><img src='file:///etc/passwd'>"


def test_what_is_selected_is_copied_in_its_own_characters(writer: TargetWriter, view: TargetView) -> None:
    writer.add("😀 a\u202eb c\n")
    cursor = view.textCursor()
    cursor.setPosition(3)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)

    copied = view.createMimeDataFromSelection()

    assert copied.text() == "a\u202eb"
    assert not copied.hasHtml()


def test_all_that_is_selected_is_copied(writer: TargetWriter, view: TargetView) -> None:
    own = "eins\u00a0!\n\nzwei\u2067"
    writer.add(own)
    view.selectAll()

    assert view.createMimeDataFromSelection().text() == own


# The reader's place


def long_text() -> str:
    return "\n".join(f"line {number}" for number in range(60))


def test_one_who_reads_at_the_beginning_stays_there(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add("first\n")
    writer.add(long_text())
    drain(writer, qtbot)

    assert view.verticalScrollBar().maximum() > 0
    assert view.verticalScrollBar().value() == 0


def test_one_who_reads_above_stays_there(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add(long_text())
    view.verticalScrollBar().setValue(100)
    writer.add("\n" + long_text())
    drain(writer, qtbot)

    assert view.verticalScrollBar().value() == 100


def test_one_who_reads_in_the_middle_sees_the_same_line_when_lines_above_change(
    writer: TargetWriter, view: TargetView, qtbot: QtBot
) -> None:
    writer.add(long_text())
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    place = view.first_in_sight()
    top = view.top_of(place)
    writer.edit([TextEdit(0, 7, "a line\nthat became\nseveral\n")])
    drain(writer, qtbot)
    assert (view.first_in_sight(), view.top_of(place + 20)) == (place + 20, top)

    writer.edit([TextEdit(0, 20, "")])
    drain(writer, qtbot)
    assert (view.first_in_sight(), view.top_of(place)) == (place, top)


def test_one_who_is_at_the_end_goes_along(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add(long_text())
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum())
    before = bar.maximum()
    writer.add("\n" + long_text())
    drain(writer, qtbot)

    assert bar.value() == bar.maximum() > before


class Measured(TargetView):
    """Counts how often it is asked where something in it is drawn."""

    asked = 0

    def top_of(self, position: int) -> float:
        self.asked += 1
        return super().top_of(position)

    def first_in_sight(self) -> int:
        self.asked += 1
        return super().first_in_sight()


@pytest.mark.parametrize("at_end", [False, True])
def test_where_no_line_has_to_be_held_none_is_looked_for(theme: Theme, qtbot: QtBot, at_end: bool) -> None:
    view = shown(Measured(theme), qtbot, 400, 200)
    writer = TargetWriter(view)
    writer.add("A line of some length that is read.\n" * 40)
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() if at_end else 0)
    view.asked = 0

    writer.add("And more.\n" * 20)
    writer.finish()

    assert view.asked == 0
    assert bar.value() == (bar.maximum() if at_end else 0)


def test_what_comes_is_not_selected(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add("one")
    writer.add(" two")
    drain(writer, qtbot)
    assert not view.textCursor().hasSelection()

    view.moveCursor(QTextCursor.MoveOperation.End)
    writer.add(" three")
    drain(writer, qtbot)

    assert not view.textCursor().hasSelection()
    assert view.textCursor().position() == len("one two")


def test_what_the_reader_selected_stays_selected_when_text_before_it_changes(
    writer: TargetWriter, view: TargetView, qtbot: QtBot
) -> None:
    writer.add("one two three")
    cursor = view.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    writer.edit([TextEdit(0, 3, "a longer beginning"), TextEdit(22, 0, "!")])
    drain(writer, qtbot)

    assert view.text() == "a longer beginning two! three"
    assert view.textCursor().selectedText() == "two"


def test_what_the_reader_selected_stays_selected(writer: TargetWriter, view: TargetView, qtbot: QtBot) -> None:
    writer.add("one two")
    cursor = view.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(7, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    writer.add(" three")
    drain(writer, qtbot)

    assert view.textCursor().selectedText() == "two"
