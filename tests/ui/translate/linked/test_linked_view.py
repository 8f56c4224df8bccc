"""In the window: pointing, clicking, scrolling and editing by hand with two panes that are linked."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from translator.language.tag import LanguagePair, LanguageTag
from translator.parts import make_catalogue
from translator.text.alignment.align import Link
from translator.text.difference import TextEdit
from translator.translation.request import FinishedBlock, Translation
from translator.ui.look.theme import Theme
from translator.ui.translate.linked.linked_panes import LinkedPanes
from translator.ui.translate.linked.linked_scrolling import Stretch
from translator.ui.translate.linked.linked_view import LinkedView
from translator.ui.translate.target.shown_target import ShownTarget
from translator.ui.translate.view import TranslateView
from translator.ui.translate.window_screen import WindowScreen
from translator.ui.widgets.reading.mark import Mark
from translator.ui.widgets.reading.reading_edit import ReadingEdit
from translator.ui.widgets.reading.text_menu import text_menu

LANGUAGES = LanguagePair(LanguageTag("en"), LanguageTag("de"))
SOURCE = "😀 One. Two.\nThree."
BLOCKS = (
    FinishedBlock(0, "😀 One. Two.", "😀 Eins. Zwei.", links=(Link((0, 6), (0, 7)), Link((7, 11), (8, 13)))),
    FinishedBlock(1, "Three.", "Drei."),
)


class Desk:
    """Two panes that are linked, with what is shown in them."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self.view = TranslateView(theme, QMenu())
        self.view.resize(1000, 500)
        self.view.show()
        self.screen = WindowScreen(self.view, make_catalogue("en"))
        self.linked = LinkedPanes(self.screen)
        self.shown = ShownTarget(self.screen, self.linked)
        self.link_view = LinkedView(self.view, self.linked)
        self.source: ReadingEdit = self.view.source.editor
        self.target = self.view.target.target
        self.view.target.edited_by_hand.connect(self.shown.write_by_hand)

    def show(self, source: str, *blocks: FinishedBlock) -> None:
        self.screen.replace_source(source)
        text = "\n".join(block.target for block in blocks)
        self.shown.show(Translation(text, finished=blocks), source, LANGUAGES)
        self.view.target.writer.finish()
        assert self.target.text() == text

    def marks(self, kind: Mark = Mark.LIT) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        return list(self.source.marks.of(kind)), list(self.target.marks.of(kind))

    def mouse(self, view: ReadingEdit, kind: QEvent.Type, place: int, *, down: bool = False) -> None:
        at = QPointF(view.rects(place, place + 1)[0].center())
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else Qt.MouseButton.LeftButton
        held = Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton
        where = view.viewport().mapToGlobal(at.toPoint())
        event = QMouseEvent(kind, at, QPointF(where), button, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view.viewport(), event)

    def point(self, view: ReadingEdit, place: int) -> None:
        self.mouse(view, QEvent.Type.MouseMove, place)

    def click(self, view: ReadingEdit, place: int) -> None:
        self.mouse(view, QEvent.Type.MouseButtonPress, place, down=True)
        self.mouse(view, QEvent.Type.MouseButtonRelease, place)


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Desk:
    made = Desk(theme)
    qtbot.addWidget(made.view)
    qtbot.waitExposed(made.view)
    return made


def test_pointing_at_a_sentence_lights_it_and_its_partner_until_the_pointer_leaves(desk: Desk) -> None:
    desk.show(SOURCE, *BLOCKS)
    desk.point(desk.target, 11)
    assert desk.marks() == ([(8, 12)], [(9, 14)])
    desk.point(desk.source, 3)
    assert desk.marks() == ([(0, 7)], [(0, 8)])

    QApplication.sendEvent(desk.source.viewport(), QEvent(QEvent.Type.Leave))
    assert desk.marks() == ([], [])


def test_beside_the_words_nothing_is_pointed_at(desk: Desk, qtbot: QtBot) -> None:
    desk.show(SOURCE, *BLOCKS)
    desk.point(desk.target, 11)
    below = QPoint(50, desk.target.viewport().height() - 5)
    qtbot.mouseMove(desk.target.viewport(), below)
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(below), QPointF(desk.target.viewport().mapToGlobal(below)),
        Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(desk.target.viewport(), event)

    assert desk.marks() == ([], [])


def test_the_caret_lights_what_it_is_in_while_its_pane_has_the_focus(desk: Desk) -> None:
    desk.show(SOURCE, *BLOCKS)
    desk.view.activateWindow()
    desk.source.setFocus()
    desk.source.select(14, 14)
    assert desk.marks() == ([(13, 19)], [(15, 20)])

    desk.source.clearFocus()
    assert desk.marks() == ([], [])


