"""What changes in a text is painted, and nothing else; on the screen it is as if all of it had been painted."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from tests.bench.text import text_of
from tests.support.paintings import Paintings
from translator.ui.look.theme import Theme
from translator.ui.translate.target.target_view import TargetView
from translator.ui.widgets.reading.mark import Mark
from translator.ui.widgets.reading.reading_edit import ReadingEdit
from translator.ui.widgets.sheets.sheet import Sheet


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> Sheet:
    made = Sheet(theme)
    qtbot.addWidget(made)
    made.resize(400, 260)
    QVBoxLayout(made).setContentsMargins(1, 1, 1, 1)
    return made


@pytest.fixture
def view(theme: Theme, sheet: Sheet, qtbot: QtBot) -> TargetView:
    made = TargetView(theme)
    sheet.layout().addWidget(made)
    sheet.show()
    qtbot.waitExposed(sheet)
    return made


def write(view: ReadingEdit, text: str) -> None:
    cursor = QTextCursor(view.document())
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(text)


def settle(qtbot: QtBot) -> None:
    """Let Qt paint whatever is to be painted."""
    qtbot.wait(1)
    QApplication.sendPostedEvents()


def on_screen(sheet: Sheet) -> QImage:
    """Return what has been painted so far."""
    return sheet.screen().grabWindow(sheet.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def painted_anew(sheet: Sheet) -> QImage:
    """Return what all of it looks like painted now."""
    return sheet.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def _follows_writing(view: TargetView) -> Iterator[None]:
    view.await_text(list)
    for at in range(0, 900, 30):
        write(view, text_of(900)[at : at + 30])
        view.marks.set(Mark.LIT, [(300, at + 30)])
        view.write_at(at + 30)
        yield


def _follows_an_end_that_nobody_tells(view: TargetView) -> Iterator[None]:
    view.await_text(list)
    for at in range(0, 300, 20):
        write(view, "One line\n\n" if at % 40 else "and another, rather longer")
        yield


def _moves_marks(view: TargetView) -> Iterator[None]:
    write(view, text_of(700))
    for start in range(0, 400, 37):
        view.marks.set(Mark.LIT, [(start, start + 80)])
        view.marks.set(Mark.ERROR, [(start // 2, start // 2 + 9), (start + 90, start + 95)])
        view.marks.set(Mark.WARNING, [(start + 30, 380)])
        yield
    view.marks.set(Mark.LIT, [])
    yield


def _scrolls(view: TargetView) -> Iterator[None]:
    write(view, text_of(3000))
    view.marks.set(Mark.LIT, [(100, 1500)])
    bar = view.verticalScrollBar()
    for value in (13, 40, 39, 300, 280, bar.maximum() - 5, bar.maximum(), bar.maximum() - 1, 0):
        bar.setValue(value)
        yield


def _writes_while_scrolled(view: TargetView) -> Iterator[None]:
    view.await_text(list)
    write(view, text_of(900))
    bar = view.verticalScrollBar()
    for at in range(900, 1200, 30):
        bar.setValue(bar.maximum() if at % 60 else bar.maximum() - 11)
        write(view, text_of(1200)[at : at + 30])
        view.write_at(at - 100)
        yield


def _takes_back(view: TargetView) -> Iterator[None]:
    view.await_text(list)
    write(view, text_of(600))
    view.write_at(600)
    for end in range(550, -1, -50):
        cursor = QTextCursor(view.document())
        cursor.setPosition(end)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        view.write_at(end)
        yield
    write(view, "again")
    yield


def _breaks_off(view: TargetView) -> Iterator[None]:
    view.await_text(list)
    write(view, "It was as if")
    yield
    view.text_ended(broken_off=True)
    yield


def _change(view: ReadingEdit, start: int, end: int, text: str) -> None:
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)


_EDITS = [
    (3, 3, "w"), (0, 1, ""), (2, 8, ""), (5, 6, "m"), (4, 4, "\n"), (4, 5, ""), (0, 0, "wide words, more of them, "),
    (20, 60, ""), (15, 16, " "), (0, 200, ""), (0, 0, text_of(150)),
]  # fmt: skip


def _edits_what_is_marked(view: TargetView, kind: Mark) -> Iterator[None]:
    paragraphs = [text_of(length) for length in (25, 90, 12, 60)]
    write(view, "\n".join(paragraphs))
    starts = [sum(map(len, paragraphs[:at])) + at for at in range(4)]
    view.marks.set(kind, [(start + 5, start + len(text)) for start, text in zip(starts, paragraphs, strict=True)])
    yield
    for start in starts[:2]:
        for at, end, text in _EDITS:
            last = view.document().characterCount() - 1
            _change(view, min(start + at, last), min(start + end, last), text)
            yield


def _edits_errors(view: TargetView) -> Iterator[None]:
    yield from _edits_what_is_marked(view, Mark.ERROR)


def _edits_beside_bars(view: TargetView) -> Iterator[None]:
    yield from _edits_what_is_marked(view, Mark.EDITED)


def _edits_the_light(view: TargetView) -> Iterator[None]:
    view.typesetting.set_language("Arab", rtl=True)
    yield from _edits_what_is_marked(view, Mark.LIT)


@pytest.mark.parametrize(
    "does",
    [
        _follows_writing, _follows_an_end_that_nobody_tells, _moves_marks, _scrolls, _writes_while_scrolled,
        _takes_back, _breaks_off, _edits_errors, _edits_beside_bars, _edits_the_light,
    ],
)  # fmt: skip
def test_it_looks_as_if_all_of_it_had_been_painted(
    sheet: Sheet, view: TargetView, qtbot: QtBot, does: Callable[[TargetView], Iterator[None]]
) -> None:
    settle(qtbot)
    for step, _ in enumerate(does(view)):
        settle(qtbot)
        before = on_screen(sheet)
        assert before == painted_anew(sheet), step


def test_bars_give_way_to_the_text(sheet: Sheet, view: TargetView, qtbot: QtBot) -> None:
    view.await_text(lambda: [QRectF(0, top, 200, 22) for top in range(4, 200, 28)])
    qtbot.waitUntil(lambda: bool(view._bars))
    for at in range(0, 300, 30):
        write(view, text_of(300)[at : at + 30])
        view.write_at(at + 30)
        settle(qtbot)
        before = on_screen(sheet)
        assert before == painted_anew(sheet), at


def test_what_lies_below_a_text_is_not_painted_with_it(sheet: Sheet, view: TargetView, qtbot: QtBot) -> None:
    settle(qtbot)
    paintings = Paintings(sheet, view.viewport())
    write(view, "Hello")
    settle(qtbot)

    assert not paintings.of(view.viewport()).isEmpty()
    assert paintings.of(sheet).isEmpty()


def test_another_theme_changes_what_lies_below_as_well(
    theme: Theme, sheet: Sheet, view: TargetView, qtbot: QtBot
) -> None:
    write(view, "Hello")
    theme.choose("dark", 100)
    settle(qtbot)
    assert on_screen(sheet) == painted_anew(sheet)

    paintings = Paintings(sheet)
    write(view, " there")
    settle(qtbot)
    assert paintings.of(sheet).isEmpty()


def test_of_a_mark_that_grows_only_its_end_is_painted(sheet: Sheet, view: TargetView, qtbot: QtBot) -> None:
    write(view, text_of(500))
    view.marks.set(Mark.LIT, [(0, 300)])
    settle(qtbot)
    paintings = Paintings(view.viewport())
    view.marks.set(Mark.LIT, [(0, 305)])
    settle(qtbot)

    painted = paintings.of(view.viewport()).boundingRect()
    assert painted.top() > view.top_of(250) > 0
    assert painted.bottom() < view.top_of(400)


def test_what_is_out_of_sight_has_nothing_painted(sheet: Sheet, view: TargetView, qtbot: QtBot) -> None:
    text = text_of(3000)
    write(view, text[:2500])
    assert view.document().size().height() > 2 * view.height()  # asked for it, Qt lays out all of it
    write(view, text[2500:2600])
    view.marks.set(Mark.LIT, [(2400, 2600)])
    settle(qtbot)
    paintings = Paintings(view.viewport())
    write(view, text[2600:2620])
    view.marks.set(Mark.LIT, [(2400, 2620)])
    settle(qtbot)

    assert paintings.of(view.viewport()).isEmpty()


def test_a_caret_that_is_out_of_sight_has_nothing_painted(sheet: Sheet, view: TargetView, qtbot: QtBot) -> None:
    write(view, text_of(3000))
    view.await_text(list)
    view.write_at(2500)
    settle(qtbot)
    paintings = Paintings(view.viewport())
    view.write_at(2600)
    settle(qtbot)

    assert paintings.of(view.viewport()).isEmpty()


@pytest.mark.parametrize("kind", [Mark.LIT, Mark.ERROR])
def test_what_is_marked_as_before_is_not_painted_again(
    sheet: Sheet, view: TargetView, qtbot: QtBot, kind: Mark
) -> None:
    write(view, text_of(200))
    view.marks.set(kind, [(3, 20)])
    settle(qtbot)
    paintings = Paintings(view.viewport())
    view.marks.set(kind, [(3, 20)])
    settle(qtbot)

    assert paintings.of(view.viewport()).isEmpty()


def test_it_covers_what_lies_below(view: TargetView) -> None:
    assert view.viewport().testAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
