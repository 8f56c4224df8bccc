"""Reading aloud in the popup: both texts, each in its language, until the popup goes."""

from collections.abc import AsyncIterator

import pytest

from tests.fakes.speech import FakeSpeech
from tests.fakes.translator import completed
from tests.support.waiting import settle, until
from tests.ui.popup.stage import Stage
from translator.surroundings.voices import CannotSpeak
from translator.ui.look.theme import Theme
from translator.ui.popup.speaking import add_reading_aloud
from translator.ui.speaking.reading import Passage, ReadingAloud
from translator.ui.widgets.buttons.buttons import ToolButton


class Room:
    """A popup that shows a translation, and voices."""

    def __init__(self, theme: Theme, speech: FakeSpeech) -> None:
        self.speech = speech
        self.stage = Stage(theme, completed("Hallo"), completed("Hallo"))
        self.reading = ReadingAloud(speech, str)
        self.reading.start()
        add_reading_aloud(self.stage.desk, theme, self.reading)

    async def show(self) -> None:
        self.stage.desk.show_text("hello", takes_focus=True)
        await until(lambda: self.stage.popup.window.target.target.text() == "Hallo")
        await settle()

    def tool(self, name: str) -> ToolButton:
        found = self.stage.popup.window.findChild(ToolButton, name)
        assert found is not None, name
        return found

    async def close(self) -> None:
        await self.stage.close()
        await self.reading.close()


@pytest.fixture
async def room(theme: Theme) -> AsyncIterator[Room]:
    made = Room(theme, FakeSpeech())
    yield made
    await made.close()


async def test_each_text_is_read_in_its_language(room: Room) -> None:
    await room.show()
    room.stage.popup.screen.fold_source(folded=False)
    for name in ("popupSpeakTargetButton", "popupSpeakSourceButton"):
        await until(room.tool(name).isVisible)
        room.tool(name).click()
        await settle()
    assert room.speech.said == [("Hallo", "de"), ("hello", "en-US")]
    assert (room.speech.stopped, room.tool("popupSpeakSourceButton").accessibleName()) == (1, "Stop reading")


async def test_it_is_silent_as_soon_as_the_popup_has_gone(room: Room) -> None:
    await room.show()
    room.tool("popupSpeakTargetButton").click()
    await until(lambda: room.speech.is_speaking)
    room.stage.popup.presenter.dismiss()
    await until(lambda: not room.speech.is_speaking)
    await room.show()
    assert room.tool("popupSpeakTargetButton").accessibleName() == "Read aloud"


class Elsewhere:
    """A button of the window's."""

    def show_speaking(self, *, speaking: bool) -> None:
        pass

    def say(self, sentence: str) -> None:
        pass


async def test_what_is_read_elsewhere_goes_on_when_the_popup_goes(room: Room) -> None:
    await room.show()
    room.reading.toggle(Elsewhere(), Passage("a long text"))
    await until(lambda: room.speech.is_speaking)
    room.stage.popup.presenter.dismiss()
    await settle()
    assert room.speech.is_speaking


async def test_why_nothing_is_read_is_said_in_the_popup(theme: Theme) -> None:
    room = Room(theme, FakeSpeech(fault=CannotSpeak("it hangs")))
    await room.show()
    room.tool("popupSpeakTargetButton").click()
    await settle()
    assert "it hangs" in room.stage.popup.window.target.notice.sentence
    await room.close()


async def test_without_voices_there_is_no_button(theme: Theme) -> None:
    room = Room(theme, FakeSpeech(can_speak=False))
    await room.show()
    assert room.stage.popup.window.findChild(ToolButton, "popupSpeakTargetButton") is None
    await room.close()
