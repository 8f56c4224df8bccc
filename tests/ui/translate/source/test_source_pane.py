"""The source side: its tools, its counts, its letters, and what comes in by keyboard, paste and drop."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QContextMenuEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.support.watched_log import WatchedLog
from tests.ui.showing import shown
from translator.ui.look.fonts import SHORT_TEXT
from translator.ui.look.theme import Theme
from translator.ui.translate.source.source_pane import SourcePane


@pytest.fixture
def pane(theme: Theme, qtbot: QtBot) -> SourcePane:
    return shown(SourcePane(theme), qtbot, 520, 500)


def counts(pane: SourcePane) -> QLabel:
    found = pane.findChild(QLabel, "sourceCountLabel")
    assert found is not None
    return found


# Tools


def test_an_empty_pane_offers_paste_and_open_below_the_placeholder(pane: SourcePane) -> None:
    assert pane.paste_button.isVisible()
    assert pane.open_button.isVisible()
    assert not pane.paste_tool.isVisible()
    assert not pane.clear_tool.isVisible()
    assert not counts(pane).isVisible()


@pytest.mark.parametrize("width", [340, 520])
def test_the_ways_in_have_room_whatever_the_width(pane: SourcePane, width: int) -> None:
    pane.resize(width, 500)
    for button in (pane.paste_button, pane.open_button, pane.region_button):
        assert button.isVisible()
        left = button.mapTo(pane, QPoint(0, 0)).x()
        assert 0 <= left <= left + button.width() <= width
        assert button.width() >= button.sizeHint().width()


def test_the_ways_in_stand_below_a_placeholder_of_several_lines(pane: SourcePane) -> None:
    pane.resize(520, 500)
    below_one_line = pane.paste_button.mapTo(pane, QPoint(0, 0)).y()
    pane.editor.set_hint("Words of a language that takes more room than others, and does not fit on one line")
    pane.resize(519, 500)

    moved = pane.paste_button.mapTo(pane, QPoint(0, 0)).y() - below_one_line
    assert moved == pane.editor.hint_overhang >= pane.editor.fontMetrics().height()


def test_with_text_they_are_in_the_footer(pane: SourcePane) -> None:
    pane.editor.replace_text("hello")

    assert not pane.paste_button.isVisible()
    assert pane.paste_tool.isVisible()
    assert pane.open_tool.isVisible()
    assert pane.region_tool.isVisible()
    assert pane.clear_tool.isVisible()
    assert counts(pane).isVisible()


@pytest.mark.parametrize(
    ("numbers", "width", "words"),
    [
        ((1, 1), 520, "1 character · ~1 token"),
        ((12_345, 3_210), 520, "12,345 characters · ~3,210 tokens"),
        ((12_345, 3_210), 400, "12,345"),
        ((12_345, 3_210, "about $0.02"), 720, "12,345 characters · about 3,200 tokens · about $0.02"),
        ((12_345, 3_210, ""), 720, "12,345 characters · about 3,200 tokens"),
        ((12_345, 3_210, "about $0.02"), 400, "12,345 · about $0.02"),
    ],
)
def test_the_counts_are_as_long_as_there_is_room(
    pane: SourcePane, numbers: tuple[int, int] | tuple[int, int, str], width: int, words: str
) -> None:
    pane.editor.replace_text("x")
    pane.resize(width, 500)
    pane.show_counts(*numbers)

    assert counts(pane).text() == words
    assert counts(pane).accessibleName().startswith(f"{numbers[0]:,} character")


def test_a_note_on_the_cost_is_in_the_tooltip_and_read_out(pane: SourcePane) -> None:
    pane.editor.replace_text("x")
    pane.resize(720, 500)
    pane.show_counts(12_345, 3_210, "–", "The price of this model is not known.")
    counts(pane).grab()
    assert counts(pane).toolTip() == counts(pane).accessibleDescription() == "The price of this model is not known."

    pane.show_counts(12_345, 3_210, "about $0.02")
    counts(pane).grab()
    assert counts(pane).toolTip() == counts(pane).accessibleDescription() == ""


# Letters


def test_a_short_text_is_large_and_a_longer_one_is_not(pane: SourcePane) -> None:
    pane.editor.replace_text("x" * SHORT_TEXT)
    assert pane.editor.typesetting.is_large

    pane.editor.replace_text("x" * (SHORT_TEXT + 1))
    assert not pane.editor.typesetting.is_large


def test_letters_only_shrink_until_the_text_is_cleared(pane: SourcePane) -> None:
    pane.editor.replace_text("x" * (SHORT_TEXT + 1))
    pane.editor.textCursor().deletePreviousChar()
    cursor = pane.editor.textCursor()
    cursor.movePosition(cursor.MoveOperation.End)
    for _ in range(10):
        cursor.deletePreviousChar()
    assert not pane.editor.typesetting.is_large

    pane.editor.clear()
    pane.editor.insertPlainText("short")
    assert pane.editor.typesetting.is_large


def test_an_empty_pane_shows_its_placeholder_at_the_reading_size(pane: SourcePane) -> None:
    assert not pane.editor.typesetting.is_large


# What comes in


def test_every_edit_has_its_own_number(pane: SourcePane, qtbot: QtBot) -> None:
    before = pane.editor.revision
    qtbot.keyClicks(pane.editor, "abc")
    assert pane.editor.revision == before + 3

    pane.editor.typesetting.set_language("Arab", rtl=True)
    assert pane.editor.revision == before + 3


def test_undo_is_left_to_whoever_knows_what_it_means(pane: SourcePane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.editor, "abc")
    with qtbot.waitSignal(pane.editor.undo_requested):
        qtbot.keyClick(pane.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert pane.editor.text() == "abc"


def test_all_that_was_typed_can_be_undone_across_sizes(pane: SourcePane, qtbot: QtBot) -> None:
    editor = pane.editor
    qtbot.keyClicks(editor, "x" * SHORT_TEXT)
    qtbot.keyClicks(editor, "y")
    editor.replace_text("old")
    editor.replace_text("")
    qtbot.keyClick(editor, "n")
    undone = []
    for _ in range(5):
        editor.undo()
        undone.append(editor.text())

    assert undone == ["", "old", "x" * SHORT_TEXT + "y", "", ""]


def test_what_was_undone_comes_back_with_its_key(pane: SourcePane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.editor, "n")
    pane.editor.undo()
    assert pane.editor.text() == ""

    qtbot.keyClick(pane.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert pane.editor.text() == "n"
    assert pane.editor.typesetting.is_large


def test_the_menu_undoes_as_the_key_does(pane: SourcePane, qtbot: QtBot, watched_log: WatchedLog) -> None:
    watched_log.allow("This plugin does not support grabbing the keyboard")
    qtbot.keyClick(pane.editor, "n")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), pane.editor.mapToGlobal(QPoint(5, 5)))
    pane.editor.contextMenuEvent(event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    undo = menu.findChild(QAction, "edit-undo")
    assert undo is not None
    with qtbot.waitSignal(pane.editor.undo_requested):
        undo.trigger()
    menu.close()

    assert pane.editor.text() == "n"


class AskedPaste:
    """Counts how often it was asked to paste."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> None:
        self.asked += 1


