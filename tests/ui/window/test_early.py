"""What is asked of a window before anybody listens is done afterwards, once and in its order."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.themes import theme
from translator.ui.look.theme import Theme
from translator.ui.window.early import EarlyCommands
from translator.ui.window.main_window import MainWindow

__all__ = ["theme"]


def test_what_was_pressed_is_done_once_somebody_listens(qtbot: QtBot, theme: Theme) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    early = EarlyCommands(window)
    window.actions_.clear.trigger()
    qtbot.mouseClick(window.view.bar.translate, Qt.MouseButton.LeftButton)
    window.actions_.private.trigger()
    done = []
    window.actions_.clear.triggered.connect(lambda: done.append("clear"))
    window.view.bar.translate.clicked.connect(lambda: done.append("translate"))
    window.actions_.private.toggled.connect(lambda private: done.append(f"private {private}"))

    early.do()
    assert done == ["clear", "translate", "private True"]

    window.actions_.clear.trigger()
    early.do()
    assert done == ["clear", "translate", "private True", "clear"]
