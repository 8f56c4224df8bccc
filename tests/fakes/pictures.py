"""Pictures without a model: what reads them says what a test tells it to, what shows them keeps it as plain values."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence

from tests.fakes.screen import Said
from translator.settings import Service
from translator.surroundings.picture import Picture
from translator.translation.errors.base import TranslationError
from translator.translation.pictures.read_picture import PictureEnding, PictureEvent, PictureRequest
from translator.translation.request import Usage
from translator.ui.vocabulary import Action, Severity

Step = PictureEvent | asyncio.Event | Exception


class FakeReaders:
    """Plays a list of steps for each picture: an event to yield, a gate to wait at, an exception to raise.

    ``requests`` records what was asked, ``closed`` counts the readings that were left before their end.
    """

    def __init__(self, *replies: Sequence[Step]) -> None:
        self.replies = list(replies)
        self.failure: TranslationError | None = None
        self.requests: list[PictureRequest] = []
        self.services: list[Service] = []
        self.closed = 0

    async def pictures(self, service: Service) -> "FakeReaders":
        """Return itself."""
        self.services.append(service)
        if self.failure is not None:
            raise self.failure
        return self

    async def run(self, request: PictureRequest) -> AsyncGenerator[PictureEvent, None]:
        """Play the next reply."""
        self.requests.append(request)
        has_ended = False
        try:
            for step in self.replies.pop(0):
                if isinstance(step, asyncio.Event):
                    await step.wait()
                elif isinstance(step, Exception):
                    raise step
                else:
                    has_ended = isinstance(step, PictureEnding)
                    yield step
        except (GeneratorExit, asyncio.CancelledError):
            self.closed += not has_ended
            raise


class FakeShown:
    """The text of one picture, shown to nobody."""

    def __init__(self, unwanted: Callable[[], None]) -> None:
        self.unwanted = unwanted
        self.text = ""
        self.said: list[str] = []
        self.took: Usage | None = None
        self.notice: Said | None = None

    def say(self, words: str) -> None:
        self.said.append(words)

    def add_text(self, text: str) -> None:
        self.text += text

    def end(self, took: Usage) -> None:
        self.took = took

    def fail(self, sentence: str, severity: Severity, actions: Sequence[Action] = ()) -> None:
        self.notice = Said(sentence, severity, tuple(actions), sentence)


class FakeShowing:
    """What makes ready for pictures."""

    def __init__(self) -> None:
        self.every: list[FakeShown] = []

    @property
    def last(self) -> FakeShown:
        """What the last picture's text came up in."""
        return self.every[-1]

    def begin(self, unwanted: Callable[[], None]) -> FakeShown:
        """Make ready for one more."""
        self.every.append(FakeShown(unwanted))
        return self.last


def loading(picture: Picture, *, fault: Exception | None = None) -> Callable[[], Picture]:
    """Return what loads this picture, or does not."""

    def load() -> Picture:
        if fault is not None:
            raise fault
        return picture

    return load
