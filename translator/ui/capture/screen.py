"""What reading a picture asks of the window or the popup that its text comes up in."""

from collections.abc import AsyncGenerator, Callable, Sequence
from typing import Protocol

from translator.settings import Service
from translator.translation.pictures.read_picture import PictureEvent, PictureRequest
from translator.translation.request import Usage
from translator.ui.vocabulary import Action, Severity


class PictureShown(Protocol):
    """The text of one picture, as it comes up. Once it is unwanted, nothing that is said here has an effect."""

    def say(self, words: str) -> None:
        """Say how things stand."""
        ...

    def add_text(self, text: str) -> None:
        """Show more of the text, in the lines that it has in the picture."""
        ...

    def end(self, took: Usage) -> None:
        """Take note that all of the text is there, and what reading it took; translate it."""
        ...

    def fail(self, sentence: str, severity: Severity, actions: Sequence[Action] = ()) -> None:
        """Say why the picture cannot be read, with next steps. What came of the text stays."""
        ...


Begin = Callable[[Callable[[], None]], PictureShown]
"""Makes ready for the text of a picture. What it is given is called once nobody wants that text any more."""


class PictureReader(Protocol):
    """The use case, for one service."""

    def run(self, request: PictureRequest) -> AsyncGenerator[PictureEvent, None]:
        """Read the text, and tell what comes."""
        ...


class PictureReaders(Protocol):
    """The engines behind the services, as far as they read pictures."""

    async def pictures(self, service: Service) -> PictureReader:
        """Return the use case for this service, waiting until its engine is ready. Raises TranslationError."""
        ...
