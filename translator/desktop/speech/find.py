"""The speech of this platform."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from translator.desktop.speech.nothing import NoSpeech

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translator.desktop.speech.macos import Say
    from translator.desktop.speech.speech_dispatcher import SpeechDispatcher
    from translator.desktop.speech.windows import Sapi


def find_speech(
    platform: str = sys.platform, environment: Mapping[str, str] | None = None
) -> SpeechDispatcher | Sapi | Say | NoSpeech:
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
