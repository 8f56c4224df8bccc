"""The buttons that read aloud, in the window's panes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.speech import FakeSpeech
from tests.support.waiting import settle, until
from tests.ui.themes import theme
from translator.language.tag import Detection, LanguageTag
from translator.surroundings.voices import NoVoice
from translator.ui.look.theme import Theme
from translator.ui.speaking.desk import SpeakingDesk
from translator.ui.speaking.reading import ReadingAloud
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.window.main_window import MainWindow

__all__ = ["theme"]

DE, EN = LanguageTag("de"), LanguageTag("en", region="US")


class Room:
    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.speech = FakeSpeech()
        self.reading = ReadingAloud(self.speech, str)
        self.languages = LanguageChoice(DE)
        self.languages.choose_target(EN)
        self.said: list[str] = []
        self.desk = SpeakingDesk(window, self.languages, self.reading, self.said.append)

    def tool(self, name: str) -> ToolButton:
        found = self.window.findChild(ToolButton, name)
        assert found is not None
        return found


@pytest.fixture
def room(theme: Theme, qtbot: QtBot) -> Iterator[Room]:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    window.show()
    room = Room(window)
    yield room
    room.reading.stop()


async def offered(room: Room) -> None:
    room.reading.start()
    await settle()


async def test_they_are_there_once_there_is_speech_and_seen_where_there_is_a_text(room: Room) -> None:
    assert room.window.findChild(ToolButton, "speakSourceButton") is None
    room.window.view.source.editor.replace_text("Guten Tag.")
    await offered(room)
    source, target = room.tool("speakSourceButton"), room.tool("speakTargetButton")
    assert (source.isVisible(), target.isVisible()) == (True, False)
    assert (source.accessibleName(), source.focusPolicy()) == ("Read aloud", Qt.FocusPolicy.TabFocus)
    room.window.view.source.editor.replace_text("")
    await until(lambda: not source.isVisible())


async def test_all_of_a_text_is_read_in_its_language_or_what_is_selected_in_it(room: Room, qtbot: QtBot) -> None:
    await offered(room)
    source, target = room.window.view.source.editor, room.window.view.target.target
    source.replace_text("Guten Tag.\nWie geht es?")
    target.replace_text("Hello.")
    room.languages.found = Detection(DE, certain=False)
    qtbot.mouseClick(room.tool("speakSourceButton"), Qt.MouseButton.LeftButton)
    await settle()
    source.select(11, 14)
    room.reading.stop()
    qtbot.mouseClick(room.tool("speakSourceButton"), Qt.MouseButton.LeftButton)
    await settle()
    qtbot.mouseClick(room.tool("speakTargetButton"), Qt.MouseButton.LeftButton)
    await settle()
    assert room.speech.said == [("Guten Tag.\nWie geht es?", "de"), ("Wie", "de"), ("Hello.", "en-US")]


async def test_a_button_that_reads_becomes_one_that_stops(room: Room, qtbot: QtBot) -> None:
    await offered(room)
    room.window.view.source.editor.replace_text("Guten Tag.")
    tool = room.tool("speakSourceButton")
    tool.setFocus()
    qtbot.keyClick(tool, Qt.Key.Key_Space)
    await settle()
    assert (tool.accessibleName(), tool.toolTip()) == ("Stop reading", "Stop reading (Esc)")
    qtbot.keyClick(tool, Qt.Key.Key_Escape)
    await settle()
    assert (tool.accessibleName(), room.speech.is_speaking) == ("Read aloud", False)


async def test_clearing_the_text_ends_the_reading(room: Room, qtbot: QtBot) -> None:
    await offered(room)
    room.window.view.source.editor.replace_text("Guten Tag.")
    qtbot.mouseClick(room.tool("speakSourceButton"), Qt.MouseButton.LeftButton)
    await settle()
    room.window.view.source.editor.replace_text("Guten Tag. Und mehr.")
    assert room.speech.is_speaking
    room.window.view.source.editor.replace_text("")
    await settle()
    assert not room.speech.is_speaking


async def test_a_language_that_nobody_reads_is_said(room: Room, qtbot: QtBot) -> None:
    room.speech.fault = NoVoice()
    await offered(room)
    room.window.view.target.target.replace_text("Hello.")
    qtbot.mouseClick(room.tool("speakTargetButton"), Qt.MouseButton.LeftButton)
    await settle()
    assert room.said == ["No voice on this computer reads en-US. The system's speech settings may offer one."]


async def test_a_small_window_stays_small_with_them(room: Room) -> None:
    await offered(room)
    room.window.view.source.editor.replace_text("Guten Tag.")
    room.window.view.target.target.replace_text("Hello.")
    room.window.resize(360, 480)
    await settle()
    assert room.window.width() == 360
    assert room.tool("speakTargetButton").isVisible()
