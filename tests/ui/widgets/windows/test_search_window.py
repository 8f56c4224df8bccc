"""A window with a search over a list: how it is closed, searched, and what it says."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.notices.notice import Notice
from translator.ui.widgets.windows.search_window import SearchWindow


class Shelf(SearchWindow):
    """A window with nothing but a search, a list and a notice."""

    def __init__(self, theme: Theme) -> None:
        self.list = QListWidget()
        super().__init__(theme, "history", "Shelf", SearchField(theme, "shelfSearchField", "Search"), self.list, None)
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
    shelf.open_window()
    qtbot.waitExposed(shelf)
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
