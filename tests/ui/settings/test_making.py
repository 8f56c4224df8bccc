"""The settings window while it is made: nothing else is to be seen."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.themes import theme
from translator.ui.look.theme import Theme
from translator.ui.settings.window import SettingsWindow

__all__ = ["theme"]


class _Shown(QObject):
    """Takes note of windows that are shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


def test_no_part_of_it_is_a_window_for_a_moment(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    main, shown = QWidget(), _Shown()
    qtbot.addWidget(main)
    qapp.installEventFilter(shown)
    try:
        SettingsWindow(theme, main)
    finally:
        qapp.removeEventFilter(shown)

    assert shown.windows == []
