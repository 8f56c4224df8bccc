"""Reading aloud through speech-dispatcher, told by a service that keeps to its protocol, or does not."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.servers.speech_service import ESPEAK, Said, SpeechService, speech_service
from translator.desktop.speech import ssip
from translator.desktop.speech.speech_dispatcher import SpeechDispatcher, socket_address
from translator.language.tag import LanguageTag
from translator.surroundings.voices import CannotSpeak, NoVoice

GERMAN, FRENCH = LanguageTag("de"), LanguageTag("fr")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="speech-dispatcher listens on a Unix socket")


@pytest.fixture
def address(tmp_path: Path) -> Path:
    return tmp_path / "speechd.sock"


@pytest.fixture
async def service(address: Path) -> AsyncIterator[SpeechService]:
    async with speech_service(address) as made:
        made.lets_end.set()
        yield made


@pytest.fixture
def speech(address: Path) -> SpeechDispatcher:
    return SpeechDispatcher(address, program="no-such-program", modules=(), sleep=_no_time)


async def _no_time(_seconds: float) -> None:
    await asyncio.sleep(0)


async def test_a_text_is_read_sentence_by_sentence_in_its_language(
    service: SpeechService, speech: SpeechDispatcher
) -> None:
    await speech.speak("Guten Tag. Wie geht es?\n.de ist ein Name.", GERMAN)
    assert service.said == [
        Said("Guten Tag.", "espeak-ng", "de"),
        Said("Wie geht es?", "espeak-ng", "de"),
        Said(".de ist ein Name.", "espeak-ng", "de"),
    ]
    assert "SET self PRIORITY message" in service.commands
    await service.hung_up.wait()
    assert service.commands[-2:] == ["CANCEL self", "QUIT"]


async def test_a_language_is_asked_for_by_the_name_that_the_module_has_for_it(
    service: SpeechService, speech: SpeechDispatcher
) -> None:
    for _ in range(2):
        await speech.speak("你好。", LanguageTag.parse("zh-CN"))
    assert [said.language for said in service.said] == ["cmn", "cmn"]
    assert service.commands.count("LIST SYNTHESIS_VOICES") == 1


async def test_without_a_language_the_user_s_own_voice_reads(service: SpeechService, speech: SpeechDispatcher) -> None:
    await speech.speak("Hm.", None)
    assert service.said == [Said("Hm.", "espeak-ng", "")]
    assert not any("LANGUAGE" in command or "OUTPUT_MODULE " in command for command in service.commands)


async def test_another_module_reads_what_the_preferred_one_cannot(address: Path, speech: SpeechDispatcher) -> None:
    async with speech_service(
        address, {**ESPEAK, "dummy": [("dummy", "fr")], "piper": [("Siwis", "fr_FR")]}
    ) as service:
        service.lets_end.set()
        await speech.speak("Bonjour.", FRENCH)
        assert service.said == [Said("Bonjour.", "piper", "fr_fr")]


async def test_where_nobody_speaks_the_language_nothing_is_read(
    service: SpeechService, speech: SpeechDispatcher
) -> None:
    with pytest.raises(NoVoice):
        await speech.speak("Bonjour.", FRENCH)
    assert service.said == []


async def test_cancelling_falls_silent(service: SpeechService, speech: SpeechDispatcher) -> None:
    service.lets_end.clear()
    reading = asyncio.create_task(speech.speak("One. Two.", None))
    await service.begun.wait()
    reading.cancel()
    await asyncio.wait([reading])
    assert reading.cancelled()
    await service.hung_up.wait()
    assert service.commands[-2:] == ["CANCEL self", "QUIT"]
    assert len(service.said) == 1


async def test_what_another_program_stops_stays_stopped(service: SpeechService, speech: SpeechDispatcher) -> None:
    service.ending = "703 CANCELED"
    await speech.speak("One. Two.", None)
    assert len(service.said) == 1


async def test_the_recorded_sentence_that_there_is_no_synthesiser_is_no_voice(
    address: Path, speech: SpeechDispatcher
) -> None:
    async with speech_service(address, {"dummy": [("dummy", "en")]}) as service:
        assert not await speech.can_speak()
        with pytest.raises(CannotSpeak, match="no speech synthesiser"):
            await speech.speak("Hello.", LanguageTag("en"))
        assert service.said == []


async def test_a_service_with_a_synthesiser_can_speak(service: SpeechService, speech: SpeechDispatcher) -> None:
    assert await speech.can_speak()
    await service.hung_up.wait()


async def test_where_the_program_is_installed_with_a_synthesiser_nothing_is_started_to_find_out(
    tmp_path: Path, address: Path
) -> None:
    (tmp_path / "sd_generic").touch()
    assert not await SpeechDispatcher(address, program=sys.executable, modules=[tmp_path], sleep=_no_time).can_speak()
    (tmp_path / "sd_espeak-ng").touch()
    assert await SpeechDispatcher(address, program="/no/such", modules=[tmp_path], sleep=_no_time).can_speak() is False
    assert await SpeechDispatcher(address, program=sys.executable, modules=[tmp_path]).can_speak()


async def test_without_the_program_there_is_no_speech(speech: SpeechDispatcher) -> None:
    assert not await speech.can_speak()
    with pytest.raises(CannotSpeak, match="not installed"):
        await speech.speak("Hello.", None)


async def test_a_service_that_does_not_run_is_started_and_waited_for(tmp_path: Path, address: Path) -> None:
    """The program says that it was started before it listens."""
    started = tmp_path / "arguments"
    program = tmp_path / "speech-dispatcher"
    program.write_text(f'#!/bin/sh\necho "$@" > {started}\n')
    program.chmod(0o755)
    waits = 0
    opened: list[SpeechService] = []

    async def wait(_seconds: float) -> None:
        nonlocal waits
        waits += 1
        if waits == 3:
            opened.append(await stack.__aenter__())
            opened[0].lets_end.set()

    stack = speech_service(address)
    await SpeechDispatcher(address, program=str(program), modules=(), sleep=wait).speak("Hello.", None)
    await stack.__aexit__(None, None, None)
    assert started.read_text().split() == [
        "--spawn", "--communication-method", "unix_socket", "--socket-path", str(address)
    ]  # fmt: skip
    assert [said.text for said in opened[0].said] == ["Hello."]


@pytest.mark.parametrize("what", ["exit 1", "exit 0"])
async def test_one_that_does_not_start_or_never_listens_is_said(tmp_path: Path, address: Path, what: str) -> None:
    program = tmp_path / "speech-dispatcher"
    program.write_text(f"#!/bin/sh\n{what}\n")
    program.chmod(0o755)
    with pytest.raises(CannotSpeak):
        await SpeechDispatcher(address, program=str(program), modules=(), sleep=_no_time).speak("Hello.", None)


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("SPEAK", b"300 ERR INTERNAL\r\n"),
        ("LIST OUTPUT_MODULES", b"HTTP/1.1 400 Bad Request\r\n\r\n"),
        ("SET self CLIENT_NAME", b"\xff\xfe\x00\r\n"),
        ("SET self LANGUAGE", b"x" * 100_000),
        ("LIST SYNTHESIS_VOICES", b"249-one without a language\r\n249 OK\r\n"),
        ("SET self PRIORITY", b"230-" + b"a" * 70_000 + b"\r\n"),
    ],
)
async def test_a_service_that_does_not_keep_to_its_protocol_is_said_not_believed(
    service: SpeechService, speech: SpeechDispatcher, command: str, answer: bytes
) -> None:
    service.answers[command] = answer
    with pytest.raises(CannotSpeak):
        await speech.speak("Guten Tag.", GERMAN)


async def test_a_service_that_hangs_is_not_waited_for(
    service: SpeechService, speech: SpeechDispatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ssip, "PATIENCE_SECONDS", 0.05)
    service.answers["LIST OUTPUT_MODULES"] = b"700-1\r\n700-1\r\n700 INDEX MARK\r\n"
    with pytest.raises(CannotSpeak, match="does not answer"):
        await speech.speak("Hello.", None)


@pytest.mark.parametrize(
    ("environment", "path"),
    [
        ({"XDG_RUNTIME_DIR": "/run/user/1"}, "/run/user/1/speech-dispatcher/speechd.sock"),
        ({"HOME": "/home/me"}, "/home/me/.cache/speech-dispatcher/speechd.sock"),
        ({"SPEECHD_ADDRESS": "unix_socket:/tmp/x.sock"}, "/tmp/x.sock"),
        ({"SPEECHD_ADDRESS": "unix_socket", "XDG_RUNTIME_DIR": "/r"}, "/r/speech-dispatcher/speechd.sock"),
        ({"SPEECHD_ADDRESS": "inet_socket:example.org:6560"}, None),
    ],
)
def test_its_address_is_where_its_own_clients_look(environment: dict[str, str], path: str | None) -> None:
    assert socket_address(environment) == (Path(path) if path else None)