def test_a_click_on_a_sentence_of_the_target_selects_its_source_and_takes_no_focus(desk: Desk) -> None:
    desk.show(SOURCE, *BLOCKS)
    desk.target.setFocus()
    desk.click(desk.target, 10)

    assert desk.source.textCursor().selectedText() == "Two."
    assert not desk.source.hasFocus()


def test_while_the_target_is_edited_a_click_only_puts_the_caret(desk: Desk) -> None:
    desk.show(SOURCE, *BLOCKS)
    desk.screen.show_editing(editing=True)
    desk.click(desk.target, 10)

    assert not desk.source.textCursor().hasSelection()


def test_selecting_by_drag_is_no_click(desk: Desk) -> None:
    desk.show(SOURCE, *BLOCKS)
    desk.mouse(desk.target, QEvent.Type.MouseButtonPress, 3, down=True)
    desk.mouse(desk.target, QEvent.Type.MouseButtonRelease, 16)

    assert not desk.source.textCursor().hasSelection()


def test_typing_moves_what_is_lit_behind_it(desk: Desk) -> None:
    desk.show(SOURCE, *BLOCKS)
    before = desk.source.text()
    desk.source.select(0, 0)
    desk.source.insertPlainText("x")
    assert desk.source.text() == "x" + before
    desk.linked.follow_edit(TextEdit(0, 0, "x"))
    desk.point(desk.target, 16)

    assert desk.marks() == ([(14, 20)], [(15, 20)])


# Scrolling

LONG = [f"Line {number} of the source." for number in range(60)]


def long_blocks() -> list[FinishedBlock]:
    """Return translations of which the first half is three times as long."""
    words = ["Zeile der Übersetzung, die viel länger ist als ihre Vorlage und umbricht. " * 4, "Zeile."]
    return [FinishedBlock(at, line, f"{at} {words[at >= 30]}".strip()) for at, line in enumerate(LONG)]


def test_the_other_text_comes_along_by_block(desk: Desk) -> None:
    desk.show("\n".join(LONG), *long_blocks())
    desk.source.setFocus()
    bar, other = desk.source.verticalScrollBar(), desk.target.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    at = desk.source.viewport().height() // 2
    seen = desk.source.cursorForPosition(QPoint(0, at)).blockNumber()
    beside = desk.target.cursorForPosition(QPoint(0, at)).blockNumber()
    assert abs(seen - beside) <= 1
    assert other.value() > other.maximum() * 0.6

    bar.setValue(bar.maximum())
    assert other.value() == other.maximum()
    bar.setValue(0)
    assert other.value() == 0


def test_one_text_leads_and_is_not_moved_back(desk: Desk) -> None:
    desk.show("\n".join(LONG), *long_blocks())
    desk.target.setFocus()
    bar = desk.target.verticalScrollBar()
    for value in range(0, bar.maximum(), 97):
        bar.setValue(value)
        assert bar.value() == value


def test_what_the_reader_does_not_scroll_leads_nothing(desk: Desk) -> None:
    desk.show("\n".join(LONG), *long_blocks())
    desk.target.setFocus()
    desk.source.verticalScrollBar().setValue(200)
    assert desk.target.verticalScrollBar().value() == 0

    desk.target.verticalScrollBar().setSliderDown(True)
    desk.source.setFocus()
    desk.source.verticalScrollBar().setValue(300)
    assert desk.target.verticalScrollBar().value() == 0


