"""A window with a search over a list: how it is closed, searched, and what it says."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Action
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.notices.notice import Notice
from translator.ui.widgets.windows.search_window import SearchWindow


class Shelf(SearchWindow):
    """A window with nothing but a search, a list and a notice."""

    def __init__(self, theme: Theme) -> None:
        self.list = QListWidget()
        super().__init__(theme, "history", "Shelf", SearchField(theme, "shelfSearchField", "Search"), self.list, None)
        self.list.addItems(["one", "two"])
        self.set_sizes(QSize(400, 300), QSize(340, 200))
        column = QVBoxLayout(self)
        for part in (self._search, self._stack, self._notice):
            column.addWidget(part)

    @property
    def search(self) -> SearchField:
        return self._search


def opened(qtbot: QtBot, theme: Theme) -> Shelf:
    shelf = Shelf(theme)
    qtbot.addWidget(shelf)
    with qtbot.waitActive(shelf):
        shelf.open_window()
    return shelf


def test_escape_empties_the_search_and_then_closes(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme)
    shelf.search.setText("word")
    qtbot.keyClick(shelf, Qt.Key.Key_Escape)
    assert (shelf.search.text(), shelf.isVisible()) == ("", True)
    qtbot.keyClick(shelf, Qt.Key.Key_Escape)
    assert not shelf.isVisible()


def test_the_button_that_closes_it_does_so_whatever_is_searched(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme)
    shelf.search.setText("word")
    assert shelf.close()
    assert not shelf.isVisible()


def test_words_stand_in_the_place_of_an_empty_list(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme)
    shelf.show_empty("Nothing yet", "Put something in.")
    label = shelf.findChild(QLabel, "historyEmptyLabel")
    assert label is not None
    assert (label.text(), label.isVisible(), shelf.list.isVisible()) == ("Nothing yet", True, False)
    shelf.show_empty("", "")
    assert (label.isVisible(), shelf.list.isVisible()) == (False, True)


def test_what_is_said_can_be_taken_away(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme)
    shelf.show_notice("Deleted.")
    notice = shelf.findChild(Notice, "historyNotice")
    assert notice is not None
    assert notice.isVisible()
    shelf.dismiss_notice()
    assert not notice.isVisible()


def test_down_goes_from_the_search_into_the_list(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme)
    shelf.search.setFocus()
    qtbot.keyClick(shelf.search, Qt.Key.Key_Down)
    assert shelf.focusWidget() is shelf.list
    assert [item.text() for item in shelf.list.selectedItems()] == ["one"]
    shelf.search.setFocus()
    shelf.show_empty("Nothing matches.", "")
    qtbot.keyClick(shelf.search, Qt.Key.Key_Down)
    assert shelf.focusWidget() is shelf.search


def test_the_keyboard_goes_to_the_search_when_nothing_is_left(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme)
    shelf.list.setFocus()
    shelf.show_empty("Nothing yet.", "")
    assert shelf.focusWidget() is shelf.search


def test_the_keys_for_undo_do_what_the_notice_offers_once(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme)
    undone: list[str] = []
    undo = Action("Undo", "undoButton", lambda: undone.append("undone"), undoes=True)
    for part in (shelf.list, shelf.search):
        shelf.show_notice("Deleted.", "info", [Action("Cancel", "cancelButton", shelf.dismiss_notice), undo])
        part.setFocus()
        qtbot.keyClick(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClick(part, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == ["undone", "undone"]
    shelf.show_notice("Deleted.", "info", [undo])
    qtbot.keyClicks(shelf.search, "word")
    qtbot.keyClick(shelf.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (shelf.search.text(), len(undone)) == ("", 2)
    shelf.dismiss_notice()
    qtbot.keyClick(shelf.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(undone) == 2


def test_undo_in_the_search_brings_back_what_was_deleted_after_the_typing(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme)
    undone: list[str] = []
    qtbot.keyClicks(shelf.search, "word")
    qtbot.keyClick(shelf.search, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(shelf.search, Qt.Key.Key_Backspace)
    undo = Action("Undo", "undoButton", lambda: undone.append("undone"), undoes=True)
    shelf.show_notice("Deleted.", "info", [undo])
    shelf.show_empty("Nothing yet.", "")  # which takes the keyboard to the search
    qtbot.keyClick(shelf.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, shelf.search.text()) == (["undone"], "")
    qtbot.keyClick(shelf.search, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (undone, shelf.search.text()) == (["undone"], "word")


def fits(shelf: Shelf) -> bool:
    room = QGuiApplication.primaryScreen().availableSize() - QSize(10, 30)  # for a frame
    return shelf.size().boundedTo(room) == shelf.size()


def test_it_opens_no_larger_than_the_screen_has_room_for(qtbot: QtBot, theme: Theme) -> None:
    shelf = Shelf(theme)
    qtbot.addWidget(shelf)
    shelf.set_sizes(QSize(2000, 1800), QSize(340, 200))
    shelf.open_window()
    assert fits(shelf)


def test_its_least_grows_with_the_letters_as_far_as_the_screen_has_room(qtbot: QtBot, theme: Theme) -> None:
    shelf = opened(qtbot, theme)
    theme.choose("light", 200)
    assert shelf.minimumSize() == QSize(680, 400)
    theme.choose("light", 100)
    assert shelf.minimumSize() == QSize(340, 200)
    shelf.set_sizes(QSize(400, 300), QSize(3000, 200))
    assert fits(shelf)
