"""The window of the history as one sees and uses it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QFontMetrics
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.history import DE, EN, NOON, ListedHistory, entry_of
from tests.support.waiting import settle, until
from tests.support.watched_log import WatchedLog
from tests.ui.themes import theme
from translator.language.tag import LanguageTag
from translator.translation.history import HistoryEntry
from translator.ui.history import listed, presenter
from translator.ui.history.delegate import caption_for
from translator.ui.history.list_view import HistoryList
from translator.ui.history.opener import HistoryOpener
from translator.ui.history.screen import HistoryRow
from translator.ui.history.window import HistoryWindow
from translator.ui.look.theme import Theme
from translator.ui.widgets.labels.labels import ShorteningLabel
from translator.ui.widgets.notices.notice import Notice

__all__ = ["theme"]

NAMES = [
    "historySearchField", "historyStarredButton", "historyMoreButton", "historyList", "historyStarButton",
    "historyDeleteButton", "historyOpenButton",
]  # fmt: skip
ENTRIES = [
    entry_of("Guten Tag.", "Good day.", minutes=-5),
    entry_of("Auf Wiedersehen, und bis zum nächsten Mal, wenn wir alle wieder hier sind.", "Goodbye.", minutes=-60),
    entry_of("שלום עולם.", "مرحبا بالعالم.", minutes=-9_000, is_starred=True),
]


class Open:
    """The open window on a history of three entries."""

    def __init__(self, theme: Theme) -> None:
        self.main = QWidget()
        self.store = ListedHistory(ENTRIES)
        self.reopened: list[HistoryEntry] = []
        self.exported: list[Path] = []
        self.opener = HistoryOpener(
            theme, self.main, self.store, _name, lambda: NOON, self.reopened.append, self._export, lambda: True
        )
        self.opener.open()
        window = self.main.findChild(HistoryWindow)
        assert isinstance(window, HistoryWindow)
        self.window = window

    async def _export(self, path: Path, query: str, starred: bool) -> int:
        self.exported.append(path)
        return 3

    def find(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget), name
        return found

    @property
    def view(self) -> HistoryList:
        found = self.find("historyList")
        assert isinstance(found, HistoryList)
        return found

    @property
    def sources(self) -> list[str]:
        return [self.view.rows.row_at(self.view.rows.index(place)).source for place in range(self.view.rows.rowCount())]

    def choose(self, *places: int) -> None:
        self.view.clearSelection()
        self.view.setCurrentIndex(self.view.rows.index(places[0]))
        for place in places[1:]:
            flag = self.view.selectionModel().SelectionFlag.Select
            self.view.selectionModel().select(self.view.rows.index(place), flag)

    async def press(self, name: str) -> None:
        button = self.find(name)
        assert isinstance(button, QPushButton | QToolButton)
        button.click()
        await settle()

    @property
    def notice(self) -> str:
        found = self.find("historyNotice")
        assert isinstance(found, Notice)
        return found.sentence


def _name(tag: LanguageTag) -> str:
    return {DE: "German", EN: "English"}.get(tag, str(tag))


@pytest.fixture
async def shown(theme: Theme) -> AsyncIterator[Open]:
    opened = Open(theme)
    await settle()
    yield opened
    opened.window.close()
    await opened.opener.close()
    opened.main.deleteLater()
    QApplication.sendPostedEvents(opened.main, QEvent.Type.DeferredDelete)


async def test_every_control_has_a_name_that_is_read_out(shown: Open) -> None:
    interfaces = {name: QAccessible.queryAccessibleInterface(shown.find(name)) for name in NAMES}
    assert [name for name, interface in interfaces.items() if not interface.text(QAccessible.Text.Name)] == []


async def test_it_opens_with_everything_and_the_search_ready(shown: Open) -> None:
    assert not shown.window.isModal()
    assert len(shown.sources) == 3
    count = shown.find("historyCountLabel")
    assert isinstance(count, QLabel)
    assert count.text() == "3 translations"
    assert shown.window.focusWidget() is shown.find("historySearchField")


async def test_typing_searches_and_escape_empties_the_search_before_it_closes(shown: Open, qtbot: QtBot) -> None:
    field = shown.find("historySearchField")
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "good")
    await settle()
    assert len(shown.sources) == 2
    qtbot.keyClicks(field, "zzz")
    await settle()
    empty = shown.find("historyEmptyLabel")
    assert isinstance(empty, QLabel)
    assert (empty.isVisible(), empty.text()) == (True, "Nothing matches.")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    await settle()
    assert (shown.window.isVisible(), len(shown.sources), empty.isVisible()) == (True, 3, False)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not shown.window.isVisible()


async def test_enter_in_the_search_reopens_the_first(shown: Open, qtbot: QtBot) -> None:
    field = shown.find("historySearchField")
    qtbot.keyClicks(field, "goodbye")
    await settle()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    await settle()
    assert [entry.target for entry in shown.reopened] == ["Goodbye."]
    assert not shown.window.isVisible()


async def test_enter_and_a_double_click_reopen_what_is_chosen(shown: Open, qtbot: QtBot) -> None:
    shown.choose(1)
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    await settle()
    shown.opener.open()
    await settle()
    place = shown.view.visualRect(shown.view.rows.index(0)).center()
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    await settle()
    shown.opener.open()
    await settle()
    shown.choose(2)
    await shown.press("historyOpenButton")
    assert [entry.id for entry in shown.reopened] == [2, 1, 3]


async def test_all_is_deleted_and_brought_back_by_keyboard(shown: Open, qtbot: QtBot) -> None:
    await until(shown.window.isActiveWindow)
    search = shown.find("historySearchField")
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert [row.source for row in shown.view.chosen] == shown.sources[:1]
    qtbot.keyClick(shown.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown.view, Qt.Key.Key_Delete)
    await settle()
    assert shown.sources == []
    assert shown.window.focusWidget() is search
    qtbot.keyClick(search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await settle()
    assert (len(shown.sources), shown.notice) == (3, "")


async def list_part(shown: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep seventy more, and list thirty of them all."""
    monkeypatch.setattr(presenter, "PORTION", 30)
    for number in range(70):
        await shown.store.add(entry_of(f"Text {number}", minutes=number))
    shown.opener.refresh()
    await settle()


