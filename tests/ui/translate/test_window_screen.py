"""What the status line says while a translation is on its way, and what is said in between."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.showing import shown
from translator.parts import make_catalogue
from translator.ui.look.theme import Theme
from translator.ui.translate.view import TranslateView
from translator.ui.translate.window_screen import WindowScreen


class Line:
    """The status line of a window, where what is said in between passes at once."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        view = shown(TranslateView(theme, QMenu()), qtbot, 1100, 720)
        self._label = view.findChild(QLabel, "statusLabel")
        self.screen = WindowScreen(view, make_catalogue("en"), passing=0)
        self.screen.show_running(running=True)
        self.screen.show_under_way("Translating", "ready")

    @property
    def words(self) -> str:
        assert self._label is not None
        return self._label.text()


@pytest.fixture
def line(theme: Theme, qtbot: QtBot) -> Line:
    return Line(theme, qtbot)


def test_what_is_said_while_a_translation_is_on_its_way_passes(line: Line, qtbot: QtBot) -> None:
    line.screen.show_status("Private mode: nothing is kept", "idle")
    assert line.words == "Private mode: nothing is kept"

    qtbot.waitUntil(lambda: line.words == "Translating")


def test_how_it_ended_stays(line: Line) -> None:
    line.screen.show_status("Private mode: nothing is kept", "idle")
    line.screen.show_running(running=False)
    line.screen.show_status("Stopped", "idle")

    QCoreApplication.processEvents()
    assert line.words == "Stopped"


def test_what_is_said_while_nothing_is_on_its_way_stays(line: Line) -> None:
    line.screen.show_running(running=False)
    line.screen.show_status("Private mode: nothing is kept", "idle")

    QCoreApplication.processEvents()
    assert line.words == "Private mode: nothing is kept"
