"""What can go wrong when a text is read aloud."""


class CannotSpeak(Exception):
    """The platform's speech did not read the text. ``reason`` is in its own words, or empty."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason


class NoVoice(CannotSpeak):
    """There is no voice for that language."""
