"""An app meets a hostile server: what came of it, and whether it looks like what must come of it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.engines.helpers import engine_at
from tests.servers.hostile.row import TEXT, Breaks, Completes, Fails, Outcome, Row
from tests.servers.hostile_process import Hostile
from translator.engines.openai_engine import OpenAIEngine
from translator.language.tag import LanguageTag
from translator.messages import explain, explain_incomplete
from translator.translation.request import Completed, Ending, Failed, Incomplete, TranslationRequest
from translator.translation.translate_text import TranslateText

PATIENCE_SECONDS = 30
"""Far more than any row's deadlines."""

_REQUEST = TranslationRequest(TEXT, LanguageTag("de"), LanguageTag("en"))
_LOOK_SECONDS = 0.002


@asynccontextmanager
async def engine_for(hostile: Hostile, row: Row) -> AsyncIterator[OpenAIEngine]:
    """Open an engine that comes to the server by the row's way, with the row's deadlines."""
    address, proxy = hostile.address(row.way)
    options = {"proxy": proxy, "allow_http": True}
    async with engine_at(address, deadlines=row.deadlines, **options) as engine:
        yield engine


async def ending_with(engine: OpenAIEngine) -> Ending:
    """Translate by this engine, and return how it ended. Raises TimeoutError where it does not."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        *_, ending = [event async for event in TranslateText(engine).run(_REQUEST)]
    assert isinstance(ending, Completed | Incomplete | Failed)
    return ending


async def until_no(hostile: Hostile, name: str) -> None:
    """Wait until the server counts none of these any more. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while hostile.stats()[name]:  # noqa: ASYNC110 - the server is another process, which can only be asked
            await asyncio.sleep(_LOOK_SECONDS)


def told(ending: Ending) -> Outcome:
    """Return the ending as an outcome; an AssertionError where nothing could be said about it to a person."""
    if isinstance(ending, Completed):
        return Completes(ending.translation.text)
    if isinstance(ending, Failed):
        assert _words_for(ending)
        return Fails(type(ending.error))
    assert explain_incomplete(ending.reason)
    error = type(ending.error) if ending.error else None
    assert error is None or _words_for(ending)
    return Breaks(ending.reason, ending.translation.text, error)


def as_expected(came: Outcome, expected: Outcome) -> Outcome:
    """Return what came, with only the beginning of the text where only that is expected."""
    if isinstance(came, Breaks) and isinstance(expected, Breaks) and expected.runaway:
        assert came.text.startswith(expected.text)
        return Breaks(came.reason, expected.text, came.error, runaway=True)
    return came


def _words_for(ending: Failed | Incomplete) -> bool:
    assert ending.error is not None
    message = explain(ending.error)
    assert "{" not in message.sentence + message.command_step
    return bool(message.sentence.strip() and message.command_step.strip())
