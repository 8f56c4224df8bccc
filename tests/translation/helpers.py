"""Runs of the use case, watched."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tests.fakes.engine import ScriptedEngine, Step, reply
from translator.language.tag import LanguageTag
from translator.translation.aids import Aids
from translator.translation.ports import Engine
from translator.translation.request import (
    Began,
    BlockSettled,
    Completed,
    Ending,
    Failed,
    FinishedBlock,
    Incomplete,
    TextAdded,
    TextTakenBack,
    TranslationEvent,
    TranslationRequest,
)
from translator.translation.translate_text import TranslateText

DE, EN, JA = LanguageTag.parse("de"), LanguageTag.parse("en"), LanguageTag.parse("ja")


def german(count: int) -> str:
    """Return a text of so many lines; a request takes 60 of them."""
    return "\n".join(f"Zeile {number}" for number in range(1, count + 1))


def english(first: int, last: int) -> list[Step]:
    """Return a complete reply to a request for these lines."""
    return reply(*[f"Line {number}\n" for number in range(first, last + 1)])


def finished(*blocks: tuple[int, str, str]) -> list[FinishedBlock]:
    """Return blocks that an earlier run has translated, though nobody knows how."""
    return [FinishedBlock(*block) for block in blocks]


def plain(events: Iterable[TranslationEvent]) -> list[TranslationEvent]:
    """Return the events as if blocks had no gaps and were never settled."""
    kept = (event for event in events if not isinstance(event, BlockSettled))
    return [replace(event, gap=0) if isinstance(event, TextAdded) else event for event in kept]


def texts_of(blocks: Iterable[FinishedBlock]) -> list[FinishedBlock]:
    """Return the blocks without what was found out about them."""
    return [replace(block, links=(), findings=(), key=b"") for block in blocks]


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


def blocks_shown_by(events: Iterable[TranslationEvent]) -> dict[int, str]:
    """Return what is before the eyes of each block that was told, going by the gaps."""
    told: list[tuple[int, str, int]] = []
    standing = 0
    for event in events:
        if isinstance(event, Began):
            standing = len(event.standing)
        elif isinstance(event, TextAdded):
            assert 0 <= event.gap <= len(event.text)
            told.append((event.block, event.text, event.gap))
        elif isinstance(event, TextTakenBack):
            while standing + sum(len(text) for _, text, _ in told) > event.length:
                told.pop()
            assert standing + sum(len(text) for _, text, _ in told) == event.length
    shown: dict[int, str] = {}
    for block, text, gap in told:
        if text[gap:]:  # what stands behind the last block is all gap
            shown[block] = shown.get(block, "") + text[gap:]
    return shown


def settled_by(events: Iterable[TranslationEvent]) -> dict[int, FinishedBlock]:
    """Return the blocks as they were told last."""
    blocks: dict[int, FinishedBlock] = {}
    for event in events:
        if isinstance(event, Began):
            blocks = {block.index: block for block in event.known}
        elif isinstance(event, BlockSettled):
            blocks[event.block.index] = event.block
    return blocks


async def run(engine: Engine, request: TranslationRequest, aids: Aids | None = None) -> list[TranslationEvent]:
    """Run a translation to its end, watching that what it shows is what it says in the end."""
    events = [event async for event in TranslateText(engine, aids).run(request)]
    assert isinstance(events[0], Began)
    assert [isinstance(event, Ending) for event in events].index(True) == len(events) - 1
    ending = events[-1]
    if isinstance(ending, Failed):
        assert shown_by(events) == ""
        return events
    translation = ending.translation
    assert shown_by(events) == translation.text
    shown, settled = blocks_shown_by(events), settled_by(events)
    for block in translation.finished:
        assert shown.get(block.index, block.target) == block.target
        # Behind a break nothing is told of a block.
        assert settled.get(block.index, block) == block
        assert block.index in settled or (block.index not in shown and isinstance(ending, Incomplete))
    return events


async def translate(text: str, *replies: Sequence[Step], target: LanguageTag = EN) -> list[TranslationEvent]:
    """Run a translation of the text, with these replies in order of the requests."""
    return await run(ScriptedEngine(replies), TranslationRequest(text, target))


async def ending_of(text: str, *replies: Sequence[Step], target: LanguageTag = EN) -> Completed | Incomplete | Failed:
    """Return how that run ends."""
    ending = (await translate(text, *replies, target=target))[-1]
    assert isinstance(ending, Ending)
    return ending


class Watching:
    """Reads a translation in a task of its own."""

    def __init__(self, engine: Engine, request: TranslationRequest, aids: Aids) -> None:
        self.events: list[TranslationEvent] = []
        self._events = TranslateText(engine, aids).run(request)
        self.task = asyncio.create_task(self._read())

    async def _read(self) -> None:
        async for event in self._events:
            self.events.append(event)
