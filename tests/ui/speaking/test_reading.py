"""Reading aloud, one text at a time."""

import pytest

from tests.fakes.speech import FakeSpeech
from tests.support.waiting import settle
from translator.language.tag import LanguageTag
from translator.surroundings.voices import CannotSpeak, NoVoice
from translator.ui.speaking.reading import Passage, ReadingAloud

DE, EN = LanguageTag("de"), LanguageTag("en", region="US")


class FakeControl:
    def __init__(self) -> None:
        self.speaking: list[bool] = []
        self.said: list[str] = []

    @property
    def is_speaking(self) -> bool:
        return self.speaking[-1:] == [True]

    def show_speaking(self, *, speaking: bool) -> None:
        self.speaking.append(speaking)

    def say(self, sentence: str) -> None:
        self.said.append(sentence)


class Room:
    def __init__(self, speech: FakeSpeech) -> None:
        self.speech = speech
        self.reading = ReadingAloud(speech, lambda tag: {"de": "German"}.get(str(tag), "English"))
        self.source, self.target = FakeControl(), FakeControl()


@pytest.fixture
def room() -> Room:
    return Room(FakeSpeech())


async def test_a_button_reads_until_the_end_and_then_offers_to_read_again(room: Room) -> None:
    room.reading.toggle(room.source, Passage("Guten Tag.", DE))
    await settle()
    assert (room.speech.said, room.source.speaking) == ([("Guten Tag.", "de")], [True])
    room.speech.finish()
    await settle()
    assert (room.source.speaking, room.source.said) == ([True, False], [])


async def test_the_same_button_stops_it(room: Room) -> None:
    room.reading.toggle(room.source, Passage("Guten Tag."))
    await settle()
    room.reading.toggle(room.source, Passage("Guten Tag."))
    await settle()
    assert (room.speech.stopped, room.speech.is_speaking, room.source.speaking) == (1, False, [True, False])
    assert len(room.speech.said) == 1


async def test_another_button_takes_over(room: Room) -> None:
    room.reading.toggle(room.source, Passage("Guten Tag.", DE))
    await settle()
    room.reading.toggle(room.target, Passage("Hello.", EN))
    await settle()
    assert room.speech.said == [("Guten Tag.", "de"), ("Hello.", "en-US")]
    assert (room.speech.stopped, room.source.is_speaking, room.target.is_speaking) == (1, False, True)
    await room.reading.close()
    assert (room.speech.is_speaking, room.target.is_speaking) == (False, False)


async def test_it_stops_where_the_text_becomes_another_and_goes_on_where_it_only_grows(room: Room) -> None:
    room.reading.toggle(room.target, Passage("Hello."))
    await settle()
    room.reading.follow_text(room.target, "Hello. How are you?")
    room.reading.follow_text(room.source, "")
    assert room.target.is_speaking
    room.reading.follow_text(room.target, "Good morning.")
    await settle()
    assert (room.speech.is_speaking, room.target.is_speaking) == (False, False)


async def test_blanks_are_not_read(room: Room) -> None:
    room.reading.toggle(room.source, Passage(" \n"))
    await settle()
    assert (room.speech.said, room.source.speaking) == ([], [])


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (NoVoice(), "No voice on this computer reads German. The system's speech settings may offer one."),
        (CannotSpeak("the speech service has gone"), "This cannot be read aloud: the speech service has gone."),
        (CannotSpeak(), "This cannot be read aloud."),
    ],
)
async def test_what_cannot_be_read_is_said(fault: CannotSpeak, sentence: str) -> None:
    room = Room(FakeSpeech(fault=fault))
    room.reading.toggle(room.source, Passage("Guten Tag.", DE))
    await settle()
    assert (room.source.said, room.source.speaking) == ([sentence], [True, False])


async def test_whether_there_is_speech_is_asked_once_and_told_to_all(room: Room) -> None:
    offered: list[str] = []
    room.reading.when_there_is_speech(lambda: offered.append("window"))
    assert (offered, room.speech.asked) == ([], 0)
    room.reading.start()
    await settle()
    room.reading.when_there_is_speech(lambda: offered.append("popup"))
    assert (offered, room.speech.asked) == (["window", "popup"], 1)


async def test_where_there_is_none_nothing_is_offered() -> None:
    room = Room(FakeSpeech(can_speak=False))
    offered: list[str] = []
    room.reading.when_there_is_speech(lambda: offered.append("window"))
    room.reading.start()
    await settle()
    assert offered == []


async def test_who_waited_for_voices_and_has_gone_is_not_called(room: Room) -> None:
    called: list[str] = []
    room.reading.when_there_is_speech(lambda: called.append("gone"))
    room.reading.forget_waiting()
    room.reading.when_there_is_speech(lambda: called.append("there"))
    room.reading.start()
    await settle()

    assert called == ["there"]
