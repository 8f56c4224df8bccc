"""Reading aloud through the real speech-dispatcher and espeak-ng, whose sound goes nowhere."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.system import SPEECH, require
from translator.desktop.speech.speech_dispatcher import SpeechDispatcher
from translator.language.tag import LanguageTag
from translator.surroundings.voices import CannotSpeak, NoVoice

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's own")

CONFIGURATION = """\
LogLevel 0
LogDir "{folder}"
AudioOutputMethod "libao"
AddModule "espeak-ng" "sd_espeak-ng" ""
DefaultModule espeak-ng
"""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[Path]:
    """Where a speech-dispatcher of this test's own will listen."""
    require(SPEECH)
    (tmp_path / "speechd.conf").write_text(CONFIGURATION.format(folder=tmp_path))
    (tmp_path / ".libao").write_text("default_driver=null\n")
    address = tmp_path / "speechd.sock"
    command = ["speech-dispatcher", "--run-single", "-C", tmp_path, "-S", address, "-P", tmp_path / "pid", "-t", "0"]
    places = {"HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(tmp_path)}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, env={**os.environ, **places}, stdin=quiet, stdout=quiet, stderr=quiet)
    yield address
    process.terminate()
    process.wait(20)


async def test_it_reads_what_it_has_a_voice_for_stops_at_once_and_reads_again(address: Path) -> None:
    speech = SpeechDispatcher(address, program="/no/such/program", modules=())  # it starts none of its own
    async with asyncio.timeout(30):
        while not await listens(speech):  # noqa: ASYNC110 - what is waited for sets no event
            await asyncio.sleep(0.05)
        await speech.speak("Guten Tag. Wie geht es?\n.Punkt", LanguageTag("de"))
        await speech.speak("你好。", LanguageTag.parse("zh-CN"))
        with pytest.raises(NoVoice):
            await speech.speak("?", LanguageTag("zza"))
        reading = asyncio.create_task(speech.speak("A long one, " * 3_000, LanguageTag.parse("en")))
        ended, _going_on = await asyncio.wait([reading], timeout=0.2)
        assert not ended
        reading.cancel()
        await asyncio.wait([reading])
        await speech.speak("Once more.", None)


async def listens(speech: SpeechDispatcher) -> bool:
    """Whether the service has begun to listen."""
    try:
        await speech.speak("", None)
    except CannotSpeak:
        return False
    return True
