"""Reading aloud by a program of the platform's: what it is told, and that it ends."""

import asyncio
import json
import sys
from pathlib import Path

import pytest

from tests.support.waiting import until
from translator.desktop.speech import child
from translator.desktop.speech.find import find_speech
from translator.desktop.speech.macos import Say
from translator.desktop.speech.nothing import NoSpeech
from translator.desktop.speech.speech_dispatcher import SpeechDispatcher
from translator.desktop.speech.windows import SCRIPT, Sapi, powershell
from translator.language.tag import LanguageTag
from translator.surroundings.voices import CannotSpeak, NoVoice

CHILD = str(Path(__file__).with_name("speaking_child.py"))
GERMAN, ENGLISH = LanguageTag("de"), LanguageTag("en", region="US")


class Room:
    def __init__(self, folder: Path) -> None:
        self._log = folder / "told.jsonl"
        self.say = Say(self._command("say"))
        self.sapi = Sapi(self._command("sapi"))

    def _command(self, kind: str) -> tuple[str, ...]:
        return sys.executable, CHILD, str(self._log), kind

    @property
    def told(self) -> list[list[str]]:
        lines = self._log.read_text(encoding="utf-8").splitlines() if self._log.exists() else []
        return [json.loads(line) for line in lines]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


async def test_say_reads_by_the_best_voice_and_its_text_is_in_no_argument(room: Room) -> None:
    await room.say.speak("Grüße. Wie geht's?", GERMAN)
    options = ["-v", "Anna (Premium)", "-f", "-"]
    assert room.told == [["Grüße.", *options], ["Wie geht's?", *options]]


async def test_say_leaves_alone_the_voices_that_are_a_joke(room: Room) -> None:
    await room.say.speak("Hello.", ENGLISH)
    assert room.told[0][2] == "Samantha"


async def test_without_a_language_the_user_s_own_voice_reads(room: Room) -> None:
    await room.say.speak("Hm.", None)
    await room.sapi.speak("Hm.", None)
    assert room.told == [["Hm.", "-f", "-"], [""], ["Hm."]]


async def test_sapi_is_told_the_voice_and_then_sentence_by_sentence(room: Room) -> None:
    await room.sapi.speak("Grüße. Wie geht's?", GERMAN)
    assert room.told == [["Microsoft Hedda Desktop"], ["Grüße."], ["Wie geht's?"]]


async def test_they_can_speak_where_they_have_voices(room: Room) -> None:
    assert await room.say.can_speak()
    assert await room.sapi.can_speak()
    nothing = [sys.executable, "-c", "pass"]
    assert not await Say(nothing).can_speak()
    assert not await Sapi(nothing).can_speak()
    assert not await Say(["/no/such/program"]).can_speak()


async def test_a_language_nobody_speaks_is_said(room: Room) -> None:
    for speech in (room.say, room.sapi):
        with pytest.raises(NoVoice):
            await speech.speak("Сәлем.", LanguageTag("kk"))
    assert room.told == []


async def test_cancelling_ends_the_program(room: Room) -> None:
    for speech in (room.say, room.sapi):
        before = len(room.told)
        reading = asyncio.create_task(speech.speak("Please wait. And more.", ENGLISH))
        await until(lambda before=before: ["Please wait."] in [line[:1] for line in room.told[before:]])  # type: ignore[misc]
        reading.cancel()
        await asyncio.wait([reading])
        assert reading.cancelled()


async def test_a_program_that_fails_is_said(room: Room) -> None:
    for speech in (room.say, room.sapi):
        with pytest.raises(CannotSpeak):
            await speech.speak("This will fail. And more.", ENGLISH)


async def test_a_program_that_will_not_end_is_made_to(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "PATIENCE_SECONDS", 0.05)
    deaf = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); signal.pause()"
    async with child.running([sys.executable, "-c", deaf]) as running:
        assert await running.line() == "deaf"
    assert running._process.returncode not in (None, 0)


def test_powershell_is_called_by_its_full_path_and_reads_its_input_alone() -> None:
    program, *options = powershell({"SystemRoot": r"D:\Windows"})
    assert program == r"D:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe"
    assert options[-2:] == ["-Command", SCRIPT]
    assert options[options.index("-InputFormat") + 1] == "None"


async def test_each_platform_has_its_own_and_some_have_none() -> None:
    assert isinstance(find_speech("win32", {}), Sapi)
    assert isinstance(find_speech("darwin", {}), Say)
    assert isinstance(find_speech("linux", {"XDG_RUNTIME_DIR": "/run/user/1"}), SpeechDispatcher)
    nothing = find_speech("linux", {"SPEECHD_ADDRESS": "inet_socket"})
    assert isinstance(nothing, NoSpeech)
    assert not await nothing.can_speak()
    with pytest.raises(CannotSpeak):
        await nothing.speak("Hello.", None)