async def test_all_is_deleted_though_not_all_was_fetched_and_brought_back(
    shown: Open, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed, "AT_ONCE", 25)
    await list_part(shown, monkeypatch)
    assert len(shown.sources) == 30
    qtbot.keyClick(shown.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shown.view, Qt.Key.Key_Delete)
    await until(lambda: shown.notice == "73 translations deleted.")
    assert await shown.store.count() == 0
    await shown.press("undoDeleteButton")
    assert len(shown.sources) == 30
    assert await shown.store.count() == 73


async def test_all_has_a_star_though_not_all_was_fetched(shown: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    await list_part(shown, monkeypatch)
    shown.view.selectAll()
    await shown.press("historyStarButton")
    assert await shown.store.count(starred=True) == 73
    await shown.press("historyStarButton")
    assert await shown.store.count(starred=True) == 0


async def test_all_stays_chosen_with_what_comes_to_it_until_something_else_is_looked_for(
    shown: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    await list_part(shown, monkeypatch)
    shown.view.selectAll()
    await shown.store.add(entry_of("new", minutes=99))
    shown.opener.refresh()
    await settle()
    assert shown.view.chosen[0].source == "new"
    await shown.press("historyDeleteButton")
    assert shown.notice == "74 translations deleted."
    await shown.press("undoDeleteButton")
    shown.view.selectAll()
    search = shown.find("historySearchField")
    assert isinstance(search, QLineEdit)
    search.setText("Text")
    await settle()
    await shown.press("historyDeleteButton")
    assert shown.notice == "29 translations deleted."  # those that were seen to be chosen


async def test_delete_has_a_way_back(shown: Open, qtbot: QtBot) -> None:
    shown.choose(0, 2)
    qtbot.keyClick(shown.view, Qt.Key.Key_Delete)
    await settle()
    assert shown.sources == [ENTRIES[1].source]
    assert shown.notice == "2 translations deleted."
    await shown.press("undoDeleteButton")
    assert len(shown.sources) == 3
    assert shown.notice == ""
    shown.choose(1)
    await shown.press("historyDeleteButton")
    shown.window.close()
    shown.opener.open()
    await settle()
    assert shown.notice == ""
    assert len(shown.sources) == 2


async def test_a_press_on_the_star_gives_it_and_leaves_the_rest_of_the_row_alone(shown: Open, qtbot: QtBot) -> None:
    place = shown.view.visualRect(shown.view.rows.index(0))
    star = QPoint(place.right() - 20, place.center().y())
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=star)
    await settle()
    assert shown.store.entries[1].is_starred
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    await settle()
    assert shown.store.entries[1].is_starred
    await shown.press("historyStarButton")
    assert not shown.store.entries[1].is_starred
    await shown.press("historyStarredButton")
    assert len(shown.sources) == 1


async def test_what_is_not_chosen_cannot_be_worked_on(shown: Open) -> None:
    buttons = [shown.find(name) for name in ("historyStarButton", "historyDeleteButton", "historyOpenButton")]
    shown.view.clearSelection()
    assert [button.isEnabled() for button in buttons] == [False, False, False]
    shown.choose(0, 1)
    assert [button.isEnabled() for button in buttons] == [True, True, False]
    shown.choose(2)
    assert [button.isEnabled() for button in buttons] == [True, True, True]
    assert buttons[0].accessibleName() == "Take the star away"


def test_the_languages_give_way_before_the_time(theme: Theme) -> None:
    metrics = QFontMetrics(theme.font(12))
    row = HistoryRow(1, "s", "t", "Brazilian Portuguese → Traditional Chinese", "Yesterday, 12:00 · incomplete")
    wide, facts = metrics.horizontalAdvance(row.caption), metrics.horizontalAdvance(row.facts)
    assert caption_for(row, metrics, wide + 1) == row.caption
    for width in range(facts + 1, wide + 2):
        shown = caption_for(row, metrics, width)
        assert metrics.elidedText(shown, Qt.TextElideMode.ElideRight, width) == shown, width
    narrow = caption_for(row, metrics, facts + 60)
    assert narrow.startswith("Bra")
    assert narrow.endswith(f"… · {row.facts}")
    assert metrics.horizontalAdvance(narrow) <= facts + 60
    assert caption_for(row, metrics, facts) == row.facts


async def test_the_number_alone_is_shown_where_there_is_little_room(shown: Open) -> None:
    count = shown.find("historyCountLabel")
    assert isinstance(count, ShorteningLabel)
    count.resize(16, 20)
    count.grab()
    assert (count._fitting(), count.toolTip()) == ("3", "3 translations")


async def test_a_refresh_keeps_what_is_chosen(shown: Open) -> None:
    shown.choose(1)
    await shown.store.add(entry_of("new", minutes=1))
    shown.opener.refresh()
    await settle()
    assert len(shown.sources) == 4
    assert [row.id for row in shown.view.chosen] == [2]
    shown.window.close()
    await shown.store.add(entry_of("newer", minutes=2))
    shown.opener.refresh()
    await settle()
    assert len(shown.sources) == 4


async def test_the_menu_of_a_row_does_the_same(shown: Open, watched_log: WatchedLog) -> None:
    watched_log.allow("does not support grabbing the keyboard")  # nor does the offscreen platform need to
    shown.choose(2)
    position = shown.view.visualRect(shown.view.rows.index(2)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, position, shown.view.mapToGlobal(position))
    shown.view.contextMenuEvent(event)
    menu = shown.find("historyRowMenu")
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    assert list(actions) == ["Open", "Take the star away", "Delete"]
    actions["Take the star away"].trigger()
    menu.close()
    await settle()
    assert not shown.store.entries[3].is_starred


async def test_the_menu_clears_and_exports(shown: Open, tmp_path: Path) -> None:
    clear = shown.window.findChild(QAction, "clearHistoryAction")
    assert isinstance(clear, QAction)
    clear.trigger()
    await settle()
    await shown.press("clearHistoryButton")
    assert list(shown.store.entries) == [3]
    export = shown.window.findChild(QAction, "exportHistoryMdAction")
    assert isinstance(export, QAction)
    export.trigger()
    dialog = shown.window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.defaultSuffix() == "md"
    dialog.fileSelected.emit(str(tmp_path / "out.md"))
    dialog.close()
    await settle()
    assert shown.exported == [tmp_path / "out.md"]
    assert shown.notice == "3 translations are in out.md."


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize(("width", "size"), [(360, 100), (360, 200), (640, 80)])
async def test_it_fits_a_narrow_window_in_both_themes(
    shown: Open, theme: Theme, qtbot: QtBot, appearance: str, width: int, size: int
) -> None:
    theme.choose(appearance, size)  # type: ignore[arg-type]  # one of them
    shown.window.setMinimumSize(width, 480)  # as on a screen with room for no more
    shown.window.resize(width, 480)
    shown.choose(0)
    await shown.press("historyDeleteButton")
    qtbot.waitUntil(lambda: shown.window.width() == width)
    picture = shown.window.grab()
    assert picture.width() == width
    for name in NAMES:
        part = shown.find(name)
        corner = part.mapTo(shown.window, part.rect().bottomRight())
        assert corner.x() < width, name
        assert corner.y() < 480, name
