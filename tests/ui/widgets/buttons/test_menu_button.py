"""A button that opens a menu: all of it can be reached, however large the letters and however small the screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.support.watched_log import WatchedLog
from tests.ui.themes import theme
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.menu_button import MenuButton

__all__ = ["theme"]

SHORT, LONG = "Undo", "What takes much more than half of the width that screens without a monitor have"


@pytest.fixture
def menu(qtbot: QtBot, watched_log: WatchedLog) -> Iterator[QMenu]:
    watched_log.allow("This plugin does not support grabbing the keyboard")
    made = QMenu()
    qtbot.addWidget(made)
    yield made
    made.close()


def opened(theme: Theme, menu: QMenu, words: str, qtbot: QtBot) -> QSize:
    """Open a menu of so many entries that one column does not hold them; return the room that the screen has."""
    for number in range(40):
        menu.addAction(f"{words} {number}")
    button = MenuButton(theme, "more", "Menu", "menuButton", "F10", menu)
    qtbot.addWidget(button)
    menu.popup(QPoint(0, 0))
    return QGuiApplication.primaryScreen().availableSize()


def columns(menu: QMenu) -> int:
    return len({menu.actionGeometry(action).left() for action in menu.actions()})


def test_a_long_menu_stands_in_columns_where_the_screen_has_room_for_them(
    theme: Theme, menu: QMenu, qtbot: QtBot
) -> None:
    room = opened(theme, menu, SHORT, qtbot)

    assert columns(menu) > 1
    assert menu.size().boundedTo(room) == menu.size()


def test_a_menu_whose_columns_would_leave_the_screen_scrolls_to_its_last_entry(
    theme: Theme, menu: QMenu, qtbot: QtBot
) -> None:
    room = opened(theme, menu, LONG, qtbot)
    assert columns(menu) == 1
    assert menu.size().boundedTo(room) == menu.size()

    last = menu.actions()[-1]
    assert not menu.rect().contains(menu.actionGeometry(last))
    qtbot.keyClick(menu, Qt.Key.Key_End)
    assert menu.activeAction() is last
    assert menu.rect().contains(menu.actionGeometry(last))


def test_any_other_menu_scrolls_too(theme: Theme, menu: QMenu) -> None:
    for number in range(60):
        menu.addAction(f"{SHORT} {number}")
    menu.popup(QPoint(0, 0))

    assert columns(menu) == 1
    assert menu.height() <= QGuiApplication.primaryScreen().availableGeometry().height()


def test_closed_elsewhere_the_menu_leaves_its_button_as_the_pointer_has(
    theme: Theme, menu: QMenu, qtbot: QtBot
) -> None:
    menu.addAction(SHORT)
    button = MenuButton(theme, "more", "Menu", "menuButton", "F10", menu)
    qtbot.addWidget(button)
    button.move(100, 100)
    button.show()
    QCursor.setPos(button.mapToGlobal(QPoint(500, 500)))
    QApplication.sendEvent(button, QEvent(QEvent.Type.Enter))
    menu.popup(button.mapToGlobal(QPoint(0, 40)))
    assert button.underMouse()

    menu.close()
    qtbot.waitUntil(lambda: not button.underMouse())