def test_the_target_catches_up_with_a_reader_who_is_ahead_and_stays_there(desk: Desk) -> None:
    blocks = [FinishedBlock(at, line, f"Zeile {at} davon.") for at, line in enumerate(LONG)]
    desk.show("\n".join(LONG))
    edits = [edit for block in blocks[:20] for edit in desk.shown.layout.finish([block])]
    desk.shown.write(edits)
    desk.view.target.writer.finish()
    desk.source.setFocus()
    desk.source.verticalScrollBar().setValue(desk.source.verticalScrollBar().maximum() // 2)
    bar = desk.target.verticalScrollBar()
    assert bar.value() == bar.maximum()

    for block in blocks[20:]:
        desk.shown.write(desk.shown.layout.finish([block]))
        desk.view.target.writer.finish()

    there = desk.source.first_in_sight()
    line = desk.source.document().findBlock(there).blockNumber()
    assert abs(desk.target.document().findBlock(desk.target.first_in_sight()).blockNumber() - line) <= 1
    assert bar.value() < bar.maximum()


def test_a_search_in_one_text_brings_the_other_along(desk: Desk, qtbot: QtBot) -> None:
    lines = [f"Line {number} of this." for number in range(100)]
    desk.show("\n".join(lines), *(FinishedBlock(at, line, f"Zeile {at} davon.") for at, line in enumerate(lines)))
    desk.source.setFocus()
    desk.view.source.find_bar.open()
    qtbot.keyClicks(desk.view.source.find_bar.stops[0], "Line 60 ")

    place = desk.target.text().index("Zeile 60 ")
    assert desk.source.verticalScrollBar().value() > 0
    assert 0 <= desk.target.top_of(place) <= desk.target.viewport().height()


def test_a_click_in_the_source_brings_its_translation_into_sight(desk: Desk) -> None:
    desk.show("\n".join(LONG), *long_blocks())
    desk.source.setFocus()
    with desk.link_view.scrolling.at_rest():
        desk.source.verticalScrollBar().setValue(600)
    place = desk.source.first_in_sight() + 40
    desk.click(desk.source, place)
    block = desk.source.document().findBlock(place).blockNumber()
    start = desk.target.document().findBlockByNumber(block).position()

    assert 0 <= desk.target.top_of(start) <= desk.target.viewport().height()


def test_heights_between_two_blocks_are_carried_over_in_proportion() -> None:
    stretch = Stretch((100, 200), (1000, 1400))

    assert [stretch.carried_over(y) for y in (50, 100, 150, 200, 300)] == [1000, 1000, 1200, 1400, 1400]
    assert Stretch((100, 100), (5, 9)).carried_over(100) == 5


# By hand


def test_what_is_typed_into_the_target_is_told_and_can_be_undone(desk: Desk, qtbot: QtBot) -> None:
    desk.show(SOURCE, *BLOCKS)
    qtbot.keyClicks(desk.target, "x")
    assert desk.target.text() == "😀 Eins. Zwei.\nDrei."

    desk.screen.show_editing(editing=True)
    desk.target.select(15, 15)
    qtbot.keyClicks(desk.target, "So, ")
    assert desk.shown.translation.text == desk.target.text() == "😀 Eins. Zwei.\nSo, Drei."
    assert desk.view.target.writer.own_text() == desk.target.text()
    assert desk.marks(Mark.EDITED) == ([], [(15, 24)])

    qtbot.keyClick(desk.target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.shown.translation.text == "😀 Eins. Zwei.\nDrei."
    assert desk.marks(Mark.EDITED) == ([], [])
    qtbot.keyClick(desk.target, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert desk.shown.translation.text == "😀 Eins. Zwei.\nSo, Drei."

    desk.screen.show_editing(editing=False)
    assert desk.target.isReadOnly()
    assert not desk.target.undoing.can_undo


def test_the_menu_of_a_translation_that_is_edited_undoes_and_redoes_as_the_keys_do(desk: Desk, qtbot: QtBot) -> None:
    desk.show(SOURCE, *BLOCKS)
    desk.screen.show_editing(editing=True)
    desk.target.select(15, 15)
    qtbot.keyClicks(desk.target, "So, ")
    for name, text in (("edit-undo", "😀 Eins. Zwei.\nDrei."), ("edit-redo", "😀 Eins. Zwei.\nSo, Drei.")):
        menu = text_menu(desk.target, desk.target.undo)
        for action in menu.findChildren(QAction, name):
            assert action.isEnabled()
            action.trigger()
        menu.deleteLater()
        assert desk.target.text() == text


def test_what_the_writer_writes_is_no_edit_by_hand(desk: Desk) -> None:
    desk.show(SOURCE, *BLOCKS)
    desk.screen.show_editing(editing=True)
    told: list[object] = []
    desk.view.target.edited_by_hand.connect(told.append)
    desk.view.target.writer.edit([TextEdit(0, 0, "abc")])
    desk.view.target.writer.finish()

    assert told == []


def test_a_bar_stands_in_the_margin_beside_what_the_user_wrote(desk: Desk) -> None:
    desk.show(SOURCE, *BLOCKS)
    desk.shown.use_mine(1, "Mine")
    desk.view.target.writer.finish()
    (line,) = desk.target.rects(15, 19)
    image = desk.target.grab().toImage()
    beside = desk.target.viewport().pos() + QPoint(-9, round(line.center().y()))

    assert image.pixelColor(beside) == desk.theme.colour("link_line")
    assert image.pixelColor(beside - QPoint(0, 40)) != desk.theme.colour("link_line")


def test_what_came_from_the_memory_is_said_and_can_be_had_afresh(desk: Desk, qtbot: QtBot) -> None:
    pane = desk.view.target
    desk.screen.show_from_memory(0, 0)
    desk.show(SOURCE, *BLOCKS)
    desk.screen.show_from_memory(2, 2)
    assert pane.findChild(object, "fromMemoryLabel").text() == "From memory"  # type: ignore[union-attr]
    with qtbot.waitSignal(pane.afresh_requested):
        qtbot.mouseClick(pane.afresh_tool, Qt.MouseButton.LeftButton)

    desk.screen.show_from_memory(3, 12)
    assert pane.findChild(object, "fromMemoryLabel").text() == "3 of 12 from memory"  # type: ignore[union-attr]
    desk.screen.show_from_memory(0, 12)
    assert not pane.afresh_tool.isVisible()
