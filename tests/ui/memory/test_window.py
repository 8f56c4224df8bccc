"""The window of the memory as one sees and uses it."""

from collections.abc import AsyncIterator

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.memory import ENGLISH, FRENCH, INTO_GERMAN, MORNING, unit_from
from tests.support.waiting import settle, until
from tests.support.watched_log import WatchedLog
from tests.ui.memory.room import NOW, Room, name, numbered
from translator.language.tag import LanguagePair
from translator.translation.memory.unit import UnitOrigin
from translator.ui.history.times import explain_time
from translator.ui.look.theme import Theme
from translator.ui.memory import presenter
from translator.ui.memory.cell_editor import CellEditor, TextDelegate
from translator.ui.memory.model import Column
from translator.ui.memory.opener import MemoryOpener
from translator.ui.memory.table import UnitTable
from translator.ui.memory.window import MemoryWindow
from translator.ui.widgets.notices.notice import Notice

NAMES = [
    "memorySearchField", "importMemoryButton", "exportMemoryButton", "memoryMoreButton", "unitTable",
    "editUnitButton", "deleteUnitsButton",
]  # fmt: skip
INTO_FRENCH = LanguagePair(ENGLISH, FRENCH)


class Open:
    """The open window on a memory of three units."""

    def __init__(self, theme: Theme, room: Room) -> None:
        self.main = QWidget()
        self.room = room
        self.opener = MemoryOpener(theme, self.main, room.store, room.files, name, lambda: NOW)
        self.opener.open()
        window = self.main.findChild(MemoryWindow)
        assert isinstance(window, MemoryWindow)
        self.window = window

    def find(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    @property
    def table(self) -> UnitTable:
        found = self.find("unitTable")
        assert isinstance(found, UnitTable)
        return found

    @property
    def sources(self) -> list[str]:
        model = self.table.units
        return [model.row_at(place).unit.source for place in range(model.rowCount())]

    def editor(self) -> CellEditor:
        found = self.table.findChild(CellEditor)
        assert isinstance(found, CellEditor)
        return found

    def press(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QPushButton | QToolButton)
        button.click()

    def said(self) -> str:
        notice = self.find("memoryNotice")
        assert isinstance(notice, Notice)
        return notice.sentence


@pytest.fixture
async def shown(theme: Theme, room: Room) -> AsyncIterator[Open]:
    await room.memory.keep(
        [
            unit_from("Close the door.", "Schließen Sie die Tür.", UnitOrigin.EDITED),
            unit_from("Open", "Ouvrir", UnitOrigin.IMPORTED, INTO_FRENCH),
            unit_from("Hello", "Hallo"),
        ]
    )
    made = Open(theme, room)
    await until(lambda: made.table.units.rowCount() == 3)
    yield made
    made.window.hide()
    await made.opener.close()
    made.main.deleteLater()
    QApplication.sendPostedEvents(made.main, QEvent.Type.DeferredDelete)


def choose_file(shown: Open, name: str, path: str) -> None:
    dialog = shown.window.findChild(QFileDialog, name)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(path)
    dialog.close()


async def test_every_control_has_a_name_for_those_who_cannot_see_it(shown: Open) -> None:
    for control in NAMES:
        interface = QAccessible.queryAccessibleInterface(shown.find(control))
        assert interface.text(QAccessible.Text.Name), control


async def test_one_searches_by_typing_and_escape_empties_the_search_first(shown: Open, qtbot: QtBot) -> None:
    search = shown.find("memorySearchField")
    assert isinstance(search, QLineEdit)
    qtbot.keyClicks(search, "ouvr")
    await until(lambda: shown.sources == ["Open"])
    qtbot.keyClick(shown.window, Qt.Key.Key_Escape)
    assert (search.text(), shown.window.isVisible()) == ("", True)
    await until(lambda: len(shown.sources) == 3)
    qtbot.keyClick(shown.window, Qt.Key.Key_Escape)
    assert not shown.window.isVisible()


async def test_a_text_is_changed_in_its_cell_with_enter(shown: Open, qtbot: QtBot) -> None:
    shown.table.setCurrentIndex(shown.table.units.index(0, Column.TARGET))
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    editor = shown.editor()
    assert (editor.toPlainText(), editor.accessibleName()) == ("Hallo", "Translation")
    qtbot.keyClicks(editor, "Moin")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(editor, "zusammen")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    await until(lambda: shown.table.units.row_at(0).unit.origin is UnitOrigin.EDITED)
    (kept,) = await shown.room.store.search("hello")
    assert kept.target == "Moin\nzusammen"
    assert shown.table.units.index(0, Column.TARGET).data() == "Moin zusammen"


async def test_escape_leaves_a_cell_as_it_was(shown: Open, qtbot: QtBot) -> None:
    shown.table.setCurrentIndex(shown.table.units.index(0, Column.SOURCE))
    shown.press("editUnitButton")
    qtbot.keyClicks(shown.editor(), "x")
    qtbot.keyClick(shown.editor(), Qt.Key.Key_Escape)
    await settle()
    assert shown.table.units.row_at(0).unit.target == "Hallo"
    assert shown.window.isVisible()


async def test_what_is_being_typed_is_taken_when_the_window_closes(shown: Open, qtbot: QtBot) -> None:
    shown.table.setCurrentIndex(shown.table.units.index(0, Column.TARGET))
    shown.press("editUnitButton")
    qtbot.keyClicks(shown.editor(), "Moin")
    shown.window.hide()
    await until(lambda: shown.table.units.row_at(0).unit.origin is UnitOrigin.EDITED)
    assert [unit.target for unit in await shown.room.store.search("hello")] == ["Moin"]


async def test_an_editor_stays_within_the_table(shown: Open) -> None:
    shown.window.resize(360, 420)
    for place in (0, 2):
        shown.table.setCurrentIndex(shown.table.units.index(place, Column.TARGET))
        shown.table.edit(shown.table.currentIndex())
        editor = shown.editor()
        assert shown.table.viewport().rect().contains(editor.geometry())
        assert editor.height() > shown.table.rowHeight(place)
        shown.table.finish_editing()
        QApplication.sendPostedEvents(editor, QEvent.Type.DeferredDelete)


async def test_what_is_chosen_is_deleted_with_a_way_back(shown: Open, qtbot: QtBot) -> None:
    assert not shown.find("deleteUnitsButton").isEnabled()
    shown.table.selectRow(0)
    assert shown.find("deleteUnitsButton").isEnabled()
    qtbot.keyClick(shown.table, Qt.Key.Key_Delete)
    await until(lambda: shown.said() == "1 unit deleted.")
    assert shown.sources == ["Open", "Close the door."]
    await until(shown.window.isActiveWindow)
    qtbot.keyClick(shown.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: len(shown.sources) == 3)
    assert shown.said() == ""
    shown.table.selectAll()
    assert not shown.find("editUnitButton").isEnabled()
    shown.press("deleteUnitsButton")
    label = shown.window.findChild(QLabel, "memoryEmptyLabel")
    assert isinstance(label, QLabel)
    await until(lambda: label.text() == "No units yet.")


async def test_all_is_deleted_though_not_all_was_fetched_and_brought_back(
    shown: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "PORTION", 30)
    monkeypatch.setattr(presenter, "READ_AT_ONCE", 25)
    await shown.room.memory.keep(numbered(1, 70))
    shown.opener.refresh()
    await until(lambda: len(shown.sources) == 30)
    qtbot.keyClick(shown.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown.table, Qt.Key.Key_Delete)
    await until(lambda: shown.said() == "73 units deleted.")
    assert await shown.room.store.count() == 0
    shown.press("undoDeleteUnitsButton")
    await until(lambda: len(shown.sources) == 30)
    assert await shown.room.store.count() == 73


async def test_all_is_chosen_until_anything_else_is(shown: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(presenter, "PORTION", 30)
    await shown.room.memory.keep(numbered(1, 70))
    shown.opener.refresh()
    await until(lambda: len(shown.sources) == 30)
    shown.table.selectAll()
    shown.table.units.more_wanted.emit()
    await until(lambda: len(shown.sources) == 60)
    assert len(shown.table.chosen) == 60
    assert shown.table.chooses_more
    shown.table.selectRow(1)
    assert not shown.table.chooses_more


async def test_all_stays_chosen_with_what_comes_to_it_until_something_else_is_looked_for(
    shown: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presenter, "PORTION", 30)
    await shown.room.memory.keep(numbered(1, 70))
    shown.opener.refresh()
    await until(lambda: len(shown.sources) == 30)
    shown.table.selectAll()
    await shown.room.memory.keep(numbered(71, 72))
    seen = shown.sources
    shown.opener.refresh()
    await until(lambda: shown.sources != seen)
    assert shown.table.chooses_more
    assert len(shown.table.chosen) == 30
    search = shown.find("memorySearchField")
    assert isinstance(search, QLineEdit)
    search.setText("no such text")
    await until(lambda: not shown.sources)
    search.setText("")
    await until(lambda: len(shown.sources) == 30)
    assert not shown.table.chooses_more


async def test_what_is_known_of_the_chosen_unit_stands_below_the_table(shown: Open) -> None:
    label = shown.find("memoryCountLabel")
    await until(lambda: label.accessibleName() == "3 units" or label.text() == "3 units")  # type: ignore[attr-defined]
    shown.table.selectRow(1)
    assert label.text() == f"English → French · From a file · {explain_time(MORNING, NOW)}"  # type: ignore[attr-defined]


async def test_the_choice_outlives_a_new_listing(shown: Open) -> None:
    shown.table.selectRow(1)
    chosen = shown.table.chosen
    await shown.room.memory.keep(numbered(1, 2))
    shown.opener.refresh()
    await until(lambda: len(shown.sources) == 5)
    assert shown.table.chosen == chosen
    shown.opener.open()
    assert len(shown.main.findChildren(MemoryWindow)) == 1


async def test_narrow_windows_show_the_texts_alone(shown: Open) -> None:
    hidden = {}
    for width in (840, 620, 480, 360):
        shown.window.resize(width, 480)
        QApplication.sendPostedEvents()
        hidden[width] = [column for column in Column if shown.table.isColumnHidden(column)]
        assert shown.table.horizontalHeader().length() <= shown.table.viewport().width()
    few = [Column.LANGUAGES, Column.ORIGIN, Column.CHANGED]
    assert hidden == {840: [], 620: [Column.ORIGIN, Column.CHANGED], 480: few, 360: few}


async def test_a_file_is_taken_in_with_a_bar_and_a_button_that_stops_it(shown: Open) -> None:
    files = shown.room.files
    files.units = list(numbered(1, 4))
    files.gate.clear()
    shown.press("importMemoryButton")
    choose_file(shown, "openFileDialog", "/tmp/units.tmx")
    await until(lambda: files.is_waiting)
    label = shown.find("memoryTransferLabel")
    assert label.text() == "Reading units.tmx: 2 of about 4 units"  # type: ignore[attr-defined]
    assert label.isVisible()
    assert not shown.find("importMemoryButton").isEnabled()
    shown.press("cancelTransferButton")
    files.gate.set()
    await until(lambda: shown.said() == "Stopped. 2 units of units.tmx are in the memory.")
    assert not label.isVisible()
    assert shown.find("importMemoryButton").isEnabled()
    await until(lambda: len(shown.sources) == 5)


async def test_everything_or_one_pair_is_exported(shown: Open, watched_log: WatchedLog) -> None:
    watched_log.allow("grabbing the keyboard")
    menu = shown.window.findChild(QMenu, "exportMemoryMenu")
    assert isinstance(menu, QMenu)
    await until(lambda: len(menu.actions()) == 4)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Everything…", "English → German…", "English → French…"]
    for place, file in ((0, "all.tmx"), (2, "german.tmx")):
        menu.actions()[place].trigger()
        choose_file(shown, "saveFileDialog", f"/tmp/{file}")
        await until(lambda file=file: shown.said().endswith(f" in {file}."))
    assert shown.room.files.written == [("all.tmx", None), ("german.tmx", INTO_GERMAN)]
    shown.press("exportMemoryButton")
    assert menu.isVisible()
    menu.close()


async def test_everything_can_be_forgotten(shown: Open, watched_log: WatchedLog) -> None:
    watched_log.allow("grabbing the keyboard")
    shown.press("memoryMoreButton")
    action = shown.window.findChild(QAction, "forgetMemoryAction")
    assert isinstance(action, QAction)
    action.trigger()
    await until(lambda: bool(shown.said()))
    shown.press("forgetMemoryButton")
    await until(lambda: shown.sources == [])


async def test_a_closed_window_takes_its_way_back_along(shown: Open) -> None:
    shown.table.selectRow(0)
    shown.press("deleteUnitsButton")
    await until(lambda: bool(shown.said()))
    shown.window.hide()
    shown.opener.refresh()
    shown.opener.open()
    assert shown.said() == ""


async def test_each_text_is_shown_in_its_own_direction(shown: Open) -> None:
    delegate = shown.table.itemDelegate()
    assert isinstance(delegate, TextDelegate)
    locale = QLocale.c()
    assert delegate.displayText("Close the door.", locale) == (
        "\N{FIRST STRONG ISOLATE}Close the door.\N{POP DIRECTIONAL ISOLATE}"
    )
    assert delegate.displayText("", locale) == ""
