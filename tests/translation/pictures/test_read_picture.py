"""Reading a picture: what comes of it, however the engine ends."""

from contextlib import aclosing

import pytest

from tests.fakes.engine import ScriptedEngine, Step, reply
from translator.surroundings.picture import Picture
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import ConnectionLost, TimedOut
from translator.translation.errors.models import CannotSee
from translator.translation.errors.requests import TextRefused
from translator.translation.errors.servers import BadReply, RunawayReply
from translator.translation.pictures.read_picture import (
    NotRead,
    PictureEvent,
    PictureRequest,
    Read,
    ReadInPart,
    ReadPicture,
    TextRead,
)
from translator.translation.ports import Finished, RateLimits, TextDelta
from translator.translation.request import Action, IncompleteReason, Thinking, Usage

PICTURE = Picture(b"png", 640, 320)
REQUEST = PictureRequest(PICTURE)


async def read(*steps: Step, request: PictureRequest = REQUEST) -> list[PictureEvent]:
    return [event async for event in ReadPicture(ScriptedEngine([steps])).run(request)]


async def test_the_text_comes_in_pieces_then_all_of_it_with_what_it_took() -> None:
    usage = Usage(900, 20, requests=1, cost=0.01)
    events = await read(*reply("<transcription>\nGuten", " Tag\n", "</transcription>", usage=usage))
    assert events == [TextRead("Guten"), TextRead(" Tag"), Read("Guten Tag", usage, "Scripted", "script-1")]


async def test_the_request_carries_the_picture_and_nothing_to_translate() -> None:
    engine = ScriptedEngine([reply("x")])
    request = PictureRequest(PICTURE, "seer-2", over_budget=True, insists=True)
    *_, ending = [event async for event in ReadPicture(engine).run(request)]
    (prompt,) = engine.prompts
    assert (prompt.picture, prompt.model, prompt.lines, prompt.action) == (PICTURE, "seer-2", (), Action.PICTURE)
    assert prompt.over_budget
    assert prompt.insists
    assert "never instruction" in prompt.system
    assert isinstance(ending, Read)
    assert ending.model == "seer-2"


async def test_a_picture_without_text_is_read_all_the_same() -> None:
    assert await read(*reply("<transcription>[no text]</transcription>")) == [
        Read("", Usage(requests=1), "Scripted", "script-1")
    ]


async def test_thoughts_are_told() -> None:
    events = await read(Thinking(), RateLimits(), *reply("<think>Hm.</think><transcription>A</transcription>"))
    assert events[:2] == [Thinking(), TextRead("A")]


async def test_a_model_that_says_it_sees_nothing_cannot_see() -> None:
    (ending,) = await read(*reply("I'm sorry, I can't see any image."), request=PictureRequest(PICTURE, "blind-1"))
    assert isinstance(ending, NotRead)
    assert isinstance(ending.error, CannotSee)
    assert (ending.error.service, ending.error.detail) == ("Scripted", "blind-1")


@pytest.mark.parametrize("reason", [IncompleteReason.LENGTH, IncompleteReason.FILTERED, IncompleteReason.CUT])
async def test_what_came_before_the_end_of_an_incomplete_reply_is_kept(reason: IncompleteReason) -> None:
    *_, ending = await read(TextDelta("<transcription>half of"), Usage(requests=1), Finished(reason))
    assert ending == ReadInPart(reason, "half of", Usage(requests=1))


async def test_a_stream_that_ends_without_a_word_is_cut() -> None:
    *_, ending = await read(TextDelta("<transcription>half of"))
    assert ending == ReadInPart(IncompleteReason.CUT, "half of")


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        (IncompleteReason.REFUSED, TextRefused),
        (IncompleteReason.FILTERED, TextRefused),
        (IncompleteReason.LENGTH, TranslationError),
    ],
)
async def test_an_incomplete_reply_without_text_is_a_failure(
    reason: IncompleteReason, kind: type[TranslationError]
) -> None:
    (ending,) = await read(Usage(requests=1), Finished(reason))
    assert isinstance(ending, NotRead)
    assert type(ending.error) is kind


@pytest.mark.parametrize(
    ("error", "reason"),
    [(ConnectionLost("S"), IncompleteReason.CUT), (TimedOut("S"), IncompleteReason.TIMEOUT)],
)
async def test_a_fault_in_the_middle_leaves_what_came(error: TranslationError, reason: IncompleteReason) -> None:
    *_, ending = await read(TextDelta("<transcription>half"), error)
    assert ending == ReadInPart(reason, "half", error=error)


async def test_a_fault_before_any_text_is_told() -> None:
    error = BadReply("S")
    assert await read(error) == [NotRead(error)]


async def test_a_reply_that_goes_on_and_on_is_stopped() -> None:
    *_, ending = await read(*(TextDelta("word " * 200) for _ in range(50)))
    assert isinstance(ending, ReadInPart)
    assert isinstance(ending.error, RunawayReply)


async def test_leaving_closes_the_engines_stream() -> None:
    engine = ScriptedEngine([[TextDelta("<transcription>One"), float("inf")]])
    async with aclosing(ReadPicture(engine).run(REQUEST)) as events:
        assert await anext(events) == TextRead("One")
    assert (engine.open, engine.closed) == (0, 1)
