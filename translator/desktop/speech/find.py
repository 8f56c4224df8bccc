"""The speech of this platform."""

import os
import sys
from collections.abc import Mapping
from typing import Protocol

from translator.desktop.speech.nothing import NoSpeech
from translator.language.tag import LanguageTag


class Speech(Protocol):
    """What ``ui.desktop_ports.Speech`` asks for."""

    async def can_speak(self) -> bool:
        """Return whether there are any voices."""
        ...

    async def speak(self, text: str, language: LanguageTag | None) -> None:
        """Read it aloud; return when it has been said. Cancelling falls silent at once. Raises CannotSpeak."""
        ...


def find_speech(platform: str = sys.platform, environment: Mapping[str, str] | None = None) -> Speech:
    """Return what reads aloud here. It starts nothing yet."""
    variables = os.environ if environment is None else environment
    if platform == "win32":
        from translator.desktop.speech.windows import Sapi, powershell

        return Sapi(powershell(variables))
    if platform == "darwin":
        from translator.desktop.speech.macos import Say

        return Say()
    from translator.desktop.speech.speech_dispatcher import SpeechDispatcher, socket_address

    address = socket_address(variables)
    return NoSpeech() if address is None else SpeechDispatcher(address)
