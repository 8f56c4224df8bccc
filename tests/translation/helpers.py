"""Runs of the use case, watched."""

from collections.abc import Iterable, Sequence

from tests.fakes.engine import ScriptedEngine, Step, reply
from translator.language.tag import LanguageTag
from translator.translation.ports import Engine
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

EN, JA = LanguageTag.parse("en"), LanguageTag.parse("ja")


def german(count: int) -> str:
    """Return a text of so many lines; a request takes 60 of them."""
    return "\n".join(f"Zeile {number}" for number in range(1, count + 1))


def english(first: int, last: int) -> list[Step]:
    """Return a complete reply to a request for these lines."""
    return reply(*[f"Line {number}\n" for number in range(first, last + 1)])


def shown_by(events: Iterable[TranslationEvent]) -> str:
    """Return what somebody who follows the events has before the eyes at the end."""
    shown = ""
    for event in events:
        if isinstance(event, Began):
            shown = event.standing
        elif isinstance(event, TextAdded):
            shown += event.text
        elif isinstance(event, TextTakenBack):
            assert event.length < len(shown)
            shown = shown[: event.length]
    return shown


async def run(engine: Engine, request: TranslationRequest) -> list[TranslationEvent]:
    """Run a translation to its end, watching that what it shows is what it says in the end."""
    events = [event async for event in TranslateText(engine).run(request)]
    assert isinstance(events[0], Began)
    assert [isinstance(event, Ending) for event in events].index(True) == len(events) - 1
    ending = events[-1]
    assert shown_by(events) == ("" if isinstance(ending, Failed) else ending.translation.text)
    return events


async def translate(text: str, *replies: Sequence[Step], target: LanguageTag = EN) -> list[TranslationEvent]:
    """Run a translation of the text, with these replies in order of the requests."""
    return await run(ScriptedEngine(replies), TranslationRequest(text, target))


async def ending_of(text: str, *replies: Sequence[Step], target: LanguageTag = EN) -> Completed | Incomplete | Failed:
    """Return how that run ends."""
    ending = (await translate(text, *replies, target=target))[-1]
    assert isinstance(ending, Ending)
    return ending
