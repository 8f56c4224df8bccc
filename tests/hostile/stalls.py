"""Where a translation can stand still, and how soon it is gone once it is cancelled there."""

import asyncio
import time
from contextlib import aclosing
from dataclasses import dataclass, replace

from tests.hostile.meeting import PATIENCE_SECONDS, engine_for, until_no
from tests.servers.hostile.row import PATIENT, TEXT
from tests.servers.hostile.table import find_row
from tests.servers.hostile_process import Hostile
from translator.engines.retries.retrying import Retrying
from translator.language.tag import LanguageTag
from translator.translation.ports import Engine
from translator.translation.request import TextAdded, TranslationEvent, TranslationRequest, Waiting
from translator.translation.translate_text import TranslateText

_LOOK_SECONDS = 0.005
_SETTLE_SECONDS = 0.05


@dataclass(frozen=True)
class Stall:
    """A row that stands still. ``after`` is the event behind which it does, if there is one before it."""

    row: str
    after: type[TranslationEvent] | None = None


STALLS = {
    "connect": Stall("TLS to a server that waits for HTTP"),
    "connect by a proxy": Stall("a proxy that says nothing"),
    "TLS behind a proxy": Stall("a proxy that connects and is silent"),
    "before the headers": Stall("silence"),
    "before the first token": Stall("silence after the head"),
    "mid-stream": Stall("silence in mid-stream", TextAdded),
    "waiting to try again": Stall("429, retry after: seconds", Waiting),
}


async def cancel_in(hostile: Hostile, stall: Stall) -> float:
    """Cancel a translation in this stall; return after how many seconds it and its connections were gone.

    The engine stays: it may close nothing by being closed.
    """
    row = replace(find_row(stall.row), deadlines=PATIENT)
    hostile.play(row.name)
    async with engine_for(hostile, row) as engine:
        stalled = asyncio.Event()
        task = asyncio.create_task(_translate(Retrying(engine), stall, stalled))
        await _until_stalled(hostile, stall, stalled)
        begun = time.monotonic()
        task.cancel()
        await asyncio.wait([task], timeout=PATIENCE_SECONDS)
        assert task.cancelled()
        await until_no(hostile, "open")
        return time.monotonic() - begun


async def _translate(engine: Engine, stall: Stall, stalled: asyncio.Event) -> None:
    request = TranslationRequest(TEXT, LanguageTag("de"), LanguageTag("en"))
    async with aclosing(TranslateText(engine).run(request)) as events:
        async for event in events:
            if stall.after is not None and isinstance(event, stall.after):
                stalled.set()


async def _until_stalled(hostile: Hostile, stall: Stall, stalled: asyncio.Event) -> None:
    """Wait until nothing more can come."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        if stall.after is not None:
            await stalled.wait()
        else:
            while not hostile.stats()["open"]:  # noqa: ASYNC110 - the server is another process, which can only be asked
                await asyncio.sleep(_LOOK_SECONDS)
        await asyncio.sleep(_SETTLE_SECONDS)
