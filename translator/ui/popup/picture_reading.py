"""The text of a picture, on its way into the popup."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translator.translation.request import Usage
    from translator.ui.vocabulary import Action, Severity


class ReadInto(Protocol):
    """What the text of a picture goes into."""

    def add_from_picture(self, text: str) -> None:
        """Show more of the text."""
        ...

    def say_of_picture(self, words: str) -> None:
        """Say how things stand."""
        ...

    def end_reading_picture(self, took: Usage) -> None:
        """Translate the text that has come, and count in what reading it took."""
        ...

    def fail_reading_picture(self, sentence: str, severity: Severity, actions: Sequence[Action]) -> None:
        """Say why there is no text, or no more of it."""
        ...


class PictureReading:
    """What reads a picture tells it here. As soon as the popup shows something else, or is closed, nothing comes of it.

    ``unwanted`` is called then, so that the reading can stop.
    """

    def __init__(self, popup: ReadInto, unwanted: Callable[[], None]) -> None:
        self._popup = popup
        self._unwanted = unwanted
        self.is_wanted = True

    def add_text(self, text: str) -> None:
        """Show more of the text, in the lines that it has in the picture."""
        if self.is_wanted:
            self._popup.add_from_picture(text)

    def say(self, words: str) -> None:
        """Say how things stand."""
        if self.is_wanted:
            self._popup.say_of_picture(words)

    def end(self, took: Usage) -> None:
        """Take note that all of the text is there, and what reading it took; translate it."""
        if self.is_wanted:
            self.is_wanted = False
            self._popup.end_reading_picture(took)

    def fail(self, sentence: str, severity: Severity, actions: Sequence[Action] = ()) -> None:
        """Say why the picture cannot be read, with next steps. What came of the text stays."""
        if self.is_wanted:
            self.is_wanted = False
            self._popup.fail_reading_picture(sentence, severity, actions)

    def let_go(self) -> None:
        """Take note that nobody wants it any more."""
        if self.is_wanted:
            self.is_wanted = False
            self._unwanted()
