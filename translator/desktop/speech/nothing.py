"""Where there is nobody to read aloud."""

from translator.language.tag import LanguageTag
from translator.surroundings.voices import CannotSpeak


class NoSpeech:
    """Implements ``ui.desktop_ports.Speech``: nothing can be read aloud."""

    async def can_speak(self) -> bool:
        """Say no."""
        return False

    async def speak(self, text: str, language: LanguageTag | None) -> None:
        """Raise CannotSpeak."""
        raise CannotSpeak
