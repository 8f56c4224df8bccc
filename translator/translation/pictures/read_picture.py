"""The use case: the text in a picture."""

from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import dataclass, field

from translator.surroundings.picture import Picture
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import TimedOut
from translator.translation.errors.models import CannotSee
from translator.translation.errors.requests import TextRefused
from translator.translation.errors.servers import RunawayReply
from translator.translation.pictures.prompt import make_picture_prompt
from translator.translation.pictures.tokens import written_tokens
from translator.translation.pictures.transcription import Transcription
from translator.translation.ports import Engine, EngineEvent, Finished, TextDelta
from translator.translation.reply.output_cap import OutputCap
from translator.translation.request import IncompleteReason, Thinking, Usage, Waiting

_TIMES_LONGER = 4
"""A reply that is so many times longer than the text can be is no transcription."""

_NOTHING_SAID = {IncompleteReason.REFUSED, IncompleteReason.FILTERED}


@dataclass(frozen=True, slots=True)
class PictureRequest:
    """A picture to read, as it is to be sent.

    ``model`` takes the place of the engine's own. ``over_budget`` says that the user allows it though the budget is
    spent; ``insists`` sends it even to a model that is known not to see.
    """

    picture: Picture
    model: str = ""
    over_budget: bool = False
    insists: bool = False


# What ReadPicture yields: any number of the first group, then exactly one of the second.


@dataclass(frozen=True, slots=True)
class TextRead:
    """This goes to the end of the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Read:
    """All of it is there. ``text`` is empty where there is none in the picture."""

    text: str
    usage: Usage = field(default_factory=Usage)
    engine: str = ""
    model: str = ""


@dataclass(frozen=True, slots=True)
class ReadInPart:
    """Text arrived, but not all of it. ``error`` is what broke it off, where something did."""

    reason: IncompleteReason
    text: str
    usage: Usage = field(default_factory=Usage)
    error: TranslationError | None = None


@dataclass(frozen=True, slots=True)
class NotRead:
    """No text arrived."""

    error: TranslationError


PictureEnding = Read | ReadInPart | NotRead
PictureEvent = TextRead | Thinking | Waiting | PictureEnding


class ReadPicture:
    """Reads the text in a picture with an engine."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    async def run(self, request: PictureRequest) -> AsyncGenerator[PictureEvent, None]:
        """Ask for the text, and tell what comes. Closing it closes the socket. Raises nothing of its own."""
        reading = _Reading(self._engine, request)
        try:
            async with aclosing(reading.stream()) as events:
                async for event in events:
                    yield event
        except TranslationError as error:
            yield reading.broken_off_by(error)
        else:
            yield reading.ending()


class _Reading:
    """One picture on its way to its text."""

    def __init__(self, engine: Engine, request: PictureRequest) -> None:
        self._engine = engine
        self._request = request
        self._transcription = Transcription()
        size = request.picture.width, request.picture.height
        self._cap = OutputCap((), more=_TIMES_LONGER * written_tokens(*size))
        self._pieces: list[str] = []
        self._usage = Usage()
        # A stream may end without a word on why.
        self._reason: IncompleteReason | None = IncompleteReason.CUT

    @property
    def _text(self) -> str:
        return "".join(self._pieces).rstrip()

    async def stream(self) -> AsyncGenerator[PictureEvent, None]:
        """Yield what comes before the ending. Raises TranslationError."""
        request = self._request
        prompt = make_picture_prompt(
            request.picture, model=request.model, over_budget=request.over_budget, insists=request.insists
        )
        async with aclosing(self._engine.stream(prompt)) as events:
            async for event in events:
                for told in self._take(event):
                    yield told
        for told in self._add(self._transcription.finish()):
            yield told

    def ending(self) -> PictureEnding:
        """Return how it ended, where nothing broke."""
        name, model = self._engine.name, self._request.model or self._engine.model
        if self._transcription.is_blind:
            return NotRead(CannotSee(name, model))
        if self._reason is None:
            return Read(self._text, self._usage, name, model)
        if self._text:
            return ReadInPart(self._reason, self._text, self._usage)
        error = TextRefused(name) if self._reason in _NOTHING_SAID else TranslationError(name)
        return NotRead(error)

    def broken_off_by(self, error: TranslationError) -> PictureEnding:
        """Return how it ended, with what had come before the fault."""
        if not self._text:
            return NotRead(error)
        reason = IncompleteReason.TIMEOUT if isinstance(error, TimedOut) else IncompleteReason.CUT
        return ReadInPart(reason, self._text, self._usage, error)

    def _take(self, event: EngineEvent) -> Iterator[TextRead | Thinking | Waiting]:
        match event:
            case TextDelta(text):
                hidden = self._transcription.hidden
                added = self._transcription.feed(text)
                if not self._cap.allows(text[self._transcription.hidden - hidden :]):
                    raise RunawayReply(self._engine.name)
                yield from self._add(added)
            case Thinking() | Waiting():
                yield event
            case Usage():
                self._usage = event
            case Finished(reason):
                self._reason = reason

    def _add(self, text: str) -> Iterator[TextRead]:
        if text:
            self._pieces.append(text)
            yield TextRead(text)
