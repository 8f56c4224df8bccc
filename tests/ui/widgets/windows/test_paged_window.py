"""A window with a list of pages under a search: how it is laid out, and what its arrows do."""

from typing import TypeVar

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Line
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.lists.line_list import LineList
from translator.ui.widgets.windows.paged_window import PagedWindow, Shape

Part = TypeVar("Part", bound=QWidget)
SHAPE = Shape(QSize(800, 500), QSize(300, 300), sidebar=200, stack_below=440)
LINES = (Line("one", "First", "info"), Line("two", "Second", "info"))


class Album(PagedWindow):
    """Two pages with nothing on them."""

    def __init__(self, theme: Theme) -> None:
        search, pages = SearchField(theme, "albumSearchField", "Search"), LineList(theme, "albumPageList", "Pages")
        super().__init__(theme, "album", "Album", search, pages, SHAPE, None)
        self.search, self.pages = search, pages
        for _ in LINES:
            self._stack.addWidget(QWidget())

    def show_pages(self, *lines: Line) -> None:
        self._list_pages(lines, lines[0].id if lines else "", lines[0].title if lines else "")

    def part(self, kind: type[Part], name: str) -> Part:
        found = self.findChild(kind, name)
        assert found is not None
        return found


@pytest.fixture
def album(theme: Theme, qtbot: QtBot) -> Album:
    window = Album(theme)
    qtbot.addWidget(window)
    window.show_pages(*LINES)
    window.open_window()
    qtbot.waitExposed(window)
    return window


def test_a_narrow_window_has_a_menu_of_its_pages_above_them(album: Album, qtbot: QtBot) -> None:
    menu = album.part(QPushButton, "albumPageMenuButton")
    assert (album.pages.isVisible(), menu.isVisible()) == (True, False)
    album.resize(400, 500)
    qtbot.waitUntil(menu.isVisible)
    assert not album.pages.isVisible()
    assert menu.text() == "First"


def test_where_nothing_is_found_a_sentence_says_so(album: Album) -> None:
    album.show_pages()
    nothing = album.part(QLabel, "albumNothingLabel")
    assert (album.pages.isVisible(), nothing.text()) == (False, "Nothing matches.")
    album.show_pages(*LINES)
    assert (album.pages.isVisible(), nothing.text()) == (True, "")


def test_in_a_narrow_window_that_is_said_once(album: Album, qtbot: QtBot) -> None:
    album.resize(400, 500)
    menu = album.part(QPushButton, "albumPageMenuButton")
    qtbot.waitUntil(menu.isVisible)
    album.show_pages()
    assert not menu.isVisible()
    assert album.part(QLabel, "albumNothingLabel").isVisible()
    album.show_pages(*LINES)
    assert menu.isVisible()


def test_the_arrows_of_the_search_move_in_the_list(album: Album, qtbot: QtBot) -> None:
    chosen: list[str] = []
    album.pages.chosen.connect(chosen.append)
    qtbot.keyClick(album.search, Qt.Key.Key_Down)
    qtbot.keyClick(album.search, Qt.Key.Key_Up)
    assert chosen == ["two", "one"]
