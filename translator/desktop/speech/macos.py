"""Speech on macOS: its own ``say``."""

import asyncio
import os
import re
from collections.abc import Sequence

from translator.desktop.speech.child import running
from translator.desktop.speech.pieces import cut
from translator.desktop.speech.voices import Voice, best_voice
from translator.language.tag import LanguageTag
from translator.surroundings.voices import CannotSpeak, NoVoice

COMMAND = ("/usr/bin/say",)

# A name, which may have blanks and brackets in it, a language, and behind a number sign what the voice says of itself.
_LISTED = re.compile(r"(?P<name>\S.*?)\s+(?P<language>[a-z]{2,3}(?:[_-]\w+)*)\s+#")

# Voices that sing, whisper or ring; all of them claim to speak English.
_NOVELTIES = frozenset({
    "Albert", "Bad News", "Bahh", "Bells", "Boing", "Bubbles", "Cellos", "Deranged", "Fred", "Good News", "Hysterical",
    "Jester", "Junior", "Kathy", "Organ", "Pipe Organ", "Ralph", "Superstar", "Trinoids", "Whisper", "Wobble", "Zarvox",
})  # fmt: skip
_SAYS_HOW_GOOD = ("(Premium)", "(Enhanced)")


class Say:
    """Implements ``ui.desktop_ports.Speech``. ``command`` is the program, and what comes before its options."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = command

    async def can_speak(self) -> bool:
        """Return whether there is a voice."""
        try:
            return bool(await self._voices())
        except CannotSpeak:
            return False

    async def speak(self, text: str, language: LanguageTag | None) -> None:
        """Read it aloud; return when it has been said. Raises CannotSpeak."""
        chosen: list[str] = []
        if language is not None:
            voice = best_voice(await self._voices(), language)
            if voice is None:
                raise NoVoice
            chosen = ["-v", voice.name]
        pieces = await asyncio.to_thread(cut, text, language.language if language else "")
        async with running([*self._command, *chosen, "-f", "-"], _environment()) as child:
            for piece in pieces:
                await child.tell(piece)
            await child.finish()

    async def _voices(self) -> list[Voice]:
        async with running([*self._command, "-v", "?"], _environment()) as child:
            listed = await child.rest()
        found = (match for line in listed.splitlines() if (match := _LISTED.match(line)))
        return [Voice(match["name"], match["language"], _rank(match["name"])) for match in found]


def _rank(name: str) -> int:
    for rank, mark in enumerate(_SAYS_HOW_GOOD):
        if name.endswith(mark):
            return rank
    if name in _NOVELTIES:
        return 4
    return 3 if name.endswith(")") else 2  # those that end so otherwise are for screen readers that speak very fast


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "en_US.UTF-8"}  # what it reads and writes is UTF-8 then