def test_a_paste_by_key_and_menu_is_left_to_whoever_can_wait(
    pane: SourcePane, qtbot: QtBot, watched_log: WatchedLog
) -> None:
    watched_log.allow("This plugin does not support grabbing the keyboard")
    QApplication.clipboard().clear()  # Qt would find nothing to paste, and offer no such thing
    pane.editor.ask_paste = paste = AskedPaste()
    qtbot.keyClick(pane.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(pane.editor, Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    assert paste.asked == 2

    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), pane.editor.mapToGlobal(QPoint(5, 5)))
    pane.editor.contextMenuEvent(event)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    action = menu.findChild(QAction, "edit-paste")
    assert action is not None
    assert action.isEnabled()
    action.trigger()
    menu.close()
    assert paste.asked == 3


def test_a_text_that_is_put_in_takes_the_place_of_what_is_selected_and_can_be_undone(
    pane: SourcePane, qtbot: QtBot
) -> None:
    qtbot.keyClicks(pane.editor, "abc")
    pane.editor.select(1, 2)
    pane.editor.insert_text("<b>two</b>\nlines")
    assert pane.editor.text() == "a<b>two</b>\nlinesc"
    pane.editor.undo()
    assert pane.editor.text() == "abc"


def test_tab_leaves_the_editor(pane: SourcePane, qtbot: QtBot) -> None:
    qtbot.keyClick(pane.editor, Qt.Key.Key_Tab)

    assert pane.editor.text() == ""


def test_files_that_are_dropped_are_told_and_not_pasted(pane: SourcePane, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    files = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    data.setUrls([QUrl("https://example.org/x"), *map(QUrl.fromLocalFile, files)])
    data.setText("file:///a.txt")

    assert pane.editor.canInsertFromMimeData(data)
    with qtbot.waitSignal(pane.editor.files_dropped) as dropped:
        pane.editor.insertFromMimeData(data)
    assert dropped.args == [files]
    assert pane.editor.text() == ""


def test_an_address_that_is_dropped_is_text(pane: SourcePane) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/x")])
    data.setText("https://example.org/x")
    pane.editor.insertFromMimeData(data)

    assert pane.editor.text() == "https://example.org/x"


def test_an_input_method_at_work_is_known_and_its_letters_are_no_text(pane: SourcePane) -> None:
    QApplication.sendEvent(pane.editor, QInputMethodEvent("にほ", []))
    assert pane.editor.is_composing
    assert pane.editor.text() == ""

    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(pane.editor, done)
    assert not pane.editor.is_composing
    assert pane.editor.text() == "日本"
