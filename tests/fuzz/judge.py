"""Runs a case through the app, and judges what came of it."""

import asyncio
from collections.abc import AsyncGenerator

from tests.fuzz.case import Case, Promise
from translator.engines.faults.mapping import Endpoint
from translator.engines.replies.event_stream import ReplyReader
from translator.language.tag import LanguageTag
from translator.messages import explain, explain_incomplete
from translator.translation.errors.connections import ConnectionLost
from translator.translation.ports import Engine, EngineEvent, Prompt
from translator.translation.request import (
    Began,
    Completed,
    Ending,
    Failed,
    Incomplete,
    TextAdded,
    TextTakenBack,
    TranslationEvent,
    TranslationRequest,
)
from translator.translation.translate_text import TranslateText

PATIENCE_SECONDS = 30
_MOST_EVENTS = 100_000


class Broken(AssertionError):
    """The app did not keep its promise."""


class InMemoryEngine:
    """Reads a case's bytes as OpenAIEngine reads those of a socket."""

    name = "Fuzzed"
    model = "fuzz"

    def __init__(self, case: Case) -> None:
        self._case = case

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Play the reply to this form of prompt; an earlier one comes whole."""
        reader = ReplyReader(Endpoint(self.name, "127.0.0.1", self.model))
        earlier = self._case.earlier.get(prompt.form)
        for piece in self._case.pieces if earlier is None else (earlier,):
            for event in reader.feed(piece):
                yield event
            if reader.done:
                break
        else:
            if self._case.breaks and earlier is None and not reader.finished:
                raise ConnectionLost(self.name, "127.0.0.1")
        for event in reader.end():
            yield event

    async def models(self) -> tuple[str, ...]:
        """Return its one model."""
        return (self.model,)

    async def warm(self) -> None:
        """Be ready."""

    async def aclose(self) -> None:
        """Have nothing to close."""


async def run_case(case: Case, engine: Engine | None = None) -> Ending:
    """Translate by this engine, by default the one in memory; return how it ended. Raises Broken."""
    sample = case.sample
    request = TranslationRequest(sample.source, LanguageTag("de"), LanguageTag("en"), masks_private=sample.masks)
    events: list[TranslationEvent] = []
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            async for event in TranslateText(engine or InMemoryEngine(case)).run(request):
                events.append(event)
                if len(events) > _MOST_EVENTS:
                    raise Broken("it goes on and on")
    except TimeoutError:
        raise Broken("it hangs") from None
    ending = _ending_of(events)
    _judge(case, ending)
    return ending


def _ending_of(events: list[TranslationEvent]) -> Ending:
    """Return the last event, once it is sure that what was told on the way amounts to it."""
    ending = events[-1]
    if not isinstance(ending, Completed | Incomplete | Failed):
        raise Broken(f"the last event is {ending}")
    text = ""
    for event in events[:-1]:
        match event:
            case Began(standing=standing):
                text = standing
            case TextAdded(added):
                text += added
            case TextTakenBack(length):
                text = text[:length]
            case Completed() | Incomplete() | Failed():
                raise Broken("there are two endings")
    said = "" if isinstance(ending, Failed) else ending.translation.text
    if text != said:
        raise Broken(f"it painted {text!r} and ended with {said!r}")
    return ending


def _judge(case: Case, ending: Ending) -> None:
    _check_words(ending)
    match ending:
        case Completed(translation):
            _check_text(translation.text)
            if case.promise is Promise.NOT_COMPLETE:
                raise Broken(f"told as complete: {translation.text!r}")
            if case.promise is not Promise.ALIVE and translation.text != case.sample.target:
                raise Broken(f"told as complete: {translation.text!r}, which is not {case.sample.target!r}")
            if lost := [private for private in case.sample.private if private not in translation.text]:
                raise Broken(f"told as complete without {lost}: {translation.text!r}")
        case Incomplete(translation=translation):
            _check_text(translation.text)
    if case.promise is Promise.COMPLETE and not isinstance(ending, Completed):
        raise Broken(f"not complete: {ending}")


def _check_words(ending: Ending) -> None:
    if isinstance(ending, Incomplete) and not explain_incomplete(ending.reason):
        raise Broken("no words for the reason")
    error = None if isinstance(ending, Completed) else ending.error
    if error is not None:
        message = explain(error)
        if not message.sentence or not message.command_step:
            raise Broken(f"no words for {error!r}")


def _check_text(text: str) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Broken(f"half a character in {text!r}")
