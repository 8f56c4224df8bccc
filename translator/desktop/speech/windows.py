"""Speech on Windows: SAPI, through System.Speech in a PowerShell of its own, which every Windows has."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import PureWindowsPath

from translator.desktop.speech.child import Child, running
from translator.desktop.speech.pieces import cut
from translator.desktop.speech.voices import Voice, best_voice
from translator.language.tag import LanguageTag
from translator.surroundings.voices import CannotSpeak, NoVoice

# It lists the voices, takes the name of one (or an empty line), then reads line by line and says when each is done.
# The streams are opened by hand: the console's own are in the code page of the system, not in UTF-8.
SCRIPT = """
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Speech
$utf8 = New-Object System.Text.UTF8Encoding $false
$in = New-Object System.IO.StreamReader ([Console]::OpenStandardInput()), $utf8
$out = New-Object System.IO.StreamWriter ([Console]::OpenStandardOutput()), $utf8
$out.AutoFlush = $true
$speaker = New-Object System.Speech.Synthesis.SpeechSynthesizer
foreach ($voice in $speaker.GetInstalledVoices()) {
    if ($voice.Enabled) { $out.WriteLine($voice.VoiceInfo.Culture.Name + "`t" + $voice.VoiceInfo.Name) }
}
$out.WriteLine('.')
$name = $in.ReadLine()
if ($name) { $speaker.SelectVoice($name) }
while ($null -ne ($line = $in.ReadLine())) { $speaker.Speak($line); $out.WriteLine('.') }
"""
_LISTED = "."
_MOST_VOICES = 1_000


class Sapi:
    """Implements ``ui.desktop_ports.Speech``. ``command`` runs SCRIPT."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = command

    async def can_speak(self) -> bool:
        """Return whether there is a voice."""
        try:
            async with running(self._command) as child:
                return bool(await _voices(child))
        except CannotSpeak:
            return False

    async def speak(self, text: str, language: LanguageTag | None) -> None:
        """Read it aloud; return when it has been said. Raises CannotSpeak."""
        pieces = await asyncio.to_thread(cut, text, language.language if language else "")
        async with running(self._command) as child:
            voices = await _voices(child)
            voice = best_voice(voices, language) if language is not None else None
            if language is not None and voice is None:
                raise NoVoice
            await child.tell(voice.name if voice else "")
            for piece in pieces:
                await child.tell(piece)
                await child.line()
            await child.finish()


def powershell(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the command that runs SCRIPT, by its full path. Its standard input is the script's alone."""
    root = environment.get("SystemRoot", r"C:\Windows")
    program = PureWindowsPath(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe")
    return (str(program), "-NoLogo", "-NoProfile", "-NonInteractive", "-InputFormat", "None", "-Command", SCRIPT)


async def _voices(child: Child) -> list[Voice]:
    voices: list[Voice] = []
    while (line := await child.line()) != _LISTED and len(voices) < _MOST_VOICES:
        culture, _, name = line.partition("\t")
        voices.append(Voice(name, culture))
    return voices
